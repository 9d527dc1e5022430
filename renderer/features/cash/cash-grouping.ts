import type { Grouping } from '../../ui/grouped-input.ts';

/** Above anything a counter takes; keeps the sum exact. */
const most = 12;

/** Cash as digits: a pasted "Rp 350.000,00" is 350000; letters are not money. */
export const cashGrouping: Grouping = {
  clean: (text) =>
    text
      .replace(/,\d{0,2}$/, '')
      .replaceAll(/\D/g, '')
      .replace(/^0+/, '')
      .slice(0, most),
  group: (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, '.'),
};
