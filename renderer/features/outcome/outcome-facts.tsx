import './outcome-facts.css';

/** A name and what stands behind it. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

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
