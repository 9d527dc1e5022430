import { describe, expect, it } from 'vitest';
import { firstView, settledSince, tellSettled } from '../../../../renderer/store/counter-view.ts';
import { finish, found, pressPay, startAsking, typeCash } from '../../../../renderer/store/sale.ts';
import { bill303500, paidView, quoteId, unknownSummary, unknownView } from '../samples.ts';

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

  it('is not told twice while its own outcome is on the screen', () => {
    const asked = found(startAsking(firstView.sale, 1), 1, { kind: 'quote', quote: bill303500 }, 'free');
    const paying = pressPay(typeCash(asked, '350000'), { by: 'pointer' });
    const view = { ...firstView, sale: finish(paying, { kind: 'payment', payment: unknownView }) };
    expect(view.sale.step).toBe('done');
    expect(tellSettled(view, paidView)).toBe(view);
  });
});
