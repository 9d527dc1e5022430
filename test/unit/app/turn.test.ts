import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTurn } from '../../../electron/app/turn.ts';

/** Somebody wants to pay, or gives back a turn that was had: the nth of all, again and again maybe. */
const steps = fc.array(
  fc.oneof(
    fc.constant({ does: 'take' as const, nth: 0 }),
    fc.record({ does: fc.constant('give-back' as const), nth: fc.nat(9) }),
  ),
  { maxLength: 60 },
);

describe('the turn to pay', () => {
  it('is one’s at a time, and only who has it gives it back', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const turn = createTurn();
        const had: (() => void)[] = [];
        let holder: number | undefined;
        for (const { does, nth } of all) {
          if (does === 'take') {
            const giveBack = turn.take();
            expect(giveBack !== undefined).toBe(holder === undefined);
            if (giveBack !== undefined) holder = had.push(giveBack) - 1;
          } else {
            had[nth]?.();
            if (holder === nth) holder = undefined;
          }
          expect(turn.isTaken()).toBe(holder !== undefined);
        }
      }),
    );
  });
});
