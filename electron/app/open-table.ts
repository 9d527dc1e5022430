import fs from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { mostTableBytes, type TableLine, type TableProblem } from '../../shared/tables/table.ts';
import type { Tables } from '../tables/tables.ts';
import type { Log } from './log.ts';
import type { FileDialogs } from './save-document.ts';

export interface OpenTableParts {
  readonly tables: Pick<Tables, 'read'>;
  readonly dialogs: Pick<FileDialogs, 'openTable'>;
  readonly log: Log;
}

/** A file that somebody chose: its name, without its folder, and its rows. */
export interface OpenedTable {
  readonly name: string;
  readonly rows: readonly TableLine[];
}

/** Asks for a table and reads it; `null` where none was chosen. */
export type OpenTable = () => Promise<Result<OpenedTable | null, TableProblem | 'file-not-read'>>;

export function createOpenTable({ tables, dialogs, log }: OpenTableParts): OpenTable {
  const bytesOf = async (file: string): Promise<Uint8Array | 'table-too-large' | 'file-not-read'> => {
    try {
      // Before it is read: somebody may have chosen a film.
      const { size } = await fs.stat(file);
      return size > mostTableBytes ? 'table-too-large' : await fs.readFile(file);
    } catch (error) {
      log.fault('a table could not be read', error);
      return 'file-not-read';
    }
  };
  return async () => {
    const file = await dialogs.openTable();
    if (file === null) return ok(null);
    const bytes = await bytesOf(file);
    if (typeof bytes === 'string') return err(bytes);
    const read = await tables.read(bytes, isZip(bytes) || /\.xlsx?$/i.test(file) ? 'xlsx' : 'csv');
    return read.ok ? ok({ name: path.basename(file), rows: read.value }) : read;
  };
}

/** Whatever it is called: every XLSX is one. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
