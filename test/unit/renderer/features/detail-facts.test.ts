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
      { place: 0, label: 'Denda', value: '3000' },
      { place: 1, label: 'kode_x', value: '17' },
    ]);
    expect(detailFacts(details, 'en')[0]?.label).toBe('Penalty');
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
    expect(billFacts(details, 'id').map(({ label }) => label)).toEqual(['Denda']);
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
