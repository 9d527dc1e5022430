import { describe, expect, it } from 'vitest';
import { testOfFault } from '../../../../electron/billers/connection-verdict.ts';
import { testOfReply } from '../../../../electron/billers/iak/connection-test.ts';
import { connectionTestSchema } from '../../../../shared/biller-profile.ts';
import { instant } from '../../../../shared/time.ts';
import { jsonReply, replyOf } from './telkom-sample.ts';

const at = instant(Date.parse('2026-03-01T10:00:00Z'));

describe('a test of the connection', () => {
  it('tells what stood between us and IAK', () => {
    const detail = 'ECONNREFUSED';
    expect([
      testOfFault({ code: 'unreachable', detail }),
      testOfFault({ code: 'tls-refused', detail }),
      testOfFault({ code: 'pin-mismatch', detail }),
      testOfFault({ code: 'proxy-refused', detail }),
      testOfFault({ code: 'no-answer' }),
      testOfFault({ code: 'not-set-up' }),
    ]).toEqual([
      { verdict: 'no-network', detail },
      { verdict: 'tls', detail },
      { verdict: 'pin', detail },
      { verdict: 'proxy', detail },
      { verdict: 'no-answer' },
      { verdict: 'not-set-up' },
    ]);
  });

  it('tells what IAK said of the account', () => {
    const verdicts = [
      testOfReply(jsonReply({ pasca: [] }), at),
      testOfReply(jsonReply({ response_code: '100', message: 'INVALID SIGNATURE' }), at),
      testOfReply(jsonReply({ response_code: '102', message: 'INVALID IP' }, { status: 400 }), at),
      testOfReply(jsonReply({ response_code: '118', message: 'SUSPENDED' }), at),
      testOfReply(replyOf('<html></html>', { status: 503 }), at),
      testOfReply(replyOf('<html></html>'), at),
      testOfReply(jsonReply({ pasca: [] }, { complete: false }), at),
    ];
    expect(verdicts).toEqual([
      { verdict: 'ok' },
      { verdict: 'wrong-key', detail: '100 INVALID SIGNATURE' },
      { verdict: 'ip-not-registered', detail: '102 INVALID IP' },
      { verdict: 'refused', detail: '118 SUSPENDED' },
      { verdict: 'refused', detail: 'HTTP 503' },
      { verdict: 'unreadable' },
      { verdict: 'unreadable' },
    ]);
  });

  it('tells how far the clocks are apart, in whole seconds', () => {
    const ahead = (date: string | null) =>
      testOfReply(jsonReply({ pasca: [] }, { date }), instant(at + 500)).clockAheadSeconds;
    expect(ahead('Sun, 01 Mar 2026 10:05:00 GMT')).toBe(300);
    expect(ahead('Sun, 01 Mar 2026 09:59:58 GMT')).toBe(-2);
    expect(ahead('Sun, 01 Mar 2026 10:00:00 GMT')).toBe(0);
    expect(ahead('yesterday')).toBeUndefined();
    expect(ahead(null)).toBeUndefined();
  });

  it('fits the contract whatever the words of the network', () => {
    const fault = testOfFault({ code: 'unreachable', detail: 'z'.repeat(999) });
    expect(connectionTestSchema.safeParse(fault).success).toBe(true);
  });
});
