import { formatRupiah } from '../../../shared/money.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { groupNumber } from '../../../shared/products.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { OutcomeFacts } from './outcome-facts.tsx';
import { OutcomeHead } from './outcome-head.tsx';
import { shortReference, type Confirmed } from './outcome-shown.ts';
import { needsHand, printingOf } from './print-status.ts';
import { PrintTrouble, PrintWords } from './print-words.tsx';
import { TokenDigits } from './token-digits.tsx';

interface PaidOutcomeProps {
  readonly payment: PaymentView;
  readonly confirmation: Confirmed;
}

/** Paid: the change, the token where there is one, and how it stands with the paper. */
export function PaidOutcome({ payment, confirmation }: PaidOutcomeProps) {
  const m = useMessages();
  const { quote } = payment;
  const { printing: pushed, printer } = useCounterState();
  const printing = printingOf(payment.print, pushed, printer.settings.kind);
  const isTrouble = needsHand(printing);
  const { reference, remainingArrears, remarks, token, kwh } = confirmation;
  return (
    <>
      <OutcomeHead
        icon="paid"
        title={m.outcome.paid}
        sum={{ label: m.outcome.change, amount: formatRupiah(payment.change) }}
      >
        <p>
          {m.outcome.reference} <strong>{shortReference(reference)}</strong>.{' '}
          {!isTrouble && <PrintWords printing={printing} />}
        </p>
        {remainingArrears !== undefined && (
          <p>
            {remainingArrears > 0 ? (
              <strong>{m.outcome.arrears(remainingArrears)}</strong>
            ) : (
              m.outcome.noArrears
            )}
          </p>
        )}
      </OutcomeHead>
      {isTrouble && <PrintTrouble printing={printing} />}
      {token !== undefined && <TokenDigits token={token} kwh={kwh} name={quote.customer.name} />}
      {remarks.map(({ replied, quoted }) => (
        <p key={replied}>{m.outcome.totalDiffers(formatRupiah(replied), formatRupiah(quoted))}</p>
      ))}
      <OutcomeFacts
        facts={[
          { label: m.products[quote.product].name, value: quote.customer.name },
          { label: m.outcome.number, value: groupNumber(quote.customerNumber) },
          { label: m.outcome.total, value: formatRupiah(quote.total) },
          { label: m.outcome.cash, value: formatRupiah(payment.cash) },
          { label: m.outcome.time, value: confirmation.transactionTime },
          { label: m.outcome.reference, value: reference },
        ]}
      />
    </>
  );
}
