import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../../../electron/training/teleanjar/base64.ts';
import { signatureOf, type SignedValues } from '../../../../electron/training/teleanjar/signature.ts';

const values: SignedValues = {
  uuid: 'PARTNER01',
  ket: '',
  dtime: '2018-05-30 15:02:26',
  ppid: 'demo|secret',
  udata: 'TELE-PLN-POSTPAID|123456789012',
  apiKey: 'KEY123',
};

describe('the agreed vectors', () => {
  it('signs without ket', () => {
    expect(signatureOf(values)).toBe('6ac97169ad90b09ee188f4dbb9acc89c');
  });

  it('signs ket between uuid and dtime', () => {
    expect(signatureOf({ ...values, ket: 'x' })).toBe('ec737ac9dc7aa64dc8a03d1f9508e1b4');
  });

  it('reads ppid and udata', () => {
    expect(decodeBase64('ZGVtb3xzZWNyZXQ=')).toBe('demo|secret');
    expect(decodeBase64('VEVMRS1QTE4tUE9TVFBBSUR8MTIzNDU2Nzg5MDEy')).toBe('TELE-PLN-POSTPAID|123456789012');
  });
});

describe('base64 is standard and padded', () => {
  it.each(['YQ', 'YQ=', 'YWI', 'YQ==\n', 'YQ==YQ==', '-_8=', 'Y Q==', '=', '/w=='])('refuses %j', (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });

  it('takes an empty text', () => {
    expect(decodeBase64('')).toBe('');
  });
});
