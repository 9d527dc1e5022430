import type { Fact } from './fact.ts';
import './outcome-facts.css';

/** What one reads out over the telephone. */
export function OutcomeFacts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="outcome-facts">
      {facts.map(({ label, value }) => (
        <div key={`${label} ${value}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
