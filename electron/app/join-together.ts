import type { ShopSettings } from '../../shared/settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AtCounter } from './at-counter.ts';
import { createBaskets } from './basket.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import { createGroups, type TableEdge } from './groups.ts';
import type { SaleJoined } from './join-sale.ts';
import type { Log } from './log.ts';
import { createLots } from './lots.ts';
import type { SaveDocument } from './save-document.ts';
import { createSaveLotRecap } from './save-lot-recap.ts';
import type { Sellers } from './sellers.ts';
import type { TogetherParts } from './together-requests.ts';

export interface JoinTogetherParts {
  /** What was joined of the single sale. */
  readonly joined: SaleJoined;
  readonly ledger: Ledger;
  readonly sellers: Sellers;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly shop: () => ShopSettings;
  readonly atCounter: AtCounter;
  readonly tables: TableEdge;
  readonly save: SaveDocument;
  readonly log: Log;
}

/**
 * Joins the payments that are several at once. To be called after `recover`: what an earlier run left of a basket or a lot is
 * told as it was put in order.
 */
export function joinTogether({ joined, tables, save, ...parts }: JoinTogetherParts): TogetherParts {
  const lots = createLots({ ...parts, ...joined });
  return {
    baskets: createBaskets({ ...parts, ...joined }),
    groups: createGroups({ ...parts, tables }),
    lots,
    saveLotRecap: createSaveLotRecap({ lots, save, shop: parts.shop }),
  };
}
