import { groupNumber } from '../../../shared/products.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useMessages } from '../../store/use-counter.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { InterimKey } from '../interim/interim-key.tsx';
import { InterimLine } from '../interim/interim-line.tsx';
import { OutcomeFacts } from './outcome-facts.tsx';
import { OutcomeHead } from './outcome-head.tsx';
import { referencesOf } from './outcome-shown.ts';
import { useSoldName } from './sold-name.ts';
import { sumFacts } from './sum-facts.ts';
import { UnknownWords, type UnknownShown } from './unknown-words.tsx';

/** Nobody knows yet: the one thing that must not happen is a second payment. */
export function UnknownOutcome({ shown }: { readonly shown: UnknownShown }) {
  const zone = useShopZone();
  const m = useMessages();
  const { quote, at, payment } = shown;
  const sold = useSoldName(quote);
  return (
    <>
      <OutcomeHead icon="unknown" title={m.outcome.unknown}>
        <p>
          <strong>{m.outcome.maybePaid}</strong>
        </p>
        <UnknownWords shown={shown} />
      </OutcomeHead>
      {payment !== null && (
        <div className="unknown-interim">
          <InterimKey payment={payment} />
          <InterimLine payment={payment} />
        </div>
      )}
      <OutcomeFacts
        facts={[
          { label: sold, value: quote.customer.name },
          { label: m.outcome.number, value: groupNumber(quote.customerNumber) },
          ...sumFacts(quote, m),
          { label: m.outcome.time, value: `${formatClockWithSeconds(at, zone)} ${zone}` },
          { label: m.outcome.reference, value: referencesOf(quote) },
        ]}
      />
    </>
  );
}
