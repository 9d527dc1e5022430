import type { RequestHandlers } from '../../shared/contract/contract.ts';
import type { togetherRequests } from '../../shared/contract/together.ts';
import { ok } from '../../shared/result.ts';
import type { Baskets } from './basket.ts';
import type { Groups } from './groups.ts';
import type { Lots } from './lots.ts';
import type { SaveLotRecap } from './save-lot-recap.ts';

export type TogetherRequests = Pick<RequestHandlers, keyof typeof togetherRequests>;

export interface TogetherParts {
  readonly baskets: Baskets;
  readonly groups: Groups;
  readonly lots: Lots;
  readonly saveLotRecap: SaveLotRecap;
}

/** The requests about baskets, groups and lots. */
export function createTogetherRequests({
  baskets,
  groups,
  lots,
  saveLotRecap,
}: TogetherParts): TogetherRequests {
  return {
    addToBasket: ({ quote }) => baskets.add(quote),
    takeFromBasket: ({ quote }) => baskets.take(quote),
    leaveOutOfBasket: ({ quote, isOut }) => baskets.leaveOut(quote, isOut),
    tenderBasket: ({ cash }) => baskets.tender(cash),
    reviewBasket: () => baskets.review(),
    payBasket: () => baskets.pay(),
    stopBasket: () => baskets.stop(),
    answerBasket: ({ goOn }) => baskets.answer(goOn),
    clearBasket: () => baskets.clear(),
    printBasketRecap: () => baskets.printRecap(),
    partOf({ payment }) {
      const basket = baskets.ofPayment(payment);
      return ok(basket === undefined ? (lots.ofPayment(payment) ?? null) : { of: 'basket', basket });
    },

    groups: () => ok(groups.all()),
    group: ({ group }) => groups.find(group),
    saveGroup: ({ number, group }) => groups.save(number, group),
    removeGroup: ({ group }) => groups.remove(group),
    importGroup: ({ into }) => groups.import(into),
    exportGroup: ({ group, format }) => groups.export(group, format),
    async exportLot({ lot, format }) {
      if (format === 'pdf') return saveLotRecap(lot);
      const found = lots.find(lot);
      return found.ok ? groups.exportLot(found.value, format) : { ok: false, error: { code: 'no-such-lot' } };
    },

    openLot: ({ groups: of }) => lots.open(of),
    lot: ({ lot }) => lots.find(lot),
    lots: ({ before }) => ok(lots.former(before)),
    inquireLot: ({ lot }) => lots.inquire(lot),
    chooseInLot: ({ lot, lines, isIn }) => lots.choose(lot, lines, isIn),
    payLot: ({ lot }) => lots.pay(lot),
    stopLot: ({ lot }) => lots.stop(lot),
    answerLot: ({ lot, goOn }) => lots.answer(lot, goOn),
    closeLot: ({ lot }) => lots.close(lot),
    printLotRecap: ({ lot }) => lots.printRecap(lot),
    lotRecap: ({ lot }) => lots.recap(lot),
  };
}
