import type { RequestHandlers } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/result.ts';
import type { StickOffer } from './stick-offer.ts';

/** The requests about a provisioning file on a stick. */
export function createStickRequests(
  offer: StickOffer,
): Pick<RequestHandlers, 'offeredProvision' | 'takeProvision'> {
  return {
    offeredProvision: async () => ok({ file: await offer.look() }),
    takeProvision: ({ file, pin }) => offer.take(file, pin),
  };
}
