import fs from 'node:fs/promises';
import { err, ok } from '../../shared/result.ts';
import type { Tables } from '../tables/tables.ts';
import type { TableEdge } from './groups.ts';
import type { Log } from './log.ts';
import type { OpenTable } from './open-table.ts';
import type { FileDialogs } from './save-document.ts';

export interface TableEdgeParts {
  readonly openTable: OpenTable;
  readonly dialogs: Pick<FileDialogs, 'save'>;
  readonly tables: Pick<Tables, 'write'>;
  readonly log: Log;
}

/** Where the groups of customers and what became of lots come from and go to: the files of spreadsheets. */
export function createTableEdge({ openTable, dialogs, tables, log }: TableEdgeParts): TableEdge {
  return {
    async choose() {
      const opened = await openTable();
      if (!opened.ok) return err(opened.error === 'file-not-read' ? 'file-not-read' : 'not-a-table');
      return opened.value === null ? err('cancelled') : ok(opened.value.rows);
    },

    async save({ name, format, rows: [header = [], ...rows] }) {
      const path = await dialogs.save(name, format);
      if (path === null) return err('cancelled');
      try {
        const columns = header.map((title) => ({ header: title, kind: 'text', sum: false }) as const);
        await fs.writeFile(path, await tables.write([{ name, columns, rows, total: null }], format));
        return ok(path);
      } catch (error) {
        log.fault('a table could not be saved', error);
        return err('file-not-written');
      }
    },
  };
}
