import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import './guide.css';

/** What an empty counter shows: how a sale goes, or why none can begin. */
export function Guide() {
  const m = useMessages();
  const { biller } = useCounterState();
  return (
    <div className="guide">
      {!biller.ready && <output className="guide-not-ready">{m.guide.notReady}</output>}
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
