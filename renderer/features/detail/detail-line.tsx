import type { DetailFact } from './detail-facts.ts';
import './detail-line.css';

/** Names and values one after another, as many to a line as fit. */
export function DetailLine({
  facts,
  className = '',
}: {
  readonly facts: readonly DetailFact[];
  readonly className?: string;
}) {
  if (facts.length === 0) return null;
  return (
    <dl className={`detail-line ${className}`}>
      {facts.map(({ place, label, value }) => (
        <div key={place}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
