import { describe, expect, it } from 'vitest';
import {
  billerInHand,
  billerNameOf,
  firstView,
  opensList,
  placeBehind,
  settledSince,
  tellSettled,
  uncertainInView,
} from '../../../../renderer/store/counter-view.ts';
import { jobInView } from '../../../../renderer/store/shown-receipt.ts';
import {
  chooseProduct,
  finish,
  found,
  pressPay,
  startAsking,
  typeCash,
  type Sale,
} from '../../../../renderer/store/sale.ts';
import {
  bill303500,
  catalogue,
  counterState,
  jobId,
  paidByHandView,
  paidView,
  quoteId,
  rejectedByHandView,
  unknownSummary,
  unknownView,
} from '../samples.ts';

describe('a payment that is settled late', () => {
  it('is one that was unknown and is not open any more', () => {
    const other = { ...unknownSummary, id: quoteId(99) };
    expect(settledSince([unknownSummary, other], [other])).toEqual([unknownSummary.id]);
    expect(settledSince(null, [])).toEqual([]);
  });

  it('is not one that went from sent to paid in its own time', () => {
    expect(settledSince([{ ...unknownSummary, state: 'sent' }], [])).toEqual([]);
  });

  it('is told once, and only when it is settled', () => {
    const told = tellSettled(firstView, paidView);
    expect(told.settledLate).toEqual([paidView]);
    expect(tellSettled(told, paidView)).toBe(told);
    expect(tellSettled(firstView, unknownView)).toBe(firstView);
  });

  it('is not told where the owner decided it: they have just been here', () => {
    for (const payment of [paidByHandView, rejectedByHandView])
      expect(tellSettled(firstView, payment)).toBe(firstView);
  });

  it('is not told twice while its own outcome is on the screen', () => {
    const asked = found(startAsking(firstView.sale, 1), 1, { kind: 'quote', quote: bill303500 }, 'free');
    const paying = pressPay(typeCash(asked, '350000'), { by: 'pointer' });
    const view = { ...firstView, sale: finish(paying, { kind: 'payment', payment: unknownView }) };
    expect(view.sale.step).toBe('done');
    expect(tellSettled(view, paidView)).toBe(view);
  });
});

describe('the list of what is not certain', () => {
  it('opens at the start for payments and for gaps', () => {
    expect(opensList(counterState)).toBe(false);
    expect(opensList({ ...counterState, unresolved: 1 })).toBe(true);
    expect(opensList({ ...counterState, gaps: 1 })).toBe(true);
  });

  it('is what lies behind the dialogs that are opened from it', () => {
    expect((['take-for-final', 'resolve', 'close-gap'] as const).map(placeBehind)).toEqual(
      Array(3).fill('unresolved'),
    );
    expect((['unresolved', 'confirm-again', 'settings', null] as const).map(placeBehind)).toEqual(
      Array(4).fill(null),
    );
  });
});

describe('the paper at the right', () => {
  const interim = {
    job: jobId(8),
    state: 'printed',
    problem: null,
    copy: 0,
    waits: false,
    isOnScreen: false,
  } as const;

  it('is the slip for the customer while nobody knows, then the receipt, and nothing where it was refused', () => {
    expect(jobInView(unknownView)).toBeUndefined();
    expect(jobInView({ ...unknownView, interim })).toBe(interim.job);
    expect(jobInView({ ...paidView, interim })).toBe(paidView.print?.job);
    expect(jobInView({ ...rejectedByHandView, interim })).toBeUndefined();
  });
});

describe('the biller in hand', () => {
  const inHand = (sale: Sale): string | undefined => billerInHand({ sale, catalogue });

  it('is who sells the product that is chosen', () => {
    expect(inHand(firstView.sale)).toBe('teleanjar');
    expect(inHand(chooseProduct(firstView.sale, 'bpjs', null))).toBe('iak');
    expect(inHand(chooseProduct(firstView.sale, 'tv', null))).toBeUndefined();
  });

  it('is who gave the bill, once there is one', () => {
    const quote = { ...bill303500, biller: 'iak' };
    expect(inHand(found(startAsking(firstView.sale, 1), 1, { kind: 'quote', quote }, 'free'))).toBe('iak');
  });

  it('is called by its name, also where it only stands in the catalogue', () => {
    expect(billerNameOf({ counter: counterState, catalogue }, 'iak')).toBe('IAK');
    expect(billerNameOf({ counter: null, catalogue }, 'teleanjar')).toBe('Teleanjar');
    expect(billerNameOf({ counter: counterState, catalogue }, 'gone')).toBeUndefined();
  });
});

describe('the uncertain payment that is looked at', () => {
  const other = { ...unknownView, quote: { ...bill303500, id: quoteId(99) } };
  const done = finish(
    pressPay(
      typeCash(
        found(startAsking(firstView.sale, 1), 1, { kind: 'quote', quote: bill303500 }, 'free'),
        '350000',
      ),
      { by: 'pointer' },
    ),
    { kind: 'payment', payment: unknownView },
  );

  it('is the one chosen in the list, while the list is open', () => {
    const view = { ...firstView, sale: done, chosen: other, place: 'unresolved' } as const;
    expect(uncertainInView(view)).toBe(other);
    expect(uncertainInView({ ...view, place: null })).toBe(unknownView);
  });

  it('is else the outcome, then the one at the right, and never one that is settled', () => {
    const shown = { payment: other, paper: null };
    expect(uncertainInView({ ...firstView, sale: done, shown })).toBe(unknownView);
    expect(uncertainInView({ ...firstView, shown })).toBe(other);
    expect(uncertainInView({ ...firstView, shown: { payment: paidView, paper: null } })).toBeNull();
  });
});
