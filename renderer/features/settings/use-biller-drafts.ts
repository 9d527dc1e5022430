import { useState } from 'react';
import type { BillerId, ConnectionTest } from '../../../shared/biller-profile.ts';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import {
  billerDraftOf,
  isChanged,
  readBillerDraft,
  sectionsOf,
  withoutSecrets,
  type BillerDraft,
  type BillerFault,
  type BillerSection,
  type StoredBiller,
} from './biller-form.ts';
import type { Saved } from './use-shop-form.ts';

/** The last test of the connection. It always was of what is stored. */
export type TestState =
  | { readonly step: 'none' | 'unsaved' | 'testing' | 'broken-off' }
  | { readonly step: 'done'; readonly test: ConnectionTest };

/** One biller's settings while they are edited. */
interface Editing {
  readonly draft: BillerDraft;
  readonly section: BillerSection;
  /** The line of the product codes that is open for editing. */
  readonly openRow: number | null;
  /** A save was tried and not possible: from then on every fault shows until it is mended. */
  readonly showsFaults: boolean;
  readonly saved: Saved;
  readonly test: TestState;
}

export interface BillerEditing extends Editing {
  readonly stored: StoredBiller;
  readonly faults: readonly BillerFault[];
  readonly isChanged: boolean;
  readonly change: (part: Partial<BillerDraft>) => void;
  readonly openSection: (section: BillerSection) => void;
  readonly open: (row: number | null) => void;
  readonly save: () => void;
  readonly testConnection: () => void;
  readonly closeTest: () => void;
}

const begin = (stored: StoredBiller): Editing => ({
  draft: billerDraftOf(stored),
  section: sectionsOf(stored.form)[0] ?? 'account',
  openRow: null,
  showsFaults: false,
  saved: 'not-yet',
  test: { step: 'none' },
});

/** Where the cursor goes after a save that was not possible: the section in view, if it has a fault. */
function withFaults(editing: Editing, faults: readonly BillerFault[]): Editing {
  const [first] = faults.filter(({ section }) => section === editing.section).concat(faults);
  return {
    ...editing,
    showsFaults: true,
    saved: 'faults',
    // What it says was of other settings, and it would stand before what is to be mended.
    test: editing.test.step === 'done' ? { step: 'none' } : editing.test,
    section: first?.section ?? editing.section,
    openRow: first?.section === 'services' && first.field !== 'table' ? first.row : editing.openRow,
  };
}

/** Every biller's settings while they are edited: going from one page to another loses nothing. */
export function useBillerDrafts(
  bridge: LoketBridge,
  view: SettingsView,
  onSaved: (view: SettingsView) => void,
): (id: BillerId) => BillerEditing | undefined {
  const [editings, setEditings] = useState<Readonly<Record<BillerId, Editing>>>(() =>
    Object.fromEntries(view.billers.map((stored) => [stored.form.id, begin(stored)])),
  );
  const edit = (id: BillerId, turn: (editing: Editing) => Editing): void =>
    setEditings((all) => {
      const editing = all[id];
      return editing === undefined ? all : { ...all, [id]: turn(editing) };
    });

  const save = async (stored: StoredBiller, draft: BillerDraft): Promise<void> => {
    const { form } = stored;
    const read = readBillerDraft(stored, draft);
    if (!read.ok) return edit(form.id, (editing) => withFaults(editing, read.error));
    // Gone from the window before the answer is there: sent once, kept nowhere here.
    const sent = withoutSecrets(form, draft);
    edit(form.id, (editing) => ({ ...editing, draft: sent, showsFaults: false, saved: 'not-yet' }));
    const result = await bridge.saveBiller(read.value);
    if (!result.ok) return edit(form.id, (editing) => ({ ...editing, saved: result.error.code }));
    onSaved(result.value);
    const now = result.value.billers.find((biller) => biller.form.id === form.id);
    edit(form.id, (editing) => ({
      ...editing,
      saved: 'saved',
      test: { step: 'none' },
      // What was typed while it was being saved stays typed.
      ...(now !== undefined && editing.draft === sent ? { draft: billerDraftOf(now), openRow: null } : {}),
    }));
  };

  const testConnection = async (id: BillerId): Promise<void> => {
    edit(id, (editing) => ({ ...editing, test: { step: 'testing' } }));
    const result = await bridge.testConnection({ biller: id }).catch((fault: unknown) => {
      reportBug(fault);
      return undefined;
    });
    const test: TestState =
      result?.ok === true ? { step: 'done', test: result.value } : { step: 'broken-off' };
    edit(id, (editing) => ({ ...editing, test }));
  };

  return (id) => {
    const stored = view.billers.find((biller) => biller.form.id === id);
    const editing = editings[id];
    if (stored === undefined || editing === undefined) return undefined;
    const hasChanged = isChanged(editing.draft, billerDraftOf(stored));
    const read = editing.showsFaults ? readBillerDraft(stored, editing.draft) : undefined;
    const setTest = (step: 'none' | 'unsaved'): void =>
      edit(id, (current) => ({ ...current, test: { step } }));
    return {
      ...editing,
      stored,
      faults: read?.ok === false ? read.error : [],
      isChanged: hasChanged,
      change: (part) =>
        edit(id, (current) => ({ ...current, draft: { ...current.draft, ...part }, saved: 'not-yet' })),
      openSection: (section) => edit(id, (current) => ({ ...current, section })),
      open: (openRow) => edit(id, (current) => ({ ...current, openRow })),
      save: () => void save(stored, editing.draft).catch(reportBug),
      testConnection: () => {
        if (hasChanged) return setTest('unsaved');
        if (editing.test.step !== 'testing') void testConnection(id);
      },
      closeTest: () => setTest('none'),
    };
  };
}
