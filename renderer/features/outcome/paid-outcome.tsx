import { formatRupiah } from '../../../shared/money.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { groupNumber } from '../../../shared/products.ts';
import { useLanguage, useMessagesOf } from '../../store/use-counter.ts';
import { billName } from '../bill/bill-name.ts';
import { billFacts, detailFacts } from '../detail/detail-facts.ts';
import { DetailLine } from '../detail/detail-line.tsx';
import { withoutRepeats } from '../detail/without-repeats.ts';
import { OutcomeFacts } from './outcome-facts.tsx';
import { OutcomeHead } from './outcome-head.tsx';
import { shortReference, spacedTime, type Confirmed } from './outcome-shown.ts';
import { needsHand, printingOf } from './print-status.ts';
import { PrintTrouble, PrintWords } from './print-words.tsx';
import { useSoldName } from './sold-name.ts';
import { sumFacts } from './sum-facts.ts';
import { TokenDigits } from './token-digits.tsx';

interface PaidOutcomeProps {
  readonly payment: PaymentView;
  readonly confirmation: Confirmed;
}

/** Paid: the change, the token where there is one, and how it stands with the paper. */
export function PaidOutcome({ payment, confirmation }: PaidOutcomeProps) {
  const { quote } = payment;
  const m = useMessagesOf(quote.biller);
  const language = useLanguage();
  const sold = useSoldName(quote);
  const printing = printingOf(payment.print, payment);
  const { reference, remainingArrears, remarks, token, kwh, details, billDetails } = confirmation;
  // What stands nowhere else is shown whole and large.
  const inSentence = payment.isSaved ? shortReference(reference) : reference;
  return (
    <>
      <OutcomeHead
        icon="paid"
        title={m.outcome.paid}
        sum={{ label: m.outcome.change, amount: formatRupiah(payment.change) }}
      >
        <p>
          {m.outcome.reference} <strong className="paid-reference">{inSentence}</strong>.{' '}
          {!needsHand(printing) && <PrintWords status={printing.status} />}
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
      {needsHand(printing) && <PrintTrouble printing={printing} payment={quote.id} />}
      {token !== undefined && <TokenDigits token={token} kwh={kwh} name={quote.customer.name} />}
      {remarks.map(({ replied, quoted }) => (
        <p key={replied}>{m.outcome.totalDiffers(formatRupiah(replied), formatRupiah(quoted))}</p>
      ))}
      <OutcomeFacts
        facts={[
          { label: sold, value: quote.customer.name },
          { label: m.outcome.number, value: groupNumber(quote.customerNumber) },
          ...sumFacts(quote, m),
          { label: m.outcome.cash, value: formatRupiah(payment.cash) },
          { label: m.outcome.time, value: spacedTime(confirmation.transactionTime) },
          // A short one stands whole in the sentence above.
          ...(inSentence === reference ? [] : [{ label: m.outcome.reference, value: reference }]),
        ]}
      />
      <DetailLine className="paid-details" facts={detailFacts(withoutRepeats(details, quote), language)} />
      <PaidBills quote={quote} billDetails={billDetails} />
    </>
  );
}

interface PaidBillsProps {
  readonly quote: Quote;
  readonly billDetails: Confirmed['billDetails'];
}

/** What the biller certified of each bill: meter readings, references. */
function PaidBills({ quote, billDetails }: PaidBillsProps) {
  const m = useMessagesOf(quote.biller);
  const language = useLanguage();
  const bills = billDetails
    .map((details, index) => ({
      ordinal: index + 1,
      bill: quote.bills[index],
      lines: billFacts(
        quote.product,
        withoutRepeats(details, quote, quote.bills.slice(index, index + 1)),
        language,
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
  if (bills.length === 0) return null;
  return (
    <ul className="paid-bills">
      {bills.map(({ ordinal, bill, lines }) => (
        <li key={ordinal}>
          <strong>
            {bill === undefined ? m.bill.bill(ordinal) : billName(quote, bill, ordinal, language, m)}
          </strong>
          <div>
            {lines.map((facts) => (
              <DetailLine key={facts[0]?.value} facts={facts} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
