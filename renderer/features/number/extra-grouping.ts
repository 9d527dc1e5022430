import type { ExtraField } from '../../../shared/biller-profile.ts';
import { cleanNumber } from '../../../shared/products.ts';
import type { Grouping } from '../../ui/grouped-input.ts';
import { cashGrouping } from '../cash/cash-grouping.ts';

const digits = (most: number): Grouping => ({
  clean: (text) => text.replaceAll(/\D/g, '').slice(0, most),
  group: (clean) => clean,
});

/** How each extra is typed: whatever cannot be meant does not get into the field. */
export const extraGroupings: Readonly<Record<ExtraField, Grouping>> = {
  months: digits(2),
  'tax-year': digits(4),
  'identity-number': {
    clean: (text) => cleanNumber(text).slice(0, 30),
    group: (clean) => clean,
  },
  amount: cashGrouping,
};
