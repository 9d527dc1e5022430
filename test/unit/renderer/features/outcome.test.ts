import { describe, expect, it } from 'vitest';
import { numberHint } from '../../../../renderer/features/number/number-hint.ts';
import {
  groupToken,
  outcomeMeaning,
  outcomeShown,
  referencesOf,
  shortReference,
  spacedTime,
} from '../../../../renderer/features/outcome/outcome-shown.ts';
import { needsHand, printingOf } from '../../../../renderer/features/outcome/print-status.ts';
import { adviceFor, refusalTitle } from '../../../../renderer/features/outcome/refusal-words.ts';
import type { PaymentView } from '../../../../shared/contract/payment-view.ts';
import { saleProblemCodes } from '../../../../shared/contract/sale-problem.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { printJobStates } from '../../../../shared/payment/print-job.ts';
import type { Refusal } from '../../../../shared/payment/refusal.ts';
import { defaultNumberRules } from '../../../../shared/products.ts';
import {
  jobId,
  noon,
  bill303500,
  paidByHandView,
  paidView,
  rejectedByHandView,
  unknownView,
} from '../samples.ts';

const m = messagesFor('id', 'Teleanjar');

type PrintView = NonNullable<PaymentView['print']>;

const blocked: Refusal = {
  id: { reason: 'pelanggan ini diblokir', next: 'Minta pelanggan menghubungi PLN (123).' },
  en: { reason: 'this customer is blocked', next: 'Ask the customer to call PLN (123).' },
};

describe('words for problems', () => {
  it('say what happened, what it means for the money, and what to do, in both languages', () => {
    for (const language of ['id', 'en'] as const)
      for (const code of saleProblemCodes) {
        const { what, money, next } = adviceFor({ code }, language, messagesFor(language, 'IAK'));
        for (const part of [what, money, next]) {
          expect(part.length).toBeGreaterThan(8);
          expect(part).not.toMatch(/error|null|undefined/i);
        }
      }
  });

  it('are those of the biller for a code that it has in its table, in the language of the screen', () => {
    const problem = { code: 'refused-by-biller', billerCode: 'SWT:0016', refusal: blocked } as const;
    expect(adviceFor(problem, 'id', m)).toMatchObject({
      what: 'Tidak bisa dilanjutkan: pelanggan ini diblokir.',
      next: blocked.id.next,
    });
    expect(adviceFor(problem, 'en', messagesFor('en')).next).toBe(blocked.en.next);
    expect(refusalTitle(blocked, 'id', m)).toBe('Ditolak: pelanggan ini diblokir.');
  });

  it('are general for a code that the table does not have, and say whose it is', () => {
    const general = { code: 'refused-by-biller', billerCode: '9999' } as const;
    expect(adviceFor(general, 'id', messagesFor('id', 'IAK')).what).toContain('IAK');
    expect(refusalTitle(null, 'id', m)).toBe('Ditolak oleh Teleanjar.');
  });

  it('do not let a code speak for a trouble of another kind', () => {
    const unreadable = { code: 'unreadable-reply', refusal: blocked } as const;
    expect(adviceFor(unreadable, 'id', m)).toEqual(m.problems['unreadable-reply']);
  });

  it('promise nothing about the money of another request that is under way', () => {
    expect(m.problems.busy.money).not.toContain('uang');
    expect(messagesFor('en').problems.busy.money).not.toContain('money');
  });

  it('do not blame midnight for every bill that has run out', () => {
    expect(m.problems['quote-expired'].what).not.toContain('tengah malam');
  });
});

describe('the outcome', () => {
  it('is unknown for whatever is not certain', () => {
    expect(outcomeShown({ kind: 'payment', payment: unknownView }).kind).toBe('unknown');
    expect(outcomeShown({ kind: 'lost', quote: bill303500, at: noon })).toMatchObject({
      kind: 'unknown',
      reason: null,
    });
    expect(
      outcomeShown({ kind: 'payment', payment: { ...unknownView, state: 'sent', outcome: null } }),
    ).toMatchObject({
      kind: 'unknown',
      reason: 'interrupted',
    });
  });

  it('is by hand where the owner decided, and looks like what was decided', () => {
    const shown = [paidView, paidByHandView, rejectedByHandView, unknownView].map((payment) =>
      outcomeShown({ kind: 'payment', payment }),
    );
    expect(shown.map(({ kind }) => kind)).toEqual(['paid', 'by-hand', 'by-hand', 'unknown']);
    expect(shown.map(outcomeMeaning)).toEqual(['paid', 'paid', 'rejected', 'unknown']);
  });

  it('tells a time that came in one piece apart, and any other as it came', () => {
    expect(spacedTime('20180803172000')).toBe('2018-08-03 17:20:00');
    expect(spacedTime('2018-08-03 17:20:00')).toBe('2018-08-03 17:20:00');
  });

  it('names both ids under which a biller finds a payment', () => {
    expect(referencesOf({ ...bill303500, inquiryId: '9732432', ourReference: 'LKT1' })).toBe(
      '9732432 · LKT1',
    );
    expect(referencesOf(bill303500)).toBe(bill303500.inquiryId);
  });

  it('shortens references and groups tokens', () => {
    expect(shortReference('702CA2EF240E42D5A732E74251829475')).toBe('702C…9475');
    expect(groupToken('67220840878184841314')).toEqual(['6722', '0840', '8781', '8484', '1314']);
  });
});

describe('the paper of a payment', () => {
  const saved = { isSaved: true };
  const unsaved = { isSaved: false };
  const print = (over: Partial<PrintView> = {}): PrintView => ({
    job: jobId(4),
    state: 'failed',
    problem: 'unreachable',
    copy: 0,
    waits: true,
    isOnScreen: false,
    ...over,
  });

  it('is told as the record has it', () => {
    expect(printingOf(paidView.print, paidView)).toEqual({ status: 'printed' });
    expect(printingOf(null, saved)).toEqual({ status: 'none' });
    expect(printingOf(print(), saved)).toEqual({ status: 'failed', problem: 'unreachable', waits: true });
  });

  it('is on the screen where its own printer is, wherever receipts go by now', () => {
    for (const state of printJobStates) {
      const { status } = printingOf(print({ state, isOnScreen: true }), saved);
      expect(status === 'on-screen').toBe(state === 'printed' || state === 'sent');
    }
  });

  it('needs an eye in every state that is not certain, whether or not anybody says why', () => {
    for (const state of printJobStates)
      for (const problem of ['stalled', null] as const)
        expect(needsHand(printingOf(print({ state, problem }), saved))).toBe(
          state === 'failed' || state === 'uncertain',
        );
  });

  it('troubles nobody once nobody wants it any more, unless it is the only record of its payment', () => {
    for (const state of ['failed', 'uncertain'] as const) {
      const left = print({ state, waits: false });
      expect(needsHand(printingOf(left, saved))).toBe(false);
      expect(printingOf(left, unsaved)).toEqual({ status: state, problem: 'unreachable', waits: false });
    }
  });
});

describe('the hint under the number', () => {
  const rule = defaultNumberRules['pln-postpaid'];
  it.each([
    ['', '12 angka'],
    ['53000000000', '12 angka, baru 11'],
    ['530000000001', '12 angka, pas'],
    ['5300000000012', '12 angka, ini 13'],
    ['53A', '12 angka; “A” tidak dipakai'],
  ])('%s', (draft, words) => expect(numberHint('pln-postpaid', draft, rule, m).text).toBe(words));

  it('names both numbers of a token', () => {
    const token = defaultNumberRules['pln-prepaid'];
    expect(numberHint('pln-prepaid', '', token, m).text).toBe('11 angka meter atau 12 angka idpel');
    expect(numberHint('telkom-pstn', '', defaultNumberRules['telkom-pstn'], m).text).toBe('9–13 angka');
  });
});
