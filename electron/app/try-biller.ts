import type { BillerId, ConnectionTest, PriceListEntry } from '../../shared/biller-profile.ts';
import type { SaleProblem } from '../../shared/contract/sale-problem.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Biller } from '../billers/biller.ts';
import type { Clock } from './clock.ts';

/** What the settings screen asks of a biller as it is stored, also while the counter is in training. */
export interface TryBiller {
  testConnection(biller: BillerId): Promise<ConnectionTest>;
  priceList(biller: BillerId): Promise<Result<readonly PriceListEntry[], SaleProblem>>;
}

export interface TryBillerParts {
  /** The biller by its stored profile and credentials; `undefined` where there is none of that name. */
  readonly stored: (biller: BillerId) => Biller | undefined;
  readonly clock: Clock;
}

export function createTryBiller({ stored, clock }: TryBillerParts): TryBiller {
  return {
    async testConnection(id) {
      const biller = stored(id);
      return biller === undefined ? { verdict: 'not-set-up' } : await biller.testConnection(clock.now());
    },
    async priceList(id) {
      const list = stored(id)?.priceList;
      if (list === undefined) return err({ code: 'not-set-up' });
      const asked = await list(clock.now());
      if (asked.ok) return asked;
      const { date: _date, ...problem } = asked.error;
      return err(problem);
    },
  };
}
