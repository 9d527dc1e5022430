import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { needsHand, printingOf } from '../outcome/print-status.ts';
import './settled-late.css';

/** Payments that turned out paid or refused after the counter had gone on: they stay until somebody has read them. */
export function SettledLate() {
  const m = useMessages();
  const settled = useView((view) => view.settledLate);
  return (
    <output className="settled-late" aria-label={m.settledLate.label} data-testid="settled-late">
      {settled.map((payment) => (
        <SettledLine key={payment.quote.id} payment={payment} />
      ))}
    </output>
  );
}

function SettledLine({ payment }: { readonly payment: PaymentView }) {
  const m = useMessages();
  const commands = useCommands();
  const { quote } = payment;
  const who = `${quote.customer.name} ${formatRupiah(amountDue(quote))}`;
  const isPaid = payment.state === 'paid';
  const printing = printingOf(payment.print, payment);
  return (
    <span className={`settled-line settled-${payment.state}`} data-state={payment.state}>
      <Icon name={isPaid ? 'paid' : 'refused'} />
      <span className="settled-words">
        <strong>{isPaid ? m.settledLate.paid(who) : m.settledLate.rejected(who)}</strong>{' '}
        {isPaid && (needsHand(printing) ? m.settledLate.lookAtPrinter : m.print[printing.status])}
      </span>
      <span className="settled-keys">
        <Button label={`${m.settledLate.show}: ${who}`} onPress={() => commands.showPayment(quote.id)}>
          {m.settledLate.show}
        </Button>
        <Button
          look="quiet"
          label={`${m.settledLate.dismiss}: ${who}`}
          onPress={() => commands.dismissSettled(quote.id)}
        >
          {m.settledLate.dismiss}
        </Button>
      </span>
    </span>
  );
}
