import { formatRupiah } from '../../../shared/money.ts';
import type { HeldCash, HeldPayment } from '../../../shared/shift/shift-figures.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useDrawer, useDrawerView } from './use-drawer.ts';

/** Whose cash must go back, of this shift and of those before, and what is not certain. */
export function HeldList({ held: cash }: { readonly held: HeldCash }) {
  const { shift: words } = useMessages();
  const { owed, uncertain, carried } = cash;
  const toGiveBack = [...owed, ...carried.filter(({ isOwed }) => isOwed)];
  const notCertain = [...uncertain, ...carried.filter(({ isOwed }) => !isOwed)];
  const isCarried = new Set(carried.map(({ id }) => id));
  return (
    <div className="drawer-held">
      {toGiveBack.length > 0 && (
        <section aria-label={words.held}>
          <h3 className="drawer-title">{words.held}</h3>
          <ul>
            {toGiveBack.map((held) => (
              <li key={held.id} className="drawer-report">
                <Whose held={held} isCarried={isCarried.has(held.id)} />
                <RefundButton held={held} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {notCertain.length > 0 && (
        <section aria-label={words.uncertainList}>
          <h3 className="drawer-title">{words.uncertainList}</h3>
          <ul>
            {notCertain.map((held) => (
              <li key={held.id} className="drawer-report">
                <Whose held={held} isCarried={isCarried.has(held.id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Whose({ held, isCarried }: { readonly held: HeldPayment; readonly isCarried: boolean }) {
  const m = useMessages();
  return (
    <span>
      <strong>{held.name}</strong> {formatRupiah(held.amount)}
      <span className="small drawer-report-sum">
        {m.products[held.product].short} {held.customerNumber}
        {isCarried ? ` · ${m.shift.carried}` : ''}
      </span>
    </span>
  );
}

/** Pressed twice: cash that has left the drawer does not come back by Esc. */
function RefundButton({ held }: { readonly held: HeldPayment }) {
  const { shift: words } = useMessages();
  const drawer = useDrawer();
  const isSure = useDrawerView((view) => view.refunding === held.id);
  return (
    <Button look={isSure ? 'main' : 'plain'} onPress={() => void drawer.refund(held.id).catch(reportBug)}>
      {isSure ? words.refundSure(formatRupiah(held.amount)) : words.refund}
    </Button>
  );
}
