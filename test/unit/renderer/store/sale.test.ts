import { describe, expect, it } from 'vitest';
import { rupiah } from '../../../../shared/money.ts';
import {
  askingFailed,
  chooseProduct,
  chooseService,
  chosen,
  draftOf,
  dropScan,
  finish,
  firstSale,
  found,
  insisted,
  payingFailed,
  pressPay,
  productOf,
  refreshFinished,
  refuseEntry,
  refuseUnsold,
  releaseEnter,
  startAsking,
  startChoosing,
  stepBack,
  stockUp,
  typeCash,
  typeExtra,
  typeNumber,
  type EnterKey,
  type Sale,
} from '../../../../renderer/store/sale.ts';
import {
  bandung,
  bill303500,
  catalogue,
  paidView,
  plnService,
  quoteId,
  serviceOf,
  surabaya,
  tokenOffer,
  tokenQuote,
  unknownView,
} from '../samples.ts';

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
    const refused = refuseEntry(typeNumber(firstSale, '53'));
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
    expect(chooseProduct(paying(), 'telkom-pstn', null)).toMatchObject({ step: 'paying', stopTried: true });
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
      startAsking(typeNumber(chooseProduct(firstSale, 'pln-prepaid', null), '55000002604'), 1),
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
    expect(draftOf(chooseProduct(typeNumber(firstSale, '0231'), 'telkom-pstn', null))).toBe('0231');
  });

  it('leaves a bill for a fresh number', () => {
    expect(chooseProduct(bill(), 'telkom-pstn', null)).toMatchObject({
      step: 'number',
      entry: { draft: '' },
    });
  });
});

describe('what this counter sells', () => {
  it('gives the first sale its service, or another product where nobody sells PLN', () => {
    expect(stockUp(firstSale, catalogue)).toMatchObject({ entry: { service: plnService } });
    const water = catalogue.filter(({ product }) => product === 'pdam');
    expect(stockUp(firstSale, water)).toMatchObject({ entry: { product: 'pdam', service: null } });
    expect(stockUp(firstSale, [])).toBe(firstSale);
  });

  it('takes nothing away from a sale that is further', () => {
    expect(stockUp(bill(), catalogue)).toEqual(bill());
  });

  it('says where nobody sells what is asked for', () => {
    expect(refuseUnsold(firstSale)).toMatchObject({ problem: { code: 'not-sold' } });
  });
});

describe('the company or city', () => {
  const water = (): Sale => typeNumber(chooseProduct(firstSale, 'pdam', surabaya), '10202001');

  it('stays with the sale, through its outcome and back by Esc', () => {
    const quote = { ...bill303500, product: 'pdam' } as const;
    const asked = found(startAsking(water(), 1), 1, { kind: 'quote', quote }, 'free');
    expect(asked.entry.service).toEqual(surabaya);
    expect(stepBack(asked)).toMatchObject({ entry: { service: surabaya, draft: '10202001' } });
    const over = finish(pressPay(typeCash(asked, '350000'), pointer), {
      kind: 'payment',
      payment: { ...paidView, quote },
    });
    expect(over).toMatchObject({ step: 'done', entry: { product: 'pdam', service: surabaya, draft: '' } });
  });

  it('can be changed without losing the number, and only for another of the same product', () => {
    expect(chooseService(water(), bandung)).toMatchObject({ entry: { service: bandung, draft: '10202001' } });
    expect(chooseService(water(), plnService)).toEqual(water());
  });

  it('cannot be changed under a bill', () => {
    expect(chooseService(bill(), serviceOf('pln-postpaid', 'OTHER', 'Other'))).toEqual(bill());
  });
});

describe('what is asked besides the number', () => {
  const health = (): Sale => chooseProduct(firstSale, 'bpjs', serviceOf('bpjs', 'BPJS', 'BPJS', ['months']));

  it('is kept while the number changes, and goes with the product', () => {
    const typed = typeNumber(typeExtra(health(), 'months', '3'), '8801234560001');
    expect(typed.entry.extras).toEqual({ months: '3' });
    expect(chooseProduct(typed, 'emoney', null).entry.extras).toEqual({});
  });

  it('is not carried into the next sale, where it would be paid unseen', () => {
    const asked = startAsking(typeNumber(typeExtra(health(), 'months', '3'), '8801234560001'), 1);
    const shown = found(asked, 1, { kind: 'quote', quote: bill303500 }, 'free');
    const over = finish(pressPay(typeCash(shown, '350000'), pointer), { kind: 'payment', payment: paidView });
    expect(over.entry).toMatchObject({ product: 'bpjs', extras: {} });
  });

  it('is cleared by Esc before the outcome leaves', () => {
    const typing = typeExtra(done(), 'months', '3');
    expect(stepBack(typing)).toMatchObject({ step: 'done', entry: { extras: {} } });
    expect(stepBack(stepBack(typing)).step).toBe('number');
  });
});

describe('a bill during the cut-off', () => {
  const cutOff = (): Sale => payingFailed(paying(), bill303500.id, { code: 'cut-off' }, 'free');

  it('stays with its cash', () => {
    expect(cutOff()).toMatchObject({ step: 'bill', cash: '350000', problem: { code: 'cut-off' } });
  });

  it('may be paid once a supervisor insists, by a fresh press only', () => {
    const allowed = insisted(cutOff(), bill303500.id, 'held');
    expect(allowed).toMatchObject({ problem: null, isInsisted: true, cash: '350000' });
    expect(pressPay(allowed, freshEnter)).toMatchObject({ step: 'bill', hint: 'held' });
    expect(pressPay(releaseEnter(allowed), freshEnter).step).toBe('paying');
  });

  it('is not allowed by a PIN that was given for another bill', () => {
    const refused = cutOff();
    expect(insisted(refused, quoteId(99), 'free')).toBe(refused);
    expect(insisted(firstSale, bill303500.id, 'free')).toBe(firstSale);
  });

  it('wants a supervisor again where it is refused again', () => {
    const again = pressPay(insisted(cutOff(), bill303500.id, 'free'), freshEnter);
    expect(payingFailed(again, bill303500.id, { code: 'cut-off' }, 'free')).toMatchObject({
      isInsisted: false,
      problem: { code: 'cut-off' },
    });
  });
});
