import { err, ok, type Result } from '../../shared/result.ts';
import {
  mostTableRows,
  sumsOf,
  type Table,
  type TableCell,
  type TableLine,
  type TableProblem,
} from '../../shared/tables/table.ts';

const byteOrderMark = '\u{feff}';

/** UTF-8 with its mark, by which Excel knows it, and semicolons, by which an Indonesian Excel parts cells. */
export async function writeCsv(tables: readonly Table[]): Promise<Uint8Array> {
  const { stringify } = await import('csv-stringify/sync');
  const rows = tables.flatMap((table, index) => [
    ...(index === 0 ? [] : [[]]),
    ...(tables.length > 1 ? [[table.name]] : []),
    ...rowsOf(table),
  ]);
  const text = stringify(
    rows.map((row) => row.map(written)),
    { delimiter: ';', record_delimiter: 'windows' },
  );
  return new TextEncoder().encode(`${byteOrderMark}${text}`);
}

function rowsOf(table: Table): readonly (readonly TableCell[])[] {
  const total = table.total === null ? [] : [sumsOf(table).map((sum, at) => (at === 0 ? table.total : sum))];
  return [table.columns.map(({ header }) => header), ...table.rows, ...total];
}

/** What a spreadsheet would run, or what it would take for a number that it cannot keep: an apostrophe makes it text. */
const guarded = /^'*(?:[=+\-@\t\r]|0\d+$|\d{16,}$)/;

const written = (cell: TableCell): string => {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : guarded.test(cell) ? `'${cell}` : cell;
};

const unguarded = (cell: string): string =>
  cell.startsWith("'") && guarded.test(cell.slice(1)) ? cell.slice(1) : cell;

export async function readCsv(bytes: Uint8Array): Promise<Result<readonly TableLine[], TableProblem>> {
  const text = decoded(bytes);
  if (text === undefined) return err('table-not-read');
  const { parse } = await import('csv-parse/sync');
  const { separator, body, linesBefore } = separated(text);
  let end = linesBefore;
  const lines: TableLine[] = [];
  let isTooLong = false;
  try {
    parse(body, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 100_000,
      on_record(record, context) {
        // It counts the lines that it has read; a cell may hold several.
        const line = end + 1;
        end = linesBefore + context.lines;
        const cells = record.map((cell) => unguarded(cell.trim()));
        if (cells.every((cell) => cell === '')) return null;
        if (lines.length > mostTableRows) isTooLong = true;
        else lines.push({ line, cells });
        return null;
      },
    });
  } catch {
    return err('table-not-read');
  }
  if (isTooLong) return err('table-too-long');
  return lines.length === 0 ? err('table-empty') : ok(lines);
}

/** `undefined` for what is no text. */
function decoded(bytes: Uint8Array): string | undefined {
  const as = (encoding: string): string | undefined => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  // What is no UTF-8 was saved by an old Excel.
  const text = isUtf16 ? as('utf-16le') : (as('utf-8') ?? as('windows-1252'));
  return text?.includes('\0') === true ? undefined : text;
}

/** By which sign the cells are parted: what Excel's own first line says, else the one that most of the first lines have. */
function separated(text: string): {
  readonly separator: string;
  readonly body: string;
  readonly linesBefore: number;
} {
  const said = /^sep=(.)\r?\n/i.exec(text);
  if (said?.[1] !== undefined)
    return { separator: said[1], body: text.slice(said[0].length), linesBefore: 1 };
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const having = (sign: string): number => lines.filter((line) => line.includes(sign)).length;
  // Amounts have commas and points within; a semicolon has no other use.
  const separator = [';', '\t', ','].reduce((best, sign) => (having(sign) > having(best) ? sign : best));
  return { separator, body: text, linesBefore: 0 };
}
