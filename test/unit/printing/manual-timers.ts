import type { Timers } from '../../../electron/printing/timers.ts';

export interface ManualTimers extends Timers {
  /** Lets time pass: what falls due runs in its order, and whatever it sets going is waited for. */
  advance(ms: number): Promise<void>;
  /** How many actions are waiting. */
  readonly waiting: number;
}

/** Lets promises that are ready run their continuations. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createManualTimers(): ManualTimers {
  let time = 0;
  const actions = new Set<{ readonly at: number; readonly action: () => void }>();
  return {
    now: () => time,
    after(ms, action) {
      const entry = { at: time + ms, action };
      actions.add(entry);
      return () => actions.delete(entry);
    },
    async advance(ms) {
      const end = time + ms;
      for (;;) {
        await settled();
        const [due] = [...actions].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (due === undefined) break;
        actions.delete(due);
        time = due.at;
        due.action();
      }
      time = end;
      await settled();
    },
    get waiting() {
      return actions.size;
    },
  };
}
