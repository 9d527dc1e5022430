import type { Chance } from '../fake-biller/chance.ts';
import { serve, understand, type Manner } from './cashier.ts';
import type { Life } from './life.ts';
import { noDoom, type Plan } from './plan.ts';
import type { Shop } from './shop.ts';
import { newVisitor, returning, type Visitor } from './visitors.ts';

export interface LifeParts {
  readonly life: Life;
  readonly shop: Shop;
  readonly chance: Chance;
  readonly plan: Plan;
  /** Looks whether all promises are kept. */
  readonly check: () => void;
  /** The first of the serial numbers that are this life's. */
  readonly serial: number;
}

/** Payments in which a counter may meet its end, before it is killed at rest. */
const mostTries = 3;

/** Lives a counter's life until it should be dead, and says where it struck it. */
export async function liveAndDie(parts: LifeParts): Promise<string> {
  const { life, shop, chance, plan, check, serial } = parts;
  const open = await openUp(parts);
  if (open === 'dead') return `start ${placeOf(life, 0)}`;
  check();
  if (plan.asksByHand) for (const id of open.slice(0, 2)) await life.tell({ do: 'check', payment: id });

  for (const visitor of returning(shop.visitors, chance)) {
    for (const number of visitor.numbers) {
      await attend(parts, visitor, { number, ...insisting(shop, visitor, chance) });
    }
  }
  const attendNew = async (offset: number, doom = noDoom): Promise<void> => {
    const visitor = newVisitor(serial + offset, chance);
    shop.visitors.push(visitor);
    const number = chance.oneOf(visitor.numbers);
    await attend(parts, visitor, { number, doom, pressesTwice: chance.isIt(0.2) });
  };
  for (let count = 0; count < plan.before; count += 1) await attendNew(count);

  const said = life.words.length;
  const again = plan.diesAt === 'again' ? shop.visitors.at(-1) : undefined;
  if (again !== undefined) {
    const number = chance.oneOf(again.numbers);
    await attend(parts, again, { number, doom: plan.payment, ...insisting(shop, again, chance) });
  }
  // A payment that was refused or not answered comes by few points, so that another one is tried.
  for (let tries = 0; tries < mostTries && !life.isDead; tries += 1) {
    await attendNew(plan.before + tries, plan.payment);
  }
  return placeOf(life, said);
}

/** Opens the shop's ledger; the payments that are open then, or that it died of it. */
export async function openUp({ life, shop, plan }: Pick<LifeParts, 'life' | 'shop' | 'plan'>) {
  const { preferredBiller, statusCall, checks, start } = plan;
  const { ledger, paper, origin } = shop;
  const dieAt = start.kind === 'point' ? start.point : null;
  const opening = life.tell({
    do: 'open',
    ledger,
    paper,
    origin,
    preferredBiller,
    statusCall,
    checks,
    dieAt,
  });
  if (start.kind === 'whenever') life.killAfter(start.afterMs);
  const opened = await opening;
  if (opened === 'dead') {
    if (start.kind === 'none') throw new Error(`a counter did not start: ${life.complaints}`);
    return opened;
  }
  if (opened.kind !== 'opened') throw new Error(`an opening was answered by ${opened.kind}`);
  return opened.open;
}

/**
 * Sometimes a cashier confirms. A second token is then another wish, to be charged once as well; a bill stays one bill,
 * for which nothing but the owner's PIN would do.
 */
function insisting(shop: Shop, visitor: Visitor, chance: Chance): Pick<Manner, 'confirm'> {
  if (!chance.isIt(0.15)) return {};
  return { confirm: visitor.product === 'pln-prepaid' ? () => shop.wish(visitor) : () => undefined };
}

async function attend({ life, shop }: LifeParts, visitor: Visitor, manner: Manner): Promise<void> {
  if (life.isDead) return;
  const understood = understand(visitor, await serve(life, visitor, manner));
  // A bug's stack says more than that the counter is dead.
  if (life.complaints !== '') throw new Error(life.complaints);
  switch (understood.kind) {
    case 'known':
      return shop.refuse(understood.refusal);
    case 'unlucky':
      return shop.haveBadLuck();
    case 'surprise':
      throw new Error(understood.what);
    case 'served':
      return undefined;
  }
}

/** Where a counter was struck: at its point, or behind what it had said last since `said`. */
function placeOf({ words, isDead }: Life, said: number): string {
  const dying = words.find((word) => word.kind === 'dying');
  if (dying !== undefined) return dying.at;
  if (!isDead) return 'at rest';
  const last = words.slice(said).at(-1);
  return `whenever (${last?.kind ?? 'nothing said'})`;
}
