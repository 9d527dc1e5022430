import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../../electron/printing/transports/usb/in-turn.ts';

describe('tasks in turn', () => {
  it('never overlap, keep their order, and survive one that fails', async () => {
    const inTurn = createTurns();
    const steps: string[] = [];
    const task = (name: string, fails = false) =>
      inTurn(async () => {
        steps.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const [a, b, c] = await Promise.allSettled([task('a'), task('b', true), task('c')]);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect([a.status, b.status, c.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
