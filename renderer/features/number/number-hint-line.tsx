import { productOffered } from '../../store/product-offered.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { entryHint, isWrong } from './judge-entry.ts';
import { useEntry, useIsNumberOpen } from './use-entry.ts';

/** The line under the number: what is right there, how far it is, or what is wrong. */
export function NumberHintLine({ thisYear }: { readonly thisYear: number }) {
  const m = useMessages();
  const { entry, rule, judged } = useEntry(thisYear);
  const isOpen = useIsNumberOpen();
  const isAsking = useView(({ sale }) => sale.step === 'asking');
  const offered = useView(productOffered);
  const own = entryHint(entry, judged, rule, m);
  const text = offered === undefined ? own.text : `${own.text}. ${m.number.offer(m.products[offered].name)}`;
  const tone = offered === undefined ? own.tone : 'wrong';
  const isAlarm = isWrong(judged);
  return (
    <p id="number-hint" className="number-hint" role={isAlarm ? 'alert' : undefined}>
      <span className="number-hint-words">
        <span className={`number-hint-${isAlarm ? 'refused' : tone}`}>{isOpen || isAsking ? text : ''}</span>
      </span>
    </p>
  );
}
