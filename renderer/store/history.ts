import { createStore, type StoreApi } from 'zustand/vanilla';
import { isBusinessDay, type BusinessDay } from '../../shared/business-day.ts';
import type { CheckProblem, LoketBridge, ReceiptProblem } from '../../shared/contract/contract.ts';
import type { HistoryEntry, HistoryQuery, TrailEntry } from '../../shared/contract/history.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { ShiftProblemCode } from '../../shared/contract/shift.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { countsAsPaid } from '../../shared/payment/states.ts';
import type { Result } from '../../shared/result.ts';
import { reportBug } from '../report-bug.ts';

/** Which days are looked through. */
export const dayChoices = ['all', 'today', 'yesterday', 'range'] as const;
export type DayChoice = (typeof dayChoices)[number];

/** What is looked for, as it stands in the fields. */
export interface HistoryFilters {
  readonly text: string;
  readonly day: DayChoice;
  /** The ends of a range as `yyyy-MM-dd`, empty where it is open; either may be the earlier one. */
  readonly from: string;
  readonly until: string;
  readonly cashier: HistoryQuery['cashier'];
  readonly state: HistoryQuery['state'];
  readonly product: HistoryQuery['product'];
}

/** What came of the last thing that was done with a payment. */
export type HistoryNote =
  | { readonly kind: 'reprinted' | 'copied' | 'checked' | 'refunded' }
  | { readonly kind: 'saved'; readonly as: 'picture' | 'pdf'; readonly path: string }
  | { readonly kind: 'receipt-problem'; readonly code: ReceiptProblem['code'] }
  | { readonly kind: 'check-problem'; readonly code: CheckProblem['code'] }
  | { readonly kind: 'refund-problem'; readonly code: ShiftProblemCode };

/** The payment whose details are open. */
export interface OpenDetails {
  readonly id: QuoteId;
  /** `null` until main has told. */
  readonly payment: PaymentView | null;
  readonly trail: readonly TrailEntry[] | null;
  readonly isMissing: boolean;
}

/** What was sold, as its place shows it. */
export interface HistoryView {
  readonly filters: HistoryFilters;
  /** The names that can be chosen by. */
  readonly cashiers: readonly string[];
  /** What main found for the filters, or, while it looks, for those before; `null` before its first answer. */
  readonly entries: readonly HistoryEntry[] | null;
  readonly hasMore: boolean;
  /** Whether `entries` are what the filters find. */
  readonly isCurrent: boolean;
  readonly isFetchingMore: boolean;
  /** The records could not be read the last time. */
  readonly isFaulty: boolean;
  /** The entry that Enter opens. */
  readonly at: number;
  /** Enter was pressed before main had answered: its answer's first is opened. */
  readonly opens: boolean;
  readonly details: OpenDetails | null;
  /** The next press notes that the cash went back. */
  readonly isRefunding: boolean;
  readonly isBusy: boolean;
  readonly note: HistoryNote | null;
}

export const noFilters: HistoryFilters = {
  text: '',
  day: 'all',
  from: '',
  until: '',
  cashier: null,
  state: null,
  product: null,
};

const closedHistory: HistoryView = {
  filters: noFilters,
  cashiers: [],
  entries: null,
  hasMore: false,
  isCurrent: false,
  isFetchingMore: false,
  isFaulty: false,
  at: 0,
  opens: false,
  details: null,
  isRefunding: false,
  isBusy: false,
  note: null,
};

/** As long as main takes it. */
export const longestHistoryText = 60;
/** How long nobody types until main is asked. In milliseconds. */
export const typingPauseMs = 120;

const aDay = 24 * 3_600_000;

/** The day before, of the calendar. */
function dayBefore(day: BusinessDay): BusinessDay {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - aDay).toISOString().slice(0, 10);
  if (!isBusinessDay(before)) throw new RangeError(`no day before ${day}`);
  return before;
}

/** The days of a range. Whoever gives its ends the other way round means the same. */
function rangeOf({
  from,
  until,
}: Pick<HistoryFilters, 'from' | 'until'>): Pick<HistoryQuery, 'from' | 'until'> {
  const first = isBusinessDay(from) ? from : null;
  const last = isBusinessDay(until) ? until : null;
  return first !== null && last !== null && first > last
    ? { from: last, until: first }
    : { from: first, until: last };
}

function daysOf(filters: HistoryFilters, today: BusinessDay): Pick<HistoryQuery, 'from' | 'until'> {
  switch (filters.day) {
    case 'all':
      return { from: null, until: null };
    case 'today':
      return { from: today, until: today };
    case 'yesterday':
      return { from: dayBefore(today), until: dayBefore(today) };
    case 'range':
      return rangeOf(filters);
  }
}

/** What main is asked for. `today`: the day of the shop's books that it is now. */
export const queryOf = (filters: HistoryFilters, today: BusinessDay): HistoryQuery => ({
  text: filters.text.trim(),
  ...daysOf(filters, today),
  cashier: filters.cashier,
  state: filters.state,
  product: filters.product,
});

/** Whether the biller can be asked about a payment now. */
export const canCheck = ({ checking }: Pick<PaymentView, 'checking'>): boolean =>
  checking.kind === 'gave-up' || (checking.kind === 'will' && !checking.isAsking);

type HistoryBridge = Pick<
  LoketBridge,
  | 'searchHistory'
  | 'trail'
  | 'cashiers'
  | 'payment'
  | 'reprint'
  | 'copyText'
  | 'savePicture'
  | 'savePdf'
  | 'checkPayment'
  | 'refund'
>;

export interface HistoryPorts {
  readonly bridge: HistoryBridge;
  /** The day of the shop's books that it is now. */
  readonly today: () => BusinessDay;
}

/** What people can do with what was sold. What does not fit changes nothing. */
export interface History {
  readonly store: StoreApi<HistoryView>;
  /** Asks anew for everything in view where the ledger is at another revision than it was asked at. */
  readonly follow: (ledgerRevision: number) => Promise<void>;
  /** Asks main once nobody has typed for a moment. */
  readonly type: (text: string) => void;
  /** Asks main at once. */
  readonly filter: (part: Partial<Omit<HistoryFilters, 'text'>>) => Promise<void>;
  readonly fetchMore: () => Promise<void>;
  readonly move: (by: number) => void;
  /** Opens the details of an entry; without a place those of the one that is looked at. */
  readonly open: (at?: number) => void;
  readonly reprint: () => Promise<void>;
  readonly copyText: () => Promise<void>;
  readonly savePicture: () => Promise<void>;
  readonly savePdf: () => Promise<void>;
  readonly check: () => Promise<void>;
  /** The first press asks, the second one notes it. */
  readonly refund: () => Promise<void>;
  /** One step back; `false` where there is none, and the place may be left. */
  readonly back: () => boolean;
  /** Asks once more for what could not be read. */
  readonly again: () => Promise<void>;
  /** The place is gone: nothing is asked any more. */
  readonly stop: () => void;
}

export function createHistory({ bridge, today }: HistoryPorts): History {
  const store = createStore<HistoryView>(() => closedHistory);
  const { getState } = store;
  const change = (part: Partial<HistoryView>): void => store.setState(part);
  /** Counted, so that an older answer that comes later is dropped. */
  let asked = 0;
  let askedDetails = 0;
  let followed: number | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** The first entries that fit, at least so many where there are; `null` where they could not be read. */
  async function firstEntries(
    query: HistoryQuery,
    atLeast: number,
    isWanted: () => boolean,
  ): Promise<(Pick<HistoryView, 'hasMore'> & { readonly entries: readonly HistoryEntry[] }) | null> {
    const entries: HistoryEntry[] = [];
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ended
      const page = await bridge.searchHistory({ query, behind: entries.at(-1)?.place ?? null });
      if (!page.ok) return null;
      entries.push(...page.value.entries);
      const { hasMore } = page.value;
      if (!hasMore || page.value.entries.length === 0 || entries.length >= atLeast || !isWanted())
        return { entries, hasMore };
    }
  }

  /** `atLeast`: as many as are in view, where the same is asked for again. */
  async function search(atLeast = 0): Promise<void> {
    clearTimeout(pause);
    asked += 1;
    const ask = asked;
    const isWanted = (): boolean => ask === asked;
    const found = await firstEntries(queryOf(getState().filters, today()), atLeast, isWanted).catch(
      (error: unknown) => {
        reportBug(error);
        return null;
      },
    );
    if (!isWanted()) return;
    const { opens, at, entries: before } = getState();
    if (found === null) return change({ isFaulty: true, isFetchingMore: false, opens: false });
    const lookedAt = at === 0 ? -1 : found.entries.findIndex(({ id }) => id === before?.[at]?.id);
    change({
      ...found,
      // What came in above it moves the one that is looked at; the first place is always the newest.
      at: lookedAt === -1 ? Math.min(at, Math.max(0, found.entries.length - 1)) : lookedAt,
      isCurrent: true,
      isFetchingMore: false,
      isFaulty: false,
      opens: false,
    });
    if (opens) open();
  }

  async function fetchMore(): Promise<void> {
    const { entries, hasMore, isCurrent, isFetchingMore, isFaulty, filters } = getState();
    const last = entries?.at(-1);
    if (last === undefined || !hasMore || !isCurrent || isFetchingMore || isFaulty) return;
    const ask = asked;
    change({ isFetchingMore: true });
    const page = await bridge
      .searchHistory({ query: queryOf(filters, today()), behind: last.place })
      .catch((error: unknown) => {
        reportBug(error);
        return null;
      });
    // A newer search has its own pages.
    if (ask !== asked) return;
    if (page === null || !page.ok) return change({ isFetchingMore: false, isFaulty: true });
    change({
      entries: [...(getState().entries ?? []), ...page.value.entries],
      hasMore: page.value.hasMore && page.value.entries.length > 0,
      isFetchingMore: false,
    });
  }

  async function fetchDetails(id: QuoteId): Promise<void> {
    askedDetails += 1;
    const ask = askedDetails;
    const [payment, trail] = await Promise.all([
      bridge.payment({ payment: id }),
      bridge.trail({ payment: id }),
    ]);
    if (ask !== askedDetails || getState().details?.id !== id) return;
    change({
      details: {
        id,
        payment: payment.ok ? payment.value : (getState().details?.payment ?? null),
        trail: trail.ok ? trail.value : (getState().details?.trail ?? null),
        isMissing: !payment.ok,
      },
    });
  }

  function open(place?: number): void {
    const { entries, isCurrent, at } = getState();
    if (place === undefined && !isCurrent) return change({ opens: true });
    const chosen = place ?? at;
    const id = entries?.[chosen]?.id;
    if (id === undefined) return;
    if (getState().details?.id === id) return change({ at: chosen });
    change({
      at: chosen,
      details: { id, payment: null, trail: null, isMissing: false },
      note: null,
      isRefunding: false,
    });
    fetchDetails(id).catch(reportBug);
  }

  /** One thing at a time, with the payment whose details are there; what main refuses is told. */
  async function act<T, E>(
    send: (payment: { readonly payment: QuoteId }) => Promise<Result<T, E>>,
    said: (value: T) => HistoryNote,
    refused: (error: E) => HistoryNote,
  ): Promise<void> {
    const { details, isBusy } = getState();
    const id = details?.payment?.quote.id;
    if (id === undefined || isBusy) return;
    change({ isBusy: true, note: null, isRefunding: false });
    try {
      const result = await send({ payment: id });
      const note = result.ok ? said(result.value) : refused(result.error);
      // About another payment by now it would be wrong.
      if (getState().details?.id === id) change({ note });
    } finally {
      change({ isBusy: false });
    }
    if (getState().details?.id === id) await fetchDetails(id);
  }

  const isPaid = (): boolean => {
    const payment = getState().details?.payment;
    return payment !== null && payment !== undefined && countsAsPaid(payment.state);
  };
  const receiptProblem = ({ code }: ReceiptProblem): HistoryNote => ({ kind: 'receipt-problem', code });

  return {
    store,
    async follow(ledgerRevision) {
      if (ledgerRevision === followed) return;
      followed = ledgerRevision;
      const { details, entries, isCurrent } = getState();
      await Promise.all([
        search(isCurrent ? (entries?.length ?? 0) : 0),
        bridge.cashiers().then((names) => names.ok && change({ cashiers: names.value })),
        ...(details === null ? [] : [fetchDetails(details.id)]),
      ]);
    },

    type(text) {
      const filters = { ...getState().filters, text: text.slice(0, longestHistoryText) };
      change({ filters, isCurrent: false, opens: false, at: 0 });
      // What is on its way was asked for another text.
      asked += 1;
      clearTimeout(pause);
      pause = setTimeout(() => void search().catch(reportBug), typingPauseMs);
    },
    async filter(part) {
      change({ filters: { ...getState().filters, ...part }, isCurrent: false, opens: false, at: 0 });
      await search();
    },
    fetchMore,

    move(by) {
      const { entries, at, details } = getState();
      const next = Math.min(Math.max(0, (entries?.length ?? 0) - 1), Math.max(0, at + by));
      change({ at: next });
      // Beside the list the details go along.
      if (details !== null) open(next);
    },
    open,

    reprint: async () => {
      if (isPaid()) await act(bridge.reprint, () => ({ kind: 'reprinted' }), receiptProblem);
    },
    copyText: async () => {
      if (isPaid()) await act(bridge.copyText, () => ({ kind: 'copied' }), receiptProblem);
    },
    savePicture: async () => {
      if (isPaid())
        await act(bridge.savePicture, ({ path }) => ({ kind: 'saved', as: 'picture', path }), receiptProblem);
    },
    savePdf: async () => {
      if (isPaid())
        await act(bridge.savePdf, ({ path }) => ({ kind: 'saved', as: 'pdf', path }), receiptProblem);
    },
    async check() {
      const payment = getState().details?.payment;
      if (payment === null || payment === undefined || !canCheck(payment)) return;
      await act(
        bridge.checkPayment,
        () => ({ kind: 'checked' }),
        ({ code }) => ({ kind: 'check-problem', code }),
      );
    },
    async refund() {
      const { details, isRefunding, isBusy } = getState();
      if (isBusy || details?.payment?.isOwed !== true) return;
      if (!isRefunding) return change({ isRefunding: true, note: null });
      await act(
        bridge.refund,
        () => ({ kind: 'refunded' }),
        ({ code }) => ({ kind: 'refund-problem', code }),
      );
    },

    back() {
      const { details, isRefunding } = getState();
      if (isRefunding) {
        change({ isRefunding: false });
        return true;
      }
      if (details === null) return false;
      change({ details: null, note: null });
      return true;
    },
    again: () => search(getState().entries?.length ?? 0),
    stop() {
      clearTimeout(pause);
      asked += 1;
      followed = null;
    },
  };
}
