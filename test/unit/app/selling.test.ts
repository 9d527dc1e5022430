import { describe, expect, it } from 'vitest';
import { createSelling } from '../../../electron/app/selling.ts';
import { LedgerWriteError, type Ledger, type WriteFault } from '../../../electron/ledger/ledger.ts';
import { err } from '../../../shared/result.ts';
import { quoteId } from '../ledger/documents.ts';
import { newCounter, saleBench } from './sale-bench.ts';

function seller() {
  const counter = newCounter();
  const faults: string[] = [];
  const selling = createSelling(counter, {
    fault: (what, error) => void faults.push(`${what}: ${String(error)}`),
    note: () => undefined,
  });
  return { counter, faults, selling };
}

/** What a cashier is told where nothing was sent, and whether anything is sold afterwards. */
const table: readonly (readonly [WriteFault, string, boolean])[] = [
  ['disk-full', 'disk-full', false],
  ['locked', 'ledger-locked', false],
  ['read-only', 'ledger-read-only', false],
  ['io', 'ledger-fault', true],
  ['corrupt', 'ledger-fault', true],
  ['stopped', 'selling-stopped', true],
];

describe('selling', () => {
  it('goes on until it is stopped, and stays stopped for the first reason', () => {
    const { counter, faults, selling } = seller();
    expect(selling.isStopped()).toBe(false);
    selling.stop('unsaved');
    selling.stop('ledger-altered');
    expect(selling.isStopped()).toBe(true);
    expect(counter.state().stopped).toBe('unsaved');
    expect(faults).toHaveLength(1);
  });

  it.each(table)('where the ledger says %s tells the cashier %s', (fault, code, stops) => {
    const { counter, faults, selling } = seller();
    expect(selling.problemOf(new LedgerWriteError(fault))).toEqual({ code });
    expect(counter.state().stopped).toBe(stops ? 'ledger-fault' : null);
    expect(faults.length).toBeGreaterThan(0);
  });

  it('goes on after a bug of the program’s own: nothing was sent, and the next payment may go well', () => {
    const { counter, faults, selling } = seller();
    expect(selling.problemOf(new TypeError('a bug'))).toEqual({ code: 'ledger-fault' });
    expect(counter.state().stopped).toBeNull();
    expect(faults.join()).toContain('a bug');
  });
});

describe('a payment that the ledger does not take', () => {
  it.each(table)('(%s) is not sent, and the quote stays on the desk', async (fault, code, stops) => {
    const bench = saleBench((ledger: Ledger): Ledger => ({
      ...ledger,
      arm: () => {
        throw new LedgerWriteError(fault);
      },
    }));
    bench.putQuote(1);
    expect(await bench.pay(quoteId(1))).toEqual(err({ code }));
    expect(bench.sends()).toBe(0);
    expect(bench.fake.asked).toContain(`abandon ${quoteId(1)}`);
    expect(bench.desk.quote(quoteId(1))).toBeDefined();
    expect(bench.counter.state().exchange).toBeNull();
    expect(await bench.pay(quoteId(1))).toEqual(err({ code: stops ? 'selling-stopped' : code }));
  });

  it('can be paid once the fault has passed', async () => {
    let isFull = true;
    const bench = saleBench((ledger: Ledger): Ledger => ({
      ...ledger,
      arm: (arming) => {
        if (isFull) throw new LedgerWriteError('disk-full');
        return ledger.arm(arming);
      },
    }));
    bench.putQuote(1);
    expect(await bench.pay(quoteId(1))).toEqual(err({ code: 'disk-full' }));
    isFull = false;
    expect((await bench.pay(quoteId(1))).ok).toBe(true);
    expect(bench.sends()).toBe(1);
  });
});
