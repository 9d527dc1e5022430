import { isBusinessDay, type BusinessDay } from '../business-day.ts';
import type { Rupiah } from '../money.ts';
import { isRupiah } from '../money.ts';
import type { TableLine } from '../tables/table.ts';
import { z } from '../zod.ts';
import { foldedMark } from './folded.ts';

/** What a column of a biller's statement may be. */
export const statementFields = ['day', 'reference', 'number', 'amount', 'status', 'token'] as const;
export type StatementField = (typeof statementFields)[number];

/** Which column (from 0) is what; `null` where the statement has none. The amount must be there, and a number or a reference. */
export const columnMapSchema = z
  .strictObject({
    day: z.int().min(0).max(200).nullable(),
    reference: z.int().min(0).max(200).nullable(),
    number: z.int().min(0).max(200).nullable(),
    amount: z.int().min(0).max(200).nullable(),
    status: z.int().min(0).max(200).nullable(),
    token: z.int().min(0).max(200).nullable(),
  })
  .readonly();
export type ColumnMap = z.infer<typeof columnMapSchema>;

/** Whether anything can be compared by these columns. */
export const isEnough = ({ amount, number, reference }: ColumnMap): boolean =>
  amount !== null && (number !== null || reference !== null);

/** What the headers are called, most telling first; compared without blanks and signs. */
const names: Readonly<Record<StatementField, readonly string[]>> = {
  day: [
    'tanggaltransaksi',
    'tgltransaksi',
    'waktutransaksi',
    'tanggal',
    'tgl',
    'waktu',
    'transactiondate',
    'datetime',
    'date',
    'time',
    'jam',
  ],
  reference: [
    'noreferensi',
    'nomorreferensi',
    'noref',
    'nomorref',
    'referensi',
    'reference',
    'refno',
    'vsiref',
    'billreff',
    'billref',
    'reff',
    'ref',
    'trxid',
    'idtransaksi',
    'notransaksi',
  ],
  number: [
    'idpelanggan',
    'idpel',
    'nopelanggan',
    'nomorpelanggan',
    'customerid',
    'customerno',
    'customernumber',
    'nometer',
    'nomor',
    'tujuan',
    'nohp',
    'msisdn',
    'number',
  ],
  amount: [
    'nominal',
    'totalbayar',
    'jumlahbayar',
    'total',
    'jumlah',
    'harga',
    'amount',
    'price',
    'debet',
    'debit',
    'tagihan',
  ],
  status: ['statustransaksi', 'status', 'keterangan', 'state', 'result'],
  token: ['token', 'notoken', 'serialnumber', 'sn', 'stroom'],
};

/** Which columns the headers name: each column is one thing, and the best name of each field wins. */
export function recognisedColumns(header: readonly string[]): ColumnMap {
  const taken = new Set<number>();
  const called = header.map(foldedMark);
  const find = (field: StatementField): number | null => {
    const free = (at: number): boolean => at >= 0 && !taken.has(at);
    for (const isLike of [
      (cell: string, name: string): boolean => cell === name,
      (cell: string, name: string): boolean => name.length > 3 && cell.startsWith(name),
    ])
      for (const name of names[field]) {
        const at = called.findIndex((cell, place) => free(place) && isLike(cell, name));
        if (!free(at)) continue;
        taken.add(at);
        return at;
      }
    return null;
  };
  // What is named most clearly first: a "ref" is no number, a token no reference.
  const [reference, token, number, status, day, amount] = [
    find('reference'),
    find('token'),
    find('number'),
    find('status'),
    find('day'),
    find('amount'),
  ];
  return { day, reference, number, amount, status, token };
}

/** The row that names the columns: the one among the first that most of them are recognised in; -1 for none. */
export function headerAt(rows: readonly TableLine[]): number {
  const known = rows
    .slice(0, 20)
    .map(({ cells }) => Object.values(recognisedColumns(cells)).filter((at) => at !== null).length);
  const most = Math.max(0, ...known);
  return most < 2 ? -1 : known.indexOf(most);
}

/** A line of a statement that says that something was sold. */
export interface StatementLine {
  /** In the file, from 1. */
  readonly line: number;
  readonly day: BusinessDay | null;
  /** Folded; empty where there is none. */
  readonly reference: string;
  readonly number: string;
  readonly token: string;
  /** What the biller took, whole rupiah. */
  readonly amount: Rupiah;
}

export const lineFaults = ['no-amount', 'bad-amount', 'bad-day', 'nothing-to-match'] as const;
/** A line that cannot be compared, and why. */
export interface FaultyLine {
  readonly line: number;
  readonly reason: (typeof lineFaults)[number];
  /** What stands there. */
  readonly text: string;
}

export interface Statement {
  readonly lines: readonly StatementLine[];
  readonly faulty: readonly FaultyLine[];
  /** How many lines say of themselves that nothing was sold. */
  readonly refused: number;
}

/** Reads the lines under the header. What says that it failed or was given back is not compared. */
export function readStatement(rows: readonly TableLine[], columns: ColumnMap): Statement {
  const lines: StatementLine[] = [];
  const faulty: FaultyLine[] = [];
  let refused = 0;
  for (const { line, cells } of rows) {
    const at = (field: StatementField): string => {
      const column = columns[field];
      return column === null ? '' : (cells[column] ?? '').trim();
    };
    const fault = (reason: FaultyLine['reason'], text: string): void =>
      void faulty.push({ line, reason, text: text.slice(0, 80) });
    if (isRefusal(at('status'))) {
      refused += 1;
      continue;
    }
    const [reference, number, token] = [
      foldedMark(at('reference')),
      foldedMark(at('number')),
      foldedMark(at('token')),
    ];
    // A line of sums, or of words, under the table.
    if (reference === '' && number === '' && token === '') {
      fault('nothing-to-match', cells.filter((cell) => cell !== '').join(' · '));
      continue;
    }
    const written = at('amount');
    const amount = amountOf(written);
    if (amount === undefined) {
      fault(written === '' ? 'no-amount' : 'bad-amount', written);
      continue;
    }
    const day = at('day');
    const read = day === '' ? null : dayOf(day);
    if (read === undefined) fault('bad-day', day);
    else lines.push({ line, day: read, reference, number, token, amount });
  }
  return { lines, faulty, refused };
}

const refusals = /gagal|batal|refund|tolak|fail|reject|cancel|revers|dikembalikan|error|expired/i;
const isRefusal = (status: string): boolean => refusals.test(status);

/** Whole rupiah as Indonesians, English and spreadsheets write it, below zero where a statement writes what it takes so. */
export function amountOf(written: string): Rupiah | undefined {
  const bare = written
    .replace(/^\((.*)\)$/, '$1')
    .replaceAll(/rp\.?|idr|\s|^[-+]|[-+]$/gi, '')
    .replace(/^[-+]/, '');
  const [, whole] =
    /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,0{1,2}|\.0{1,2}|,)?$/.exec(bare) ??
    /^(\d{1,3}(?:,\d{3})+)(?:\.0{1,2})?$/.exec(bare) ??
    [];
  if (whole === undefined) return undefined;
  const amount = Number(whole.replaceAll(/[.,]/g, ''));
  return isRupiah(amount) && amount < 1e12 ? amount : undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'] as const;
const english: Readonly<Record<string, number>> = { may: 5, aug: 8, oct: 10, dec: 12, ags: 8, nop: 11 };

/** `2026-11-02`, `02/11/2026`, `2-11-26`, `20261102`, `2 Nov 2026`, each with a time or without; the day comes before the month. */
export function dayOf(written: string): BusinessDay | undefined {
  const text = written.trim();
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(text);
  if (iso !== null) return dayFrom(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)/.exec(text);
  if (local !== null) return dayFrom(local[3], local[2], local[1]);
  const named = /^(\d{1,2})[-/. ]([a-z]{3})[a-z]*[-/. ](\d{4}|\d{2})(?!\d)/i.exec(text);
  if (named === null) return undefined;
  const month = (named[2] ?? '').toLowerCase();
  const at = months.findIndex((each) => each === month) + 1 || english[month];
  return at === undefined ? undefined : dayFrom(named[3], String(at), named[1]);
}

function dayFrom(year = '', month = '', day = ''): BusinessDay | undefined {
  const found = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isBusinessDay(found) ? found : undefined;
}
