import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { shopZone } from '../../store/shop-zone.ts';
import { useMessages } from '../../store/use-counter.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { BillerWords } from './biller-words.tsx';
import { OutcomeFacts } from './outcome-facts.tsx';
import { OutcomeHead } from './outcome-head.tsx';
import type { OutcomeShown } from './outcome-shown.ts';

interface UnknownOutcomeProps {
  readonly shown: Extract<OutcomeShown, { readonly kind: 'unknown' }>;
}

/** Nobody knows yet: the one thing that must not happen is a second payment. */
export function UnknownOutcome({ shown: { quote, at, reason, code, text } }: UnknownOutcomeProps) {
  const m = useMessages();
  const clock = `${formatClockWithSeconds(at, shopZone)} ${shopZone}`;
  return (
    <>
      <OutcomeHead icon="unknown" title={m.outcome.unknown}>
        <p>
          <strong>{m.outcome.maybePaid}</strong>
        </p>
        <p>{reason === null ? m.outcome.lost : m.unknownReasons[reason]}</p>
        <p>{m.outcome.cannotCheck(clock)}</p>
        <BillerWords code={code} text={text} />
      </OutcomeHead>
      <OutcomeFacts
        facts={[
          { label: m.products[quote.product].name, value: quote.customer.name },
          { label: m.outcome.number, value: groupNumber(quote.customerNumber) },
          { label: m.outcome.total, value: formatRupiah(quote.total) },
          { label: m.outcome.time, value: clock },
          { label: m.outcome.reference, value: quote.inquiryId },
        ]}
      />
    </>
  );
}
