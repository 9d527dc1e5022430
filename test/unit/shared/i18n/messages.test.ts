import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../../shared/i18n/advice.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { printProblems } from '../../../../shared/payment/print-job.ts';
import { productIds } from '../../../../shared/products.ts';
import { languages } from '../../../../shared/settings.ts';

/** Every text of a language that stands by itself: those that are functions wait for their values. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

describe.each(languages)('the texts in %s', (language) => {
  it('name the biller they are asked for, and no other', () => {
    const iak = textsOf(messagesFor(language, 'IAK'));
    expect(iak.some((text) => text.includes('IAK'))).toBe(true);
    expect(iak.filter((text) => text.includes('Teleanjar'))).toEqual([]);
    expect(messagesFor(language, 'IAK').outcome.billerSays).toContain('IAK');
  });

  it('are made once for a biller, so that nothing is drawn anew for them', () => {
    expect(messagesFor(language, 'IAK')).toBe(messagesFor(language, 'IAK'));
    expect(messagesFor(language, 'IAK')).not.toBe(messagesFor(language, 'Teleanjar'));
  });

  it('hold together where nobody knows which biller it is', () => {
    expect(textsOf(messagesFor(language)).filter((text) => /undefined|null|NaN/.test(text))).toEqual([]);
  });

  it('have words for every product', () => {
    const m = messagesFor(language);
    const shorts = productIds.map((product) => m.products[product].short);
    expect(new Set(shorts).size).toBe(productIds.length);
    expect(shorts.every((short) => short.length <= 10)).toBe(true);
  });

  it('say what happened, what it means for the money, and what to do, for each trouble', () => {
    const m = messagesFor(language);
    const all: readonly Advice[] = [
      m.problems,
      m.checkProblems,
      m.lookProblems,
      m.pinProblems,
      m.backupProblems,
      m.stopped.reasons,
    ].flatMap((problems) => Object.values(problems));
    for (const { what, money, next } of all)
      for (const part of [what, money, next]) expect(part).toMatch(/^\p{Lu}.{6,}[.]$/u);
  });

  it('never let a trouble with a check sound as if nothing had been paid', () => {
    const { checkProblems, lookProblems } = messagesFor(language);
    for (const { money } of [...Object.values(checkProblems), ...Object.values(lookProblems)])
      expect(money).toMatch(/Jangan bayar ulang|Do not pay it again/);
  });

  it('say that nothing was sent where the ledger could not be written', () => {
    const { problems } = messagesFor(language);
    const codes = [
      'disk-full',
      'ledger-locked',
      'ledger-read-only',
      'ledger-fault',
      'selling-stopped',
    ] as const;
    for (const code of codes)
      expect(problems[code].money).toMatch(
        /^Pembayaran tidak dikirim\. Uang dan saldo aman\.$|^The payment was not sent\. Cash and deposit are safe\.$/,
      );
    expect(problems['disk-full'].next).toContain('Recycle Bin');
  });

  it('say of every paper that is not printed that it is paid, and then what now', () => {
    const m = messagesFor(language);
    for (const problem of printProblems) {
      const { what, next } = m.notPrinted[problem];
      for (const paid of [what, m.maybePrinted(problem)])
        expect(paid).toMatch(/^(?:Terbayar|Paid), .{10,}\.$/);
      expect(next).toMatch(/^\p{Lu}.{6,}[.?]$/u);
      // Whether it comes by itself, and which key prints it, is told only where that is so.
      expect(next).not.toMatch(/sendiri|by itself|Ctrl\+P/);
      expect(m.papers.happened(problem)).toMatch(/^\p{Lu}[^.]{10,}\.$/u);
    }
  });

  it('say what is wrong with a printer and what mends it, and nothing about money', () => {
    const { printerProblems } = messagesFor(language);
    expect(Object.keys(printerProblems).toSorted()).toEqual([...printProblems].toSorted());
    for (const { short, what, mend } of Object.values(printerProblems)) {
      expect(short.length).toBeLessThanOrEqual(26);
      for (const sentence of [what, mend]) expect(sentence).toMatch(/^\p{Lu}.{4,}\.$/u);
      expect(`${what} ${mend}`).not.toMatch(/bayar|paid|uang|money/i);
    }
  });

  it('tell the short words of all problems apart', () => {
    const shorts = Object.values(messagesFor(language).printerProblems).map(({ short }) => short);
    expect(new Set(shorts).size).toBe(shorts.length);
  });

  it('never say paid of a slip that says that nobody knows', () => {
    const { interim } = messagesFor(language);
    expect(textsOf(interim).filter((text) => /terbayar|paid/i.test(text))).toEqual([]);
  });

  it('tell what people decided from what the biller certified', () => {
    const { states } = messagesFor(language);
    expect(new Set(Object.values(states)).size).toBe(Object.keys(states).length);
    for (const state of ['paid-by-hand', 'rejected-by-hand'] as const)
      expect(states[state]).toMatch(/\((?:manual|by hand)\)$/);
  });
});
