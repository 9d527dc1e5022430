import { hunt, type Found } from './hunt.ts';
import { plantedFaults } from './planted-faults.ts';
import type { FileVerdict } from './run-tests.ts';

// `npm run test:mutants [-- WORD …]`: plants every fault, or those with a word in their name, and shows what sees them.

const words = process.argv.slice(2);
const chosen = plantedFaults.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function tell({ fault, verdicts, isCaught }: Found): void {
  say(`${isCaught ? 'caught  ' : 'SURVIVED'}  ${fault.name}`);
  for (const verdict of verdicts) say(`  ${verdict.seconds.toFixed(1).padStart(5)} s  ${wordsOf(verdict)}`);
}

function wordsOf({ file, failed, isBroken }: FileVerdict): string {
  const [first] = failed;
  if (first === undefined) return `${file}: ${isBroken ? 'DOES NOT RUN' : 'GREEN'}`;
  const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : '';
  return `${file}: “${first.name}”${more}\n           ${first.because.slice(0, 140)}`;
}

const began = performance.now();
const { redBefore, found } = await hunt(chosen, ({ caughtBy }) => caughtBy);
for (const each of found) tell(each);
for (const verdict of redBefore) say(`RED WITHOUT ANY FAULT  ${wordsOf(verdict)}`);
const caught = found.filter(({ isCaught }) => isCaught).length;
say(
  JSON.stringify({
    test: 'mutants',
    mutants: found.length,
    caught,
    survived: found.length - caught,
    redBefore: redBefore.length,
    seconds: Math.round((performance.now() - began) / 1000),
  }),
);
process.exitCode = caught === found.length && redBefore.length === 0 && found.length > 0 ? 0 : 1;
