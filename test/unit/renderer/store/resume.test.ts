import { describe, expect, it } from 'vitest';
import { leavingOf, resumeSale } from '../../../../renderer/store/resume.ts';
import { emptyEntry } from '../../../../renderer/store/entry.ts';
import * as sales from '../../../../renderer/store/sale.ts';
import type { Sale } from '../../../../renderer/store/sale.ts';
import { rupiah } from '../../../../shared/money.ts';
import {
  bill303500,
  catalogue,
  paidView,
  plnService,
  tokenOffer,
  tokenQuote,
  unknownView,
} from '../samples.ts';

const bill = { quote: bill303500, offer: null, cash: rupiah(350_000) };
const resumed = (inHand: Parameters<typeof resumeSale>[0]): Sale => {
  const sale = resumeSale(inHand, catalogue);
  if (sale === null) throw new Error('nothing was resumed');
  return sale;
};

describe('a window that is new', () => {
  it('begins with the number where no sale is in hand', () => {
    expect(resumeSale({ kind: 'none' }, catalogue)).toBeNull();
  });

  it('goes on with the bill and the cash that was counted, and waits for a press to pay it', () => {
    const sale = resumed({ kind: 'bill', ...bill });
    expect(sale).toMatchObject({ step: 'bill', quote: bill303500, cash: '350000', isInsisted: false });
    expect(sales.pressPay(sale, { by: 'key', repeat: false }).step).toBe('paying');
    expect(resumed({ kind: 'bill', ...bill, cash: null })).toMatchObject({ step: 'bill', cash: '' });
  });

  it('goes back from the bill to the number it was asked for', () => {
    const back = sales.stepBack(resumed({ kind: 'bill', ...bill, cash: null }));
    expect(back).toMatchObject({ step: 'number', entry: { draft: bill303500.customerNumber } });
    expect(back.entry.service).toEqual(plnService);
  });

  it('goes back from a chosen amount to what may be chosen', () => {
    const sale = resumed({ kind: 'bill', quote: tokenQuote, offer: tokenOffer, cash: null });
    expect(sales.stepBack(sale)).toMatchObject({ step: 'offer', offer: tokenOffer, choosing: null });
    expect(resumed({ kind: 'offer', offer: tokenOffer })).toMatchObject({ step: 'offer', choosing: null });
  });

  it('waits for a payment that is still being made, and cannot pay it again', () => {
    const sale = resumed({ kind: 'paying', ...bill });
    expect(sale).toMatchObject({ step: 'paying', quote: bill303500 });
    for (const press of [{ by: 'key', repeat: false }, { by: 'pointer' }, { by: 'confirmation' }] as const)
      expect(sales.pressPay(sale, press)).toBe(sale);
  });

  it.each([paidView, unknownView])('shows an outcome with an empty number under it', (payment) => {
    const sale = resumed({ kind: 'done', payment });
    expect(sale).toMatchObject({ step: 'done', finished: { kind: 'payment', payment } });
    expect(sale.entry.draft).toBe('');
  });

  it('knows a product that is not sold any more well enough to go on', () => {
    const sale = resumeSale({ kind: 'bill', ...bill }, []);
    expect(sale).toMatchObject({ step: 'bill', entry: { product: 'pln-postpaid', service: null } });
  });
});

describe('a step of the sale', () => {
  const number: Sale = sales.firstSale;
  const asking = sales.startAsking(sales.typeNumber(number, bill303500.customerNumber), 1);
  const billed = resumed({ kind: 'bill', ...bill });
  const chosen = resumed({ kind: 'bill', quote: tokenQuote, offer: tokenOffer, cash: null });
  const offered = resumed({ kind: 'offer', offer: tokenOffer });
  const paying = resumed({ kind: 'paying', ...bill });
  const done = resumed({ kind: 'done', payment: paidView });
  const withDraft = (draft: string): Sale => ({
    ...done,
    entry: { ...emptyEntry('pln-postpaid', plnService), draft },
  });

  it.each([
    ['a bill to the number', billed, number, 'number'],
    ['an offer to the number', offered, number, 'number'],
    ['an outcome to the number', done, number, 'number'],
    ['a bill to what may be chosen', chosen, offered, 'offer'],
    ['an outcome to the next number’s first digit', done, withDraft('5'), 'next-number'],
  ] as const)('leaves its customer: from %s', (_what, before, after, to) => {
    expect(leavingOf(before, after)).toBe(to);
  });

  it.each([
    ['nothing', billed, billed],
    ['a digit of the number', number, sales.typeNumber(number, '5')],
    ['the inquiry that is called off, which has shown nobody', asking, number],
    ['the bill that came', asking, billed],
    ['cash', billed, sales.typeCash(billed, '400000')],
    ['the payment', billed, paying],
    ['a payment that was refused before it went', paying, billed],
    ['the outcome', paying, done],
    ['one more digit of the next number', withDraft('5'), withDraft('53')],
    ['the next number wiped', withDraft('5'), withDraft('')],
  ] as const)('leaves nobody by %s', (_what, before, after) => {
    expect(leavingOf(before, after)).toBeNull();
  });
});
