import { describe, expect, it } from 'vitest';
import { createCounter } from '../../../electron/app/counter.ts';
import { followPayments } from '../../../electron/app/follow-payments.ts';
import { counterState } from '../renderer/samples.ts';

const tellAll = (): Promise<void> => Promise.resolve();

describe('the payments that are not certain', () => {
  it('are considered at once, and when something changes that they wait for', async () => {
    const billers = counterState.billers.map((biller) => ({ ...biller, ready: false }));
    const counter = createCounter({ ...counterState, billers });
    let times = 0;
    followPayments(counter, () => void (times += 1));
    expect(times).toBe(1);
    counter.change({ language: 'en' });
    await tellAll();
    expect(times).toBe(1);
    // The accounts were opened: now the billers can be asked.
    counter.change({ billers: billers.map((biller) => ({ ...biller, ready: true })) });
    await tellAll();
    expect(times).toBe(2);
    counter.ledgerChanged(1);
    await tellAll();
    expect(times).toBe(3);
  });
});
