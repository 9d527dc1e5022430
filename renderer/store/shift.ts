import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LoketBridge } from '../../shared/contract/contract.ts';
import type { ShiftProblemCode, ShiftView } from '../../shared/contract/shift.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { rupiah, type Rupiah } from '../../shared/money.ts';
import type { Result } from '../../shared/result.ts';
import {
  countedCash,
  denominations,
  type CashCount,
  type Denomination,
} from '../../shared/shift/cash-count.ts';
import { cashReasonSchema, type ZReport } from '../../shared/shift/shift-figures.ts';

/** What is being done at the drawer. */
export type DrawerStep =
  | { readonly at: 'home' }
  | { readonly at: 'move'; readonly kind: 'in' | 'out' }
  | { readonly at: 'count' | 'confirm' }
  | { readonly at: 'closed'; readonly report: ZReport };

/** What came of the last thing that was done. */
export type DrawerNote =
  | { readonly kind: 'opened' | 'moved' | 'refunded' | 'printed' }
  | { readonly kind: 'problem'; readonly code: ShiftProblemCode }
  /** What was typed cannot be noted yet. */
  | { readonly kind: 'faulty'; readonly field: 'amount' | 'reason' };

/** The drawer as its place shows it: what main said last, and what is typed there. */
export interface DrawerView {
  /** The open shift, `null` where none is; `undefined` until main has told. */
  readonly now: ShiftView | null | undefined;
  /** Newest first, as far as they have been asked for; `null` until main has told. */
  readonly reports: readonly ZReport[] | null;
  readonly hasOlder: boolean;
  readonly step: DrawerStep;
  /** Digits; `null` until somebody has typed: then it is what was counted last. */
  readonly float: string | null;
  readonly amount: string;
  readonly reason: string;
  /** How many of each, as digits. */
  readonly pieces: Readonly<Partial<Record<Denomination, string>>>;
  /** The payment whose cash goes back with the next press. */
  readonly refunding: QuoteId | null;
  readonly note: DrawerNote | null;
  readonly isBusy: boolean;
}

const closedDrawer: DrawerView = {
  now: undefined,
  reports: null,
  hasOlder: false,
  step: { at: 'home' },
  float: null,
  amount: '',
  reason: '',
  pieces: {},
  refunding: null,
  note: null,
  isBusy: false,
};

const untyped = { amount: '', reason: '', pieces: {}, refunding: null } as const;
const home = { ...untyped, step: { at: 'home' }, note: null } as const;

/** What is typed as the float, or what was counted when the last shift was closed. */
export const floatOf = ({ float, reports }: DrawerView): string =>
  float ?? (reports?.[0]?.counted ?? '').toString().replace(/^0$/, '');

const sumOf = (digits: string): Rupiah => rupiah(Number(digits === '' ? '0' : digits));

/** What was counted so far. */
export const countOf = ({ pieces }: Pick<DrawerView, 'pieces'>): CashCount =>
  Object.fromEntries(
    denominations.flatMap((value) => {
      const found = Number(pieces[value] ?? '');
      return found > 0 ? [[value, found]] : [];
    }),
  );
export const countedOf = (view: Pick<DrawerView, 'pieces'>): Rupiah => countedCash(countOf(view));

/** As many pieces as a count may have, in digits. */
const mostDigits = 5;
const cleanPieces = (text: string): string =>
  text.replaceAll(/\D/g, '').replace(/^0+/, '').slice(0, mostDigits);

type DrawerBridge = Pick<
  LoketBridge,
  'shift' | 'zReports' | 'openShift' | 'moveCash' | 'refund' | 'closeShift' | 'printX' | 'printZ'
>;

/** What people can do at the drawer. What does not fit changes nothing. */
export interface Drawer {
  readonly store: StoreApi<DrawerView>;
  /** Asks main how it stands. */
  readonly fetch: () => Promise<void>;
  /** The same where the ledger is at another revision than it was asked at. */
  readonly follow: (ledgerRevision: number) => Promise<void>;
  readonly fetchOlder: () => Promise<void>;
  readonly typeFloat: (digits: string) => void;
  readonly open: () => Promise<void>;
  readonly begin: (what: 'in' | 'out' | 'count') => void;
  readonly typeAmount: (digits: string) => void;
  readonly typeReason: (text: string) => void;
  readonly move: () => Promise<void>;
  readonly typePieces: (value: Denomination, text: string) => void;
  /** The count is done: what it comes to is shown once more. */
  readonly finishCount: () => void;
  readonly close: () => Promise<void>;
  /** The first press asks, the second one notes it. */
  readonly refund: (payment: QuoteId) => Promise<void>;
  readonly printX: () => Promise<void>;
  readonly printZ: (number: number) => Promise<void>;
  /** One step back; `false` where there is none, and the place may be left. */
  readonly back: () => boolean;
}

export function createDrawer(bridge: DrawerBridge): Drawer {
  const store = createStore<DrawerView>(() => closedDrawer);
  const { getState } = store;
  const change = (part: Partial<DrawerView>): void => store.setState(part);
  /** Counted, so that an older answer that comes later is dropped. */
  let asked = 0;
  let followed: number | null = null;

  async function fetch(): Promise<void> {
    asked += 1;
    const ask = asked;
    const [shift, reports] = await Promise.all([bridge.shift(), bridge.zReports({ before: null })]);
    if (ask !== asked || !shift.ok || !reports.ok) return;
    change({ now: shift.value, reports: reports.value, hasOlder: mayHaveOlder(reports.value) });
    const { step } = getState();
    // Closed elsewhere, there is nothing left to move or count.
    if (shift.value === null && step.at !== 'home' && step.at !== 'closed') change(home);
  }

  async function fetchOlder(): Promise<void> {
    const last = getState().reports?.at(-1);
    if (last === undefined || !getState().hasOlder) return;
    const older = await bridge.zReports({ before: last.number });
    const { reports } = getState();
    if (!older.ok || reports?.at(-1)?.number !== last.number) return;
    change({ reports: [...reports, ...older.value], hasOlder: mayHaveOlder(older.value) });
  }

  /** One thing at a time; what main refuses is told. */
  async function request<T>(
    send: () => Promise<Result<T, { readonly code: ShiftProblemCode }>>,
    then: (value: T) => Partial<DrawerView>,
  ): Promise<void> {
    if (getState().isBusy) return;
    change({ isBusy: true, note: null });
    const result = await send().catch(() => ({ ok: false, error: { code: 'ledger-not-written' } }) as const);
    change(
      result.ok
        ? { ...then(result.value), isBusy: false }
        : { isBusy: false, note: { kind: 'problem', code: result.error.code } },
    );
  }

  return {
    store,
    fetch,
    async follow(ledgerRevision) {
      if (ledgerRevision === followed) return;
      followed = ledgerRevision;
      await fetch();
    },
    fetchOlder,
    typeFloat: (float) => change({ float, note: null }),

    async open() {
      if (getState().now !== null) return;
      const float = sumOf(floatOf(getState()));
      await request(
        () => bridge.openShift({ float }),
        () => ({ ...home, float: null, note: { kind: 'opened' } }),
      );
      await fetch();
    },

    begin(what) {
      const { now, step, isBusy } = getState();
      if (isBusy || now === null || now === undefined || step.at !== 'home') return;
      change({
        ...untyped,
        note: null,
        step: what === 'count' ? { at: 'count' } : { at: 'move', kind: what },
      });
    },

    typeAmount: (amount) => change({ amount, note: null }),
    typeReason: (reason) => change({ reason, note: null }),
    async move() {
      const { step, amount, reason } = getState();
      if (step.at !== 'move') return;
      const { kind } = step;
      if (sumOf(amount) === 0) return change({ note: { kind: 'faulty', field: 'amount' } });
      const read = cashReasonSchema.safeParse(reason);
      if (!read.success) return change({ note: { kind: 'faulty', field: 'reason' } });
      await request(
        () => bridge.moveCash({ kind, amount: sumOf(amount), reason: read.data }),
        () => ({ ...home, note: { kind: 'moved' } }),
      );
      await fetch();
    },

    typePieces: (value, text) =>
      change({ pieces: { ...getState().pieces, [value]: cleanPieces(text) }, note: null }),
    finishCount() {
      if (getState().step.at === 'count') change({ step: { at: 'confirm' }, note: null });
    },
    async close() {
      if (getState().step.at !== 'confirm') return;
      const count = countOf(getState());
      await request(
        () => bridge.closeShift({ count }),
        (report) => ({ ...untyped, now: null, step: { at: 'closed', report } }),
      );
      await fetch();
    },

    async refund(payment) {
      const { refunding, step } = getState();
      if (step.at !== 'home') return;
      if (refunding !== payment) return change({ refunding: payment, note: null });
      await request(
        () => bridge.refund({ payment }),
        () => ({ note: { kind: 'refunded' } }),
      );
      change({ refunding: null });
      await fetch();
    },

    printX: () =>
      request(
        () => bridge.printX(),
        () => ({ note: { kind: 'printed' } }),
      ),
    printZ: (number) =>
      request(
        () => bridge.printZ({ number }),
        () => ({ note: { kind: 'printed' } }),
      ),

    back() {
      const { step, refunding, isBusy } = getState();
      if (isBusy) return true;
      if (step.at === 'confirm') {
        change({ step: { at: 'count' }, note: null });
        return true;
      }
      if (step.at === 'home' && refunding === null) return false;
      if (step.at === 'closed') return false;
      change(home);
      return true;
    },
  };
}

/** As many as main answers with at once. */
const answered = 20;
const mayHaveOlder = (reports: readonly ZReport[]): boolean => reports.length === answered;
