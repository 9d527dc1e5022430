import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neverFinal, shippedFinals } from '../../../../electron/billers/teleanjar/codes.ts';
import {
  isFinalAnswer,
  readResponseCode,
  shownText,
} from '../../../../electron/billers/teleanjar/response-code.ts';

describe('the response of Teleanjar', () => {
  it('is success only if it is exactly SWT:0000', () => {
    expect(readResponseCode('SWT:0000')).toEqual({ kind: 'success' });
    for (const near of [
      'SWT:0000 ',
      ' SWT:0000',
      'swt:0000',
      'SWT:000',
      'SWT:00000',
      'SWT: 0000',
      '0000',
      'SWT:OOOO',
    ]) {
      expect(readResponseCode(near).kind, near).not.toBe('success');
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(text !== 'SWT:0000');
        expect(readResponseCode(text).kind).not.toBe('success');
      }),
    );
  });

  it('is a code where it is one', () => {
    expect(readResponseCode('SWT:0014')).toEqual({ kind: 'code', code: '0014' });
  });

  it('is words otherwise, without what is meant for the client program', () => {
    expect(readResponseCode('KILLME: Saldo tidak  cukup\n')).toEqual({
      kind: 'text',
      text: 'Saldo tidak cukup',
    });
  });

  it('is words whole, so that a long text is no other that begins alike', () => {
    expect(readResponseCode('x'.repeat(1000))).toEqual({ kind: 'text', text: 'x'.repeat(1000) });
    expect(shownText('x'.repeat(1000))).toBe('x'.repeat(300));
  });
});

const code = (digits: string) => ({ kind: 'code', code: digits }) as const;
const words = (text: string) => ({ kind: 'text', text }) as const;

describe('a refusal of a payment', () => {
  it.each(['0000', '0001', '0005', '0034', '0063', '0068', '0088', '0094', '0099'])(
    'by %s is never final, whoever lists it',
    (digits) => {
      expect(isFinalAnswer(code(digits), [digits, `SWT:${digits}`, `KILLME: ${digits}`])).toBe(false);
    },
  );

  it.each(shippedFinals)('by %s is final in the list that is shipped', (digits) => {
    expect(isFinalAnswer(code(digits), shippedFinals)).toBe(true);
  });

  it('by any other code is final only where the owner lists it', () => {
    const shipped = new Set<string>([...shippedFinals, ...neverFinal]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
        const digits = String(number).padStart(4, '0');
        fc.pre(!shipped.has(digits));
        expect(isFinalAnswer(code(digits), shippedFinals)).toBe(false);
        expect(isFinalAnswer(code(digits), [...shippedFinals, ` ${digits} `])).toBe(true);
        expect(isFinalAnswer(code(digits), [`SWT:${digits}`])).toBe(true);
      }),
    );
  });

  it('by a text is final only where exactly that text is listed', () => {
    const listed = ['KILLME:  SALDO TIDAK MENCUKUPI'];
    expect(isFinalAnswer(words('SALDO TIDAK MENCUKUPI'), listed)).toBe(true);
    for (const near of ['SALDO TIDAK MENCUKUPI.', 'Saldo tidak mencukupi', 'SALDO', '']) {
      expect(isFinalAnswer(words(near), listed), near).toBe(false);
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(text !== 'SALDO TIDAK MENCUKUPI');
        expect(isFinalAnswer(words(text), listed)).toBe(false);
      }),
    );
  });

  it.each(['SWT:0000', 'swt:0000', 'SWT: 0000', 'SWT0000', 'RC 0068 PENDING', 'SWT.0034', 'rc_0094'])(
    'by %j, in which stands a code that never is final, is none, whoever lists it',
    (text) => {
      expect(isFinalAnswer(words(text), [text])).toBe(false);
    },
  );

  it('by a text with a hash is none: another one looks the same once it is blanked', () => {
    const redact = (text: string): string => text.replaceAll(/[0-9a-f]{32}/g, '[secret]');
    expect(isFinalAnswer(words(`GAGAL ${'a1'.repeat(16)}`), ['GAGAL [secret]'], redact)).toBe(false);
  });

  it('by a text is final by the text as it came and as it is shown', () => {
    const redact = (text: string): string => text.replaceAll('demo', '[secret]');
    for (const listed of ['User demo salah', 'User [secret] salah']) {
      expect(isFinalAnswer(words('User demo salah'), [listed], redact)).toBe(true);
      expect(isFinalAnswer(words('User siti salah'), [listed], redact)).toBe(false);
    }
  });

  it('never takes digits in a text for a code, nor an empty line for a text', () => {
    expect(isFinalAnswer(words('0014'), ['0014'])).toBe(false);
    expect(isFinalAnswer(words('SWT:0000'), ['SWT:0000'])).toBe(false);
    expect(isFinalAnswer(words('SWT:0068'), ['SWT:0068'])).toBe(false);
    expect(isFinalAnswer(words(''), ['', ' ', 'KILLME:'])).toBe(false);
  });
});
