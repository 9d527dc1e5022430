import type { Messages } from '../../../shared/i18n/messages.ts';
import './biller-words.css';

interface BillerWordsProps {
  /** The texts as they speak of the biller whose words these are. */
  readonly m: Messages;
  readonly code?: string | undefined;
  readonly text?: string | undefined;
}

/** The biller's own words and code: small, under ours, for the telephone. */
export function BillerWords({ m, code, text }: BillerWordsProps) {
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
