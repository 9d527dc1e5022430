import type { ArchiveKind } from '../../shared/contract/archives.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';

/** What an archive says of itself, before its files. */
export interface ArchiveFacts {
  readonly madeAt: Instant;
  readonly counter: string;
  readonly shop: string;
  readonly ledger: LedgerKind;
  /** The program's version. */
  readonly program: string;
  /** How many migrations made the ledger. */
  readonly schema: number;
  readonly kind: ArchiveKind;
}

/** Why there is no new archive; what stood under its name before still does. */
export type WriteArchiveFault =
  | 'target-not-writable'
  | 'target-full'
  /** Its file system takes no file so large. */
  | 'target-too-small'
  | 'not-verified'
  | 'source-unreadable';

/** Why an archive is not read. Nothing of it is kept. */
export type ReadArchiveFault =
  | 'archive-gone'
  | 'not-an-archive'
  | 'wrong-passphrase'
  | 'archive-damaged'
  | 'newer-version'
  /** Here is no room for what it holds. */
  | 'no-room-here';

export interface WriteArchive {
  readonly target: string;
  readonly passphrase: string;
  readonly facts: ArchiveFacts;
  /** A copy of the ledger that nobody writes to. */
  readonly ledger: string;
  readonly settings: string;
}

export interface ReadArchive {
  readonly file: string;
  readonly passphrase: string;
  /** An empty folder of our own, which the ledger is put into. */
  readonly folder: string;
}

export interface ArchiveContents {
  readonly facts: ArchiveFacts;
  readonly settings: string;
  /** The ledger's file in the folder, of the size and the hash that the archive says. */
  readonly ledger: string;
}

/** Writes and reads archives beside the sale. Nothing rejects: what fails unforeseen is logged and told as a fault. */
export interface Archiver {
  /** Writes an archive under a name of its own beside `target`, reads it back, and gives it its name; answers its size. */
  write(order: WriteArchive): Promise<Result<{ readonly bytes: number }, WriteArchiveFault>>;
  /** Reads the whole of an archive, verifies it, and unpacks it. */
  read(order: ReadArchive): Promise<Result<ArchiveContents, ReadArchiveFault>>;
}
