import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { transitions, type PaymentEvent, type PaymentState } from '../../../shared/payment/states.ts';
import { memoryFolder } from '../../unit/ledger/temp-folder.ts';
import { commandsOr, isShrinking, seed, summarize } from '../size.ts';
import { commands } from './commands.ts';
import { statusFate } from './fates.ts';
import { stepName } from './reference.ts';
import { createTally, type Tally } from './tally.ts';
import { start, World } from './world.ts';

/** Commands a round; a round that fails is shrunk alone. */
const roundRuns = 10;
const usual = 2500;
const wanted = commandsOr(usual);

it('a payment keeps its promises in whatever order things happen', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = memoryFolder();
  const template = emptyLedger(path.join(folder, 'template.db'));
  const tally = createTally();
  const sums = { runs: 0, payments: 0, charges: 0, twiceOnPurpose: 0 };
  const began = performance.now();
  for (let round = 0; done(tally) < wanted; round += 1) {
    await fc.assert(
      fc.asyncProperty(
        commands,
        fc.scheduler(),
        fc.constantFrom('iak' as const, 'teleanjar' as const),
        fc.array(statusFate, { minLength: 4, maxLength: 4 }),
        async (sequence, scheduler, preferred, statusFates) => {
          const own = fs.mkdtempSync(path.join(folder, 'run-'));
          const world = new World({ folder: own, template, scheduler, tally, preferred, statusFates });
          try {
            await fc.asyncModelRun(() => ({ model: world.reference, real: world }), sequence);
            await world.end();
          } finally {
            world.dispose();
            fs.rmSync(own, { recursive: true });
          }
          sums.runs += 1;
          sums.payments += world.reference.payments().length;
          sums.charges += world.books.charges.length;
          sums.twiceOnPurpose += world.promises.chargedTwice();
        },
      ),
      {
        numRuns: roundRuns,
        seed: seed + round * 7919,
        endOnFailure: !isShrinking,
        includeErrorInReport: true,
      },
    );
  }
  summarize({
    test: 'model',
    seed,
    commands: done(tally),
    ...sums,
    // Any of these would have failed the test.
    doubleCharges: 0,
    lost: 0,
    falsePaid: 0,
    falseRejected: 0,
    steps: told(tally.all('step')),
    actors: told(tally.all('actor')),
    refusals: told(tally.all('refusal')),
    notes: told(tally.all('note')),
    ran: told(tally.all('command')),
    msPerCommand: Math.round((100 * (performance.now() - began)) / done(tally)) / 100,
  });
  if (wanted >= usual) expect(everyStep().filter((step) => tally.of('step', step) === 0)).toEqual([]);
});

const done = (tally: Tally): number =>
  Object.values(tally.all('command')).reduce((sum, count) => sum + count, 0);

const told = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** All that the table of transitions allows. */
const everyStep = (): readonly string[] =>
  Object.entries(transitions).flatMap(([from, steps]) =>
    Object.keys(steps).map((event) => stepName(from as PaymentState, event as PaymentEvent)),
  );

function emptyLedger(file: string): string {
  const opened = openLedger(file, 'sandbox', start);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.close();
  fs.writeFileSync(`${file}.reserve`, Buffer.alloc(4 * 1_048_576, 1));
  return file;
}
