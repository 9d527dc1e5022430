import { parseArgs } from 'node:util';
import { readEscpos } from '../../shared/receipt/escpos-reader.ts';
import { textOfLine } from '../../shared/receipt/document.ts';
import { median } from './ledger/median.ts';
import { escposes, loket, others } from './receipt/contestants.ts';
import { sampleLines } from './receipt/sample-receipt.ts';
import { takeTurns, type Contestant } from './receipt/take-turns.ts';

/**
 * From a biller's text to the printer's bytes: ours reads, composes, lays out and encodes a receipt of 40 lines, while
 * `escpos` and others only encode lines that are ready. All take turns in one run on one core; what is compared are
 * medians of receipts a second.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '31' },
    turn: { type: 'string', default: '100' },
    only: { type: 'string' },
  },
});

const contestants = [loket, ...escposes, ...others].filter(
  ({ name }) => values.only === undefined || name.startsWith(values.only),
);
for (const contestant of contestants) assertSameText(contestant);

const rates = takeTurns(contestants, {
  warmUpMs: 1000,
  turnMs: Number(values.turn),
  rounds: Number(values.rounds),
});
const medianOf = (contestant: Contestant): number => median(rates.get(contestant) ?? []);
const ours = medianOf(loket);
const rival = Math.max(...escposes.map(medianOf));

console.table(
  contestants.map((contestant) => {
    const own = rates.get(contestant) ?? [];
    return {
      who: contestant.name,
      bytes: contestant.run().length,
      'receipts/s, median': Math.round(median(own)),
      least: Math.round(Math.min(...own)),
      most: Math.round(Math.max(...own)),
      'us a receipt': (1e6 / median(own)).toFixed(1),
      'Loket is so many times as fast': (ours / median(own)).toFixed(2),
    };
  }),
);
console.log(
  JSON.stringify({
    bench: 'receipt',
    node: process.version,
    rounds: Number(values.rounds),
    toEscpos: Number((ours / rival).toFixed(3)),
    perSecond: Object.fromEntries(contestants.map((each) => [each.name, Math.round(medianOf(each))])),
  }),
);
process.exitCode = ours >= rival ? 0 : 1;

/** Nobody is quick by leaving something out. */
function assertSameText({ name, run }: Contestant): void {
  const lines = readEscpos(run()).items.flatMap((item) =>
    item.kind === 'line' ? [textOfLine(item.line).trim()] : [],
  );
  const words = lines.filter((line) => line !== '');
  const wanted = sampleLines.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (JSON.stringify(words) !== JSON.stringify(wanted)) {
    throw new Error(`${name} prints something else:\n${words.join('\n')}`);
  }
}
