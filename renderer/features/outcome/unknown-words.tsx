import { useShopZone } from '../../store/shop-zone.ts';
import { useLanguage, useMessagesOf } from '../../store/use-counter.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { CheckingLine } from '../checking/checking-line.tsx';
import { BillerWords } from './biller-words.tsx';
import type { OutcomeShown } from './outcome-shown.ts';

/** A payment of which nobody knows whether it was made. */
export type UnknownShown = Extract<OutcomeShown, { readonly kind: 'unknown' }>;

/**
 * Why nobody knows, what the biller said, and what is being done about it. Of what a code means only the reason is
 * told: what to do about a refusal would be wrong here.
 */
export function UnknownWords({
  shown: { quote, at, payment, reason, code, text },
}: {
  readonly shown: UnknownShown;
}) {
  const zone = useShopZone();
  const m = useMessagesOf(quote.biller);
  const language = useLanguage();
  const refusal = payment?.refusal ?? null;
  return (
    <>
      <p>
        {reason === null ? m.outcome.lost : m.unknownReasons[reason]}{' '}
        {refusal !== null && m.outcome.codeMeans(refusal[language].reason)}
      </p>
      {payment === null ? (
        <p>{m.outcome.cannotCheck(`${formatClockWithSeconds(at, zone)} ${zone}`)}</p>
      ) : (
        <CheckingLine payment={payment} />
      )}
      <BillerWords m={m} code={code} text={text} />
    </>
  );
}
