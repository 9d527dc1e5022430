import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Gap } from '../../../shared/contract/backups.ts';
import type { PaymentSummary } from '../../../shared/contract/payment-view.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { gapInView } from '../../store/counter-view.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { useNow } from '../../ui/use-now.ts';
import { ageWords, momentWords } from '../../ui/when.ts';
import { useListArrows } from '../token/use-list-arrows.ts';
import './open-list.css';

interface OpenListProps {
  readonly gaps: readonly Gap[];
  readonly open: readonly PaymentSummary[];
  /** The line that has the focus at first: the one that is looked at already, else the first. */
  readonly first: RefObject<HTMLButtonElement | null>;
}

/**
 * The gaps first, then the payments, oldest first. Arrows walk over it; what has the focus is looked at. The first line
 * has it once the list is there: it comes later than its dialog where that opens by itself.
 */
export function OpenList({ gaps, open, first }: OpenListProps) {
  const m = useMessages();
  const now = instant(useNow(30_000));
  const lookedAt = useView((view) => gapInView(view)?.id ?? view.chosen?.quote.id);
  const focused = lookedAt ?? gaps[0]?.id ?? open[0]?.id;
  const list = useRef<HTMLUListElement>(null);
  useListArrows(list);
  useLayoutEffect(() => first.current?.focus(), [first]);
  // Its line went from the list under it.
  useLayoutEffect(() => {
    if (focused !== undefined && document.activeElement === document.body) first.current?.focus();
  }, [focused, first]);
  return (
    <ul ref={list} className="unresolved-list" aria-label={m.unresolved.label}>
      {gaps.map((gap) => (
        <GapLine key={gap.id} gap={gap} now={now} {...(gap.id === focused ? { line: first } : {})} />
      ))}
      {open.map((entry) => (
        <PaymentLine
          key={entry.id}
          entry={entry}
          now={now}
          {...(entry.id === focused ? { line: first } : {})}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly now: Instant;
  readonly line?: RefObject<HTMLButtonElement | null>;
}

function GapLine({ gap, now, line }: LineProps & { readonly gap: Gap }) {
  const zone = useShopZone();
  const m = useMessages();
  const commands = useCommands();
  const fromTo = m.gaps.fromTo(momentWords(gap.from, now, zone), momentWords(gap.until, now, zone));
  const isChosen = useView((view) => view.chosenGap === gap.id);
  return (
    <li>
      <button
        {...(line === undefined ? {} : { ref: line })}
        type="button"
        className="unresolved-entry"
        aria-current={isChosen}
        onFocus={() => commands.chooseGap(gap.id)}
      >
        <span className="unresolved-who">
          <strong>{m.gaps.entry}</strong>
          <span className="small">{fromTo}</span>
        </span>
      </button>
    </li>
  );
}

function PaymentLine({ entry, now, line }: LineProps & { readonly entry: PaymentSummary }) {
  const zone = useShopZone();
  const m = useMessages();
  const commands = useCommands();
  const isChosen = useView((view) => view.chosenGap === null && view.chosen?.quote.id === entry.id);
  const age = ageWords(entry.sentAt, now, zone, m);
  const number = `${m.products[entry.product].short} ${groupNumber(entry.customerNumber)}`;
  const total = formatRupiah(entry.total);
  return (
    <li>
      <button
        {...(line === undefined ? {} : { ref: line })}
        type="button"
        className="unresolved-entry"
        aria-current={isChosen}
        onFocus={() => commands.chooseOpen(entry.id)}
      >
        <span className="unresolved-who">
          <strong>{entry.name}</strong>
          <span className="small">{number}</span>
        </span>
        <span className="unresolved-sum">
          <strong>{total}</strong>
          <span className="small">{age}</span>
        </span>
      </button>
    </li>
  );
}
