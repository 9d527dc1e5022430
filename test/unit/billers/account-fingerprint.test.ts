import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountFingerprint } from '../../../electron/billers/account-fingerprint.ts';

describe('an account’s fingerprint', () => {
  it('is the same for the same account, and another for another, however their parts are cut', () => {
    const one = accountFingerprint('iak', '081234567890');
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(accountFingerprint('iak', '081234567890')).toBe(one);
    const others = [
      accountFingerprint('iak', '081234567891'),
      accountFingerprint('teleanjar', '081234567890'),
      accountFingerprint('iak', '0812345', '67890'),
      accountFingerprint('iak', '081234567890', ''),
    ];
    expect(new Set([one, ...others]).size).toBe(5);
  });

  it('is no plain hash, which a telephone number would be found by', () => {
    const number = '081234567890';
    const made = accountFingerprint('iak', number);
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
      expect(createHash(algorithm).update(number).digest('hex')).not.toContain(made);
    }
  });

  it('stays the same when more accounts were named than are kept in mind', () => {
    const first = accountFingerprint('iak', 'first');
    for (let n = 0; n < 20; n += 1) accountFingerprint('iak', `other ${n}`);
    expect(accountFingerprint('iak', 'first')).toBe(first);
  });
});
