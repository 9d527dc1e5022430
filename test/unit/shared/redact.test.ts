import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactor } from '../../../shared/redact.ts';

const redact = (text: string, secrets: readonly string[]): string => redactor(secrets)(text);

const canary = 'k4n4ri/rahasia+sekali= é"\\<&>\'(1)';
const base64 = Buffer.from(canary, 'utf8').toString('base64');

/** Everything that JSON lets a writer escape, escaped. */
const inAsciiJson = (text: string, digits: 'lower' | 'upper'): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('/', '\\/')
    .replaceAll('é', digits === 'lower' ? '\\u00e9' : '\\u00E9');

const withLowerHex = (encoded: string): string => encoded.replaceAll(/%../g, (each) => each.toLowerCase());

describe('a text that leaves the program', () => {
  it.each([
    ['as it is', canary],
    ['in base64', base64],
    ['in base64 for URLs', Buffer.from(canary, 'utf8').toString('base64url')],
    ['in base64, URL-encoded', encodeURIComponent(base64)],
    ['in capitals', canary.toUpperCase()],
    ['in base64 without its end', base64.replace(/=+$/, '')],
    ['in base64, as PHP writes JSON', base64.replaceAll('/', '\\/')],
    ['URL-encoded', encodeURIComponent(canary)],
    ['URL-encoded in lower case', withLowerHex(encodeURIComponent(canary))],
    ['as a value of a form', new URLSearchParams({ a: canary }).toString().slice(2)],
    ['as a value of JSON', JSON.stringify(canary).slice(1, -1)],
    ['as a value of JSON in ASCII', inAsciiJson(canary, 'lower')],
    ['as a value of JSON in ASCII, in upper case', inAsciiJson(canary, 'upper')],
    [
      'as text of XML',
      canary
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&apos;'),
    ],
  ])('does not hold a secret %s, wherever and however often it stands', (_how, form) => {
    const text = `a ${form}, b=${form} ${form}|c`;
    expect(redact(text, [canary])).not.toContain(form);
    expect(redact(text, [canary])).toBe('a [secret], b=[secret] [secret]|c');
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
    expect(redact('[a-z]{4} abcd', ['[a-z]{4}'])).toBe('[secret] abcd');
    expect(redact('x^y|z(w)* x', ['x^y|z(w)*'])).toBe('[secret] x');
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

  it('holds neither user nor password of a base64 of both, as Teleanjar’s ppid is', () => {
    for (const user of ['siti', 'siti1', 'siti12']) {
      for (const password of ['rahasia', 'rahasia1', 'rahasia12']) {
        const ppid = Buffer.from(`${user}|${password}`).toString('base64');
        // A letter may stand in the middle: it is the bar's.
        expect(redact(`ppid=${ppid}&x=1`, [user, password])).toMatch(
          /^ppid=\[secret\][A-Za-z0-9]?(?:\[secret\])?&x=1$/,
        );
        expect(redact(`ppid=${ppid}&x=1`, [password])).toMatch(/^ppid=[A-Za-z0-9]{5,9}\[secret\]&x=1$/);
      }
    }
  });

  it('holds no secret that was a part of what was encoded, whatever stood before and after it', () => {
    const secret = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 20 });
    const around = fc.uint8Array({ maxLength: 9 });
    fc.assert(
      fc.property(secret, around, around, (each, before, after) => {
        const bytes = Buffer.from(each, 'utf8');
        const encoded = Buffer.concat([before, bytes, after]).toString('base64');
        // A letter of the secret's own: its six bits are all of the secret.
        const first = Math.ceil((before.length * 8) / 6);
        const end = Math.floor(((before.length + bytes.length) * 8) / 6);
        const own = encoded.slice(first, end);
        expect(redact(encoded, [each])).toContain('[secret]');
        expect(redact(encoded, [each])).not.toContain(own);
      }),
    );
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

  it('that is redacted already stays as it is, whatever is secret', () => {
    const secret = fc.oneof(
      fc.constantFrom('secret', '[sec', 'ret]'),
      fc.string({ minLength: 4, maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 3 }), (secrets) => {
        expect(redact('a [secret] b [secret][secret]', secrets)).toBe('a [secret] b [secret][secret]');
      }),
    );
  });
});

describe('a user name', () => {
  const hidden = redactor(['rahasia-panjang'], ['demo', 'loket']);

  it.each([
    ['User demo: saldo tidak cukup', 'User [secret]: saldo tidak cukup'],
    ['USER DEMO', 'USER [secret]'],
    ['{"user":"loket","x":1}', '{"user":"[secret]","x":1}'],
    ['user=a%3Ddemo&loket', 'user=a%3D[secret]&[secret]'],
    [
      String.raw`x
demo`,
      String.raw`x
[secret]`,
    ],
    ['_demo_', '_[secret]_'],
  ])('in %j is blanked', (text, redacted) => {
    expect(hidden(text)).toBe(redacted);
  });

  it.each(['mode demokrasi', 'LOKETING dan seloket', 'demo1', '2loket'])(
    'that is a part of a word in %j is none',
    (text) => {
      expect(hidden(text)).toBe(text);
    },
  );

  it('in base64 is blanked wherever it stands', () => {
    for (const before of ['', 'a', 'ab']) {
      const encoded = Buffer.from(`${before}loket|rahasia-panjang`).toString('base64');
      expect(hidden(encoded)).not.toContain(encoded.slice(4, 8));
    }
  });
});
