import { useLayoutEffect, useRef } from 'react';
import { formatRupiah } from '../../../shared/money.ts';
import { reportBug } from '../../report-bug.ts';
import { countedOf } from '../../store/shift.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useDrawer, useDrawerView } from './use-drawer.ts';

/** What was counted, once more, before the shift is closed for good. */
export function ConfirmClosing() {
  const { shift: words } = useMessages();
  const drawer = useDrawer();
  const counted = useDrawerView(countedOf);
  const number = useDrawerView((view) => view.now?.shift.number ?? 0);
  const isBusy = useDrawerView((view) => view.isBusy);
  const keys = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => keys.current?.querySelector('button')?.focus(), []);
  return (
    <section className="drawer-part drawer-narrow">
      <h3 className="drawer-title">{words.confirm(number)}</h3>
      <p className="drawer-big">
        {words.counted} <strong>{formatRupiah(counted)}</strong>
      </p>
      <p>{words.confirmNote}</p>
      <div ref={keys} className="drawer-row">
        <Button
          look="main"
          keyCap="Enter"
          disabled={isBusy}
          onPress={() => void drawer.close().catch(reportBug)}
        >
          {words.close}
        </Button>
        <Button look="quiet" keyCap="Esc" onPress={drawer.back}>
          {words.countAgain}
        </Button>
      </div>
    </section>
  );
}
