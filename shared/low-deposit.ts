import type { Rupiah } from './money.ts';

/** Whether a deposit is to be called low. `bound` as it is set: 0 is never. */
export const isLowDeposit = (deposit: Rupiah, bound: Rupiah): boolean => deposit < bound;
