import { Component, type ReactNode } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import './trouble-boundary.css';

interface Props {
  readonly children: ReactNode;
}

/** Where a bug in the screen ends: words instead of an empty window. Its language is the source's, whatever broke. */
export class TroubleBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="trouble" role="alert">
        <h1>{id.trouble.title}</h1>
        <p>{id.trouble.words}</p>
      </main>
    );
  }
}
