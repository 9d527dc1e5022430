import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** Tells at the end of a run how large the tables were and what came of them. */
export class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const faults = tally(modules, 'fault-table.test.ts');
    const friendly = tally(modules, 'friendly-table.test.ts');
    if (faults.all + friendly.all === 0) return;
    process.stdout.write(
      `contract: ${faults.all} faults × calls, ${faults.wrong} wrong; ` +
        `${friendly.all} friendly, ${friendly.wrong} false unknowns\n`,
    );
  }
}

// Vitest takes a reporter from a file by its default export alone.
// oxlint-disable-next-line import/no-default-export
export default TallyReporter;

interface Tally {
  readonly all: number;
  /** Not passed, for whatever reason. */
  readonly wrong: number;
}

/** The tests of one file; one that could not be loaded is wrong as a whole. */
function tally(modules: readonly TestModule[], file: string): Tally {
  const ours = modules.filter(({ moduleId }) => path.basename(moduleId) === file);
  const tests = ours.flatMap((each) => [...each.children.allTests()]);
  const unloaded = ours.filter((each) => each.errors().length > 0).length;
  const wrong = tests.filter((test) => test.result().state !== 'passed').length + unloaded;
  return { all: tests.length, wrong };
}
