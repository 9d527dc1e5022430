import type { Chance } from '../fake-biller/chance.ts';
import { killPoints, startPoints, type KillPoint } from './kill-points.ts';

/** How one counter lives, and dies. */
export interface Plan {
  readonly preferredBiller: 'teleanjar' | 'iak';
  /** Whether Teleanjar's `cek_status` is used. */
  readonly statusCall: boolean;
  /** Whether unknown payments are asked after by themselves. */
  readonly checks: boolean;
  /** Whether somebody asks after them by hand. */
  readonly asksByHand: boolean;
  /** Where it dies while it puts in order what the last one left. */
  readonly start: Doom;
  /** How many payments it makes before the one it dies at. */
  readonly before: number;
  /** Whether it dies at somebody new or at somebody who comes again. */
  readonly diesAt: 'new' | 'again';
  readonly payment: Doom;
}

/** How a counter ends: at a point by itself, or so many milliseconds after what is to be struck has begun. */
export type Doom =
  | { readonly kind: 'none' }
  | { readonly kind: 'point'; readonly point: KillPoint }
  | { readonly kind: 'whenever'; readonly afterMs: number };

export const noDoom: Doom = { kind: 'none' };

/** About as long as a payment takes, and a start. */
const paymentMs = 60;
const startMs = 60;

/** @param isBirth whether the ledger is made by this counter's start. */
export function planOf(chance: Chance, isBirth: boolean): Plan {
  return {
    preferredBiller: chance.oneOf(['teleanjar', 'iak']),
    statusCall: chance.isIt(0.5),
    checks: chance.isIt(0.5),
    asksByHand: chance.isIt(0.3),
    start: startDoom(chance, isBirth),
    before: chance.between(0, 2),
    diesAt: chance.isIt(0.85) ? 'new' : 'again',
    payment: chance.isIt(0.3)
      ? { kind: 'whenever', afterMs: paymentMs * chance.next() }
      : { kind: 'point', point: chance.oneOf(killPoints) },
  };
}

function startDoom(chance: Chance, isBirth: boolean): Doom {
  if (chance.isIt(isBirth ? 0.7 : 0.05)) return { kind: 'whenever', afterMs: startMs * chance.next() };
  return chance.isIt(0.08) ? { kind: 'point', point: chance.oneOf(startPoints) } : noDoom;
}
