import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuoteId } from '../../../../shared/ids.ts';
import { rupiah } from '../../../../shared/money.ts';
import { doubtKey, doubtSchema, needsPin, type Doubt } from '../../../../shared/payment/doubt.ts';
import { productIds } from '../../../../shared/products.ts';
import { instant } from '../../../../shared/time.ts';

const at = instant(0);
const before = (payment: QuoteId) => ({ payment, at, total: rupiah(1000) });

// Of few, so that two doubts are often about one payment.
const id = fc.constantFrom('a', 'b', 'c').map((letter) => letter.repeat(32) as QuoteId);
const doubt: fc.Arbitrary<Doubt> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom('paid-lately', 'rejected-by-hand-lately'), payment: id })
    .map(({ kind, payment }): Doubt => ({ kind, ...before(payment) })),
  fc
    .record({ payment: id, month: fc.constantFrom('2018-05', '2018-06') })
    .map(({ payment, month }): Doubt => ({ kind: 'month-paid', ...before(payment), month })),
  fc.nat().map((gap): Doubt => ({ kind: 'gap', gap, from: at, until: at })),
);

/** What a doubt is about: two of the same are one question. */
const about = (each: Doubt): string =>
  JSON.stringify(each.kind === 'gap' ? [each.kind, each.gap] : [each.kind, each.payment]);

describe('the key of a doubt', () => {
  it('is the same for the same question and another for every other', () => {
    fc.assert(
      fc.property(doubt, doubt, (one, other) => {
        expect(doubtKey(one) === doubtKey(other)).toBe(about(one) === about(other));
      }),
    );
  });

  it('fits what the window may send back, and belongs to what is a doubt', () => {
    fc.assert(
      fc.property(doubt, (each) => {
        expect(doubtKey(each).length).toBeLessThanOrEqual(80);
        expect(doubtSchema.parse(each)).toEqual(each);
      }),
    );
  });
});

describe('the owner’s PIN', () => {
  const payment = 'a'.repeat(32) as QuoteId;
  const doubts = {
    'paid-lately': { kind: 'paid-lately', ...before(payment) },
    'month-paid': { kind: 'month-paid', ...before(payment), month: '2018-05' },
    'rejected-by-hand-lately': { kind: 'rejected-by-hand-lately', ...before(payment) },
    gap: { kind: 'gap', gap: 1, from: at, until: at },
  } as const satisfies Record<Doubt['kind'], Doubt>;
  const boughtOnPurpose = new Set<string>(['pln-prepaid', 'emoney']);

  it.each(
    productIds.flatMap((product) => Object.values(doubts).map((each) => [product, each.kind, each] as const)),
  )(
    'for %s and %s is asked for where it is paid twice only by mistake, and nowhere else',
    (product, kind, each) => {
      const onlyByMistake = !boughtOnPurpose.has(product) && ['paid-lately', 'month-paid'].includes(kind);
      expect(needsPin(each, product)).toBe(onlyByMistake);
    },
  );
});
