import { describe, expect, it } from 'vitest';
import { soughtOnPaper } from '../../../../renderer/features/receipt/sought-on-paper.ts';
import type { PaymentView } from '../../../../shared/contract/payment-view.ts';
import { paidByHandView, paidView, unknownView } from '../samples.ts';

const tokenPaid: PaymentView = {
  ...paidView,
  outcome: {
    kind: 'paid',
    confirmation: {
      reference: '50CA27A7986805A10928B40B3F68C600',
      transactionTime: '2026-11-22 05:05:58',
      token: '17604021488563494958',
      bills: 1,
      details: [],
      billDetails: [],
      remarks: [],
    },
  },
};

describe('what is looked for on a receipt', () => {
  it('is the token where one was bought, however it is grouped', () => {
    const isSought = soughtOnPaper(tokenPaid);
    expect(isSought('1760 4021 4885 6349 4958')).toBe(true);
    expect(isSought('RP BAYAR         : Rp.102,500')).toBe(false);
  });

  it('is the token that the owner was told, too', () => {
    const token = '17604021488563494958';
    const outcome = {
      kind: 'paid-by-hand',
      reference: 'VSI1',
      token,
      reason: 'biller-said',
      evidence: 'Rini',
    } as const;
    expect(soughtOnPaper({ ...paidByHandView, outcome })('1760 4021 4885 6349 4958')).toBe(true);
  });

  it('is the sum that was paid on all others', () => {
    for (const payment of [paidView, unknownView]) {
      const isSought = soughtOnPaper(payment);
      expect(isSought('TOTAL BAYAR: 408,160')).toBe(true);
      expect(isSought('TOTAL BYR   : 317,740')).toBe(true);
      expect(isSought('RP TAG PLN : 405,660')).toBe(false);
      expect(isSought('BL/TH      : NOV26')).toBe(false);
    }
  });
});
