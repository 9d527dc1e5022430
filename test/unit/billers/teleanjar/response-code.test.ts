import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFinalRefusal, readResponseCode } from '../../../../electron/billers/teleanjar/response-code.ts';

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
    expect(readResponseCode('x'.repeat(1000))).toEqual({ kind: 'text', text: 'x'.repeat(300) });
  });

  it.each(['0005', '0063', '0068', '0088', '0099', '0001', '0098', '1234', '0000'])(
    'that says %s at payment leaves it unknown',
    (code) => {
      expect(isFinalRefusal(code)).toBe(false);
    },
  );

  it.each([
    '0013',
    '0014',
    '0015',
    '0016',
    '0030',
    '0031',
    '0032',
    '0033',
    '0041',
    '0042',
    '0047',
    '0048',
    '0077',
    '0089',
    '0090',
  ])('that says %s at payment is a refusal for certain', (code) => {
    expect(isFinalRefusal(code)).toBe(true);
  });
});
