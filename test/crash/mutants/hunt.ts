import fs from 'node:fs';
import path from 'node:path';
import type { PlantedFault } from './planted-faults.ts';
import { runTests, type FileVerdict } from './run-tests.ts';
import { copyTree } from './tree-copy.ts';
import { workplace } from './workplace.ts';

/** What became of one planted fault. */
export interface Found {
  readonly fault: PlantedFault;
  readonly verdicts: readonly FileVerdict[];
  /** Whether every file that should have gone red did. */
  readonly isCaught: boolean;
}

export interface Hunt {
  /** Tests that are red without any fault: then a red one shows nothing. */
  readonly redBefore: readonly FileVerdict[];
  readonly found: readonly Found[];
}

/** Plants each fault in a copy of the program and runs the tests that must see it; and once without any. */
export async function hunt(
  faults: readonly PlantedFault[],
  testsOf: (fault: PlantedFault) => readonly string[],
): Promise<Hunt> {
  const place = fs.realpathSync(fs.mkdtempSync(path.join(workplace(), 'loket-mutants-')));
  try {
    const all = [...new Set(faults.flatMap((fault) => testsOf(fault)))];
    const copies = [
      { edits: [], files: all },
      ...faults.map((fault) => ({ ...fault, files: testsOf(fault) })),
    ];
    const planted = copies.map(({ edits, files }, at) => {
      const folder = path.join(place, String(at));
      copyTree(folder, edits);
      return { folder, files };
    });
    fs.symlinkSync(path.join(place, '0/node_modules'), path.join(place, 'node_modules'), 'dir');
    const [whole = [], ...verdicts] = await runTests(place, planted);
    return {
      redBefore: whole.filter(({ failed, isBroken }) => isBroken || failed.length > 0),
      found: faults.map((fault, at) => {
        const own = verdicts[at] ?? [];
        return {
          fault,
          verdicts: own,
          isCaught: own.length > 0 && own.every(({ failed }) => failed.length > 0),
        };
      }),
    };
  } finally {
    fs.rmSync(place, { recursive: true, force: true });
  }
}
