import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import type { Updates } from './updates.ts';

export interface LookForUpdatesParts {
  readonly updates: Pick<Updates, 'check'>;
  /** Whether the owner wants it. */
  readonly isOn: () => boolean;
  readonly counter: Pick<Counter, 'state'>;
  readonly log: Log;
}

const minute = 60_000;
/** The first sales of the day come first. */
const afterStart = 5 * minute;
const lookEvery = 10 * minute;
const checksEvery = 24 * 60 * minute;

/**
 * Looks once in each run and every day at where updates are to come from, unless the owner left that off. Nothing is installed by
 * it, and nothing fetched but the installer of the very version that runs, from a folder that has it. A source that is not there is
 * no trouble of the cashier's.
 *
 * @returns ends it.
 */
export function lookForUpdates({ updates, isOn, counter, log }: LookForUpdatesParts): () => void {
  let lastChecked = Number.NEGATIVE_INFINITY;
  const work = async (): Promise<void> => {
    if (counter.state().exchange !== null || performance.now() - lastChecked < checksEvery) return;
    if (!isOn()) return;
    lastChecked = performance.now();
    const checked = await updates.check();
    const problem = checked.ok ? checked.value.checked?.problem : checked.error.code;
    if (problem !== undefined && problem !== null) log.note(`updates were looked for: ${problem}`);
  };
  const quietly = (): void =>
    void work().catch((error: unknown) => log.fault('looking for updates met a bug', error));
  const first = setTimeout(quietly, afterStart);
  const timer = setInterval(quietly, lookEvery);
  first.unref();
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}
