import type { RequestHandlers } from '../../shared/contract/contract.ts';
import type { togetherRequests } from '../../shared/contract/together.ts';
import { err, ok } from '../../shared/result.ts';

export type TogetherRequests = Pick<RequestHandlers, keyof typeof togetherRequests>;

/** The requests about baskets, groups and lots. */
export function createTogetherRequests(): TogetherRequests {
  const noBasket = () => err({ code: 'no-basket' } as const);
  const noLot = () => err({ code: 'no-such-lot' } as const);
  const noGroup = () => err({ code: 'no-such-group' } as const);
  const cancelled = () => err({ code: 'cancelled' } as const);
  return {
    addToBasket: noBasket,
    takeFromBasket: noBasket,
    leaveOutOfBasket: noBasket,
    tenderBasket: noBasket,
    reviewBasket: noBasket,
    payBasket: noBasket,
    stopBasket: noBasket,
    answerBasket: noBasket,
    clearBasket: noBasket,
    printBasketRecap: noBasket,
    partOf: () => ok(null),
    groups: () => ok([]),
    group: noGroup,
    saveGroup: noGroup,
    removeGroup: noGroup,
    importGroup: cancelled,
    exportGroup: cancelled,
    exportLot: cancelled,
    openLot: noLot,
    lot: noLot,
    lots: () => ok([]),
    inquireLot: noLot,
    chooseInLot: noLot,
    payLot: noLot,
    stopLot: noLot,
    answerLot: noLot,
    closeLot: noLot,
    printLotRecap: noLot,
    lotRecap: noLot,
  };
}
