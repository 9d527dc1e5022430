import { describe, expect, it } from 'vitest';
import { depositChange } from '../../../../renderer/features/evidence/deposit-change.ts';
import { depositWords, findingWords } from '../../../../renderer/features/evidence/evidence-words.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { rupiah } from '../../../../shared/money.ts';
import { noon } from '../samples.ts';

const m = messagesFor('id', 'Teleanjar');
const told = (amount: number) => ({ amount: rupiah(amount), at: noon });
const around = (before: number | null, after: number | null, count = 0, total = 0) => ({
  before: before === null ? null : told(before),
  after: after === null ? null : told(after),
  others: { count, total: rupiah(total) },
});

describe('the deposit around an uncertain payment', () => {
  it('is compared less what other payments took', () => {
    expect(depositChange(around(900_000, 500_000, 1, 100_000))).toEqual({ fell: 400_000, rest: 300_000 });
    expect(depositChange(around(100_000, 600_000, 1, 100_000))).toEqual({ fell: -500_000, rest: -600_000 });
  });

  it('is not compared where one of the two is not known', () => {
    expect(depositChange(around(null, 1))).toBeNull();
    expect(depositChange(around(1, null))).toBeNull();
  });

  it('is told in whole sentences', () => {
    const words = (...args: Parameters<typeof around>) => depositWords(around(...args), m).join(' ');
    expect(words(900_000, 596_500)).toBe('Turun 303.500. Tidak ada pembayaran lain di antaranya.');
    expect(words(900_000, 496_500, 2, 100_000)).toBe(
      'Turun 403.500. 2 pembayaran lain di antaranya 100.000. Di luar itu 303.500 terpotong.',
    );
    expect(words(900_000, 800_000, 1, 100_000)).toContain('Di luar itu tidak ada yang terpotong.');
    expect(words(100_000, 1_000_000, 1, 100_000)).toBe(
      'Naik 900.000. 1 pembayaran lain di antaranya 100.000. Di luar itu 1.000.000 bertambah.',
    );
    expect(words(500_000, 500_000)).toContain('Tidak berubah.');
  });

  it('says what is not known', () => {
    expect(depositWords(around(null, null), m)).toEqual([m.evidence.noDeposit]);
    expect(depositWords(around(null, 1), m)).toEqual([m.evidence.noBefore]);
    expect(depositWords(around(1, null), m)).toEqual([m.evidence.noAfter]);
  });
});

describe('a fresh inquiry of an uncertain number', () => {
  it('says what it found, and never what that would mean', () => {
    const all = [
      findingWords({ kind: 'same-bill', total: rupiah(303_500) }, m),
      findingWords({ kind: 'other-bill', total: rupiah(1000) }, m),
      findingWords({ kind: 'amounts' }, m),
      findingWords({ kind: 'refused', code: '88', text: 'TAGIHAN SUDAH LUNAS' }, m),
    ];
    expect(all[0]).toBe('tagihan yang sama, 303.500, masih ada.');
    expect(all[3]).toBe('tidak ada tagihan: “TAGIHAN SUDAH LUNAS”.');
    for (const words of all) expect(words).not.toMatch(/terbayar|berhasil|gagal/);
  });

  it('gives the code where the biller gave no words', () => {
    expect(findingWords({ kind: 'refused', code: '88', text: '' }, m)).toContain('88');
  });
});
