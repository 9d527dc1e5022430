import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { ShopSettings } from '../../shared/settings.ts';

/** What of the shop's settings is always in view, or decides what is. */
export const shopState = ({
  language,
  theme,
  shop,
  numberRules,
  keepsTill,
  day,
  lowDeposit,
  sounds,
  keys,
}: ShopSettings) =>
  ({
    language,
    theme,
    shopName: shop.name,
    numberRules,
    keepsTill,
    day,
    lowDeposit,
    sounds,
    keys,
  }) satisfies Partial<CounterState>;
