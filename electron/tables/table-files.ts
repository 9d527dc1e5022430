import { err, type Result } from '../../shared/result.ts';
import {
  mostTableBytes,
  type Table,
  type TableFormat,
  type TableLine,
  type TableProblem,
} from '../../shared/tables/table.ts';
import { readCsv, writeCsv } from './csv.ts';
import { readXlsx, writeXlsx } from './xlsx.ts';

// Every form that tables are written and read in. The libraries come with the first use.

export const writeTables = (tables: readonly Table[], format: TableFormat): Promise<Uint8Array> =>
  format === 'csv' ? writeCsv(tables) : writeXlsx(tables);

export async function readTable(
  bytes: Uint8Array,
  format: TableFormat,
): Promise<Result<readonly TableLine[], TableProblem>> {
  if (bytes.length === 0) return err('table-empty');
  if (bytes.length > mostTableBytes) return err('table-too-large');
  return format === 'csv' ? readCsv(bytes) : readXlsx(bytes);
}
