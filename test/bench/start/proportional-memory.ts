import fs from 'node:fs';

/**
 * The memory of a process and all that it started, in kB: the sum of their proportional set sizes, in which what several share
 * counts once (`Pss` of proc(5), smaps_rollup).
 */
export function proportionalMemory(root: number): number {
  const parents = new Map(
    fs
      .readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const parent = parentOf(Number(name));
        return parent === undefined ? [] : [[Number(name), parent] as const];
      }),
  );
  const isOfIt = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isOfIt(parents.get(pid)));
  return [...parents.keys()].filter(isOfIt).reduce((sum, pid) => sum + pssOf(pid), 0);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
