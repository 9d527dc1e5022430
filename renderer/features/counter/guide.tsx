import { useBillerInHand, useMessages, useView } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import './guide.css';

/** What an empty counter shows: how a sale goes, or why none can begin. */
export function Guide() {
  const m = useMessages();
  const biller = useBillerInHand();
  const isLocked = useView((view) => (view.counter?.vault ?? null) !== null);
  const sellsNothing = useView((view) => view.catalogue?.length === 0);
  return (
    <div className="guide">
      {sellsNothing && <output className="guide-not-ready">{m.product.nothingSold}</output>}
      {biller?.ready === false && (
        <output className="guide-not-ready">
          {isLocked ? m.vault.notReady(biller.name) : m.guide.notReady}
        </output>
      )}
      <ol className="guide-steps" aria-label={m.guide.label}>
        {m.guide.steps.map(({ title, keys }, index) => (
          <li key={title} className="guide-step">
            <span className="guide-ordinal" aria-hidden="true">
              {index + 1}
            </span>
            <span className="guide-title">{title}</span>
            <span className="guide-keys">
              {keys.map((key) => (
                <KeyCap key={key}>{key}</KeyCap>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
