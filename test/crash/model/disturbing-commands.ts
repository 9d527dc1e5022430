import { instant, nextMidnight } from '../../../shared/time.ts';
import { command, type Command } from './command.ts';
import type { ModelBillerId } from './model-biller.ts';

export const pass = (ms: number, steps: number): Command =>
  command(`pass ${ms / 1000} s`, steps, (world) => world.pass(ms));

/** Time passes until so many minutes after the next midnight, or before it. */
export const night = (minutes: number, steps: number): Command =>
  command(`night ${minutes} min`, steps, (world) => {
    const now = world.clock.trueNow();
    const midnight = nextMidnight(instant(now - minutes * 60_000), 'WIB');
    world.pass(midnight + minutes * 60_000 - now);
  });

/** Somebody sets the PC's clock. */
export const setClock = (ms: number, steps: number): Command =>
  command(`setClock ${ms / 1000} s`, steps, (world) => world.clock.step(ms));

/** The program is gone, and started again, to pay at that biller from now on. */
export const crash = (preferred: ModelBillerId, steps: number): Command =>
  command(`crash ${preferred}`, steps, (world) => {
    world.preferred = preferred;
    world.crash();
    world.program();
  });

/** Somebody closes the program, also while a payment is under way. Whoever comes next starts it again. */
export const restart = (preferred: ModelBillerId, steps: number): Command =>
  command(`restart ${preferred}`, steps, (world) => {
    world.preferred = preferred;
    world.program().close();
  });

/** The program will die at its n-th commit from now. */
export const doom = (left: number, side: 'before' | 'after', steps: number): Command =>
  command(`doom ${left} ${side}`, steps, (world) => {
    world.doom = { left, side };
  });
