import { describe, expect, it } from 'vitest';
import type { Approve } from '../../../electron/app/approve.ts';
import { createCloseGap } from '../../../electron/app/close-gap.ts';
import { LedgerWriteError, type Ledger } from '../../../electron/ledger/ledger.ts';
import { err, ok } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import { minutes, start } from '../ledger/documents.ts';
import { rawConnection } from '../ledger/open-ledger.ts';
import { saleBench } from './sale-bench.ts';

function counterWithGaps(wrap: (ledger: Ledger) => Ledger = (ledger) => ledger) {
  const bench = saleBench(wrap);
  bench.ledger.addGap(start, instant(start + minutes(5)));
  bench.ledger.addGap(start, instant(start + minutes(9)));
  bench.counter.change({ gaps: 2 });
  const { ledger, counter, clock, log } = bench;
  const approve: Approve = (pin) =>
    Promise.resolve(pin === '123456' ? ok({ person: 'Bu Sri' }) : err('pin-locked'));
  return { ...bench, closeGap: createCloseGap({ ledger, counter, clock, approve, log }) };
}

describe('closing a gap', () => {
  it('is one gap’s, with the owner’s words, who it was and the time, and the counter knows how many are left', async () => {
    const { file, clock, ledger, counter, closeGap } = counterWithGaps();
    clock.pass(minutes(30));
    expect(await closeGap(1, 'compared with the statement, nothing missing', '123456')).toEqual(
      ok(undefined),
    );
    expect(ledger.openGaps().map(({ id }) => id)).toEqual([2]);
    expect(counter.state().gaps).toBe(1);
    expect(rawConnection(file).prepare('SELECT closed_at, note FROM gap WHERE id = 1').get()).toEqual({
      closed_at: clock.now(),
      note: 'compared with the statement, nothing missing (Bu Sri)',
    });
  });

  it('is not done with a PIN that is not the owner’s', async () => {
    const { ledger, counter, closeGap } = counterWithGaps();
    expect(await closeGap(1, 'note', '000000')).toEqual(err({ code: 'pin-locked' }));
    expect(ledger.openGaps()).toHaveLength(2);
    expect(counter.state().gaps).toBe(2);
  });

  it('is done once', async () => {
    const { closeGap } = counterWithGaps();
    await closeGap(1, 'note', '123456');
    expect(await closeGap(1, 'other', '123456')).toEqual(err({ code: 'no-such-gap' }));
    expect(await closeGap(9, 'note', '123456')).toEqual(err({ code: 'no-such-gap' }));
  });

  it('that could not be written down leaves it open, and is logged', async () => {
    const { ledger, counter, faults, closeGap } = counterWithGaps((real) => ({
      ...real,
      closeGap: () => {
        throw new LedgerWriteError('locked');
      },
    }));
    expect(await closeGap(1, 'note', '123456')).toEqual(err({ code: 'ledger-not-written' }));
    expect(ledger.openGaps()).toHaveLength(2);
    expect(counter.state().gaps).toBe(2);
    expect(faults).toHaveLength(1);
  });
});
