import { parseArgs } from 'node:util';
import { textOfLine } from '../../shared/receipt/document.ts';
import { readEscpos } from '../../shared/receipt/escpos-reader.ts';
import { median } from './ledger/median.ts';
import { escpos, escposInAscii, loket, others } from './receipt/contestants.ts';
import { sampleLines } from './receipt/sample-receipt.ts';
import { takeTurns, type Contestant } from './receipt/take-turns.ts';

/**
 * From a biller's text to the printer's bytes: ours reads, composes, lays out and encodes a receipt of 40 lines, while
 * `escpos` and the others only encode lines that are ready. All take turns in one run on one core; what is compared are
 * medians of receipts a second. It fails where ours is not as quick as `escpos`.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '41' },
    // In ms.
    turn: { type: 'string', default: '100' },
  },
});

const contestants = [loket, escpos, escposInAscii, ...others];
for (const contestant of contestants) assertSameText(contestant);

const timing = { warmUpMs: 1000, turnMs: Number(values.turn), rounds: Number(values.rounds) };
const rates = takeTurns(contestants, timing);
const rateOf = (contestant: Contestant): number => median(rates.get(contestant) ?? []);
const timesAsFastAs = (contestant: Contestant): number => rateOf(loket) / rateOf(contestant);

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
      'Loket to it': timesAsFastAs(contestant).toFixed(2),
    };
  }),
);
console.log(
  JSON.stringify({
    bench: 'receipt',
    node: process.version,
    ...timing,
    ratios: Object.fromEntries(
      contestants.slice(1).map((each) => [each.name, Number(timesAsFastAs(each).toFixed(3))]),
    ),
  }),
);
process.exitCode = timesAsFastAs(escpos) >= 1 ? 0 : 1;

/** Nobody is quick by leaving something out. */
function assertSameText({ name, run }: Contestant): void {
  const wordsOf = (lines: readonly string[]): string =>
    lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
  const printed = wordsOf(
    readEscpos(run()).items.flatMap((item) => (item.kind === 'line' ? [textOfLine(item.line)] : [])),
  );
  if (printed !== wordsOf(sampleLines.map(({ text }) => text))) {
    throw new Error(`${name} prints something else:\n${printed}`);
  }
}
