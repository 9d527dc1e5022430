import { formatRupiah } from '../../../shared/money.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { groupNumber } from '../../../shared/products.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useLanguage, useMessagesOf } from '../../store/use-counter.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { BillerWords } from './biller-words.tsx';
import { OutcomeFacts } from './outcome-facts.tsx';
import { OutcomeHead } from './outcome-head.tsx';
import { OwedLine } from './owed-line.tsx';
import { refusalTitle } from './refusal-words.ts';
import { useSoldName } from './sold-name.ts';
import { sumFacts } from './sum-facts.ts';

interface RejectedOutcomeProps {
  readonly payment: PaymentView;
  readonly code: string;
  readonly text: string;
}

/** Refused for certain: nothing was taken, so the cash goes back. */
export function RejectedOutcome({ payment, code, text }: RejectedOutcomeProps) {
  const zone = useShopZone();
  const { quote, refusal } = payment;
  const m = useMessagesOf(quote.biller);
  const language = useLanguage();
  const sold = useSoldName(quote);
  return (
    <>
      <OutcomeHead
        icon="refused"
        title={refusalTitle(refusal, language, m)}
        sum={{ label: m.outcome.giveBack, amount: formatRupiah(payment.cash) }}
      >
        <p>
          {m.outcome.notTaken} {refusal?.[language].next}
        </p>
        <BillerWords m={m} code={code} text={text} />
      </OutcomeHead>
      <OwedLine payment={payment} />
      <OutcomeFacts
        facts={[
          { label: sold, value: quote.customer.name },
          { label: m.outcome.number, value: groupNumber(quote.customerNumber) },
          ...sumFacts(quote, m),
          { label: m.outcome.time, value: `${formatClockWithSeconds(payment.sentAt, zone)} ${zone}` },
        ]}
      />
    </>
  );
}
