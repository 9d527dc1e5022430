import type { RawReply } from '../../../electron/billers/biller.ts';
import { byteChanges } from './change-bytes.ts';
import { jsonChanges, xmlChanges } from './change-text.ts';
import { treeChanges } from './change-tree.ts';
import { randomFrom, seedOf, type Random } from './random.ts';
import { replyOf, type Source, type Verdict } from './source.ts';
import { toJson, toXml, type Written } from './written.ts';

/** Many mutated replies, each made again from the seed and its number. */

/** A change by its name and the seed of what it chooses. */
export interface Change {
  readonly level: 'tree' | 'text' | 'bytes' | 'wire';
  readonly name: string;
  readonly seed: number;
}

const treeNames = Object.keys(treeChanges);
const byteNames = Object.keys(byteChanges);
const textNames = { json: Object.keys(jsonChanges), xml: Object.keys(xmlChanges) } as const;

/** One to four changes: of what is said, how it is written, the bytes, and seldom of the answer round them. */
export function chooseChanges(format: Source['format'], random: Random): readonly Change[] {
  const many = random.pick([1, 1, 1, 2, 2, 3, 4]);
  const changes = Array.from({ length: many }, (): Change => {
    const seed = random.below(2 ** 31);
    const dice = random.below(100);
    if (dice < 58) return { level: 'tree', name: random.pick(treeNames), seed };
    if (dice < 78) return { level: 'text', name: random.pick(textNames[format]), seed };
    if (dice < 98) return { level: 'bytes', name: random.pick(byteNames), seed };
    return { level: 'wire', name: 'another status, or cut off', seed };
  });
  return changes.toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
}

const levels = ['tree', 'text', 'bytes', 'wire'] as const;

/** The source's reply with the changes made to it. */
export function changed(source: Source, changes: readonly Change[], others: readonly Written[]): RawReply {
  const of = (level: Change['level']) =>
    changes
      .filter((change) => change.level === level)
      .map(({ name, seed }) => ({ name, random: randomFrom(seed) }));
  const inTree = of('tree');
  let tree = source.tree;
  for (const { name, random } of inTree) tree = treeChanges[name]?.(tree, random, others) ?? tree;
  const gap = inTree.length % 2 === 0 ? '' : '\n ';
  let characters = source.format === 'json' ? toJson(tree, gap) : toXml(tree, gap);
  if (inTree.length === 0 && source.printed !== undefined) characters = source.printed;
  const table = source.format === 'json' ? jsonChanges : xmlChanges;
  for (const { name, random } of of('text')) characters = table[name]?.(characters, random) ?? characters;
  let body: Uint8Array = Buffer.from(characters);
  for (const { name, random } of of('bytes')) {
    if (body.length > 0) body = byteChanges[name]?.(body, random) ?? body;
  }
  const reply = replyOf(body);
  const [wire] = of('wire');
  if (wire === undefined) return reply;
  return wire.random.chance(0.3)
    ? { ...reply, complete: false }
    : { ...reply, status: wire.random.pick([201, 204, 302, 400, 400, 401, 403, 500, 502, 503]) };
}

export interface Failure {
  readonly index: number;
  readonly source: string;
  readonly fault: string;
  readonly changes: readonly Change[];
  readonly reply: RawReply;
}

export interface Report {
  readonly count: number;
  readonly seed: number;
  /** How many replies came to each outcome. */
  readonly kinds: Readonly<Record<string, number>>;
  /** How many replies each change was made to. */
  readonly changes: Readonly<Record<string, number>>;
  readonly failures: readonly Failure[];
  readonly seconds: number;
  readonly slowestMs: number;
}

/** What a reader did, a throw being the worst of faults. */
function verdictOf(source: Source, reply: RawReply): Verdict {
  try {
    return source.examine(reply);
  } catch (error) {
    return { kind: 'threw', fault: `threw ${error instanceof Error ? error.stack : String(error)}` };
  }
}

/** The smallest set of the changes with which there is still a fault: one after the other is left out. */
function shrunk(source: Source, changes: readonly Change[], others: readonly Written[]): readonly Change[] {
  for (let index = 0; index < changes.length; index += 1) {
    const fewer = changes.toSpliced(index, 1);
    if (verdictOf(source, changed(source, fewer, others)).fault !== undefined) {
      return shrunk(source, fewer, others);
    }
  }
  return changes;
}

/** The reply with as many of its bytes left out as the same fault allows: halves, quarters, … single bytes. */
function cutDown(source: Source, reply: RawReply, fault: string): RawReply {
  let { body } = reply;
  for (
    let length = Math.ceil(body.length / 2);
    length >= 1;
    length = length === 1 ? 0 : Math.ceil(length / 2)
  ) {
    for (let from = 0; from < body.length;) {
      const fewer = Buffer.concat([body.subarray(0, from), body.subarray(from + length)]);
      if (verdictOf(source, { ...reply, body: fewer }).fault === fault) body = fewer;
      else from += length;
    }
  }
  return { ...reply, body };
}

/** Reads `count` mutated replies of the sources; stops after `mostFailures`. */
export function campaign(
  sources: readonly Source[],
  {
    count,
    seed,
    mostFailures = 1,
  }: { readonly count: number; readonly seed: number; readonly mostFailures?: number },
): Report {
  const others = sources.map(({ tree }) => tree);
  const kinds: Record<string, number> = {};
  const made: Record<string, number> = {};
  const failures: Failure[] = [];
  let slowestMs = 0;
  let done = 0;
  const began = performance.now();
  for (; done < count && failures.length < mostFailures; done += 1) {
    const random = randomFrom(seedOf(seed, done));
    const source = random.pick(sources);
    const changes = chooseChanges(source.format, random);
    const reply = changed(source, changes, others);
    const before = performance.now();
    const { kind, fault } = verdictOf(source, reply);
    slowestMs = Math.max(slowestMs, performance.now() - before);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    for (const { level, name } of changes) made[`${level}: ${name}`] = (made[`${level}: ${name}`] ?? 0) + 1;
    if (fault === undefined) continue;
    const fewest = shrunk(source, changes, others);
    const smaller = changed(source, fewest, others);
    const same = verdictOf(source, smaller).fault ?? fault;
    failures.push({
      index: done,
      source: source.label,
      fault: same,
      changes: fewest,
      reply: cutDown(source, smaller, same),
    });
  }
  return {
    count: done,
    seed,
    kinds,
    changes: made,
    failures,
    seconds: (performance.now() - began) / 1000,
    slowestMs,
  };
}

/** What went wrong, with all that is needed to see it again. */
export const tellFailure = (seed: number, { index, source, fault, changes, reply }: Failure): string =>
  [
    `${source}: ${fault}`,
    `LOKET_SEED=${seed}, reply ${index}, HTTP ${reply.status}${reply.complete ? '' : ', cut off'}`,
    ...changes.map(({ level, name }) => `  changed ${level}: ${name}`),
    JSON.stringify(new TextDecoder().decode(reply.body)),
  ].join('\n');

export const tellReport = (what: string, report: Report): string => {
  const { count, seed, kinds, seconds, slowestMs } = report;
  const outcomes = Object.entries(kinds).toSorted(([one], [other]) => one.localeCompare(other));
  return (
    `mutated replies, ${what}: ${count} (LOKET_SEED=${seed}) in ${seconds.toFixed(1)} s, ` +
    `slowest ${slowestMs.toFixed(0)} ms: ${outcomes.map(([kind, times]) => `${kind} ${times}`).join(', ')}\n`
  );
};
