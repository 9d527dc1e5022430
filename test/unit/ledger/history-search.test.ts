import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Ledger, PaymentRecord } from '../../../electron/ledger/ledger.ts';
import type { SearchBounds } from '../../../electron/ledger/history-search.ts';
import { openQueries } from '../../../electron/ledger/query-ledger.ts';
import { businessDay, usualDay } from '../../../shared/business-day.ts';
import { historyPageSchema, type HistoryEntry, type HistoryQuery } from '../../../shared/contract/history.ts';
import { rupiah } from '../../../shared/money.ts';
import { doubtKey } from '../../../shared/payment/doubt.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import { paymentStates } from '../../../shared/payment/states.ts';
import { instant } from '../../../shared/time.ts';
import { arming, minutes, paid, quote, quoteId, rejected, settlement, start, unknown } from './documents.ts';
import { everything, fits } from './history-model.ts';
import { newLedger } from './open-ledger.ts';

const products = ['pln-postpaid', 'pln-prepaid', 'pdam'] as const;
const names = [
  'SITI AMINAH',
  'Siti’s "WARUNG" é',
  'BUDI',
  'Étienne O’Brien',
  "Robert'); DROP TABLE sale;--",
  '50% OFF*',
  '',
  '\u0000NUL',
  'ｗｉｄｅ Ⅳ ﬁne',
  'ALI سلام',
];
const cashiers = [null, 'Rina', 'Budi', 'rina'] as const;
const numbers = ['530000011112', '53-0000.01111 3', '530100000000', 'AB-12', '0071'];
const references = ['0BAG12AB', '0bag-99', '', 'VSI 0001', '5300'];
const tokens = ['12345678901234567890', '53000000000000000000'];

const soldArbitrary = fc.record({
  product: fc.constantFrom(...products),
  name: fc.constantFrom(...names),
  number: fc.constantFrom(...numbers),
  // Many, for one who owes holds their place, and there are to be pages.
  identity: fc.integer({ min: 0, max: 9999 }).map((n) => `5300${n}`),
  meter: fc.option(fc.constantFrom('14012345678', '530000099999'), { nil: null }),
  cashier: fc.constantFrom(...cashiers),
  total: fc.constantFrom(303_500, 52_500, 5300),
  counterFee: fc.constantFrom(undefined, 2000),
  // Also a clock that was set back.
  day: fc.integer({ min: 0, max: 5 }),
  outcome: fc.constantFrom(
    'paid',
    'rejected',
    'unknown',
    'sent',
    'by-hand',
    'refused-by-hand',
    'contradicted',
  ),
  reference: fc.constantFrom(...references),
  token: fc.option(fc.constantFrom(...tokens), { nil: null }),
});
type Sold = typeof soldArbitrary extends fc.Arbitrary<infer T> ? T : never;

const dayAt = (day: number) => businessDay(instant(start + day * minutes(24 * 60)), usualDay);
const dayArbitrary = fc.option(fc.integer({ min: -1, max: 6 }).map(dayAt), { nil: null });
const typed = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    's',
    'siti',
    'SITI am',
    'warung siti',
    'o brien',
    'e',
    'é',
    '53',
    '5300',
    '5300-0001 1112',
    '53 00',
    'ab12',
    'ab-1',
    '0bag',
    '0BAG-9',
    '12345',
    '1234 5678 9012',
    '303500',
    'Rp 303.500',
    '305,500',
    '5300',
    '7.300',
    '%',
    '*',
    '"',
    "'; --",
    '\u0000',
    '_',
    'wide iv fine',
    'سل',
    '\\',
  ),
  fc.string({ maxLength: 60, unit: 'grapheme' }).filter((text) => text.length <= 60),
  fc.constant('😀'.repeat(30)),
);
const queryArbitrary = fc.record({
  text: typed,
  from: dayArbitrary,
  until: dayArbitrary,
  cashier: fc.option(fc.constantFrom('Rina', 'Budi', 'rina', 'nobody', ''), { nil: null }),
  state: fc.option(
    fc.constantFrom(...paymentStates.filter((state) => state !== 'quoted' && state !== 'expired')),
    {
      nil: null,
    },
  ),
  product: fc.option(fc.constantFrom(...products, 'bpjs' as const), { nil: null }),
});

function sell(ledger: Ledger, n: number, sold: Sold): void {
  const { product, name, number, identity, meter, cashier, counterFee, day, reference, token } = sold;
  const total = rupiah(sold.total);
  const at = instant(start + day * minutes(24 * 60) + n * 1000);
  const customer = {
    identity,
    name,
    details: meter === null ? [] : [{ label: 'meter-number' as const, value: meter }],
  };
  const document = quote(n, {
    product,
    customerNumber: number,
    customer,
    total,
    quotedAt: at,
    ...(counterFee === undefined ? {} : { counterFee: rupiah(counterFee) }),
  });
  ledger.addQuote(document);
  const confirmed = ledger.doubts(quoteId(n), at).map(doubtKey);
  const armed = ledger.arm(arming(n, { at, cash: rupiah(400_000), day: dayAt(day), cashier, confirmed }));
  if (!armed.ok) return;
  const certified: PaymentOutcome = {
    kind: 'paid',
    confirmation: {
      ...(paid.kind === 'paid' ? paid.confirmation : {}),
      reference,
      ...(token === null ? {} : { token }),
    } as Extract<PaymentOutcome, { kind: 'paid' }>['confirmation'],
  };
  const byHand = { payment: quoteId(n), at, actor: 'owner', by: 'hand' } as const;
  const grounds = { reason: 'biller-said', evidence: 'Rina of the call centre' } as const;
  if (sold.outcome === 'sent') return;
  if (sold.outcome === 'paid' || sold.outcome === 'rejected') {
    ledger.settle(settlement(n, sold.outcome === 'paid' ? certified : rejected, { at }));
    return;
  }
  ledger.settle(settlement(n, unknown, { at }));
  if (sold.outcome === 'by-hand')
    ledger.settle({
      ...byHand,
      outcome: {
        kind: 'paid-by-hand',
        reference: reference || 'H1',
        ...(token === null ? {} : { token }),
        ...grounds,
      },
    });
  if (sold.outcome === 'refused-by-hand' || sold.outcome === 'contradicted')
    ledger.settle({ ...byHand, outcome: { kind: 'rejected-by-hand', ...grounds } });
  if (sold.outcome === 'contradicted') ledger.settle(settlement(n, certified, { at }));
}

function allPages(search: (query: HistoryQuery, behind: number | null) => unknown, query: HistoryQuery) {
  const entries: HistoryEntry[] = [];
  for (let behind: number | null = null; ;) {
    const page = historyPageSchema.parse(search(query, behind));
    entries.push(...page.entries);
    if (!page.hasMore) return entries;
    expect(page.entries).toHaveLength(50);
    behind = page.entries.at(-1)?.place ?? null;
  }
}

function counter(bounds?: SearchBounds) {
  const open = newLedger('live');
  const queries = openQueries(open.file, bounds);
  onTestFinished(() => queries.close());
  const search = (query: HistoryQuery, behind: number | null): unknown =>
    queries.answer({ kind: 'search', query, behind });
  return { ...open, search };
}

const ids = (payments: readonly PaymentRecord[]): readonly string[] =>
  payments.map(({ quote: { id } }) => id);

describe('a search of the payments', () => {
  it.each([
    ['by an index', undefined],
    ['from the newest on', { gathered: 0, lookedAt: 10_000, firstLook: 5, step: 1 }],
    ['from the newest on, and then by an index', { gathered: 2, lookedAt: 30, firstLook: 3, step: 2 }],
  ])(
    '%s answers what a look at every payment would answer, newest first, page after page',
    (_way, bounds) => {
      fc.assert(
        fc.property(
          fc.array(soldArbitrary, { minLength: 1, maxLength: 160 }),
          fc.array(queryArbitrary, { minLength: 20, maxLength: 20 }),
          (sales, asked) => {
            const { ledger, search, close } = counter(bounds);
            for (const [n, sold] of sales.entries()) sell(ledger, n, sold);
            const all = sales.flatMap((_, n) => ledger.payment(quoteId(n)) ?? []).toReversed();
            for (const query of [everything, ...asked]) {
              const found = allPages(search, query);
              expect(found.map(({ id }) => id)).toEqual(ids(all.filter((each) => fits(each, query))));
            }
            close();
          },
        ),
        { numRuns: 12 },
      );
    },
  );
});
