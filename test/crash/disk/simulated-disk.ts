import type { DiskOperation } from './disk-log.ts';
import type { Random } from './random.ts';

/** Data or a new size, not yet known to have reached the disk. */
interface Change {
  /** Which operation it was. */
  readonly at: number;
  readonly offset: number;
  /** Nothing where the file was cut or stretched to `offset`. */
  readonly data?: Buffer;
}

/** A name that was made or taken away, or both (a rename), not yet known to have reached the disk. */
interface NameChange {
  readonly at: number;
  readonly names: readonly (readonly [name: string, file: DiskFile | undefined])[];
}

interface DiskFile {
  lasting: Buffer;
  pending: Change[];
}

/** What lies in the folder: the contents by their names. */
export type DiskImage = ReadonlyMap<string, Buffer>;

/** Chooses what of the pending changes reached the disk before the power went. */
interface Survival {
  readonly changes: (pending: readonly Change[]) => readonly Change[];
  readonly names: (pending: readonly NameChange[]) => readonly NameChange[];
}

const sector = 512;

/**
 * A disk that keeps what it was told to sync, and of everything else anything or nothing: the least that a file
 * system promises. A file's name is kept when its folder was synced; many file systems do better.
 */
export class SimulatedDisk {
  private readonly files = new Map<string, DiskFile>();
  private readonly lastingNames = new Map<string, DiskFile>();
  private pendingNames: NameChange[] = [];
  private readonly byFd = new Map<number, DiskFile>();

  get isPending(): boolean {
    return this.pendingNames.length > 0 || [...this.files.values()].some(({ pending }) => pending.length > 0);
  }

  apply(operation: DiskOperation, at: number): void {
    const { kind, name, fd, offset } = operation;
    if (operation.error !== 0) return;
    switch (kind) {
      case 'created': {
        const file: DiskFile = { lasting: Buffer.alloc(0), pending: [] };
        this.rename(at, [[name, file]]);
        this.byFd.set(fd, file);
        return;
      }
      case 'opened': {
        const file = this.files.get(name);
        if (file !== undefined) this.byFd.set(fd, file);
        else if (name !== '') throw new Error(`${name} was there before the recording`);
        return;
      }
      case 'closed':
        this.byFd.delete(fd);
        return;
      case 'written':
        this.open(operation).pending.push({ at, offset, data: operation.data });
        return;
      case 'resized':
        this.open(operation).pending.push({ at, offset });
        return;
      case 'removed':
        this.rename(at, [[name, undefined]]);
        return;
      case 'renamed':
        this.rename(at, [
          [name, undefined],
          [operation.data.toString(), this.files.get(name)],
        ]);
        return;
      case 'synced':
        if (name === '') this.syncFolder();
        else sync(this.open(operation));
    }
  }

  /** Nothing that was not synced is there. */
  dropped(): DiskImage {
    return this.image({ changes: () => [], names: () => [] });
  }

  /** Everything is there. */
  kept(): DiskImage {
    return this.image({ changes: (pending) => pending, names: (pending) => pending });
  }

  /**
   * Some of what was done before operation `before` is there: `subset`, whole writes; `torn`, all writes up to one that
   * was cut at a sector's border; `sectors`, each sector of each write by itself. Writes that stand for a later one
   * that was lost are what a disk that reorders leaves behind.
   */
  sampled(manner: SampleManner, random: Random, before: number): DiskImage {
    const until = <T extends { readonly at: number }>(pending: readonly T[]): readonly T[] =>
      pending.filter(({ at }) => at < before);
    // Whatever the odds are: where nearly all or nearly nothing is kept lie other mistakes than in the middle.
    const odds = random.next();
    return this.image({
      changes: (pending) => chooseChanges(until(pending), manner, odds, random),
      names: (pending) => {
        const done = until(pending);
        // A journalling file system keeps them in their order, others need not.
        if (random.chance(0.5)) return done.slice(0, random.below(done.length + 1));
        return done.filter(() => random.chance(odds));
      },
    });
  }

  private rename(at: number, names: NameChange['names']): void {
    this.pendingNames.push({ at, names });
    setNames(this.files, names);
  }

  private syncFolder(): void {
    for (const { names } of this.pendingNames) setNames(this.lastingNames, names);
    this.pendingNames = [];
  }

  private open({ fd, name }: DiskOperation): DiskFile {
    const file = this.byFd.get(fd);
    if (file === undefined) throw new Error(`${name} was not opened`);
    return file;
  }

  private image({ changes, names }: Survival): DiskImage {
    const there = new Map(this.lastingNames);
    for (const change of names(this.pendingNames)) setNames(there, change.names);
    return new Map(
      [...there].map(([name, { lasting, pending }]) => [name, changed(lasting, changes(pending))]),
    );
  }
}

export const sampleManners = ['subset', 'torn', 'sectors'] as const;
export type SampleManner = (typeof sampleManners)[number];

function chooseChanges(
  changes: readonly Change[],
  manner: SampleManner,
  odds: number,
  random: Random,
): readonly Change[] {
  switch (manner) {
    case 'subset':
      return changes.filter(() => random.chance(odds));
    case 'sectors':
      return changes.flatMap((change) => inSectors(change)).filter(() => random.chance(odds));
    case 'torn': {
      const torn = random.below(changes.length + 1);
      const pieces = changes.slice(torn, torn + 1).flatMap((change) => inSectors(change));
      return [...changes.slice(0, torn), ...pieces.slice(0, random.below(pieces.length + 1))];
    }
  }
}

/** A write in the pieces that a disk writes at once. */
function inSectors({ at, offset, data }: Change): readonly Change[] {
  if (data === undefined) return [{ at, offset }];
  const pieces: Change[] = [];
  for (let from = 0; from < data.length;) {
    const to = Math.min(data.length, from + sector - ((offset + from) % sector));
    pieces.push({ at, offset: offset + from, data: data.subarray(from, to) });
    from = to;
  }
  return pieces;
}

function sync(file: DiskFile): void {
  file.lasting = changed(file.lasting, file.pending);
  file.pending = [];
}

function setNames(there: Map<string, DiskFile>, names: NameChange['names']): void {
  for (const [name, file] of names) {
    if (file === undefined) there.delete(name);
    else there.set(name, file);
  }
}

function changed(content: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return content;
  const ends = changes.map(({ offset, data }) => offset + (data?.length ?? 0));
  const bytes = Buffer.alloc(Math.max(content.length, ...ends));
  content.copy(bytes);
  let size = content.length;
  for (const { offset, data } of changes) {
    if (data === undefined) {
      // What is cut off reads as zeros if the file grows again.
      bytes.fill(0, Math.min(offset, size), size);
      size = offset;
    } else {
      data.copy(bytes, offset);
      size = Math.max(size, offset + data.length);
    }
  }
  return bytes.subarray(0, size);
}
