import { describe, expect, it } from 'vitest';
import { rupiah } from '../../../../shared/money.ts';
import {
  askingFailed,
  chooseProduct,
  chosen,
  draftOf,
  dropScan,
  finish,
  firstSale,
  found,
  payingFailed,
  pressPay,
  productOf,
  refreshFinished,
  refuseNumber,
  releaseEnter,
  startAsking,
  startChoosing,
  stepBack,
  typeCash,
  typeNumber,
  type EnterKey,
  type Sale,
} from '../../../../renderer/store/sale.ts';
import { bill303500, paidView, quoteId, tokenOffer, tokenQuote, unknownView } from '../samples.ts';

const freshEnter = { by: 'key', repeat: false } as const;
const heldEnter = { by: 'key', repeat: true } as const;
const pointer = { by: 'pointer' } as const;

const asking = (ask = 1): Sale => startAsking(typeNumber(firstSale, '530000000001'), ask);
const bill = (enter: EnterKey = 'free', cash = ''): Sale =>
  typeCash(found(asking(), 1, { kind: 'quote', quote: bill303500 }, enter), cash);
const paying = (): Sale => pressPay(bill('free', '350000'), freshEnter);
const done = (): Sale => finish(paying(), { kind: 'payment', payment: paidView });

describe('asking for a bill', () => {
  it('keeps the number while it waits', () => {
    expect(draftOf(asking())).toBe('530000000001');
    expect(asking().step).toBe('asking');
  });

  it('comes to the bill of the answer it waits for', () => {
    const sale = found(asking(7), 7, { kind: 'quote', quote: bill303500 }, 'free');
    expect(sale).toMatchObject({ step: 'bill', quote: bill303500, cash: '' });
  });

  it('ignores the answer to an inquiry that was given up', () => {
    const stopped = stepBack(asking(1));
    expect(stopped.step).toBe('number');
    expect(found(stopped, 1, { kind: 'quote', quote: bill303500 }, 'free')).toBe(stopped);
    expect(askingFailed(stopped, 1, { code: 'no-answer' })).toBe(stopped);
  });

  it('ignores the answer to an earlier inquiry while it waits for a later one', () => {
    const second = startAsking(stepBack(asking(1)), 2);
    expect(found(second, 1, { kind: 'quote', quote: bill303500 }, 'free')).toBe(second);
    expect(found(second, 2, { kind: 'quote', quote: bill303500 }, 'free').step).toBe('bill');
  });

  it('comes back to the number with the problem', () => {
    const sale = askingFailed(asking(), 1, { code: 'no-connection' });
    expect(sale).toMatchObject({ step: 'number', problem: { code: 'no-connection' } });
    expect(draftOf(sale)).toBe('530000000001');
    expect(typeNumber(sale, '53')).toMatchObject({ problem: null });
  });

  it('says that a number was refused until it is changed', () => {
    const refused = refuseNumber(typeNumber(firstSale, '53'));
    expect(refused).toMatchObject({ entry: { refused: true } });
    expect(typeNumber(refused, '530')).toMatchObject({ entry: { refused: false } });
  });
});

describe('the key that pays', () => {
  it('pays on a fresh press with enough cash', () => {
    expect(paying()).toMatchObject({ step: 'paying', quote: bill303500, cash: '350000' });
  });

  it('never pays while the Enter that asked for the bill is still down', () => {
    const held = bill('held', '350000');
    expect(pressPay(held, freshEnter)).toMatchObject({ step: 'bill', hint: 'held' });
    expect(pressPay(releaseEnter(held), freshEnter).step).toBe('paying');
  });

  it('never pays on a repeat of a held key', () => {
    const ready = bill('free', '350000');
    expect(pressPay(ready, heldEnter)).toBe(ready);
  });

  it('pays once: a second press changes nothing', () => {
    const first = paying();
    expect(pressPay(first, freshEnter)).toBe(first);
    expect(pressPay(first, pointer)).toBe(first);
  });

  it('says what is missing instead of paying', () => {
    expect(pressPay(bill('free', ''), freshEnter)).toMatchObject({ step: 'bill', hint: 'needs-cash' });
    expect(pressPay(bill('free', '303499'), pointer)).toMatchObject({ step: 'bill', hint: 'needs-more' });
    expect(typeCash(pressPay(bill('free', ''), freshEnter), '3')).toMatchObject({ hint: null });
  });

  it('never pays with more than can have been counted out', () => {
    expect(pressPay(bill('free', '530000000002'), freshEnter)).toMatchObject({ hint: 'too-much' });
    expect(pressPay(bill('free', '1303501'), pointer)).toMatchObject({ step: 'bill', hint: 'too-much' });
    expect(pressPay(bill('free', '1303500'), pointer).step).toBe('paying');
  });

  it('keeps a scan that nobody takes for cash in view, and clears one that could pass for it', () => {
    const long = dropScan(bill('free', '530000000002'));
    expect(long).toMatchObject({ step: 'bill', cash: '530000000002', hint: 'too-much' });
    expect(dropScan(bill('free', '350000'))).toMatchObject({ step: 'bill', cash: '', hint: 'scanned' });
    expect(dropScan(firstSale)).toBe(firstSale);
  });

  it('takes the exact sum', () => {
    expect(pressPay(bill('free', '303500'), pointer).step).toBe('paying');
  });

  it('pays by a pointer even while Enter is down, because a pointer cannot be held over from before', () => {
    expect(pressPay(bill('held', '350000'), pointer).step).toBe('paying');
  });

  it('does nothing where there is no bill', () => {
    for (const sale of [firstSale, asking(), done()]) expect(pressPay(sale, freshEnter)).toBe(sale);
  });
});

describe('what comes of paying', () => {
  it('shows the outcome over an empty number of the same product', () => {
    expect(done()).toMatchObject({ step: 'done', finished: { payment: paidView } });
    expect(draftOf(done())).toBe('');
    expect(productOf(done())).toBe('pln-postpaid');
  });

  it('keeps the outcome while the next number is typed, until its inquiry begins', () => {
    const typing = typeNumber(done(), '5300');
    expect(typing).toMatchObject({ step: 'done', entry: { draft: '5300' } });
    expect(startAsking(typing, 9)).not.toHaveProperty('finished');
  });

  it('ignores the outcome of another quote', () => {
    const other = { ...paidView, quote: { ...bill303500, id: quoteId(99) } };
    const sale = paying();
    expect(finish(sale, { kind: 'payment', payment: other })).toBe(sale);
  });

  it('keeps bill and cash where nothing was sent, and wants a fresh Enter again', () => {
    const sale = payingFailed(paying(), bill303500.id, { code: 'not-sent' }, 'held');
    expect(sale).toMatchObject({
      step: 'bill',
      cash: '350000',
      problem: { code: 'not-sent' },
      enter: 'held',
    });
    expect(pressPay(sale, freshEnter).step).toBe('bill');
  });

  it('goes back to the number where the quote is gone', () => {
    for (const code of ['quote-expired', 'quote-gone', 'inquiry-used', 'payment-open'] as const) {
      const sale = payingFailed(paying(), bill303500.id, { code }, 'free');
      expect(sale).toMatchObject({ step: 'number', problem: { code } });
      expect(draftOf(sale)).toBe('530000000001');
    }
  });

  it('learns later that an unknown payment was paid', () => {
    const unknown = finish(paying(), { kind: 'payment', payment: unknownView });
    expect(refreshFinished(unknown, paidView)).toMatchObject({ finished: { payment: { state: 'paid' } } });
  });
});

describe('Esc', () => {
  it('takes one step at a time from the cash back to an empty number', () => {
    const noCash = stepBack(bill('free', '350000'));
    expect(noCash).toMatchObject({ step: 'bill', cash: '' });
    const number = stepBack(noCash);
    expect(number).toMatchObject({ step: 'number', entry: { draft: '530000000001' } });
    expect(draftOf(stepBack(number))).toBe('');
  });

  it('cannot stop a payment, and says so', () => {
    expect(stepBack(paying())).toMatchObject({ step: 'paying', stopTried: true });
    expect(chooseProduct(paying(), 'telkom-pstn')).toMatchObject({ step: 'paying', stopTried: true });
  });

  it('clears a half-typed number before the outcome', () => {
    const typing = typeNumber(done(), '53');
    expect(stepBack(typing)).toMatchObject({ step: 'done', entry: { draft: '' } });
    expect(stepBack(stepBack(typing)).step).toBe('number');
  });

  it('takes away a problem before the number it is about', () => {
    const failed = askingFailed(asking(), 1, { code: 'no-answer' });
    expect(stepBack(failed)).toMatchObject({ problem: null, entry: { draft: '530000000001' } });
  });
});

describe('a token', () => {
  const offer = (): Sale =>
    found(
      startAsking(typeNumber(chooseProduct(firstSale, 'pln-prepaid'), '55000002604'), 1),
      1,
      {
        kind: 'offer',
        offer: tokenOffer,
      },
      'free',
    );

  it('is offered in amounts, one of which becomes a bill', () => {
    const choosing = startChoosing(offer(), 2, rupiah(20_000));
    expect(chosen(choosing, 2, tokenQuote, 'free')).toMatchObject({ step: 'bill', offer: tokenOffer });
  });

  it('takes no second choice while one is under way, and none that is not offered', () => {
    const choosing = startChoosing(offer(), 2, rupiah(20_000));
    expect(startChoosing(choosing, 3, rupiah(50_000))).toBe(choosing);
    const open = offer();
    expect(startChoosing(open, 2, rupiah(30_000))).toBe(open);
  });

  it('goes back from the bill to the amounts', () => {
    const sale = stepBack(chosen(startChoosing(offer(), 2, rupiah(20_000)), 2, tokenQuote, 'free'));
    expect(sale).toMatchObject({ step: 'offer', offer: tokenOffer, choosing: null });
    expect(stepBack(sale)).toMatchObject({ step: 'number', entry: { draft: '55000002604' } });
  });

  it('ignores the bill of a choice that was left', () => {
    const left = stepBack(startChoosing(offer(), 2, rupiah(20_000)));
    expect(chosen(left, 2, tokenQuote, 'free')).toBe(left);
  });
});

describe('a product key', () => {
  it('keeps a number that was typed before the product was chosen', () => {
    expect(draftOf(chooseProduct(typeNumber(firstSale, '0231'), 'telkom-pstn'))).toBe('0231');
  });

  it('leaves a bill for a fresh number', () => {
    expect(chooseProduct(bill(), 'telkom-pstn')).toMatchObject({ step: 'number', entry: { draft: '' } });
  });
});
