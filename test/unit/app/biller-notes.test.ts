import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockAhead, createBillerNotes } from '../../../electron/app/biller-notes.ts';
import { rupiah } from '../../../shared/money.ts';
import { minutes, start } from '../ledger/documents.ts';
import { fakeClock } from './fake-clock.ts';
import { newCounter } from './sale-bench.ts';

const dateAt = (ms: number): string => new Date(ms).toUTCString();

describe('a biller’s clock', () => {
  it('is read from the Date of its answer', () => {
    expect(clockAhead(dateAt(start + minutes(3)), start)).toBe(minutes(3));
    expect(clockAhead(dateAt(start - minutes(3)), start)).toBe(-minutes(3));
  });

  it('is this PC’s where the two agree to a second or so, since the header has no more', () => {
    expect(clockAhead(dateAt(start + 1000), start)).toBe(0);
    expect(clockAhead(dateAt(start - 1000), start)).toBe(0);
  });

  it.each([null, undefined, '', 'yesterday', 'Tue, 01 Jan 1980 00:00:00 GMT', dateAt(8.64e15)])(
    'is not told by %j',
    (date) => {
      expect(clockAhead(date, start)).toBeUndefined();
    },
  );

  it('is a whole number of milliseconds or nothing, whatever a server sends', () => {
    fc.assert(
      fc.property(fc.string(), (date) => {
        const ahead = clockAhead(date, start);
        expect(ahead === undefined || Number.isSafeInteger(ahead)).toBe(true);
      }),
    );
  });
});

describe('what is noted of a biller', () => {
  it('is shown of that one only, and its time follows from its clock', () => {
    const counter = newCounter();
    const clock = fakeClock();
    const notes = createBillerNotes(counter, clock);
    notes.connection('teleanjar', 'up');
    notes.deposit('teleanjar', rupiah(5000));
    notes.deposit('teleanjar', undefined);
    notes.clock('teleanjar', dateAt(start + minutes(5)));
    notes.clock('teleanjar', 'nonsense');
    notes.connection('iak', 'down');
    expect(counter.state().billers).toEqual([
      {
        id: 'teleanjar',
        name: 'Teleanjar',
        ready: true,
        connection: 'up',
        deposit: { amount: 5000, at: start },
        clockAheadMs: minutes(5),
      },
    ]);
    expect(notes.nowAt('teleanjar')).toBe(start + minutes(5));
    expect(notes.nowAt('iak')).toBe(start);
  });
});
