import fs from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { applicationId } from '../electron/ledger/database.ts';
import { migrations } from '../electron/ledger/schema.ts';
import { verifyWhole, type Alteration } from '../electron/ledger/verify.ts';
import { instantSchema } from '../shared/primitives.ts';
import type { Instant } from '../shared/time.ts';
import { z } from '../shared/zod.ts';

/** The event at which an alteration shows, or, where that one is gone, the next that is there. */
export interface EventShown {
  readonly seq: number;
  readonly at: Instant;
  readonly quote: string;
  readonly event: string;
}

/** What a look at the whole of a ledger's file came to. Nothing in the file is changed. */
export type FileVerdict =
  | {
      readonly kind: 'whole';
      readonly born: string;
      readonly events: number;
      readonly payments: number;
      readonly seconds: number;
    }
  | { readonly kind: 'altered'; readonly alteration: Alteration; readonly shown: EventShown | undefined }
  /** SQLite's own check fails, in its own words. */
  | { readonly kind: 'damaged'; readonly faults: readonly string[] }
  | { readonly kind: 'missing' | 'not-a-ledger' }
  | { readonly kind: 'other-version'; readonly version: number; readonly ours: number }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** Checks every page of the ledger in `file`, follows its chain and folds every payment. It may be open and written to. */
export function verifyFile(file: string): FileVerdict {
  if (!fs.existsSync(file)) return { kind: 'missing' };
  let database: Database | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: 2000 });
    return verdictOn(database);
  } catch (error) {
    return { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    database?.close();
  }
}

const pragmaRow = z.record(z.string(), z.int());
const pragma = (database: Database, name: 'application_id' | 'user_version'): number =>
  pragmaRow.parse(database.prepare(`PRAGMA ${name}`).get())[name] ?? 0;

function verdictOn(database: Database): FileVerdict {
  const begun = performance.now();
  if (pragma(database, 'application_id') !== applicationId) return { kind: 'not-a-ledger' };
  const [version, ours] = [pragma(database, 'user_version'), migrations.length];
  if (version !== ours) return { kind: 'other-version', version, ours };
  const faults = z
    .array(z.object({ integrity_check: z.string() }))
    .parse(database.prepare('PRAGMA integrity_check(5)').all())
    .map((row) => row.integrity_check);
  if (faults.join() !== 'ok') return { kind: 'damaged', faults };
  const { reached, alteration } = verifyWhole(database);
  if (alteration !== undefined)
    return { kind: 'altered', alteration, shown: eventAt(database, alteration.seq) };
  const { born, payments } = z
    .object({ born: z.string(), payments: z.int() })
    .parse(
      database.prepare('SELECT kind AS born, (SELECT count(*) FROM payment) AS payments FROM meta').get(),
    );
  return { kind: 'whole', born, events: reached.seq, payments, seconds: (performance.now() - begun) / 1000 };
}

const eventRow = z
  .object({ seq: z.int(), at: instantSchema, quote: z.string(), event: z.string() })
  .optional();

const eventAt = (database: Database, seq: number): EventShown | undefined =>
  eventRow.parse(
    database.prepare('SELECT seq, at, quote, event FROM event WHERE seq >= ? ORDER BY seq LIMIT 1').get(seq),
  );
