import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as fc from 'fast-check';
import {
  canCheck,
  createHistory,
  noFilters,
  queryOf,
  typingPauseMs,
  type History,
} from '../../../../renderer/store/history.ts';
import { isBusinessDay, type BusinessDay } from '../../../../shared/business-day.ts';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import {
  historyQuerySchema,
  type HistoryEntry,
  type HistoryPage,
  type TrailEntry,
} from '../../../../shared/contract/history.ts';
import type { PaymentView } from '../../../../shared/contract/payment-view.ts';
import { rupiah } from '../../../../shared/money.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { noon, paidView, quoteId } from '../samples.ts';
import { never, unexpected } from './counter-driver.ts';

const dayOf = (text: string): BusinessDay => {
  if (!isBusinessDay(text)) throw new Error('not a day');
  return text;
};
const today = dayOf('2026-03-01');

const entryOf = (place: number): HistoryEntry => ({
  id: quoteId(place),
  place,
  product: 'pln-postpaid',
  biller: 'teleanjar',
  customerNumber: '530000000001',
  name: `PELANGGAN ${place}`,
  due: rupiah(303_500),
  state: 'paid',
  sentAt: noon,
  day: today,
  cashier: null,
});
const viewOf = (place: number, part: Partial<PaymentView> = {}): PaymentView => ({
  ...paidView,
  quote: { ...paidView.quote, id: quoteId(place) },
  ...part,
});
const happened: readonly TrailEntry[] = [
  { of: 'payment', at: noon, actor: 'counter', event: 'quote', person: 'Sri', note: null },
];

type Search = LoketBridge['searchHistory'];
/** Payments 1 to `count`, the newest first, in pages of `length`. */
const shelf =
  (count: () => number, length = 50): Search =>
  ({ behind }) => {
    const newest = behind === null ? count() : behind - 1;
    const places = Array.from({ length: Math.min(length, newest) }, (_, at) => newest - at);
    return Promise.resolve(ok({ entries: places.map(entryOf), hasMore: newest > length }));
  };

/** A history on a bridge where every request that a test does not define is a mistake. */
const historyWith = (part: Partial<LoketBridge>): History =>
  createHistory({
    bridge: {
      searchHistory: unexpected,
      trail: () => Promise.resolve(ok(happened)),
      cashiers: () => Promise.resolve(ok([])),
      payment: ({ payment }) => Promise.resolve(ok(viewOf(Number.parseInt(payment, 16)))),
      reprint: unexpected,
      copyText: unexpected,
      savePicture: unexpected,
      savePdf: unexpected,
      checkPayment: unexpected,
      refund: unexpected,
      ...part,
    },
    today: () => today,
  });
const view = (history: History) => history.store.getState();
const places = (history: History) => view(history).entries?.map(({ place }) => place);
const flush = () => vi.advanceTimersByTimeAsync(0);

/** Answers that a test gives when it likes. */
function answers() {
  const waiting: { readonly text: string; readonly give: (page: HistoryPage) => void }[] = [];
  const search = vi.fn<Search>(
    ({ query }) =>
      new Promise((resolve) => {
        waiting.push({ text: query.text, give: (page) => resolve(ok(page)) });
      }),
  );
  return { waiting, search };
}
const page = (...found: readonly number[]): HistoryPage => ({ entries: found.map(entryOf), hasMore: false });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is typed', () => {
  it('is looked for once nobody types any more, and not for each letter', async () => {
    const { waiting, search } = answers();
    const history = historyWith({ searchHistory: search });
    for (const text of ['b', 'bu', 'bud']) {
      history.type(text);
      await vi.advanceTimersByTimeAsync(typingPauseMs - 1);
    }
    expect(search).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(waiting.map(({ text }) => text)).toEqual(['bud']);
  });

  it('never shows an answer to another text, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
        const { waiting, search } = answers();
        const history = historyWith({ searchHistory: search });
        for (const text of ['1', '2', '3', '4']) {
          history.type(text);
          await vi.advanceTimersByTimeAsync(typingPauseMs);
        }
        let isAnswered = false;
        for (const each of order) {
          waiting[each]?.give(page(each + 1));
          await flush();
          isAnswered ||= each === 3;
          expect(places(history)).toEqual(isAnswered ? [4] : undefined);
          expect(view(history).isCurrent).toBe(isAnswered);
        }
      }),
    );
  });

  it('drops the answer that comes while the next text waits', async () => {
    const { waiting, search } = answers();
    const history = historyWith({ searchHistory: search });
    history.type('1');
    await vi.advanceTimersByTimeAsync(typingPauseMs);
    history.type('12');
    waiting[0]?.give(page(1));
    await flush();
    expect(view(history)).toMatchObject({ entries: null, isCurrent: false });
  });

  it('leaves what was found on the screen until the next answer', async () => {
    const { waiting, search } = answers();
    const history = historyWith({ searchHistory: search });
    void history.follow(1);
    waiting[0]?.give(page(3, 2, 1));
    await flush();
    history.type('x');
    await vi.advanceTimersByTimeAsync(typingPauseMs);
    expect(places(history)).toEqual([3, 2, 1]);
    waiting[1]?.give(page());
    await flush();
    expect(places(history)).toEqual([]);
  });

  it('followed by Enter at once opens the first of its own answer', async () => {
    const { waiting, search } = answers();
    const history = historyWith({ searchHistory: search });
    void history.follow(1);
    waiting[0]?.give(page(3, 2, 1));
    await flush();
    history.type('budi');
    history.open();
    expect(view(history).details).toBeNull();
    await vi.advanceTimersByTimeAsync(typingPauseMs);
    waiting[1]?.give(page(9));
    await flush();
    expect(view(history).details?.payment?.quote.id).toBe(quoteId(9));
  });

  it('is not looked for once the place is left', async () => {
    const history = historyWith({});
    history.type('x');
    history.stop();
    await vi.advanceTimersByTimeAsync(10 * typingPauseMs);
    expect(view(history).isFaulty).toBe(false);
  });
});

describe('the filters', () => {
  it('are days of the shop’s books', () => {
    const days = (part: Partial<typeof noFilters>) => {
      const { from, until } = queryOf({ ...noFilters, ...part }, today);
      return [from, until];
    };
    expect(days({})).toEqual([null, null]);
    expect(days({ day: 'today' })).toEqual(['2026-03-01', '2026-03-01']);
    expect(days({ day: 'yesterday' })).toEqual(['2026-02-28', '2026-02-28']);
    expect(days({ day: 'range', from: '2026-02-01' })).toEqual(['2026-02-01', null]);
    expect(days({ day: 'range', from: '2026-02-30', until: 'x' })).toEqual([null, null]);
    expect(days({ day: 'today', from: '2020-01-01' })).toEqual(['2026-03-01', '2026-03-01']);
  });

  it('ask for what main takes, and a range’s ends either way round', () => {
    const date = fc.constantFrom('', '2026-01-31', '2026-02-30', '2025-12-01', 'nonsense');
    fc.assert(
      fc.property(date, date, fc.string({ maxLength: 60 }), (from, until, text) => {
        const query = queryOf({ ...noFilters, day: 'range', from, until, text }, today);
        const swapped = queryOf({ ...noFilters, day: 'range', from: until, until: from, text }, today);
        if (query.from !== null && query.until !== null) {
          expect(query.from <= query.until).toBe(true);
          expect(swapped).toEqual(query);
        }
        expect(query.text).toBe(text.trim());
        if (/^[\x20-\x7e]*$/.test(text)) expect(historyQuerySchema.safeParse(query).success).toBe(true);
      }),
    );
  });

  it('are asked for at once, all of them together with the text', async () => {
    const searchHistory = vi.fn<Search>(() => Promise.resolve(ok(page(1))));
    const history = historyWith({ searchHistory });
    history.type('budi');
    await history.filter({ state: 'unknown', cashier: 'Sri' });
    expect(searchHistory).toHaveBeenCalledExactlyOnceWith({
      query: { text: 'budi', from: null, until: null, cashier: 'Sri', state: 'unknown', product: null },
      behind: null,
    });
    // What was typed has gone with them.
    await vi.advanceTimersByTimeAsync(2 * typingPauseMs);
    expect(searchHistory).toHaveBeenCalledOnce();
  });
});

describe('the pages', () => {
  it('follow one another without a gap or a repeat, however often more is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (count, length) => {
          const history = historyWith({ searchHistory: shelf(() => count, length) });
          await history.follow(1);
          for (let time = 0; time < count + 2; time += 1)
            await Promise.all([history.fetchMore(), history.fetchMore()]);
          expect(places(history)).toEqual(Array.from({ length: count }, (_, at) => count - at));
          expect(view(history).hasMore).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of one search are not put behind those of another', async () => {
    const later: ((answer: Result<HistoryPage, { code: 'ledger-not-read' }>) => void)[] = [];
    const searchHistory: Search = ({ query, behind }) =>
      behind !== null
        ? new Promise((resolve) => later.push(resolve))
        : Promise.resolve(ok({ entries: [entryOf(query.text === '' ? 20 : 9)], hasMore: true }));
    const history = historyWith({ searchHistory });
    await history.follow(1);
    void history.fetchMore();
    history.type('x');
    await vi.advanceTimersByTimeAsync(typingPauseMs);
    later[0]?.(ok(page(19)));
    await flush();
    expect(places(history)).toEqual([9]);
    expect(view(history).isFetchingMore).toBe(false);
  });

  it('that cannot be read leave what there is, and are asked for once more when somebody wants it', async () => {
    let isBroken = false;
    const whole = shelf(() => 5, 2);
    const searchHistory = vi.fn<Search>((input) =>
      isBroken ? Promise.resolve(err({ code: 'ledger-not-read' })) : whole(input),
    );
    const history = historyWith({ searchHistory });
    await history.follow(1);
    isBroken = true;
    await history.fetchMore();
    expect(view(history)).toMatchObject({ isFaulty: true, isFetchingMore: false });
    expect(places(history)).toEqual([5, 4]);
    const asked = searchHistory.mock.calls.length;
    await history.fetchMore();
    expect(searchHistory).toHaveBeenCalledTimes(asked);
    isBroken = false;
    await history.again();
    expect(view(history).isFaulty).toBe(false);
    await history.fetchMore();
    expect(places(history)).toEqual([5, 4, 3, 2]);
  });
});

describe('a newer ledger', () => {
  it('is asked for all that is in view, and the one looked at stays the same payment', async () => {
    let count = 6;
    const history = historyWith({ searchHistory: shelf(() => count, 2) });
    await history.follow(1);
    await history.fetchMore();
    history.move(2);
    expect(view(history).entries?.[2]?.place).toBe(4);
    count = 7;
    await history.follow(2);
    expect(places(history)).toEqual([7, 6, 5, 4]);
    expect(view(history).entries?.[view(history).at]?.place).toBe(4);
  });

  it('keeps the first place at the newest payment', async () => {
    let count = 3;
    const history = historyWith({ searchHistory: shelf(() => count) });
    await history.follow(1);
    count = 4;
    await history.follow(2);
    expect(view(history)).toMatchObject({ at: 0 });
    expect(view(history).entries?.[0]?.place).toBe(4);
  });

  it('is asked once a revision', async () => {
    const searchHistory = vi.fn<Search>(shelf(() => 3));
    const history = historyWith({ searchHistory });
    await Promise.all([history.follow(1), history.follow(1)]);
    await history.follow(1);
    expect(searchHistory).toHaveBeenCalledOnce();
  });

  it('brings the trail of the open payment anew, and never an older one after it', async () => {
    const gave: ((trail: readonly TrailEntry[]) => void)[] = [];
    const trail: LoketBridge['trail'] = () =>
      new Promise((resolve) => gave.push((entries) => resolve(ok(entries))));
    const history = historyWith({ searchHistory: shelf(() => 3), trail });
    await history.follow(1);
    history.open();
    void history.follow(2);
    await flush();
    gave[1]?.([...happened, ...happened]);
    await flush();
    expect(view(history).details?.trail).toHaveLength(2);
    gave[0]?.(happened);
    await flush();
    expect(view(history).details?.trail).toHaveLength(2);
  });
});

describe('the details', () => {
  it('are those of the payment chosen last, whichever answer comes first', async () => {
    const gave = new Map<string, () => void>();
    const payment: LoketBridge['payment'] = ({ payment: id }) =>
      new Promise((resolve) => gave.set(id, () => resolve(ok(viewOf(Number.parseInt(id, 16))))));
    const history = historyWith({ searchHistory: shelf(() => 3), payment });
    await history.follow(1);
    history.open(0);
    history.open(1);
    gave.get(quoteId(2))?.();
    await flush();
    gave.get(quoteId(3))?.();
    await flush();
    expect(view(history).details?.payment?.quote.id).toBe(quoteId(2));
  });

  it('go along with the arrows once they are open, and not before', async () => {
    const history = historyWith({ searchHistory: shelf(() => 3) });
    await history.follow(1);
    history.move(1);
    expect(view(history).details).toBeNull();
    history.open();
    history.move(1);
    await flush();
    expect(view(history).details?.payment?.quote.id).toBe(quoteId(1));
    history.move(100);
    expect(view(history).at).toBe(2);
    history.move(-100);
    expect(view(history).at).toBe(0);
  });

  it('say so where the payment is not there any more', async () => {
    const payment = () => Promise.resolve(err({ code: 'payment-not-found' } as const));
    const history = historyWith({ searchHistory: shelf(() => 1), payment });
    await history.follow(1);
    history.open();
    await flush();
    expect(view(history).details).toMatchObject({ payment: null, isMissing: true });
  });

  it('are left by one step, the place by the next', async () => {
    const history = historyWith({ searchHistory: shelf(() => 1) });
    await history.follow(1);
    history.open();
    await flush();
    expect(history.back()).toBe(true);
    expect(view(history).details).toBeNull();
    expect(history.back()).toBe(false);
  });
});

/** A history with the details of one payment open. */
async function openWith(payment: Partial<PaymentView>, part: Partial<LoketBridge>): Promise<History> {
  const history = historyWith({
    searchHistory: shelf(() => 1),
    payment: () => Promise.resolve(ok(viewOf(1, payment))),
    ...part,
  });
  await history.follow(1);
  history.open();
  await flush();
  return history;
}

describe('what is done with a payment', () => {
  it('is about the one whose details are there, once however often the key comes', async () => {
    const reprint = vi.fn<LoketBridge['reprint']>(never);
    const history = await openWith({}, { reprint });
    void history.reprint();
    void history.reprint();
    void history.copyText();
    expect(reprint).toHaveBeenCalledExactlyOnceWith({ payment: quoteId(1) });
  });

  it('is nothing while no details are there, or no receipt is to be had', async () => {
    const closed = historyWith({ searchHistory: shelf(() => 1) });
    await closed.follow(1);
    for (const act of [closed.reprint, closed.copyText, closed.savePicture, closed.savePdf, closed.check])
      await act();
    const refused = await openWith({ state: 'rejected' }, {});
    for (const act of [refused.reprint, refused.copyText, refused.savePicture, refused.savePdf]) await act();
    expect(view(refused).note).toBeNull();
  });

  it('says where a file went, and why one was not written', async () => {
    const path = '/home/sri/struk.png';
    const savePicture = () => Promise.resolve(ok({ path }));
    const savePdf = () => Promise.resolve(err({ code: 'picture-not-written' } as const));
    const history = await openWith({}, { savePicture, savePdf });
    await history.savePicture();
    expect(view(history).note).toEqual({ kind: 'saved', as: 'picture', path });
    await history.savePdf();
    expect(view(history).note).toEqual({ kind: 'receipt-problem', code: 'picture-not-written' });
    expect(view(history).isBusy).toBe(false);
  });

  it('says nothing of a payment that is not in view any more', async () => {
    let answer: () => void = () => undefined;
    const copyText: LoketBridge['copyText'] = () =>
      new Promise((resolve) => {
        answer = () => resolve(ok(undefined));
      });
    const history = await openWith({}, { copyText });
    void history.copyText();
    history.back();
    answer();
    await flush();
    expect(view(history)).toMatchObject({ note: null, isBusy: false, details: null });
  });

  it('is free again after main has broken off', async () => {
    const history = await openWith({}, { copyText: unexpected });
    await expect(history.copyText()).rejects.toThrow('not expected');
    expect(view(history).isBusy).toBe(false);
  });

  it('asks the biller only where it can be asked now', async () => {
    const gaveUp = { kind: 'gave-up', asked: 3, lastAt: noon } as const;
    const checkPayment = vi.fn<LoketBridge['checkPayment']>(() =>
      Promise.resolve(err({ code: 'no-connection' })),
    );
    const unknown = await openWith({ state: 'unknown', checking: gaveUp }, { checkPayment });
    await unknown.check();
    expect(view(unknown).note).toEqual({ kind: 'check-problem', code: 'no-connection' });
    const settled = await openWith({ checking: { kind: 'not-needed' } }, { checkPayment });
    await settled.check();
    expect(checkPayment).toHaveBeenCalledOnce();
    const will = { kind: 'will', asked: 0, lastAt: null, nextAt: noon, isOffline: false } as const;
    expect(canCheck({ checking: { ...will, isAsking: false } })).toBe(true);
    expect(canCheck({ checking: { ...will, isAsking: true } })).toBe(false);
    expect(canCheck({ checking: { kind: 'cannot', because: 'no-call' } })).toBe(false);
  });
});

describe('cash that goes back', () => {
  const owed = { state: 'rejected', isOwed: true } as const;

  it('is noted by the second press, never by the first', async () => {
    const refund = vi.fn<LoketBridge['refund']>(() => Promise.resolve(ok(viewOf(1))));
    const history = await openWith(owed, { refund });
    await history.refund();
    expect(refund).not.toHaveBeenCalled();
    expect(view(history).isRefunding).toBe(true);
    await history.refund();
    expect(refund).toHaveBeenCalledExactlyOnceWith({ payment: quoteId(1) });
    expect(view(history)).toMatchObject({ isRefunding: false, note: { kind: 'refunded' } });
  });

  it('is called off by a step back, by another payment, and by anything else that is done', async () => {
    const history = await openWith(owed, {});
    await history.refund();
    expect(history.back()).toBe(true);
    expect(view(history)).toMatchObject({ isRefunding: false });
    expect(view(history).details).not.toBeNull();
    await history.refund();
    expect(view(history).isRefunding).toBe(true);
    history.back();
    history.back();
    history.open();
    await flush();
    expect(view(history).isRefunding).toBe(false);
  });

  it('is not asked for where nothing is owed, and its refusal is told', async () => {
    const nothing = await openWith({}, {});
    await nothing.refund();
    expect(view(nothing).isRefunding).toBe(false);
    const refused = await openWith(owed, {
      refund: () => Promise.resolve(err({ code: 'more-than-there-is' })),
    });
    await refused.refund();
    await refused.refund();
    expect(view(refused).note).toEqual({ kind: 'refund-problem', code: 'more-than-there-is' });
  });
});
