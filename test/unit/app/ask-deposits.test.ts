import { describe, expect, it } from 'vitest';
import { askDeposits } from '../../../electron/app/ask-deposits.ts';
import { createSellers } from '../../../electron/app/sellers.ts';
import type { Biller } from '../../../electron/billers/biller.ts';
import { rupiah } from '../../../shared/money.ts';
import { err, ok } from '../../../shared/result.ts';
import { fakeBiller } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

const depositAfter = async (askDeposit: Biller['askDeposit']) => {
  const bench = saleBench();
  const sellers = createSellers([{ ...fakeBiller().biller, askDeposit }], 'teleanjar');
  await askDeposits({ ...bench, sellers });
  return { deposit: bench.counter.state().billers[0]?.deposit, logged: bench.logged };
};

describe('asking for the deposit at start', () => {
  it('shows it before the first sale', async () => {
    const { deposit } = await depositAfter(() => Promise.resolve(ok(rupiah(750_000))));
    expect(deposit).toMatchObject({ amount: 750_000 });
  });

  it('shows nothing where nobody answers or nobody can be asked', async () => {
    const unanswered = await depositAfter(() => Promise.resolve(err({ code: 'no-answer' })));
    expect(unanswered.deposit).toBeNull();
    expect(unanswered.logged).toEqual(['the deposit at teleanjar was not told: no-answer']);
    expect((await depositAfter(undefined)).deposit).toBeNull();
  });
});
