import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksFor,
  longestWait,
  planCheck,
  restOffline,
  waitAfter,
  type AskedSoFar,
} from '../../../electron/app/plan-check.ts';
import { instant } from '../../../shared/time.ts';
import { minutes, start } from '../ledger/documents.ts';

const never: AskedSoFar = {
  sentAt: start,
  decidedAt: null,
  asked: 0,
  lastAt: null,
  isOfThisRun: false,
  startedAt: start,
};
const hours = (count: number): number => minutes(60 * count);
const plan = (over: Partial<AskedSoFar>) => planCheck({ ...never, ...over });

describe('when a payment is asked after', () => {
  it('is at once where it never was', () => {
    expect(plan({})).toEqual({ kind: 'ask', at: start });
    expect(plan({ sentAt: instant(start + 500) })).toEqual({ kind: 'ask', at: start + 500 });
  });

  it('is at once after a restart, whatever the back-off had come to', () => {
    const startedAt = instant(start + hours(20));
    expect(plan({ asked: 12, lastAt: instant(start + hours(19)), startedAt })).toEqual({
      kind: 'ask',
      at: startedAt,
    });
  });

  it('is later and later while it is asked in this run', () => {
    const lastAt = instant(start + hours(1));
    for (const asked of [1, 2, 5, 8, 50]) {
      expect(plan({ asked, lastAt, isOfThisRun: true })).toEqual({
        kind: 'ask',
        at: lastAt + waitAfter(asked),
      });
    }
  });

  it('ends where it was asked 72 hours after it was sent, and not before that was done', () => {
    const startedAt = instant(start + hours(200));
    // The counter was shut over the feast: one question is owed, whatever the calendar says.
    expect(plan({ asked: 5, lastAt: instant(start + hours(3)), startedAt })).toEqual({
      kind: 'ask',
      at: startedAt,
    });
    expect(plan({ asked: 6, lastAt: instant(start + asksFor - 1), isOfThisRun: true })).toMatchObject({
      kind: 'ask',
    });
    expect(plan({ asked: 6, lastAt: instant(start + asksFor), isOfThisRun: true })).toEqual({
      kind: 'gave-up',
    });
    expect(plan({ asked: 6, lastAt: instant(start + asksFor), startedAt })).toEqual({ kind: 'gave-up' });
  });

  it('begins anew with the owner’s decision', () => {
    const decidedAt = instant(start + hours(100));
    const asked = { asked: 30, lastAt: instant(start + hours(90)), decidedAt };
    expect(plan(asked)).toEqual({ kind: 'ask', at: decidedAt });
    const after = instant(decidedAt + asksFor);
    expect(plan({ ...asked, lastAt: after, isOfThisRun: true })).toEqual({ kind: 'gave-up' });
  });

  it('is never more than the longest wait after the last question of this run, and never before it', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(hours(100)), (asked, passed) => {
        const lastAt = instant(start + passed);
        const next = plan({ asked, lastAt, isOfThisRun: true });
        if (next.kind === 'gave-up') {
          expect(passed).toBeGreaterThanOrEqual(asksFor);
        } else {
          expect(next.at - lastAt).toBeGreaterThanOrEqual(0);
          expect(next.at - lastAt).toBeLessThanOrEqual(longestWait);
        }
      }),
    );
  });
});

describe('the waits between questions', () => {
  it('never grow shorter and end at an hour', () => {
    const waits = Array.from({ length: 30 }, (_, asked) => waitAfter(asked + 1));
    expect(waits.every((wait, index) => index === 0 || wait >= (waits[index - 1] ?? 0))).toBe(true);
    expect(waits.at(-1)).toBe(hours(1));
    expect(longestWait).toBe(hours(1));
    expect(waitAfter(0)).toBe(0);
  });

  it('come to fewer than a hundred questions in the three days', () => {
    let [asked, passed] = [0, 0];
    for (; passed < asksFor; asked += 1) passed += waitAfter(asked + 1);
    expect(asked).toBeLessThan(100);
  });
});

describe('the rests without a network', () => {
  it('begin with half a minute, double, and come to ten minutes at most', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 1000].map(restOffline)).toEqual(
      [0.5, 1, 2, 4, 8, 10, 10, 10].map((count) => minutes(count)),
    );
    expect(restOffline(0)).toBe(minutes(0.5));
  });
});
