import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askInParallel } from '../../../electron/app/ask-in-parallel.ts';

interface Item {
  readonly nth: number;
  readonly who: string | null;
}

/** Who is asked: one who takes any number of questions, or one of two who take one at a time. */
const items = fc
  .array(fc.constantFrom(null, 'one', 'other'), { maxLength: 25 })
  .map((all) => all.map((who, nth): Item => ({ nth, who })));
const atOnce = fc.integer({ min: 1, max: 8 });

/** A run whose answers come in any order that the scheduler likes. */
function run(asked: readonly Item[], limit: number, scheduler: fc.Scheduler) {
  const stop = new AbortController();
  const begun: Item[] = [];
  const underWay = new Set<Item>();
  const seen = { most: 0, wasTwiceAtOne: false, wasIdle: false, beganAfterStop: 0 };
  const isFree = ({ who }: Item): boolean => who === null || ![...underWay].some((each) => each.who === who);
  const look = (): void => {
    seen.most = Math.max(seen.most, underWay.size);
    const alone = [...underWay].flatMap(({ who }) => who ?? []);
    seen.wasTwiceAtOne ||= new Set(alone).size !== alone.length;
  };
  const end = askInParallel({
    items: asked,
    atOnce: limit,
    alone: ({ who }) => who,
    async ask(item) {
      if (stop.signal.aborted) seen.beganAfterStop += 1;
      begun.push(item);
      underWay.add(item);
      look();
      await scheduler.schedule(Promise.resolve());
      underWay.delete(item);
    },
    stopped: stop.signal,
  });
  const lookForIdle = (): void => {
    const waiting = asked.filter((item) => !begun.includes(item) && isFree(item));
    if (!stop.signal.aborted && underWay.size < limit && waiting.length > 0) seen.wasIdle = true;
  };
  return { stop, begun, underWay, seen, end, lookForIdle };
}

/** Lets everything follow that no answer is needed for. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('asking for many', () => {
  it('asks for each once, never for more than the limit, nor for two at who takes one; and nobody waits in vain', async () => {
    await fc.assert(
      fc.asyncProperty(items, atOnce, fc.scheduler(), async (asked, limit, scheduler) => {
        const { begun, underWay, seen, end, lookForIdle } = run(asked, limit, scheduler);
        await settle();
        while (scheduler.count() > 0) {
          lookForIdle();
          await scheduler.waitOne();
          await settle();
        }
        await end;
        expect(begun.map(({ nth }) => nth).toSorted((one, other) => one - other)).toEqual(
          asked.map(({ nth }) => nth),
        );
        expect(seen.most).toBeLessThanOrEqual(limit);
        expect(seen).toMatchObject({ wasTwiceAtOne: false, wasIdle: false });
        expect(underWay.size).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps their order among those who are asked by the same rule', async () => {
    await fc.assert(
      fc.asyncProperty(items, atOnce, fc.scheduler(), async (asked, limit, scheduler) => {
        const { begun, end } = run(asked, limit, scheduler);
        await scheduler.waitFor(end);
        for (const who of [null, 'one', 'other']) {
          const own = begun.filter((item) => item.who === who).map(({ nth }) => nth);
          expect(own).toEqual(own.toSorted((one, other) => one - other));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('begins none once it is stopped, and ends when the last one under way has', async () => {
    await fc.assert(
      fc.asyncProperty(items, atOnce, fc.nat(20), fc.scheduler(), async (asked, limit, after, scheduler) => {
        const { stop, begun, underWay, seen, end } = run(asked, limit, scheduler);
        let isOver = false;
        const over = end.then(() => void (isOver = true));
        await settle();
        for (let answers = 0; answers < after && scheduler.count() > 0; answers += 1) {
          await scheduler.waitOne();
          await settle();
        }
        stop.abort();
        const begunThen = begun.length;
        while (scheduler.count() > 0) {
          expect(isOver).toBe(false);
          await scheduler.waitOne();
          await settle();
        }
        await over;
        expect(seen.beganAfterStop).toBe(0);
        expect(begun).toHaveLength(begunThen);
        expect(underWay.size).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
