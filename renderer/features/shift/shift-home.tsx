import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { ShiftView } from '../../../shared/contract/shift.ts';
import { instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { whenWords } from '../../ui/when.ts';
import { shiftKeys } from '../keys/key-map.ts';
import { nextInGrid } from '../token/next-in-grid.ts';
import { Formula } from './formula.tsx';
import { HeldList } from './held-list.tsx';
import { useDrawer, useDrawerView } from './use-drawer.ts';

/** Moves the focus among the things that can be done. */
function walk(event: KeyboardEvent<HTMLFieldSetElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = nextInGrid(event.key, at, buttons.length, 1);
  if (next === null) return;
  event.preventDefault();
  buttons[next]?.focus();
}

/** The open shift: what it has come to, and what can be done at the drawer. */
export function ShiftHome({ now }: { readonly now: ShiftView }) {
  const m = useMessages();
  const zone = useShopZone();
  const time = instant(useNow(30_000));
  const drawer = useDrawer();
  const isBusy = useDrawerView((view) => view.isBusy);
  const actions = useRef<HTMLFieldSetElement>(null);
  const words = m.shift;
  useLayoutEffect(() => actions.current?.querySelector('button')?.focus(), []);
  const { shift, held, books } = now;
  return (
    <div className="drawer-halves">
      <section className="drawer-part">
        <h3 className="drawer-title">{words.number(shift.number)}</h3>
        <p className="small">{words.openedBy(whenWords(shift.openedAt, time, zone, m), shift.openedBy)}</p>
        {books === null ? <p>{words.countFirst}</p> : <Formula {...books} />}
      </section>
      <div className="drawer-part">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons take the keys */}
        <fieldset ref={actions} className="drawer-actions" aria-label={words.actions} onKeyDown={walk}>
          <Button keyCap={shiftKeys.in.combo} onPress={() => drawer.begin('in')}>
            {words.in}
          </Button>
          <Button keyCap={shiftKeys.out.combo} onPress={() => drawer.begin('out')}>
            {words.out}
          </Button>
          {books !== null && (
            <Button
              keyCap={shiftKeys['print-x'].combo}
              disabled={isBusy}
              onPress={() => void drawer.printX().catch(reportBug)}
            >
              {words.printX}
            </Button>
          )}
          <Button look="main" keyCap={shiftKeys.close.combo} onPress={() => drawer.begin('count')}>
            {words.close}
          </Button>
        </fieldset>
        <HeldList held={held} />
      </div>
    </div>
  );
}
