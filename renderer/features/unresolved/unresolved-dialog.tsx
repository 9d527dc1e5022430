import { useRef, type KeyboardEvent, type RefObject } from 'react';
import type { PaymentSummary, PaymentView } from '../../../shared/contract/payment-view.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import { shopZone } from '../../store/shop-zone.ts';
import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { formatDayAndClock } from '../../ui/clock.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { useNow } from '../../ui/use-now.ts';
import { nextInGrid } from '../token/next-in-grid.ts';
import { OpenPayment } from './open-payment.tsx';
import './unresolved-dialog.css';

/** Main lists no more than this, the oldest first. */
const mostListed = 200;

/** The payments whose outcome nobody knows, with what one must and must not do about them. */
export function UnresolvedDialog() {
  const m = useMessages();
  const { unresolved } = useCounterState();
  const open = useView((view) => view.open);
  const chosen = useView((view) => view.chosen);
  const settled = useView((view) => view.settledLate);
  const first = useRef<HTMLButtonElement>(null);
  return (
    <PlaceDialog title={m.unresolved.label} size="medium" focusFirst={first}>
      <div className="unresolved">
        {settled.map((payment) => (
          <SettledWords key={payment.quote.id} payment={payment} />
        ))}
        {open === null || open.length === 0 ? (
          <p>{open === null || unresolved > 0 ? m.unresolved.loading : m.unresolved.empty}</p>
        ) : (
          <>
            <p className="unresolved-words">
              <strong>{m.unresolved.intro}</strong> {m.unresolved.late}
            </p>
            <div className="unresolved-halves">
              <OpenList open={open} chosen={chosen} first={first} />
              {chosen !== null && <OpenPayment key={chosen.quote.id} payment={chosen} />}
            </div>
            {open.length >= mostListed && unresolved > open.length && (
              <p className="small">{m.unresolved.newer(unresolved - open.length)}</p>
            )}
          </>
        )}
      </div>
    </PlaceDialog>
  );
}

/** What has just become certain: the line about it under the receipt is covered by this dialog. */
function SettledWords({ payment: { quote, state } }: { readonly payment: PaymentView }) {
  const m = useMessages();
  const who = `${quote.customer.name} ${formatRupiah(quote.total)}`;
  return (
    <output className={`unresolved-settled unresolved-${state}`}>
      {state === 'paid' ? m.settledLate.paid(who) : m.settledLate.rejected(who)}
    </output>
  );
}

interface OpenListProps {
  readonly open: readonly PaymentSummary[];
  readonly chosen: PaymentView | null;
  readonly first: RefObject<HTMLButtonElement | null>;
}

/** Moves the focus among the lines of the list that has it. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const lines = [...(event.currentTarget.closest('ul')?.querySelectorAll('button') ?? [])];
  const next = nextInGrid(event.key, lines.indexOf(event.currentTarget), lines.length, 1);
  if (next === null) return;
  event.preventDefault();
  lines[next]?.focus();
}

/** Arrows walk over it; what has the focus is looked at. */
function OpenList({ open, chosen, first }: OpenListProps) {
  const m = useMessages();
  const commands = useCommands();
  const now = useNow(60_000);
  return (
    <ul className="unresolved-list" aria-label={m.unresolved.label}>
      {open.map((entry, index) => (
        <li key={entry.id}>
          <button
            {...(index === 0 ? { ref: first } : {})}
            type="button"
            className="unresolved-entry"
            aria-current={entry.id === chosen?.quote.id}
            aria-label={m.recent.entry(
              formatDayAndClock(entry.sentAt, instant(now), shopZone),
              entry.name,
              formatRupiah(entry.total),
              m.states[entry.state],
            )}
            onFocus={() => commands.chooseOpen(entry.id)}
            onKeyDown={walk}
          >
            <span className="unresolved-who">
              <strong>{entry.name}</strong>
              <span className="small">
                {m.products[entry.product].short} {groupNumber(entry.customerNumber)}
              </span>
            </span>
            <span className="unresolved-sum">
              <strong>{formatRupiah(entry.total)}</strong>
              <span className="small">
                {formatDayAndClock(entry.sentAt, instant(now), shopZone)} {shopZone}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
