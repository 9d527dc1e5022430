import { describe, expect, it } from 'vitest';
import {
  compactTime,
  readDay,
  writeDay,
  writeMonth,
} from '../../../../electron/training/teleanjar/calendar.ts';
import {
  IssuedInquiries,
  type IssuedInquiry,
} from '../../../../electron/training/teleanjar/issued-inquiries.ts';
import { phpJson } from '../../../../electron/training/php-json.ts';
import { ReferenceNumbers } from '../../../../electron/training/teleanjar/reference-numbers.ts';
import { findSubscriber } from '../../../../electron/training/teleanjar/subscribers.ts';
import { instant } from '../../../../shared/time.ts';
import { morning } from '../gateway-client.ts';

const at = (iso: string) => instant(Date.parse(iso));

describe('calendar', () => {
  it('counts months back over a new year, in WIB', () => {
    // Still 31 December in UTC.
    const newYear = at('2026-12-31T17:00:00Z');
    expect([0, 1, 2, 13].map((monthsAgo) => writeMonth({ monthsAgo }, newYear))).toEqual([
      'JAN27',
      'DES26',
      'NOV26',
      'DES25',
    ]);
    expect(writeMonth({ fixed: 'MEI18' }, newYear)).toBe('MEI18');
  });

  it('counts days back over a month', () => {
    expect(writeDay({ daysAgo: 2 }, at('2026-03-01T05:00:00Z'))).toBe('27FEB26');
    expect(writeDay({ fixed: '25SEP16' }, morning)).toBe('25SEP16');
  });

  it('reads a day that exists, written in one way', () => {
    expect(readDay('2024-02-29')).toBe('2024-02-29');
    for (const text of [
      '',
      '2026-02-29',
      '2026-11-31',
      '2026-11-1',
      '21-11-2026',
      '20261121',
      ' 2026-11-21',
    ]) {
      expect(readDay(text)).toBeUndefined();
    }
    expect(readDay('2026-11-21 10:15:30')).toBeUndefined();
    expect(readDay('2026-11-21\n')).toBeUndefined();
  });

  it('writes the time of a CA/ line', () => {
    expect(compactTime(morning)).toBe('20261121101530');
  });
});

describe('ReferenceNumbers', () => {
  it('never repeats, looks as the samples do and follows the seed', () => {
    const numbers = new ReferenceNumbers('a');
    const same = new ReferenceNumbers('a');
    const tokens = Array.from({ length: 500 }, () => numbers.token());
    expect(new Set(tokens).size).toBe(500);
    for (const token of tokens) expect(token).toMatch(/^(\d{4} ){5}$/);
    expect(same.token()).toBe(tokens[0]);
    expect(numbers.reference()).toMatch(/^[0-9A-F]{32}$/);
    expect(numbers.receiptHash()).toMatch(/^[0-9a-f]{32}$/);
    expect([numbers.slipNumber(), numbers.slipNumber()]).toEqual(['000001', '000002']);
  });

  it('writes a payment id as uniqid does: the sample’s first eight digits are its time', () => {
    const numbers = new ReferenceNumbers('a');
    const first = numbers.paymentId(at('2018-05-30T08:05:08Z'));
    expect(first).toMatch(/^5b0e5b34[0-9a-f]{5}$/);
    expect(numbers.paymentId(at('2018-05-30T08:05:08Z'))).not.toBe(first);
    expect(numbers.paymentId(at('2018-05-30T08:05:08.999Z'))).toMatch(/^5b0e5b34f[0-9a-f]{4}$/);
  });
});

describe('phpJson', () => {
  it('writes as json_encode does', () => {
    expect(phpJson({ a: '\u001b@/"\\\t', b: 'é', c: '😀', d: 1, e: [1.5], f: '' })).toBe(
      String.raw`{"a":"\u001b@\/\"\\\t","b":"\u00e9","c":"\ud83d\ude00","d":1,"e":[1.5],"f":""}`,
    );
  });
});

describe('IssuedInquiries', () => {
  it('forgets the oldest beyond its limit', () => {
    const subscriber = findSubscriber('telkom-pstn', '023158334621', morning);
    if (subscriber === undefined) throw new Error('no customer');
    const inquiry = (respid: string): IssuedInquiry => ({ respid, subscriber, denomination: undefined });
    const inquiries = new IssuedInquiries();
    for (let count = 0; count <= 10_000; count += 1) inquiries.remember(inquiry(String(count)));
    expect(inquiries.find('0')).toBeUndefined();
    expect(inquiries.find('1')).toBeDefined();
    expect(inquiries.find('10000')).toBeDefined();
  });
});
