import { expect } from 'vitest';
import { campaign, tellFailure, tellReport } from './campaign.ts';
import { isLarge, seed, share } from './size.ts';
import { replyOf, type Source } from './source.ts';
import { toJson, toXml } from './written.ts';

/** Milliseconds for one reply of some kilobytes: far beyond any reading, and far below what a cashier would notice. */
const absurdMs = 2000;

/** As each reply stands, unchanged. */
export const untouched = ({ format, tree, printed }: Source) =>
  replyOf(Buffer.from(printed ?? (format === 'json' ? toJson(tree) : toXml(tree))));

/** Mutates the sources' replies, prints what came of them, and expects no fault. */
export function expectNoFault(what: string, sources: readonly Source[], part: number): void {
  const report = campaign(sources, { count: share(part), seed });
  process.stdout.write(tellReport(what, report));
  for (const failure of report.failures) expect.fail(tellFailure(seed, failure));
  expect(report.slowestMs).toBeLessThan(absurdMs);
  if (!isLarge(report.count)) return;
  // A run in which nothing is believed, or refused, would prove nothing.
  const kinds = new Set(sources.map((source) => source.examine(untouched(source)).kind));
  for (const kind of kinds) expect(report.kinds[kind], kind).toBeGreaterThan(20);
}
