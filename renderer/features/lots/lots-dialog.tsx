import { useEffect, useRef, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { reportBug } from '../../report-bug.ts';
import { createGroupEditor, type GroupEditor } from '../../store/group-editor.ts';
import { createLots, goesOn, type Lots } from '../../store/lots.ts';
import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { groupKeys, lotKeys } from '../keys/key-map.ts';
import { GroupEditorView } from './group-editor.tsx';
import { LotScreen } from './lot-screen.tsx';
import { lotsNoteWords } from './lot-words.ts';
import { LotsHome } from './lots-home.tsx';
import { askRemoval, openGroup } from './lots-moves.ts';
import { RemoveGroup } from './remove-group.tsx';
import { LotsContext, useEdit, useLots, useLotsView } from './use-lots.ts';
import './lots-dialog.css';

/** Collective payments (*kolektif*): the groups, the lot that is open, and those there were. */
export function LotsDialog({ bridge }: { readonly bridge: LoketBridge }) {
  const { lot, ledgerRevision } = useCounterState();
  const first = useView((view) => view.catalogue?.[0]?.product ?? 'pln-postpaid');
  const [both] = useState(() => ({
    lots: createLots(bridge, lot === null ? { at: 'home' } : { at: 'lot', lot: lot.number, question: null }),
    editor: createGroupEditor(bridge, first),
  }));
  const { lots } = both;
  useEffect(() => {
    lots.follow(lot, ledgerRevision).catch(reportBug);
  }, [lots, lot, ledgerRevision]);
  useEffect(() => () => lots.end(), [lots]);
  return (
    <LotsContext value={both}>
      <LotsParts editor={both.editor} />
    </LotsContext>
  );
}

function LotsParts({ editor }: { readonly editor: GroupEditor }) {
  const lots = useLots();
  const commands = useCommands();
  const screen = useLotsView((view) => view.screen);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const showLine = (): void => {
      const { lot, at } = lots.store.getState();
      const payment = lot?.lines[at]?.payment ?? null;
      if (payment === null) return;
      commands.close();
      commands.showPayment(payment);
    };
    const down = (event: KeyboardEvent): void => pressed(event, lots, editor, showLine);
    // Wherever the focus is, and before what leads out of the place.
    window.addEventListener('keydown', down, { capture: true });
    return () => window.removeEventListener('keydown', down, { capture: true });
  }, [lots, editor, commands]);
  const title = useTitle();
  return (
    <PlaceDialog title={title} size="large" focusFirst={body}>
      <div ref={body} className="lots" tabIndex={-1} data-testid="lots" data-at={screen.at}>
        <Screen />
        <Said />
      </div>
    </PlaceDialog>
  );
}

/** Which lot or group it is about. */
function useTitle(): string {
  const { lots: words } = useMessages();
  const screen = useLotsView((view) => view.screen);
  const isSaved = useEdit((edit) => edit.number !== null);
  const name = useEdit((edit) => edit.name);
  if (screen.at === 'lot') return words.title(screen.lot);
  if (screen.at !== 'group') return words.label;
  return `${words.label}: ${isSaved ? name : words.group.titleNew}`;
}

function Screen() {
  const screen = useLotsView((view) => view.screen);
  switch (screen.at) {
    case 'home':
      return <LotsHome />;
    case 'group':
      return <GroupEditorView />;
    case 'remove':
      return <RemoveGroup group={screen.group} />;
    case 'lot':
      return <LotScreen key={screen.lot} />;
  }
}

/** What came of the last thing that was done; the group that is edited tells of its own. */
function Said() {
  const m = useMessages();
  const note = useLotsView((view) => view.note);
  const isOwn = useLotsView((view) => view.screen.at === 'group');
  if (isOwn) return null;
  const { words, isTrouble } = note === null ? { words: '', isTrouble: false } : lotsNoteWords(note, m);
  return (
    <p
      className={`lots-said ${isTrouble ? 'form-fault' : ''}`}
      role={isTrouble ? 'alert' : 'status'}
      title={note?.kind === 'exported' ? note.path : undefined}
      data-testid="lots-said"
    >
      {words}
    </p>
  );
}

const same = (combo: string, { combo: other }: { readonly combo: string }): boolean => combo === other;

/** The keys of the place. They are on the buttons that do the same. */
function pressed(event: KeyboardEvent, lots: Lots, editor: GroupEditor, showLine: () => void): void {
  // What the counter has taken, the key that locks it for one, is not meant here.
  if (event.repeat || event.defaultPrevented || event.altKey) return;
  const act = (work: () => unknown): void => {
    event.preventDefault();
    // What leads one step back does not lead out of the place.
    event.stopPropagation();
    Promise.resolve(work()).catch(reportBug);
  };
  const { screen, lot } = lots.store.getState();
  if (event.key === 'Escape') {
    if (screen.at === 'group' && editor.back()) return act(() => undefined);
    if (lots.back()) act(() => undefined);
    return;
  }
  const isCtrl = event.ctrlKey || event.metaKey;
  const combo = isCtrl ? `Ctrl+${event.key.toUpperCase()}` : event.key;
  if (screen.at === 'home') {
    if (same(combo, groupKeys.new)) act(() => openGroup(lots, editor, null));
    return;
  }
  if (screen.at === 'group') return pressedInGroup(combo, lots, editor, act);
  if (screen.at !== 'lot' || lot === null || screen.question !== null) return;
  const isRunning = lot.stage === 'asking' || lot.stage === 'paying';
  switch (combo) {
    case lotKeys.ask.combo:
      return isRunning || lot.stage === 'closed' ? undefined : act(lots.inquire);
    case lotKeys.pay.combo:
      if (isRunning || lot.stage === 'closed') return;
      return act(() => (goesOn(lot) ? lots.answer(true) : lots.ask('pay')));
    case lotKeys.groups.combo:
      return act(() => lots.show({ at: 'home' }));
    case lotKeys.stop.combo:
      if (isRunning) return act(lots.stop);
      return lot.stage === 'halted' ? act(() => lots.answer(false)) : undefined;
    case lotKeys.close.combo:
      return act(() => lots.ask('close'));
    case lotKeys.recap.combo:
      return act(lots.printRecap);
    case lotKeys.receipts.combo:
      return act(lots.printReceipts);
    case lotKeys.xlsx.combo:
      return act(() => lots.exportLot('xlsx'));
    case lotKeys.csv.combo:
      return act(() => lots.exportLot('csv'));
    case lotKeys.pdf.combo:
      return act(() => lots.exportLot('pdf'));
    case lotKeys.show.combo:
      return act(showLine);
  }
}

function pressedInGroup(
  combo: string,
  lots: Lots,
  editor: GroupEditor,
  act: (work: () => unknown) => void,
): void {
  const { imported, number } = editor.store.getState();
  if (imported !== null) return;
  switch (combo) {
    case groupKeys.save.combo:
      return act(editor.save);
    case groupKeys.import.combo:
      return act(editor.import);
    case lotKeys.xlsx.combo:
      return act(() => editor.export('xlsx'));
    case lotKeys.csv.combo:
      return act(() => editor.export('csv'));
    case groupKeys.remove.combo:
      return number === null ? undefined : act(() => askRemoval(lots, editor));
  }
}
