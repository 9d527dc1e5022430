import type { Result } from '../../shared/result.ts';
import type { Table, TableFormat, TableLine, TableProblem } from '../../shared/tables/table.ts';

/** Tables as files of spreadsheets. Done beside the sale: a long one takes seconds. */
export interface Tables {
  /**
   * One file of all tables: in XLSX each is a sheet, in CSV they follow each other.
   *
   * A cell is data whatever it begins with: no spreadsheet takes it for a formula, or takes digits from a number that is text.
   */
  write(tables: readonly Table[], format: TableFormat): Promise<Uint8Array>;
  /** The rows of the first sheet that hold anything, the header's among them. */
  read(bytes: Uint8Array, format: TableFormat): Promise<Result<readonly TableLine[], TableProblem>>;
  close(): Promise<void>;
}
