import { assert, constantFrom, property, array, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billFacts, detailFacts } from '../../../../renderer/features/detail/detail-facts.ts';
import { detailLabels, type Detail } from '../../../../shared/payment/detail.ts';

describe('details on the screen', () => {
  it('stand under our words, and under the biller’s own name where we have none', () => {
    const details: readonly Detail[] = [
      { label: 'penalty', value: '3000' },
      { label: 'other', name: 'kode_x', value: '17' },
    ];
    expect(detailFacts(details, 'id')).toEqual([
      { place: 0, label: 'Denda', value: '3.000' },
      { place: 1, label: 'kode_x', value: '17' },
    ]);
    expect(detailFacts(details, 'en')[0]?.label).toBe('Penalty');
  });

  it('show money with its points, and leave alone what is not exactly money', () => {
    const shown = (detail: Detail) => detailFacts([detail], 'id')[0]?.value;
    expect(shown({ label: 'token-value', value: '92592' })).toBe('92.592');
    expect(shown({ label: 'vat', value: '2.250' })).toBe('2.250');
    for (const value of ['Rp 5.000', '005', '12,50']) expect(shown({ label: 'penalty', value })).toBe(value);
    expect(shown({ label: 'branch-code', value: '0901' })).toBe('0901');
    expect(shown({ label: 'participants', value: '1000' })).toBe('1000');
  });

  it('put first what tells customers apart, and last what the biller has to say to all of them', () => {
    const details: readonly Detail[] = [
      { label: 'message', value: 'Terima kasih' },
      { label: 'regency', value: 'KOTA CIMAHI' },
      { label: 'location', value: 'JL. CIHANJUANG' },
      { label: 'tax-year', value: '2026' },
    ];
    const values = detailFacts(details, 'id').map(({ value }) => value);
    expect(values).toEqual(['2026', 'JL. CIHANJUANG', 'KOTA CIMAHI', 'Terima kasih']);
  });

  it('say the month of a bill once, at the head of its line', () => {
    const details: readonly Detail[] = [
      { label: 'period', value: 'NOV26' },
      { label: 'penalty', value: '0' },
    ];
    const lines = billFacts('pln-postpaid', details, 'id');
    expect(lines.map((facts) => facts.map(({ label }) => label))).toEqual([['Denda']]);
  });

  it('begin a line for each month of a bill of several, whose words are the receipt’s', () => {
    const details: readonly Detail[] = [
      { label: 'tariff-code', value: '3A' },
      { label: 'period', value: '202609' },
      { label: 'meter-start', value: '4589' },
      { label: 'meter-end', value: '4613' },
      { label: 'period', value: '202610' },
      { label: 'meter-start', value: '4613' },
    ];
    expect(
      billFacts('pdam', details, 'id').map((facts) => facts.map(({ label, value }) => `${label} ${value}`)),
    ).toEqual([
      ['Kode tarif 3A'],
      ['Periode SEP26', 'Stand meter 4589–4613'],
      ['Periode OKT26', 'Meter awal 4613'],
    ]);
    expect(billFacts('pdam', [], 'id')).toEqual([]);
  });

  it('write days as the receipt does, and no other number so', () => {
    const details: readonly Detail[] = [
      { label: 'tax-valid-until', value: '20261022' },
      { label: 'due-date', value: '1-15 NOV 2026' },
      { label: 'usage', value: '20261022' },
    ];
    const values = detailFacts(details, 'id').map(({ value }) => value);
    expect(values).toEqual(['1-15 NOV 2026', '22-10-2026', '20261022']);
  });

  it('lose nothing that has a value, and show nothing that has none', () => {
    const detail = record({ label: constantFrom(...detailLabels), value: constantFrom('', ' ', '0', 'X') });
    assert(
      property(array(detail, { maxLength: 20 }), (details) => {
        const facts = detailFacts(details, 'id');
        expect(facts).toHaveLength(details.filter(({ value }) => value.trim() !== '').length);
        expect(new Set(facts.map(({ place }) => place)).size).toBe(facts.length);
        expect(facts.every(({ label }) => label.length > 0)).toBe(true);
      }),
    );
  });
});
