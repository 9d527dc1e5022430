import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/icon.tsx';
import './outcome-head.css';

interface OutcomeHeadProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
  /** The sum that passes the counter now: change, or cash to give back. */
  readonly sum?: { readonly label: string; readonly amount: string };
}

/** The outcome in one look: sign, word, sentences; and beside them the cash that goes over the counter. */
export function OutcomeHead({ icon, title, children, sum }: OutcomeHeadProps) {
  return (
    <div className="outcome-head">
      <span className="outcome-icon">
        <Icon name={icon} size={40} />
      </span>
      <div className="outcome-words">
        <h2 className="outcome-title">{title}</h2>
        {children}
      </div>
      {sum !== undefined && (
        <div className="outcome-sum">
          <span className="outcome-sum-label">{sum.label}</span>
          <span className="outcome-sum-amount" data-testid="change">
            {sum.amount}
          </span>
        </div>
      )}
    </div>
  );
}
