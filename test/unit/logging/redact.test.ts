import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../electron/logging/redact.ts';

const canary = 'k4n4ri/rahasia+sekali= é"\\';
const base64 = Buffer.from(canary, 'utf8').toString('base64');

describe('a text that leaves the program', () => {
  it.each([
    ['as it is', canary],
    ['in base64', base64],
    ['URL-encoded', encodeURIComponent(canary)],
    ['as a value of JSON', JSON.stringify(canary).slice(1, -1)],
  ])('does not hold a secret %s, wherever and however often it stands', (_how, form) => {
    const text = `a ${form}, b=${form}${form}|c`;
    expect(redact(text, [canary])).not.toContain(form);
    expect(redact(text, [canary])).toBe('a [secret], b=[secret][secret]|c');
  });

  it('is otherwise as it was', () => {
    expect(redact('payment 12 failed: ECONNRESET', [canary, 'other'])).toBe('payment 12 failed: ECONNRESET');
    expect(redact('', [canary])).toBe('');
  });

  it('is not blanked to nothing by an empty or a tiny secret', () => {
    expect(redact('abc abc', ['', 'a', 'ab', 'abc'])).toBe('abc abc');
  });

  it('does not take a secret for a pattern', () => {
    expect(redact('abcdef a.c.+', ['a.c.+'])).toBe('abcdef [secret]');
    expect(redact('pa$$w0rd', ['pa$$w0rd'])).toBe('[secret]');
    expect(redact('pa$&word', ['pa$&word'])).toBe('[secret]');
  });

  it('holds no tail of a longer secret that begins with a shorter one, whatever their order', () => {
    const secrets = ['siti', 'siti-rahasia-1234'];
    const text = 'user siti password siti-rahasia-1234';
    expect(redact(text, secrets)).toBe('user [secret] password [secret]');
    expect(redact(text, secrets.toReversed())).toBe('user [secret] password [secret]');
  });

  it('is made whatever the secret is, also one that no URL can hold', () => {
    expect(redact('a lone \ud800 half', ['lone \ud800'])).toBe('a [secret] half');
  });

  it('holds no secret of any account, in any of its forms', () => {
    const secret = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 20 });
    // Words around it cannot by themselves be a secret of eight characters or more.
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), (secrets) => {
        const forms = secrets.flatMap((each) => [
          each,
          Buffer.from(each, 'utf8').toString('base64'),
          encodeURIComponent(each),
        ]);
        const redacted = redact(forms.join(' | '), secrets);
        for (const form of forms) expect(redacted).not.toContain(form);
      }),
    );
  });
});
