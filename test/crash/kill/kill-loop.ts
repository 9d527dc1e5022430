import path from 'node:path';
import type { Charge } from '../fake-biller/books.ts';
import { chanceOf } from '../fake-biller/chance.ts';
import { startFakeBiller } from '../fake-biller/start.ts';
import { liveAndDie, openUp } from './counter-life.ts';
import { createNursery, type Life } from './life.ts';
import { lateMs } from './pace.ts';
import { noDoom, planOf } from './plan.ts';
import { retell } from './retell.ts';
import { openShop, type Shop } from './shop.ts';

export interface LoopOptions {
  /** How many counters are killed. */
  readonly runs: number;
  readonly seed: string;
  readonly folder: string;
  readonly programs: { readonly counter: string; readonly biller: string };
  /** The counters' and the billers' clock less the machine's: it is always noon in Jakarta, for PLN sleeps at night. */
  readonly aheadMs: number;
  /** Another loop has found something: there is no more to find. */
  readonly giveUp: AbortSignal;
}

/** What a loop came to. */
export interface Tally {
  kills: number;
  /** Kills by where they struck. */
  readonly struck: Map<string, number>;
  payments: number;
  paid: number;
  charges: number;
  refused: number;
  unlucky: number;
}

/** A new ledger after so many kills: also a young one must survive, and an old one costs more to look through. */
const killsPerShop = 25;

/**
 * Kills one counter after the other while they take payments, starts the next on the same ledger, does what a cashier
 * would who does not know what came of it, and looks whether every promise was kept.
 *
 * @throws Error that tells how a promise was broken, and how to break it again.
 */
export async function killLoop(options: LoopOptions): Promise<Tally> {
  const { runs, seed, folder, programs, aheadMs, giveUp } = options;
  const tally: Tally = {
    kills: 0,
    struck: new Map(),
    payments: 0,
    paid: 0,
    charges: 0,
    refused: 0,
    unlucky: 0,
  };
  const biller = await startFakeBiller({ program: programs.biller, folder, seed, aheadMs, lateMs });
  const nursery = createNursery(programs.counter, aheadMs);

  const killOne = async (shop: Shop, run: number): Promise<void> => {
    const chance = chanceOf(seed, run);
    const plan = planOf(chance, shop.visitors.length === 0);
    const life = nursery.next();
    const check = (): void => examine(shop, life, { seed, run, ...plan });
    const place = await liveAndDie({ life, shop, chance, plan, check, serial: run * 10 });
    await life.kill();
    await biller.settled();
    shop.listenTo(life);
    tally.kills += 1;
    tally.struck.set(place, (tally.struck.get(place) ?? 0) + 1);
  };

  /** The last counter of a ledger only puts in order what the others left. */
  const closeUp = async (shop: Shop, run: number): Promise<void> => {
    const life = nursery.next();
    const plan = { ...planOf(chanceOf(seed, 'last', run), false), start: noDoom };
    await openUp({ life, shop, plan });
    examine(shop, life, { seed, run, ...plan });
    await life.kill();
    const { ledger, books, refusals } = shop.evidence();
    tally.payments += ledger.payments.length;
    tally.paid += ledger.payments.filter(({ state }) => state === 'paid').length;
    tally.charges += books.filter((entry): entry is Charge => entry.kind === 'charge').length;
    tally.refused += refusals.length;
    tally.unlucky += shop.badLuck;
  };

  try {
    for (let first = 0; first < runs; first += killsPerShop) {
      const shop = openShop(path.join(folder, `shop-${first}`), biller);
      const until = Math.min(runs, first + killsPerShop);
      for (let run = first; run < until && !giveUp.aborted; run += 1) await killOne(shop, run);
      if (giveUp.aborted) break;
      await closeUp(shop, until);
    }
    return tally;
  } finally {
    await nursery.close();
    await biller.stop();
  }
}

function examine(shop: Shop, life: Life, told: object): void {
  shop.listenTo(life);
  const found = shop.inspect();
  if (found.length > 0) throw new Error(retell(found, shop.evidence(), told));
}
