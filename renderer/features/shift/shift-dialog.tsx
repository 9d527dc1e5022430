import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { reportBug } from '../../report-bug.ts';
import { isPadShown } from '../../store/counter-view.ts';
import { createDrawer, type Drawer } from '../../store/shift.ts';
import { useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { comboOf, shiftKeys } from '../keys/key-map.ts';
import { TouchPad } from '../touch-pad/touch-pad.tsx';
import { CashMoveForm } from './cash-move-form.tsx';
import { ClosedShift } from './closed-shift.tsx';
import { ConfirmClosing } from './confirm-closing.tsx';
import { CountGrid } from './count-grid.tsx';
import { OpeningForm } from './opening-form.tsx';
import { ShiftHome } from './shift-home.tsx';
import { DrawerContext, useDrawerView } from './use-drawer.ts';
import './shift-dialog.css';

/** The drawer: opening a shift, cash in and out, the figures so far, counting and closing, and the reports before. */
export function ShiftDialog({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages();
  const [drawer] = useState(() => createDrawer(bridge));
  const { ledgerRevision } = useCounterState();
  const hasPad = useView(isPadShown);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    drawer.follow(ledgerRevision).catch(reportBug);
  }, [drawer, ledgerRevision]);
  return (
    <DrawerContext value={drawer}>
      <PlaceDialog title={m.shift.label} size="large" focusFirst={body}>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the whole place */}
        <div ref={body} className="drawer" tabIndex={-1} onKeyDown={(event) => pressed(event, drawer)}>
          <div className="drawer-body">
            <DrawerStepView />
            {hasPad && <TouchPad />}
          </div>
          <Said />
        </div>
      </PlaceDialog>
    </DrawerContext>
  );
}

function DrawerStepView() {
  const now = useDrawerView((view) => view.now);
  const step = useDrawerView((view) => view.step);
  if (now === undefined) return null;
  switch (step.at) {
    case 'home':
      return now === null ? <OpeningForm /> : <ShiftHome now={now} />;
    case 'move':
      return <CashMoveForm kind={step.kind} />;
    case 'count':
      return <CountGrid />;
    case 'confirm':
      return <ConfirmClosing />;
    case 'closed':
      return <ClosedShift report={step.report} />;
  }
}

/** The keys of the place. They are on the buttons that do the same. */
function pressed(event: KeyboardEvent, drawer: Drawer): void {
  const { step, now } = drawer.store.getState();
  if (event.repeat) return;
  const act = (work: () => unknown): void => {
    event.preventDefault();
    // What leads one step back does not lead out of the place.
    event.stopPropagation();
    Promise.resolve(work()).catch(reportBug);
  };
  if (event.key === 'Escape') {
    if (drawer.back()) act(() => undefined);
    return;
  }
  const { key, altKey: alt } = event;
  const combo = comboOf({ key, ctrl: event.ctrlKey || event.metaKey, alt });
  if (combo === shiftKeys['print-x'].combo && step.at === 'closed')
    return act(() => drawer.printZ(step.report.number));
  if (step.at !== 'home' || now === undefined || now === null) return;
  switch (combo) {
    case shiftKeys.in.combo:
      return act(() => drawer.begin('in'));
    case shiftKeys.out.combo:
      return act(() => drawer.begin('out'));
    case shiftKeys.close.combo:
      return act(() => drawer.begin('count'));
    case shiftKeys['print-x'].combo:
      return now.books === null ? undefined : act(drawer.printX);
    default:
      return;
  }
}

/** What came of the last thing that was done. */
function Said() {
  const { shift: words } = useMessages();
  const note = useDrawerView((view) => view.note);
  const isTrouble = note?.kind === 'problem' || note?.kind === 'faulty';
  return (
    <p
      className={`drawer-said ${isTrouble ? 'form-fault' : ''}`}
      role={isTrouble ? 'alert' : 'status'}
      data-testid="drawer-said"
    >
      {note === null
        ? ''
        : note.kind === 'problem'
          ? words.problems[note.code]
          : note.kind === 'faulty'
            ? note.field === 'amount'
              ? words.amountMissing
              : words.reasonShort
            : words.notes[note.kind]}
    </p>
  );
}
