import { describe, expect, it } from 'vitest';
import { codes, explain, neverFinal, shippedFinals } from '../../../../electron/billers/teleanjar/codes.ts';
import { form } from '../../../../electron/billers/teleanjar/form.ts';
import { billerFormSchema } from '../../../../shared/biller-profile.ts';
import { refusalSchema } from '../../../../shared/payment/refusal.ts';

/** The four-digit codes of PLN's switching, and what its neighbours add. */
const known =
  '0000 0001 0005 0011 0012 0013 0014 0015 0016 0030 0031 0032 0033 0034 0041 0042 0047 0048 0063 0068 0077 0088 0089 0090 0092 0093 0094 0097 0098 0099';

describe('the table of codes', () => {
  it('has every known code, once, in order', () => {
    expect(codes.map(({ code }) => code).join(' ')).toBe(known);
  });

  it('rejects a payment by what the form is shipped with and by nothing else', () => {
    const rejecting = codes.filter(({ atPayment }) => atPayment === 'rejected').map(({ code }) => code);
    expect(rejecting).toEqual(form.defaults.finalAnswers);
    expect(codes.filter(({ atPayment }) => atPayment === 'paid').map(({ code }) => code)).toEqual(['0000']);
    for (const never of neverFinal) expect(form.defaults.finalAnswers).not.toContain(never);
    expect(form.finalAnswers).toEqual({ editable: true, never: neverFinal });
  });

  it('lets a status check settle by success alone', () => {
    expect(codes.filter(({ atStatus }) => atStatus === 'by-status').map(({ code }) => code)).toEqual([
      '0000',
    ]);
  });

  it('has words for each in both languages, a clause and a sentence', () => {
    for (const { code, words } of codes) {
      expect(refusalSchema.safeParse(words).success, code).toBe(true);
      for (const { reason, next } of [words.id, words.en]) {
        expect(reason, code).toMatch(/^[^A-Z].*[^.]$/);
        expect(next, code).toMatch(/^[A-Z].*\.$/);
      }
      expect(words.id).not.toEqual(words.en);
    }
  });
});

describe('a code', () => {
  it('is explained with or without its prefix', () => {
    expect(explain('SWT:0014')).toEqual(explain('0014'));
    expect(explain('0014')?.id.reason).toBe('nomor pelanggan tidak dikenal');
    expect(explain('0014')?.en.next).toBe('Check the number with the customer.');
  });

  it('speaks of PLN only where PLN has a part in the sale', () => {
    expect(explain('0016', 'pln-prepaid')?.id.next).toContain('PLN');
    expect(explain('0014', 'pln-prepaid')).toEqual(explain('0014'));
    for (const { code } of codes) {
      for (const product of [undefined, 'telkom-pstn'] as const) {
        expect(JSON.stringify(explain(code, product) ?? {}), code).not.toContain('PLN');
      }
    }
  });

  it.each(['0000', 'SWT:0000', '1234', '', '14', 'HTTP 500', '00140', 'constructor'])(
    'that is "%s" is not',
    (code) => {
      expect(explain(code)).toBeUndefined();
    },
  );
});

describe('the form', () => {
  it('is one that the settings can draw, and starts a counter whose services it knows', () => {
    expect(billerFormSchema.safeParse(form).success).toBe(true);
    expect(form.defaults.services.map(({ product }) => product)).toEqual([
      'pln-postpaid',
      'pln-prepaid',
      'pln-nontaglis',
      'telkom-pstn',
    ]);
    expect(shippedFinals).toHaveLength(15);
  });

  it('starts with choices that it offers', () => {
    for (const { key, choices } of form.options) {
      expect(choices.map(({ value }) => value)).toContain(form.defaults.options[key]);
    }
    expect(form.options.map(({ key }) => key)).toEqual(['separator', 'statusCall']);
  });
});
