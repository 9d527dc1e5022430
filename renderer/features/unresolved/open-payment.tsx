import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { groupNumber } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessagesOf } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { formatDayAndClock } from '../../ui/clock.ts';
import { Heard } from '../../ui/heard.tsx';
import { useNow } from '../../ui/use-now.ts';
import { EvidenceSection } from '../evidence/evidence-section.tsx';
import { InterimKey } from '../interim/interim-key.tsx';
import { InterimLine } from '../interim/interim-line.tsx';
import { OutcomeFacts } from '../outcome/outcome-facts.tsx';
import { paymentShown, referencesOf } from '../outcome/outcome-shown.ts';
import { useSoldName } from '../outcome/sold-name.ts';
import { sumFacts } from '../outcome/sum-facts.ts';
import { UnknownWords } from '../outcome/unknown-words.tsx';
import { keysOfPlace } from '../keys/key-map.ts';
import './open-payment.css';

/** One payment of the list: why it is not certain, what is known and being done, and what people can do. */
export function OpenPayment({ payment }: { readonly payment: PaymentView }) {
  const zone = useShopZone();
  const commands = useCommands();
  const { quote, sentAt, canTakeForFinal } = payment;
  const m = useMessagesOf(quote.biller);
  const sold = useSoldName(quote);
  const shown = paymentShown(payment);
  const now = instant(useNow(60_000));
  return (
    <section className="open-payment" aria-label={quote.customer.name} data-testid="open-payment">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
      <div className="open-payment-body" tabIndex={0}>
        {shown.kind === 'unknown' && <UnknownWords shown={shown} />}
        <OutcomeFacts
          facts={[
            { label: sold, value: quote.customer.name },
            { label: m.outcome.number, value: groupNumber(quote.customerNumber) },
            ...sumFacts(quote, m),
            { label: m.outcome.time, value: `${formatDayAndClock(sentAt, now, zone)} ${zone}` },
            { label: m.outcome.reference, value: referencesOf(quote) },
          ]}
        />
        <EvidenceSection payment={payment} />
      </div>
      <InterimLine payment={payment} />
      <div className="open-payment-keys">
        <Button
          keyCap={keysOfPlace.unresolved.decide.combo}
          disabled={payment.state !== 'unknown'}
          onPress={commands.decide}
        >
          {m.unresolved.decide}
        </Button>
        <InterimKey payment={payment} />
        {canTakeForFinal && (
          <Button keyCap={keysOfPlace.unresolved.final.combo} onPress={() => commands.open('take-for-final')}>
            {m.unresolved.takeForFinal}
          </Button>
        )}
        <Button keyCap={keysOfPlace.unresolved.show.combo} onPress={commands.showChosen}>
          {m.unresolved.show}
          <Heard>{quote.customer.name}</Heard>
        </Button>
      </div>
    </section>
  );
}
