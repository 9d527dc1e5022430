import { formatRupiah } from '../../../shared/money.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { groupNumber } from '../../../shared/products.ts';
import { shopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessagesOf } from '../../store/use-counter.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { Button } from '../../ui/button.tsx';
import { OutcomeFacts } from '../outcome/outcome-facts.tsx';
import { paymentShown, referencesOf } from '../outcome/outcome-shown.ts';
import { useSoldName } from '../outcome/sold-name.ts';
import { UnknownWords } from '../outcome/unknown-words.tsx';

/** One payment of the list: why it is not certain, what is being done, and what people can do. */
export function OpenPayment({ payment }: { readonly payment: PaymentView }) {
  const commands = useCommands();
  const { quote, sentAt, canTakeForFinal } = payment;
  const m = useMessagesOf(quote.biller);
  const sold = useSoldName(quote);
  const shown = paymentShown(payment);
  return (
    <section className="open-payment" aria-label={quote.customer.name} data-testid="open-payment">
      {shown.kind === 'unknown' && <UnknownWords shown={shown} />}
      <OutcomeFacts
        facts={[
          { label: sold, value: quote.customer.name },
          { label: m.outcome.number, value: groupNumber(quote.customerNumber) },
          { label: m.outcome.total, value: formatRupiah(quote.total) },
          { label: m.outcome.time, value: `${formatClockWithSeconds(sentAt, shopZone)} ${shopZone}` },
          { label: m.outcome.reference, value: referencesOf(quote) },
        ]}
      />
      <div className="open-payment-keys">
        <Button
          label={`${m.unresolved.show}: ${quote.customer.name}`}
          onPress={() => {
            commands.close();
            commands.showPayment(quote.id);
          }}
        >
          {m.unresolved.show}
        </Button>
        {canTakeForFinal && (
          <Button onPress={() => commands.open('take-for-final')}>{m.unresolved.takeForFinal}</Button>
        )}
      </div>
    </section>
  );
}
