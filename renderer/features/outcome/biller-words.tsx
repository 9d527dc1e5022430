import { useMessages } from '../../store/use-counter.ts';
import './biller-words.css';

interface BillerWordsProps {
  readonly code?: string | undefined;
  readonly text?: string | undefined;
}

/** The biller's own words and code: small, under ours, for the telephone. */
export function BillerWords({ code, text }: BillerWordsProps) {
  const m = useMessages();
  const hasCode = code !== undefined && code !== '';
  const hasText = text !== undefined && text !== '';
  if (!hasCode && !hasText) return null;
  return (
    <p className="biller-words small">
      {hasText && (
        <span>
          {m.outcome.billerSays}: <q>{text}</q>
        </span>
      )}
      {hasCode && (
        <span>
          {m.outcome.code} <code>{code}</code>
        </span>
      )}
    </p>
  );
}
