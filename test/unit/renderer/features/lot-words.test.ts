import { describe, expect, it } from 'vitest';
import {
  haltWords,
  leftWords,
  restOf,
  shownSums,
  stateWords,
  whyWords,
} from '../../../../renderer/features/lots/lot-words.ts';
import { haltReasons } from '../../../../shared/contract/basket.ts';
import { saleProblemCodes } from '../../../../shared/contract/sale-problem.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { lotSums } from '../../../../shared/lot/lot-lines.ts';
import { rupiah } from '../../../../shared/money.ts';
import { languages } from '../../../../shared/settings.ts';
import { lineOf, lotOf, paidLine } from '../lot-samples.ts';
import { noon, quoteId } from '../samples.ts';

const m = messagesFor('id');

describe('the words of a lot', () => {
  it('say of every halt what happened, what about the money, and what is next, in both languages', () => {
    for (const language of languages) {
      for (const because of haltReasons) {
        for (const problem of [null, ...saleProblemCodes]) {
          for (const hasPaid of [true, false]) {
            const words = haltWords({ because, problem }, hasPaid, messagesFor(language));
            for (const part of [words.what, words.money, words.next]) expect(part).toMatch(/[.?!]$/);
          }
        }
      }
    }
  });

  it('never call a stop among inquiries one among payments', () => {
    const stopped = { because: 'stopped', problem: null } as const;
    expect(haltWords(stopped, false, m).what).not.toBe(haltWords(stopped, true, m).what);
  });

  it('tell what is in the way before they tell that there is a bill', () => {
    expect(stateWords(lineOf(1), m)).toBe('ada tagihan');
    expect(stateWords(lineOf(1, { isChosen: false }), m)).toBe('dikeluarkan');
    const twice = lineOf(4, { isChosen: false, canChoose: false, obstacles: [{ code: 'duplicate', of: 1 }] });
    expect(stateWords(twice, m)).toBe('sama dengan baris 1');
    expect(stateWords(paidLine(1, 'unknown'), m)).toBe('belum pasti');
    expect(stateWords({ ...twice, state: 'asking' }, m)).toBe('sedang dicek');
  });

  it('give every reason in full, with what the biller said', () => {
    const doubt = { kind: 'paid-lately', payment: quoteId(1), at: noon, total: rupiah(102_500) } as const;
    const line = lineOf(2, {
      isChosen: false,
      obstacles: [
        { code: 'duplicate', of: 1 },
        { code: 'doubt', doubt },
      ],
    });
    const told = whyWords(line, { now: noon, zone: 'WIB', language: 'id', m }, 'id');
    expect(told).toHaveLength(2);
    expect(told[0]).toBe('Sama dengan baris 1.');
    expect(told[1]).toContain('102.500');
    const refused = lineOf(3, {
      state: 'no-bill',
      due: null,
      problem: { code: 'refused-by-biller', billerText: 'TAGIHAN SUDAH LUNAS' },
      obstacles: [{ code: 'no-bill' }],
    });
    expect(whyWords(refused, { now: noon, zone: 'WIB', language: 'id', m }, 'id').join(' ')).toContain(
      'TAGIHAN SUDAH LUNAS',
    );
  });

  it('say how long it takes only while that is known', () => {
    expect(leftWords(null, m)).toBe('');
    expect(leftWords(400, m)).toBe('sekitar 1 detik lagi');
    expect(leftWords(42_000, m)).toBe('sekitar 40 detik lagi');
    expect(leftWords(180_000, m)).toBe('sekitar 3 menit lagi');
  });

  it('know where a lot stands', () => {
    const fresh = lineOf(1, { state: 'waiting', isChosen: false, obstacles: [{ code: 'not-asked' }] });
    const out = lineOf(1, { isChosen: false });
    expect(restOf(lotOf([fresh]))).toBe('fresh');
    expect(restOf(lotOf([fresh, lineOf(2)]))).toBe('ready');
    expect(restOf(lotOf([out]))).toBe('nothing');
    expect(restOf(lotOf([paidLine(1), out]))).toBe('done');
    expect(restOf(lotOf([paidLine(1)], { stage: 'closed' }))).toBe('closed');
  });

  it('list of a collector what there is, and afterwards what became of it', () => {
    const names = (hasPaid: boolean) =>
      shownSums(lotSums([paidLine(1), paidLine(2, 'unknown'), lineOf(3)]), hasPaid).map(({ name }) => name);
    expect(names(false)).toEqual(['billed', 'chosen']);
    expect(names(true)).toEqual(['paid', 'unknown', 'chosen']);
  });
});
