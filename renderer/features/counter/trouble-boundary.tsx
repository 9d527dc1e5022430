import { Component, type ReactNode } from 'react';
import { messagesFor } from '../../../shared/i18n/messages.ts';
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
    const { title, words } = messagesFor('id').trouble;
    return (
      <main className="trouble" role="alert">
        <h1>{title}</h1>
        <p>{words}</p>
      </main>
    );
  }
}
