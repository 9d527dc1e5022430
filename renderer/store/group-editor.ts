import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LoketBridge } from '../../shared/contract/contract.ts';
import type {
  GroupProblemCode,
  Imported,
  TableFormat,
  TableProblemCode,
} from '../../shared/contract/lots.ts';
import { groupSchema, mostInGroup, type Group, type Member } from '../../shared/lot/group.ts';
import type { ProductId } from '../../shared/products.ts';
import {
  draftOf,
  emptyDraft,
  readMember,
  type MemberDraft,
  type MemberFault,
  type MemberRules,
} from './member-draft.ts';

/** What came of the last thing that was done with a group. */
export type GroupNote =
  | { readonly kind: 'saved' | 'name-missing' | 'unsaved' | 'full' }
  | { readonly kind: 'exported'; readonly path: string }
  | { readonly kind: 'problem'; readonly code: GroupProblemCode | TableProblemCode };

/** A group as somebody edits it. */
export interface GroupEdit {
  /** `null`: it is not saved yet. */
  readonly number: number | null;
  readonly name: string;
  readonly collector: string;
  readonly members: readonly Member[];
  /** Whether it is otherwise than it was saved. */
  readonly isChanged: boolean;
  readonly draft: MemberDraft;
  /** The member that the draft takes the place of; `null`: it comes at the end. */
  readonly editing: number | null;
  /** What Enter was refused for. */
  readonly fault: MemberFault | null;
  /** The member that is looked at. */
  readonly at: number;
  /** What the last import came to, until somebody goes on. */
  readonly imported: Imported | null;
  readonly isLoading: boolean;
  readonly isBusy: boolean;
  /** It would be left although it is changed: the next step back leaves it. */
  readonly isLeaving: boolean;
  readonly note: GroupNote | null;
}

type GroupBridge = Pick<LoketBridge, 'group' | 'saveGroup' | 'importGroup' | 'exportGroup'>;

export interface GroupEditor {
  readonly store: StoreApi<GroupEdit>;
  /** Begins a new one with `null`. */
  readonly open: (number: number | null) => Promise<void>;
  readonly type: (part: Partial<Pick<GroupEdit, 'name' | 'collector'>>) => void;
  readonly typeMember: (part: Partial<MemberDraft>) => void;
  /** Another product or company: what was typed for the one before goes. */
  readonly chooseProduct: (product: ProductId) => void;
  /** Puts what was typed into the list; `false` where something is missing. */
  readonly take: (rules: MemberRules) => boolean;
  readonly edit: (place: number) => void;
  readonly lookAt: (place: number) => void;
  /** Moves the one looked at by so many places. */
  readonly shift: (by: -1 | 1) => void;
  readonly remove: (place: number) => void;
  readonly save: () => Promise<boolean>;
  readonly import: () => Promise<void>;
  readonly export: (format: TableFormat) => Promise<void>;
  readonly seenImport: () => void;
  /** One step back; `false` where the group may be left. */
  readonly back: () => boolean;
}

const blank = (product: ProductId): GroupEdit => ({
  number: null,
  name: '',
  collector: '',
  members: [],
  isChanged: false,
  draft: emptyDraft(product),
  editing: null,
  fault: null,
  at: 0,
  imported: null,
  isLoading: false,
  isBusy: false,
  isLeaving: false,
  note: null,
});

/** @param first the product that a new group begins with. */
export function createGroupEditor(bridge: GroupBridge, first: ProductId): GroupEditor {
  const store = createStore<GroupEdit>(() => blank(first));
  const { getState } = store;
  const change = (part: Partial<GroupEdit>): void => store.setState({ isLeaving: false, ...part });
  const reset = (draft: MemberDraft): Pick<GroupEdit, 'draft' | 'editing' | 'fault'> => ({
    draft: emptyDraft(draft.product, draft.service),
    editing: null,
    fault: null,
  });

  async function load(number: number): Promise<void> {
    const found = await bridge.group({ group: number }).catch(() => null);
    if (found === null || !found.ok) {
      const code = found === null ? 'no-such-group' : found.error.code;
      return change({ isLoading: false, note: { kind: 'problem', code } });
    }
    const { name, collector, members } = found.value;
    change({ number, name, collector, members, isChanged: false, isLoading: false });
  }

  /** The group as it may be saved; `undefined` without a name. */
  const groupOf = ({ name, collector, members }: GroupEdit): Group | undefined => {
    const read = groupSchema.safeParse({ name, collector, members });
    return read.success ? read.data : undefined;
  };

  async function save(): Promise<boolean> {
    const { number, isBusy } = getState();
    if (isBusy) return false;
    const group = groupOf(getState());
    if (group === undefined) {
      change({ note: { kind: 'name-missing' } });
      return false;
    }
    change({ isBusy: true, note: null });
    const saved = await bridge.saveGroup({ number, group }).catch(() => null);
    if (saved?.ok !== true) {
      const code = saved === null ? 'ledger-not-written' : saved.error.code;
      change({ isBusy: false, note: { kind: 'problem', code } });
      return false;
    }
    change({ ...group, number: saved.value, isBusy: false, isChanged: false, note: { kind: 'saved' } });
    return true;
  }

  /** What a table is read into or written from is what is saved. */
  const asSaved = async (): Promise<number | null> => {
    const { number, isChanged } = getState();
    if (number !== null && !isChanged) return number;
    return (await save()) ? getState().number : null;
  };

  return {
    store,
    async open(number) {
      store.setState(blank(first), true);
      if (number === null) return;
      change({ number, isLoading: true });
      await load(number);
    },
    type: (part) => change({ ...part, isChanged: true, note: null }),
    typeMember: (part) => change({ draft: { ...getState().draft, ...part }, fault: null, note: null }),
    chooseProduct: (product) =>
      change({ draft: { ...emptyDraft(product), note: getState().draft.note }, fault: null, note: null }),

    take(rules) {
      const { draft, editing, members } = getState();
      if (editing === null && members.length >= mostInGroup) {
        change({ note: { kind: 'full' } });
        return false;
      }
      const read = readMember(draft, rules);
      if (!read.ok) {
        change({ fault: read.error });
        return false;
      }
      const next = editing === null ? [...members, read.value] : members.with(editing, read.value);
      const at = editing ?? members.length;
      change({ ...reset(draft), members: next, at, isChanged: true, note: null });
      return true;
    },
    edit(place) {
      const member = getState().members[place];
      if (member !== undefined)
        change({ draft: draftOf(member), editing: place, at: place, fault: null, note: null });
    },
    lookAt(place) {
      const { members } = getState();
      change({ at: Math.min(Math.max(0, place), Math.max(0, members.length - 1)) });
    },
    shift(by) {
      const { members, at, editing } = getState();
      const to = at + by;
      const moved = members[at];
      if (moved === undefined || members[to] === undefined || editing !== null) return;
      change({
        members: members.toSpliced(at, 1).toSpliced(to, 0, moved),
        at: to,
        isChanged: true,
        note: null,
      });
    },
    remove(place) {
      const { members, draft } = getState();
      if (members[place] === undefined) return;
      const left = members.toSpliced(place, 1);
      const at = Math.min(place, Math.max(0, left.length - 1));
      change({ ...reset(draft), members: left, at, isChanged: true, note: null });
    },

    save,
    async import() {
      const { number, name, collector, members, isBusy } = getState();
      if (isBusy) return;
      if (name.trim() === '') return change({ note: { kind: 'name-missing' } });
      const isNew = number === null && members.length === 0;
      const group = isNew ? null : await asSaved();
      if (!isNew && group === null) return;
      change({ isBusy: true, note: null });
      const into =
        group === null
          ? ({ kind: 'new', name: name.trim(), collector: collector.trim() } as const)
          : ({ kind: 'group', group } as const);
      const read = await bridge.importGroup({ into }).catch(() => null);
      change({ isBusy: false });
      if (read?.ok !== true) {
        const code = read === null ? 'file-not-read' : read.error.code;
        return change({ note: { kind: 'problem', code } });
      }
      await load(read.value.group);
      change({ imported: read.value });
    },
    async export(format) {
      if (getState().isBusy) return;
      const group = await asSaved();
      if (group === null) return;
      change({ isBusy: true, note: null });
      const written = await bridge.exportGroup({ group, format }).catch(() => null);
      const note: GroupNote =
        written?.ok === true
          ? { kind: 'exported', path: written.value.path }
          : { kind: 'problem', code: written === null ? 'file-not-written' : written.error.code };
      change({ isBusy: false, note });
    },
    seenImport: () => change({ imported: null }),

    back() {
      const { imported, editing, isChanged, isLeaving, draft, isBusy } = getState();
      if (isBusy) return true;
      if (imported !== null) {
        change({ imported: null });
        return true;
      }
      if (editing !== null) {
        change(reset(draft));
        return true;
      }
      if (!isChanged || isLeaving) return false;
      change({ isLeaving: true, note: { kind: 'unsaved' } });
      return true;
    },
  };
}
