import { formatRupiah } from '../../../shared/money.ts';
import { reportBug } from '../../report-bug.ts';
import { floatOf } from '../../store/shift.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { MoneyField } from './money-field.tsx';
import { PastReports } from './past-reports.tsx';
import { useDrawer, useDrawerView } from './use-drawer.ts';

/** Without a shift: opening one, and the reports of those before. */
export function OpeningForm() {
  const { shift: words } = useMessages();
  const { keepsTill } = useCounterState();
  const drawer = useDrawer();
  const float = useDrawerView(floatOf);
  const last = useDrawerView((view) => view.reports?.[0]);
  const open = (): void => void drawer.open().catch(reportBug);
  return (
    <div className="drawer-halves">
      <section className="drawer-part">
        {keepsTill ? (
          <>
            <p>{words.none}</p>
            <MoneyField
              label={words.float}
              value={float}
              onType={drawer.typeFloat}
              onEnter={open}
              note={last === undefined ? undefined : words.floatNote(formatRupiah(last.counted))}
            />
            <Button look="main" keyCap="Enter" onPress={open}>
              {words.open}
            </Button>
          </>
        ) : (
          <p>{words.notKept}</p>
        )}
      </section>
      <PastReports />
    </div>
  );
}
