import { describe, expect, it } from 'vitest';
import type { ApiExchange } from '../../../../electron/billers/biller.ts';
import type { Ask } from '../../../../electron/billers/teleanjar/ask.ts';
import { judgeReply, testConnection } from '../../../../electron/billers/teleanjar/connection-test.ts';
import { form } from '../../../../electron/billers/teleanjar/form.ts';
import type { CallFault } from '../../../../electron/billers/wire.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { instant } from '../../../../shared/time.ts';
import { exchangeOf, replyOf } from './samples.ts';

const at = instant(Date.parse('2026-11-21T03:15:30Z'));
const { services } = form.defaults;
const saying = (response: string): ApiExchange => exchangeOf(JSON.stringify({ response }));

/** Tries a gateway that answers each separator with one thing; tells what was asked too. */
async function tryOut(
  answers: Partial<Record<'pipe' | 'blank', Result<ApiExchange, CallFault | { code: 'not-set-up' }>>>,
  separator: 'pipe' | 'blank' = 'pipe',
) {
  const asked: unknown[] = [];
  const ask: Ask = (action, values, _at, how) => {
    asked.push([action, values.join('|'), how?.separator ?? separator]);
    return Promise.resolve(answers[how?.separator ?? separator] ?? err({ code: 'no-answer' }));
  };
  return { test: await testConnection(ask, services, separator, at), asked };
}

describe('a test of the connection', () => {
  it('is one inquiry for nobody', async () => {
    const { test, asked } = await tryOut({ pipe: ok(saying('SWT:0014')) });
    expect(test).toEqual({ verdict: 'ok', detail: 'SWT:0014' });
    expect(asked).toEqual([['inquiry', 'TELE-PLN-POSTPAID|000000000000', 'pipe']]);
  });

  it.each([
    ['not-set-up', 'not-set-up'],
    ['no-answer', 'no-answer'],
  ] as const)('that comes to %s says %s', async (code, verdict) => {
    const { test, asked } = await tryOut({ pipe: err({ code }) });
    expect(test).toEqual({ verdict });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['unreachable', 'no-network'],
    ['tls-refused', 'tls'],
    ['pin-mismatch', 'pin'],
    ['proxy-refused', 'proxy'],
  ] as const)('that comes to %s says %s and why', async (code, verdict) => {
    const { test } = await tryOut({ pipe: err({ code, detail: 'ECODE' }) });
    expect(test).toEqual({ verdict, detail: 'ECODE' });
  });

  it('tries the other separator once where the first may be at fault, and tells what would do', async () => {
    for (const words of [
      'SIGNATURE TIDAK SESUAI',
      'FORMAT UDATA TIDAK SESUAI',
      'USERNAME ATAU PASSWORD SALAH',
    ]) {
      const { test, asked } = await tryOut({ pipe: ok(saying(words)), blank: ok(saying('SWT:0014')) });
      expect(test, words).toMatchObject({ detail: words, better: { option: 'separator', value: 'blank' } });
      expect(test.verdict).not.toBe('ok');
      expect(asked).toHaveLength(2);
    }
    const unreadable = await tryOut(
      { blank: ok(exchangeOf('<html>')), pipe: ok(saying('SWT:0014')) },
      'blank',
    );
    expect(unreadable.test).toEqual({
      verdict: 'unreadable',
      better: { option: 'separator', value: 'pipe' },
    });
  });

  it('names nothing better where the other separator does no better', async () => {
    const refused = ok(saying('SIGNATURE TIDAK SESUAI'));
    for (const blank of [refused, err({ code: 'no-answer' } as const), ok(exchangeOf('<html>'))]) {
      const { test, asked } = await tryOut({ pipe: refused, blank });
      expect(test).toEqual({ verdict: 'wrong-signature', detail: 'SIGNATURE TIDAK SESUAI' });
      expect(asked).toHaveLength(2);
    }
  });

  it.each(['X-API-KEY TIDAK VALID', 'IP TIDAK TERDAFTAR', 'SALDO TIDAK CUKUP'])(
    'asks no second time after "%s"',
    async (words) => {
      const { test, asked } = await tryOut({ pipe: ok(saying(words)), blank: ok(saying('SWT:0014')) });
      expect(test).not.toHaveProperty('better');
      expect(asked).toHaveLength(1);
    },
  );

  it.each([
    ['Sat, 21 Nov 2026 03:20:30 GMT', 300],
    ['Sat, 21 Nov 2026 02:15:30 GMT', -3600],
  ])('tells how far ahead a clock at %s is', async (date, seconds) => {
    const { test } = await tryOut({ pipe: ok(exchangeOf('{"response":"SWT:0014"}', { date })) });
    // The clock of this machine runs on meanwhile.
    expect(test.clockAheadSeconds).toBeGreaterThan(seconds - 60);
    expect(test.clockAheadSeconds).toBeLessThanOrEqual(seconds + 1);
  });

  it.each(['gestern', ''])('tells nothing of the clock by "%s"', async (date) => {
    const { test } = await tryOut({ pipe: ok(exchangeOf('{"response":"SWT:0014"}', { date })) });
    expect(test).not.toHaveProperty('clockAheadSeconds');
  });
});

describe('an answer to the test', () => {
  it.each([
    ['SWT:0000', 'ok'],
    ['SWT:0033', 'ok'],
    ['KILLME:IP TIDAK TERDAFTAR', 'ip-not-registered'],
    ['Alamat tidak terdaftar', 'ip-not-registered'],
    ['KILLME:X-API-KEY TIDAK VALID', 'wrong-key'],
    ['Kunci salah', 'wrong-key'],
    ['UUID TIDAK TERDAFTAR', 'wrong-key'],
    ['FORMAT PPID TIDAK SESUAI', 'wrong-key'],
    ['Username atau kata sandi salah', 'wrong-key'],
    ['Silakan login', 'wrong-key'],
    ['SIGNATURE TIDAK SESUAI', 'wrong-signature'],
    ['Tanda tangan salah', 'wrong-signature'],
    ['Signature key salah', 'wrong-signature'],
    ['DTIME SUDAH KEDALUWARSA', 'refused'],
    ['swt:0014', 'refused'],
  ])('that says "%s" is %s', (response, verdict) => {
    expect(judgeReply(replyOf(JSON.stringify({ response }))).verdict).toBe(verdict);
  });

  it.each([
    [403, 'ip-not-registered'],
    [401, 'refused'],
    [404, 'unreadable'],
    [500, 'unreadable'],
  ])('with status %i is %s and asks no further', (status, verdict) => {
    expect(judgeReply(replyOf('{"response":"SWT:0014"}', { status }))).toEqual({
      verdict,
      detail: `HTTP ${status}`,
      mayBeSeparator: false,
    });
  });

  it('that was cut short cannot be read', () => {
    expect(judgeReply(replyOf('{"response":"SWT:0014"}', { complete: false })).verdict).toBe('unreadable');
  });
});
