import fs from 'node:fs';
import { vi } from 'vitest';

class Crash extends Error {}

/** What changes a disk as one sees it afterwards. Before each the power can fail. */
const changes = ['writeFileSync', 'renameSync', 'rmSync', 'mkdirSync'] as const;

/**
 * Runs `work` on a disk that takes `count` changes and then no more, not even those that clean up, as if the power had
 * failed; of a file that was being written, half is there. `true` where the work needed more.
 */
export async function crashesAt(count: number, work: () => unknown): Promise<boolean> {
  let left = count;
  let crashed = false;
  const spies = changes.map((name) => {
    const real = fs[name] as (...args: unknown[]) => unknown;
    return vi.spyOn(fs, name).mockImplementation((...args: unknown[]): never => {
      left -= 1;
      if (left >= 0) return real(...args) as never;
      if (!crashed && name === 'writeFileSync') real(args[0], String(args[1]).slice(0, 9), args[2]);
      crashed = true;
      throw new Crash('the power failed');
    });
  });
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return crashed;
}
