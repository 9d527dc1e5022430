import type { DiskOperation } from './disk-log.ts';
import type { Random } from './random.ts';
import { SimulatedDisk, sampleManners, type DiskImage, type SampleManner } from './simulated-disk.ts';

/** What a power cut may have left of the folder, and what had been acknowledged by then. */
export interface PowerCut {
  /** The first operation that was not done any more. */
  readonly before: number;
  readonly manner: 'dropped' | 'kept' | SampleManner;
  readonly image: DiskImage;
  readonly acknowledged: readonly string[];
}

/** The file in the recorded folder to which a script writes, line by line, what it was told is done. */
export const acknowledgements = 'acknowledgements';

/**
 * Cuts the power before each sync and at the end: there the most hangs on what was not synced. The samples are cut
 * anywhere since the sync before. And it cuts it the moment something was acknowledged that has not been synced.
 */
export function* powerCuts(
  operations: readonly DiskOperation[],
  random: Random,
  samples: number,
): Generator<PowerCut> {
  const disk = new SimulatedDisk();
  const said: { readonly at: number; readonly line: string }[] = [];
  const saidBefore = (before: number): readonly string[] =>
    said.flatMap(({ at, line }) => (at < before ? [line] : []));
  let lastSync = 0;

  function* cutsBefore(before: number): Generator<PowerCut> {
    const acknowledged = saidBefore(before);
    yield { before, manner: 'kept', image: disk.kept(), acknowledged };
    if (!disk.isPending) return;
    yield { before, manner: 'dropped', image: disk.dropped(), acknowledged };
    for (let sample = 0; sample < samples; sample += 1) {
      const manner = sampleManners[sample % sampleManners.length] ?? 'subset';
      const at = random.chance(0.5) ? before : lastSync + random.below(before - lastSync + 1);
      yield { before: at, manner, image: disk.sampled(manner, random, at), acknowledged: saidBefore(at) };
    }
  }

  for (const [at, operation] of operations.entries()) {
    if (operation.name === acknowledgements) {
      const lines = operation.kind === 'written' ? operation.data.toString().trimEnd().split('\n') : [];
      said.push(...lines.map((line) => ({ at, line })));
      if (lines.length > 0 && disk.isPending) {
        const before = at + 1;
        yield { before, manner: 'dropped', image: disk.dropped(), acknowledged: saidBefore(before) };
      }
      continue;
    }
    if (isWithoutContent(operation.name)) continue;
    const isSync = operation.kind === 'synced' && operation.error === 0;
    if (isSync) yield* cutsBefore(at);
    disk.apply(operation, at);
    if (isSync) lastSync = at;
  }
  yield* cutsBefore(operations.length);
}

/** The map that SQLite makes anew, and the room that is kept on the disk. */
const isWithoutContent = (name: string): boolean => /-shm$|\.reserve$/.test(name);
