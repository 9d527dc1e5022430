import { describe, expect, it } from 'vitest';
import { codeEntry, httpRules, iakCodes, reportedCodes } from '../../../../electron/billers/iak/codes.ts';
import { refusalSchema } from '../../../../shared/payment/refusal.ts';

const numbered = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(2, '0'));

/** The documented list. 12, 18, 19, 202 and others like them are codes of the prepaid API. */
const documented: readonly string[] = [
  ...numbered(0, 11),
  ...numbered(13, 17),
  '20',
  ...numbered(30, 42),
  ...numbered(91, 94),
  ...numbered(100, 103),
  ...numbered(105, 110),
  ...numbered(117, 118),
  '201',
];

const codesWhere = (test: (entry: (typeof iakCodes)[number]) => boolean): readonly string[] =>
  iakCodes.filter(test).map(({ code }) => code);

describe('the table of IAK’s codes', () => {
  it('has the 48 documented codes, each once, in their order', () => {
    expect(documented).toHaveLength(48);
    expect(iakCodes.map(({ code }) => code)).toEqual(documented);
  });

  it('takes only 00 for a bill that was found', () => {
    expect(codesWhere(({ atInquiry }) => atInquiry === 'found')).toEqual(['00']);
  });

  it('takes only 00 for paid, and for a refusal only what says for certain that nothing was paid', () => {
    expect(codesWhere(({ atPayment }) => atPayment === 'paid')).toEqual(['00']);
    expect(codesWhere(({ atPayment }) => atPayment === 'rejected')).toEqual(
      '03 04 06 08 11 13 14 15 16 17 20 100 101 102 106 107 108 109 118'.split(' '),
    );
  });

  it('leaves a payment unknown after what IAK calls failed and a bill’s state or a timeout explains as well', () => {
    for (const code of ['01', '05', '07', '34', '37', '38', '39', '40', '91', '103', '105', '110', '201'])
      expect(codeEntry(code)?.atPayment, code).toBe('unknown');
  });

  it('lets the status field decide about codes a payment can have ended with, and leaves all else open', () => {
    expect(codesWhere(({ atStatus }) => atStatus === 'open')).toEqual(
      '01 02 03 04 05 06 11 34 40 100 101 102 107 108 117 118 201'.split(' '),
    );
    expect(codesWhere(({ atStatus }) => atStatus === 'by-status')).toHaveLength(31);
  });

  it('knows the codes that only other clients have met, and lets none of them settle anything', () => {
    expect(reportedCodes.map(({ code }) => code)).toEqual(['44', '45']);
    for (const each of reportedCodes) {
      expect(codeEntry(each.code)).toBe(each);
      expect([each.atInquiry, each.atPayment, each.atStatus]).toEqual(['refused', 'unknown', 'open']);
    }
  });

  it.each(['', '0', '000', ' 00', '1', '12', '999', 'constructor', '__proto__'])(
    'knows nothing of %j',
    (code) => {
      expect(codeEntry(code)).toBeUndefined();
    },
  );

  it.each(iakCodes.map((entry) => [entry.code, entry] as const))('finds %s', (code, entry) => {
    expect(codeEntry(code)).toBe(entry);
  });
});

describe('the words for a code', () => {
  const clauses = iakCodes.flatMap(({ code, words }) => [
    { code, language: 'id', ...words.id },
    { code, language: 'en', ...words.en },
  ]);

  it.each(clauses)('$code ($language) are a clause after “Ditolak:” and a sentence of advice', (clause) => {
    const { reason, next } = clause;
    // A name may begin a clause; any other capital would begin a sentence.
    expect(reason).toMatch(/^(?:IAK\b|[a-z])[^.!?;:]{5,}$/);
    expect(reason).not.toMatch(/[.\s]$/);
    expect(next).toMatch(/^[A-Z].{9,}\.$/);
    expect(`${reason} ${next}`).not.toMatch(/ {2}|\berror\b|\bRC\b|\bkode\b|\bcode\b/i);
    expect(`${reason} ${next}`).not.toContain(clause.code === '109' ? '109' : ` ${clause.code} `);
  });

  it('fit where they are shown', () => {
    for (const { words } of iakCodes) expect(refusalSchema.safeParse(words).success).toBe(true);
  });

  it('give each code a reason of its own, and differ in the two languages', () => {
    for (const language of ['id', 'en'] as const) {
      const reasons = iakCodes.map(({ words }) => words[language].reason);
      expect(new Set(reasons).size).toBe(reasons.length);
    }
    for (const { words } of iakCodes) {
      expect(words.id.reason).not.toBe(words.en.reason);
      expect(words.id.next).not.toBe(words.en.next);
    }
  });

  it('have no English on an Indonesian screen', () => {
    const english =
      /\b(?:the|is|are|was|not|no|of|to|and|or|with|for|this|that|bill|payment|paid|pay|check|again|wait|customer|number|invalid|failed|pending|timeout|system|server|request|inquiry|balance|account|maintenance|database|product|biller|counter|service|please|try|call|error|signature|username|expired|duplicate)\b/i;
    for (const { code, words } of iakCodes)
      expect(`${words.id.reason} ${words.id.next}`, code).not.toMatch(english);
  });

  it('never send the cashier to pay again while a payment is unknown', () => {
    for (const { code, atPayment, words } of iakCodes) {
      if (atPayment !== 'unknown') continue;
      expect(words.id.next, code).not.toMatch(/\b(?:bayar lagi|ulangi pembayaran|coba bayar)\b/i);
      expect(words.en.next, code).not.toMatch(/\bpay (?:it )?again\b/i);
    }
  });
});

describe('the rules of the HTTP status', () => {
  it('read the code of 200 and 400, and leave a payment unknown after any other', () => {
    expect(httpRules.map(({ status, atInquiry, atPayment }) => [status, atInquiry, atPayment])).toEqual([
      ['200', 'by-code', 'by-code'],
      ['400', 'by-code', 'by-code'],
      ['other', 'refused', 'unknown'],
    ]);
  });
});
