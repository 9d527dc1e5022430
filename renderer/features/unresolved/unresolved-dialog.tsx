import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import { shopZone } from '../../store/shop-zone.ts';
import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { formatDayAndClock } from '../../ui/clock.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { useNow } from '../../ui/use-now.ts';
import './unresolved-dialog.css';

/** Main lists no more than this, the oldest first. */
const mostListed = 200;

/** The payments whose outcome nobody knows, with what one must and must not do about them. */
export function UnresolvedDialog() {
  const m = useMessages();
  const commands = useCommands();
  const { unresolved } = useCounterState();
  const open = useView((view) => view.open);
  const now = useNow(60_000);
  return (
    <PlaceDialog title={m.unresolved.label} size="small">
      <div className="unresolved">
        {open === null || open.length === 0 ? (
          <p>{open === null || unresolved > 0 ? m.unresolved.loading : m.unresolved.empty}</p>
        ) : (
          <>
            <div className="unresolved-words">
              <p>
                <strong>{m.unresolved.intro}</strong>
              </p>
              <p>{m.unresolved.next}</p>
            </div>
            <ul aria-label={m.unresolved.label}>
              {open.map((entry) => (
                <li key={entry.id} className="unresolved-entry">
                  <span className="unresolved-clock">
                    {formatDayAndClock(entry.sentAt, instant(now), shopZone)} {shopZone}
                  </span>
                  <span className="unresolved-who">
                    <strong>{entry.name}</strong>
                    <span className="small">
                      {m.products[entry.product].short} {groupNumber(entry.customerNumber)}
                    </span>
                  </span>
                  <strong>{formatRupiah(entry.total)}</strong>
                  <Button
                    label={`${m.unresolved.show}: ${entry.name}`}
                    onPress={() => {
                      commands.close();
                      commands.showPayment(entry.id);
                    }}
                  >
                    {m.unresolved.show}
                  </Button>
                </li>
              ))}
            </ul>
            {open.length >= mostListed && unresolved > open.length && (
              <p className="small">{m.unresolved.newer(unresolved - open.length)}</p>
            )}
          </>
        )}
      </div>
    </PlaceDialog>
  );
}
