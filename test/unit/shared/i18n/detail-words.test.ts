import { describe, expect, it } from 'vitest';
import { detailWords } from '../../../../shared/i18n/detail-words.ts';
import { detailLabels } from '../../../../shared/payment/detail.ts';

describe('the words of a detail', () => {
  it.each(detailLabels)('%s has words in both languages and a label that fits on paper', (label) => {
    const { id, en, slip } = detailWords[label];
    expect(id).toMatch(/^[A-Z][^:]{1,40}$/);
    expect(en).toMatch(/^[A-Z][^:]{1,40}$/);
    expect(slip).toMatch(/^[A-Z][A-Z /]{1,13}$/);
  });

  it('stand for every label and for nothing else', () => {
    expect(Object.keys(detailWords).toSorted()).toEqual([...detailLabels].toSorted());
  });

  it('tell every label from every other, on the screen and on paper', () => {
    const all = Object.values(detailWords);
    for (const key of ['id', 'en'] as const) {
      expect(new Set(all.map((words) => words[key])).size).toBe(all.length);
    }
    const slips = all.map(({ slip }) => slip);
    expect(slips.filter((slip, index) => slips.indexOf(slip) !== index)).toEqual([]);
  });

  it('never are the labels of a total or a token', () => {
    for (const { slip } of Object.values(detailWords)) expect(slip).not.toMatch(/TOTAL|STROOM/);
  });

  it('have no English on an Indonesian screen', () => {
    const english =
      /\b(?:the|of|number|date|name|code|due|bill|tax|year|area|land|building|amount|months|time|office)\b/i;
    for (const { id, slip } of Object.values(detailWords)) {
      expect(id.replace('Kode area', '')).not.toMatch(english);
      expect(slip.replace('KODE AREA', '')).not.toMatch(english);
    }
  });
});
