import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LoketBridge, ReceiptProblem } from '../../shared/contract/contract.ts';
import type {
  FormerLot,
  GroupProblemCode,
  Lot,
  LotInBrief,
  LotLine,
  LotProblemCode,
  TableProblemCode,
} from '../../shared/contract/lots.ts';
import type { ExportFormat } from '../../shared/contract/reports.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { GroupInBrief } from '../../shared/lot/group.ts';
import type { Result } from '../../shared/result.ts';
import { reportBug } from '../report-bug.ts';

/** What is asked once more before it is done. */
export type LotQuestion = 'pay' | 'close';

/** What the place shows. */
export type LotsScreen =
  | { readonly at: 'home' }
  /** `null`: a new one. */
  | { readonly at: 'group'; readonly group: number | null }
  | { readonly at: 'remove'; readonly group: GroupInBrief }
  | { readonly at: 'lot'; readonly lot: number; readonly question: LotQuestion | null };

/** What came of the last thing that was done. */
export type LotsNote =
  | { readonly kind: 'recap-printed' | 'removed' | 'closed' | 'faulty' }
  | { readonly kind: 'receipts'; readonly count: number }
  | { readonly kind: 'exported'; readonly path: string }
  | { readonly kind: 'lot-problem'; readonly code: LotProblemCode }
  | { readonly kind: 'group-problem'; readonly code: GroupProblemCode }
  | { readonly kind: 'table-problem'; readonly code: TableProblemCode }
  | { readonly kind: 'receipt-problem'; readonly code: ReceiptProblem['code'] };

export interface LotsView {
  readonly screen: LotsScreen;
  /** `null` until main has told. */
  readonly groups: readonly GroupInBrief[] | null;
  /** The groups of the lot that is to be opened, in the order in which they were picked. */
  readonly picked: readonly number[];
  /** Newest first; `null` until main has told. */
  readonly former: readonly FormerLot[] | null;
  readonly hasOlder: boolean;
  /** The lot on the screen; `null` until main has told. */
  readonly lot: Lot | null;
  /** The place of the line that is looked at. */
  readonly at: number;
  readonly note: LotsNote | null;
  readonly isBusy: boolean;
  /** Somebody has asked to stop, and what is under way has not ended yet. */
  readonly isStopping: boolean;
}

const closedLots: LotsView = {
  screen: { at: 'home' },
  groups: null,
  picked: [],
  former: null,
  hasOlder: false,
  lot: null,
  at: 0,
  note: null,
  isBusy: false,
  isStopping: false,
};

type LotsBridge = Pick<
  LoketBridge,
  | 'groups'
  | 'removeGroup'
  | 'lots'
  | 'openLot'
  | 'lot'
  | 'inquireLot'
  | 'chooseInLot'
  | 'payLot'
  | 'stopLot'
  | 'answerLot'
  | 'closeLot'
  | 'printLotRecap'
  | 'exportLot'
  | 'payment'
  | 'reprint'
>;

/** What people can do with lots. What does not fit changes nothing. */
export interface Lots {
  readonly store: StoreApi<LotsView>;
  /** Asks main again for what is on the screen, where what main told says that it may be otherwise. */
  readonly follow: (brief: LotInBrief | null, ledgerRevision: number) => Promise<void>;
  readonly fetchHome: () => Promise<void>;
  readonly fetchOlder: () => Promise<void>;
  readonly pick: (group: number, isIn: boolean) => void;
  readonly show: (screen: LotsScreen) => void;
  /** Opens a lot of the groups that are picked, and begins to inquire it. */
  readonly begin: () => Promise<void>;
  readonly removeGroup: () => Promise<void>;
  readonly inquire: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly lookAt: (place: number) => void;
  /** Takes the line looked at in, or leaves it out. */
  readonly toggle: (place?: number) => Promise<void>;
  readonly ask: (question: LotQuestion) => void;
  /** What the question is about is done. */
  readonly confirm: () => Promise<void>;
  readonly answer: (goOn: boolean) => Promise<void>;
  readonly printRecap: () => Promise<void>;
  /** Prints the receipts that have not come out: of what is uncertain a person must say it. */
  readonly printReceipts: () => Promise<void>;
  readonly exportLot: (format: ExportFormat) => Promise<void>;
  /** One step back; `false` where the place may be left. */
  readonly back: () => boolean;
  /** Asks nothing any more. */
  readonly end: () => void;
}

/** The lines that are inquired next: what has no bill at all only where nothing else is left. As main has it. */
export function linesToAsk(lines: readonly LotLine[]): readonly LotLine[] {
  const without = lines.filter(
    ({ payment, obstacles }) =>
      payment === null &&
      obstacles.some(({ code }) => ['not-asked', 'failed', 'no-bill', 'expired'].includes(code)),
  );
  const others = without.filter(({ state }) => state !== 'no-bill');
  return others.length > 0 ? others : without;
}

/** Whether anything of a lot has been sent. */
export const isPaidFrom = ({ lines }: Pick<Lot, 'lines'>): boolean =>
  lines.some(({ payment }) => payment !== null);

/**
 * Whether a lot stopped in the middle of being paid, so that the question was answered when that began: what was found since
 * is asked about anew.
 */
export function goesOn(lot: Pick<Lot, 'stage' | 'lines' | 'sums'>): boolean {
  const isFound = lot.lines.every(({ obstacles }) =>
    obstacles.every(({ code }) => code !== 'not-asked' && code !== 'expired'),
  );
  return lot.stage === 'halted' && lot.sums.chosen.count > 0 && isPaidFrom(lot) && isFound;
}

/** Whether a receipt has not come out, and nobody has to look first whether it has. */
const isMissing = ({ print }: Pick<PaymentView, 'print'>): boolean =>
  print === null || print.state === 'failed';

/** Main tells of every line; people read more slowly. In milliseconds. */
export const followPauseMs = 300;
/** As many as main answers with at once. */
const answered = 20;

export function createLots(bridge: LotsBridge, first: LotsScreen = { at: 'home' }): Lots {
  const store = createStore<LotsView>(() => ({ ...closedLots, screen: first }));
  const { getState } = store;
  const change = (part: Partial<LotsView>): void => store.setState(part);
  let followed: string | null = null;
  let fetching: number | null = null;
  let isStale = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const lotShown = (): number | null => {
    const { screen } = getState();
    return screen.at === 'lot' ? screen.lot : null;
  };

  /** One question at a time; whatever comes up meanwhile is asked for once, a little later. */
  async function fetchLot(): Promise<void> {
    const lot = lotShown();
    if (lot === null) return;
    if (fetching === lot || pause !== undefined) {
      isStale = true;
      return;
    }
    fetching = lot;
    isStale = false;
    const found = await bridge.lot({ lot }).catch(() => null);
    fetching = null;
    if (lotShown() !== lot) return fetchLot();
    if (found?.ok === true) {
      const isRunning = found.value.stage === 'asking' || found.value.stage === 'paying';
      change({ lot: found.value, isStopping: isRunning && getState().isStopping });
    } else
      change({ note: found === null ? { kind: 'faulty' } : { kind: 'lot-problem', code: found.error.code } });
    pause = setTimeout(() => {
      pause = undefined;
      if (isStale) fetchLot().catch(reportBug);
    }, followPauseMs);
  }

  async function fetchHome(): Promise<void> {
    const [groups, former] = await Promise.all([
      bridge.groups().catch(() => null),
      bridge.lots({ before: null }).catch(() => null),
    ]);
    if (groups?.ok !== true || former?.ok !== true) return change({ note: { kind: 'faulty' } });
    const known = new Set(groups.value.map(({ number }) => number));
    change({
      groups: groups.value,
      picked: getState().picked.filter((number) => known.has(number)),
      former: former.value,
      hasOlder: former.value.length === answered,
    });
  }

  /** One thing at a time; what main refuses is told. */
  async function request<T, Code>(
    send: () => Promise<Result<T, { readonly code: Code }>>,
    problem: (code: Code) => LotsNote,
    then: (value: T) => Partial<LotsView> = () => ({}),
  ): Promise<boolean> {
    if (getState().isBusy) return false;
    change({ isBusy: true, note: null });
    const result = await send().catch(() => null);
    change({ isBusy: false });
    if (result?.ok === true) change(then(result.value));
    else change({ note: result === null ? { kind: 'faulty' } : problem(result.error.code) });
    return result?.ok === true;
  }
  const lotProblem = (code: LotProblemCode): LotsNote => ({ kind: 'lot-problem', code });

  /** The same about the lot on the screen. */
  async function ofLot<T>(
    send: (of: { readonly lot: number }) => Promise<Result<T, { readonly code: LotProblemCode }>>,
    then?: (value: T) => Partial<LotsView>,
  ): Promise<boolean> {
    const lot = lotShown();
    if (lot === null) return false;
    const done = await request(() => send({ lot }), lotProblem, then);
    await fetchLot();
    return done;
  }

  function show(screen: LotsScreen): void {
    const isSame = screen.at === 'lot' && getState().lot?.number === screen.lot;
    change({ screen, note: null, isStopping: false, ...(isSame ? {} : { lot: null, at: 0 }) });
    if (screen.at === 'lot') {
      clearTimeout(pause);
      pause = undefined;
      fetchLot().catch(reportBug);
    }
    if (screen.at === 'home') fetchHome().catch(reportBug);
  }

  const withQuestion = (question: LotQuestion | null): void => {
    const { screen } = getState();
    if (screen.at === 'lot') change({ screen: { ...screen, question }, note: null });
  };

  return {
    store,
    async follow(brief, ledgerRevision) {
      const now = `${brief?.number} ${brief?.revision} ${ledgerRevision}`;
      if (now === followed) return;
      followed = now;
      await (lotShown() === null ? fetchHome() : fetchLot());
    },
    fetchHome,
    async fetchOlder() {
      const last = getState().former?.at(-1);
      if (last === undefined || !getState().hasOlder) return;
      const older = await bridge.lots({ before: last.number });
      const { former } = getState();
      if (!older.ok || former?.at(-1)?.number !== last.number) return;
      change({ former: [...former, ...older.value], hasOlder: older.value.length === answered });
    },
    pick(group, isIn) {
      const others = getState().picked.filter((number) => number !== group);
      change({ picked: isIn ? [...others, group] : others, note: null });
    },
    show,

    async begin() {
      const { picked } = getState();
      if (picked.length === 0) return;
      let opened: number | null = null;
      await request(
        () => bridge.openLot({ groups: picked }),
        lotProblem,
        (number) => {
          opened = number;
          return { picked: [] };
        },
      );
      if (opened === null) return;
      show({ at: 'lot', lot: opened, question: null });
      await ofLot(bridge.inquireLot);
    },
    async removeGroup() {
      const { screen } = getState();
      if (screen.at !== 'remove') return;
      const done = await request(
        () => bridge.removeGroup({ group: screen.group.number }),
        (code) => ({ kind: 'group-problem', code }),
      );
      if (!done) return;
      show({ at: 'home' });
      change({ note: { kind: 'removed' } });
    },

    inquire: () => ofLot(bridge.inquireLot).then(() => undefined),
    async stop() {
      change({ isStopping: true });
      if (!(await ofLot(bridge.stopLot))) change({ isStopping: false });
    },
    lookAt(place) {
      const last = Math.max(0, (getState().lot?.lines.length ?? 0) - 1);
      change({ at: Math.min(Math.max(0, place), last) });
    },
    async toggle(place = getState().at) {
      const { lot: shown } = getState();
      const line = shown?.lines[place];
      if (shown?.stage !== 'idle' && shown?.stage !== 'halted') return;
      if (line === undefined || !(line.canChoose || line.isChosen)) return;
      await ofLot(
        ({ lot }) => bridge.chooseInLot({ lot, lines: [line.nth], isIn: !line.isChosen }),
        (lot) => ({ lot }),
      );
    },
    ask(question) {
      const { lot, isBusy } = getState();
      if (isBusy || lot === null || (lot.stage !== 'idle' && lot.stage !== 'halted')) return;
      if (question === 'pay' && lot.sums.chosen.count === 0)
        return change({ note: { kind: 'lot-problem', code: 'nothing-to-pay' } });
      withQuestion(question);
    },
    async confirm() {
      const { screen, isBusy } = getState();
      if (screen.at !== 'lot' || screen.question === null || isBusy) return;
      const { question } = screen;
      withQuestion(null);
      if (question === 'pay') {
        await ofLot(bridge.payLot);
        return;
      }
      if (!(await ofLot(bridge.closeLot))) return;
      // Its lines may come only later, and Esc leads to the list of lots from one that is closed.
      const { lot } = getState();
      change({ lot: lot === null ? null : { ...lot, stage: 'closed' }, note: { kind: 'closed' } });
    },
    answer: (goOn) => ofLot(({ lot }) => bridge.answerLot({ lot, goOn })).then(() => undefined),

    printRecap: () =>
      ofLot(bridge.printLotRecap, () => ({ note: { kind: 'recap-printed' } })).then(() => undefined),
    async printReceipts() {
      const { lot, isBusy } = getState();
      if (lot === null || isBusy) return;
      change({ isBusy: true, note: null });
      const note = await printMissing(lot.lines).catch((): LotsNote => ({ kind: 'faulty' }));
      change({ isBusy: false, note });
    },
    async exportLot(format) {
      const lot = lotShown();
      if (lot === null) return;
      await request(
        () => bridge.exportLot({ lot, format }),
        (code): LotsNote => ({ kind: 'table-problem', code }),
        ({ path }) => ({ note: { kind: 'exported', path } }),
      );
    },

    back() {
      const { screen } = getState();
      if (screen.at === 'home') return false;
      if (screen.at === 'lot' && screen.question !== null) withQuestion(null);
      // A lot that runs is left for the counter, which is where Esc leads from it.
      else if (screen.at === 'lot' && getState().lot?.stage !== 'closed') return false;
      else show({ at: 'home' });
      return true;
    },
    end() {
      clearTimeout(pause);
      pause = undefined;
      isStale = false;
      followed = null;
    },
  };

  async function printMissing(lines: readonly LotLine[]): Promise<LotsNote> {
    let count = 0;
    for (const { payment, state } of lines) {
      if (payment === null || state !== 'paid') continue;
      const found = await bridge.payment({ payment });
      if (!found.ok || !isMissing(found.value)) continue;
      const printed = await bridge.reprint({ payment });
      if (!printed.ok) return { kind: 'receipt-problem', code: printed.error.code };
      count += 1;
    }
    return { kind: 'receipts', count };
  }
}
