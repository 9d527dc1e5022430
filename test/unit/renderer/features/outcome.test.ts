import { describe, expect, it } from 'vitest';
import { numberHint } from '../../../../renderer/features/number/number-hint.ts';
import {
  groupToken,
  outcomeShown,
  shortReference,
} from '../../../../renderer/features/outcome/outcome-shown.ts';
import { needsHand, printingOf } from '../../../../renderer/features/outcome/print-status.ts';
import { adviceFor, refusalTitle } from '../../../../renderer/features/outcome/refusal-words.ts';
import { saleProblemCodes } from '../../../../shared/contract/sale-problem.ts';
import { messages } from '../../../../shared/i18n/messages.ts';
import { refusalCodeOf, refusalCodes } from '../../../../shared/i18n/refusal-codes.ts';
import { defaultNumberRules } from '../../../../shared/products.ts';
import { jobId, noon, bill303500, paidView, unknownView } from '../samples.ts';

const m = messages('id');

describe('words for problems', () => {
  it('say what happened, what it means for the money, and what to do, in both languages', () => {
    for (const language of ['id', 'en'] as const)
      for (const code of saleProblemCodes) {
        const { what, money, next } = adviceFor({ code }, 'pln-postpaid', messages(language));
        for (const part of [what, money, next]) {
          expect(part.length).toBeGreaterThan(8);
          expect(part).not.toMatch(/error|null|undefined/i);
        }
      }
  });

  it('know the codes of PLN, with and without the prefix', () => {
    expect(refusalCodeOf('SWT:0014')).toBe('0014');
    expect(refusalCodeOf('0088')).toBe('0088');
    expect(refusalCodeOf('SWT:9999')).toBeUndefined();
    expect(adviceFor({ code: 'refused-by-biller', billerCode: 'SWT:0014' }, 'pln-postpaid', m).what).toBe(
      'Tidak bisa dilanjutkan: nomor pelanggan tidak dikenal.',
    );
    expect(refusalTitle('SWT:0061', 'pln-postpaid', m)).toBe('Ditolak oleh Teleanjar.');
  });

  it('name PLN for its own products and never for Telkom', () => {
    const refused = (billerCode: string) => ({ code: 'refused-by-biller', billerCode }) as const;
    expect(adviceFor(refused('SWT:0016'), 'pln-prepaid', m).next).toContain('PLN (123)');
    expect(refusalTitle('SWT:0005', 'pln-nontaglis', m)).toBe('Ditolak: ada gangguan di PLN.');
    for (const language of ['id', 'en'] as const)
      for (const code of refusalCodes) {
        const words = messages(language);
        const { what, next } = adviceFor(refused(code), 'telkom-pstn', words);
        expect(`${what} ${next} ${refusalTitle(code, 'telkom-pstn', words)}`).not.toMatch(/PLN|kWh/);
      }
  });

  it('promise nothing about the money of another request that is under way', () => {
    expect(m.problems.busy.money).not.toContain('uang');
    expect(messages('en').problems.busy.money).not.toContain('money');
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

  it('shortens references and groups tokens', () => {
    expect(shortReference('702CA2EF240E42D5A732E74251829475')).toBe('702C…9475');
    expect(groupToken('67220840878184841314')).toEqual(['6722', '0840', '8781', '8484', '1314']);
  });
});

describe('the paper of a payment', () => {
  const pushed = { job: jobId(4), payment: bill303500.id, state: 'failed', problem: 'unreachable' } as const;

  it('follows what main pushes about the same job', () => {
    const printing = printingOf(paidView.print, pushed, 'network');
    expect(printing).toEqual({ status: 'failed', problem: 'unreachable' });
    expect(needsHand(printing)).toBe(true);
  });

  it('goes by the record where main speaks of another job', () => {
    expect(printingOf(paidView.print, { ...pushed, job: jobId(5) }, 'network').status).toBe('printed');
  });

  it('is on the screen where there is no printer', () => {
    expect(printingOf(paidView.print, null, 'screen').status).toBe('on-screen');
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
