import { dayHere } from '../../shared/business-day.ts';
import { rupiah } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/settings.ts';

/** How a shop works until it says otherwise: as every counter did before it could say. */
export const usualHabits = {
  // A shop that has said nothing goes by its PC's clock, as its screen always did.
  day: dayHere(new Date().getTimezoneOffset()),
  fees: {},
  rounding: { step: 0, to: 'nearest' },
  keepsTill: false,
  lockAfterMinutes: 10,
  lowDeposit: rupiah(0),
  sounds: true,
  lotAsksAtOnce: 4,
  basketRecap: true,
  keys: {},
} as const satisfies Partial<ShopSettings>;
