import { isOpen } from '../../../shared/payment/states.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { shopZone } from '../../store/shop-zone.ts';
import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { formatDayAndClock } from '../../ui/clock.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import './unresolved-dialog.css';

/** The payments whose outcome nobody knows, with what one must and must not do about them. */
export function UnresolvedDialog() {
  const m = useMessages();
  const commands = useCommands();
  const { unresolved } = useCounterState();
  const recent = useView((view) => view.recent) ?? [];
  const open = recent.filter((entry) => isOpen(entry.state));
  return (
    <PlaceDialog title={m.unresolved.label} size="small">
      <div className="unresolved">
        {unresolved === 0 && open.length === 0 ? (
          <p>{m.unresolved.empty}</p>
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
                  <span className="unresolved-clock">{formatDayAndClock(entry.sentAt, shopZone)}</span>
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
            {unresolved > open.length && (
              <p className="small">{m.unresolved.older(unresolved - open.length)}</p>
            )}
          </>
        )}
      </div>
    </PlaceDialog>
  );
}
