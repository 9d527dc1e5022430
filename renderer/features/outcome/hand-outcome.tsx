import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useMessagesOf } from '../../store/use-counter.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { OwedLine } from './owed-line.tsx';
import { OutcomeFacts } from './outcome-facts.tsx';
import { OutcomeHead } from './outcome-head.tsx';
import type { Decided } from './outcome-shown.ts';
import { needsHand, printingOf } from './print-status.ts';
import { PrintTrouble, PrintWords } from './print-words.tsx';
import { useSoldName } from './sold-name.ts';
import { sumFacts } from './sum-facts.ts';
import { TokenDigits } from './token-digits.tsx';

interface HandOutcomeProps {
  readonly payment: PaymentView;
  readonly decision: Decided;
}

/** What the owner decided, on what ground, and that the biller has not certified it. */
export function HandOutcome({ payment, decision }: HandOutcomeProps) {
  const zone = useShopZone();
  const { quote } = payment;
  const m = useMessagesOf(quote.biller);
  const sold = useSoldName(quote);
  const printing = printingOf(payment.print, payment);
  const paid = decision.kind === 'paid-by-hand' ? decision : null;
  return (
    <>
      <OutcomeHead
        icon={paid === null ? 'refused' : 'paid'}
        title={paid === null ? m.outcome.rejectedByHand : m.outcome.paidByHand}
        sum={
          paid === null
            ? { label: m.outcome.giveBack, amount: formatRupiah(payment.cash) }
            : { label: m.outcome.change, amount: formatRupiah(payment.change) }
        }
      >
        <p>{m.outcome.decided(m.handReasons[decision.reason], decision.evidence)}</p>
        <p>
          {paid === null && <strong>{m.outcome.giveBackByHand} </strong>}
          {m.outcome.uncertified}{' '}
          {paid !== null && !needsHand(printing) && <PrintWords status={printing.status} />}
        </p>
      </OutcomeHead>
      {paid !== null && needsHand(printing) && <PrintTrouble printing={printing} payment={quote.id} />}
      {paid?.token !== undefined && (
        <TokenDigits token={paid.token} kwh={undefined} name={quote.customer.name} />
      )}
      <OwedLine payment={payment} />
      <OutcomeFacts
        facts={[
          { label: sold, value: quote.customer.name },
          { label: m.outcome.number, value: groupNumber(quote.customerNumber) },
          ...sumFacts(quote, m),
          { label: m.outcome.time, value: `${formatClockWithSeconds(payment.sentAt, zone)} ${zone}` },
          ...(paid === null ? [] : [{ label: m.outcome.reference, value: paid.reference }]),
        ]}
      />
    </>
  );
}
