import { err, ok, type Result } from '../../shared/result.ts';
import {
  mostTableRows,
  sumsOf,
  type Table,
  type TableCell,
  type TableColumn,
  type TableLine,
  type TableProblem,
} from '../../shared/tables/table.ts';

/** Each table a sheet: a header that stays, widths by what stands in the columns, and sums as formulas with their values. */
export async function writeXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal');
  const names = sheetNames(tables);
  const blob = await write(
    tables.map((table, at) => ({
      data: [
        table.columns.map(({ header }) => ({
          value: plain(header),
          type: String,
          fontWeight: 'bold' as const,
        })),
        ...table.rows.map((row) => row.map(written)),
        ...(table.total === null ? [] : [totalRow(table, table.total)]),
      ],
      sheet: names[at] ?? `${at + 1}`,
      stickyRowsCount: 1,
      columns: table.columns.map((column, index) => ({ width: widthOf(table, column, index) })),
    })),
    {
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transform: (xml, _options, { sheetIndex }) => withValues(xml, tables[sheetIndex]),
              },
            },
          },
        },
      ],
    },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const numberFormat = '#,##0';

const written = (cell: TableCell) => {
  if (cell === null) return null;
  return typeof cell === 'number'
    ? { value: cell, type: Number, format: numberFormat }
    : { value: plain(cell), type: String, format: '@' };
};

/** The library keeps its texts in an object: the names that every object has would not be texts to it. */
const plain = (text: string): string => (text in Object.prototype ? `${text} ` : text);

function totalRow(table: Table, label: string) {
  return sumsOf(table).map((sum, at) => {
    if (at === 0) return { value: plain(label), type: String, fontWeight: 'bold' as const };
    if (sum === null) return null;
    const value = table.rows.length === 0 ? '0' : formula(table, at);
    return { value, type: 'Formula' as const, format: numberFormat, fontWeight: 'bold' as const };
  });
}

const formula = ({ rows }: Table, at: number): string =>
  `SUM(${letters(at)}2:${letters(at)}${rows.length + 1})`;

const letters = (at: number): string =>
  (at < 26 ? '' : String.fromCodePoint(64 + Math.floor(at / 26))) + String.fromCodePoint(65 + (at % 26));

/** The library writes formulas without what they come to, and many a program that shows a file does not count. */
function withValues(xml: string, table: Table | undefined): string {
  if (table === undefined || table.total === null) return xml;
  const line = table.rows.length + 2;
  return sumsOf(table).reduce<string>(
    (whole, sum, at) =>
      sum === null
        ? whole
        : whole.replace(
            new RegExp(`(<c r="${letters(at)}${line}"[^>]*><f>[^<]*</f>)`),
            (_all, cell: string) => `${cell}<v>${sum}</v>`,
          ),
    xml,
  );
}

const widthOf = ({ rows, total }: Table, { header }: TableColumn, at: number): number => {
  const longest = rows.slice(0, 500).reduce((most, row) => Math.max(most, shownLength(row[at] ?? null)), 0);
  return Math.min(50, Math.max(header.length, longest, at === 0 ? (total?.length ?? 0) : 12) + 2);
};

const shownLength = (cell: TableCell): number =>
  typeof cell === 'number' ? Math.ceil(String(cell).length * 1.34) : (cell?.length ?? 0);

/** What Excel takes as the name of a sheet: at most 31 signs, none of its own, each once. */
function sheetNames(tables: readonly Table[]): readonly string[] {
  const taken = new Set<string>();
  return tables.map(({ name }, at) => {
    const clean = name
      .replaceAll(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, 31);
    const free =
      clean === '' || taken.has(clean.toLowerCase()) ? `${clean.slice(0, 26)} ${at + 1}`.trim() : clean;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The most that the parts of a file may come to, unpacked. In bytes. */
const mostUnpacked = 400 * 1024 * 1024;

export async function readXlsx(bytes: Uint8Array): Promise<Result<readonly TableLine[], TableProblem>> {
  if (isOldExcel(bytes)) return err('table-old-excel');
  const { unzipSync } = await import('fflate');
  const { readSheet } = await import('read-excel-file/universal');
  try {
    let unpacked = 0;
    unzipSync(bytes, {
      filter({ originalSize }) {
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > mostUnpacked) return err('table-too-large');
    const rows: readonly (readonly unknown[])[] = await readSheet(new Blob([Uint8Array.from(bytes)]), {
      parseNumber: (digits) => ({ digits }),
    });
    const lines = rows
      .map((row, at) => ({ line: at + 1, cells: row.map(textOf) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    if (lines.length > mostTableRows + 1) return err('table-too-long');
    return lines.length === 0 ? err('table-empty') : ok(lines);
  } catch {
    return err('table-not-read');
  }
}

const isOldExcel = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (value instanceof Date) return timeOf(value);
  if (typeof value === 'object' && value !== null && 'digits' in value) return digitsOf(String(value.digits));
  return typeof value === 'boolean' ? String(value) : '';
}

/** Excel keeps a long number as `5.31234567890E11`. */
function digitsOf(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  if (!Number.isFinite(number) || Math.abs(number) > 1e21) return text;
  // Fifteen digits are what Excel holds; what follows is how it counts in twos.
  return Number.isInteger(number) ? BigInt(number).toString() : String(Number(number.toPrecision(15)));
}

function timeOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().split('T');
  const clock = time.slice(0, 8);
  return clock === '00:00:00' ? day : `${day} ${clock}`;
}
