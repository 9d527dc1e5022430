import { describe, expect, it } from 'vitest';
import {
  asksOwner,
  costWords,
  doubtWords,
  monthWords,
} from '../../../../renderer/features/confirm-again/doubt-words.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { rupiah } from '../../../../shared/money.ts';
import type { Doubt } from '../../../../shared/payment/doubt.ts';
import { instant } from '../../../../shared/time.ts';
import { noon, quoteId } from '../samples.ts';

const m = messagesFor('id', 'Teleanjar');
const before = { payment: quoteId(7), at: instant(noon - 600_000), total: rupiah(303_500) };
const paidLately: Doubt = { kind: 'paid-lately', ...before };
const monthPaid: Doubt = { kind: 'month-paid', ...before, month: '2018-05' };
const byHand: Doubt = { kind: 'rejected-by-hand-lately', ...before };
const gap: Doubt = { kind: 'gap', gap: 3, from: instant(noon - 86_400_000), until: noon };

const words = (doubt: Doubt, product: 'pln-postpaid' | 'pln-prepaid' = 'pln-postpaid') =>
  doubtWords(doubt, product, { now: noon, zone: 'WIB', language: 'id', m });

describe('what must be known before paying again', () => {
  it('says when and how much was paid, and for which month', () => {
    expect(words(paidLately)).toBe('Pelanggan ini sudah dibayar di sini pukul 11.50, Rp\u00A0303.500.');
    expect(words(monthPaid)).toBe(
      'Bulan Mei 2018 sudah pernah dibayar di sini pukul 11.50, Rp\u00A0303.500.',
    );
    expect(monthWords('2018-05', 'en')).toBe('May 2018');
    expect(monthWords('12', 'id')).toBe('12');
  });

  it('says that the owner decided, and that the biller did not', () => {
    expect(words(byHand)).toMatch(/diputuskan pemilik tidak terbayar.*Teleanjar belum memastikannya/);
  });

  it('says which time a restored ledger does not know', () => {
    expect(words(gap)).toMatch(/dipulihkan dari cadangan.*29\/05 12\.00 WIB dan 30\/05 12\.00 WIB/);
  });

  it('speaks of buying where a product is bought again on purpose', () => {
    expect(words(paidLately, 'pln-prepaid')).toContain('sudah membeli');
    expect(costWords([paidLately], 'pln-prepaid', m)).toBe(m.confirmAgain.onPurpose);
    expect(costWords([paidLately, gap], 'pln-prepaid', m)).toBe(m.confirmAgain.twice);
    expect(costWords([paidLately], 'pln-postpaid', m)).toBe(m.confirmAgain.twice);
  });

  it('asks the owner where one of the doubts needs it, and never for a second token', () => {
    expect(asksOwner([gap, paidLately], 'pln-postpaid')).toBe(true);
    expect(asksOwner([gap, byHand], 'pln-postpaid')).toBe(false);
    expect(asksOwner([paidLately], 'pln-prepaid')).toBe(false);
  });
});
