import type { Service } from '../biller-profile.ts';
import type { Catalogue } from '../contract/catalogue.ts';
import type { BadRow, BadRowCode, Lot } from '../contract/lots.ts';
import { messagesFor } from '../i18n/messages.ts';
import { parseTypedRupiah } from '../money.ts';
import { extraKeys, extrasSchema, type Extras } from '../payment/quote.ts';
import {
  checkNumber,
  isSoldInDenominations,
  productIds,
  type NumberRule,
  type ProductId,
} from '../products.ts';
import { err, ok, type Result } from '../result.ts';
import { languages, type Language } from '../settings.ts';
import { memberSchema, mostInGroup, type Group, type Member } from './group.ts';

/** A row of a table as it was read: its line in the file, from 1, and its cells as text. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is sold here, and the forms of its numbers. */
export interface TableFacts {
  readonly catalogue: Catalogue;
  readonly rules: Readonly<Record<ProductId, NumberRule>>;
}

/** The columns of a group, each with the names it may be called by; the first is the one that is written, by language. */
const columns = {
  product: { id: ['produk', 'jenis', 'jenis produk', 'jenis layanan'], en: ['product'] },
  service: {
    id: ['layanan', 'perusahaan', 'kota', 'pdam', 'kode layanan'],
    en: ['service', 'company', 'city', 'service code'],
  },
  number: {
    id: ['nomor', 'no', 'nomor pelanggan', 'no pelanggan', 'id pelanggan', 'idpel', 'no rekening'],
    en: ['number', 'customer number', 'customer id', 'account number'],
  },
  denomination: { id: ['nominal', 'nominal token', 'token'], en: ['denomination'] },
  months: { id: ['bulan', 'jumlah bulan'], en: ['months'] },
  taxYear: { id: ['tahun', 'tahun pajak'], en: ['tax year', 'year'] },
  identityNumber: { id: ['nik', 'nomor identitas', 'no ktp'], en: ['identity number', 'id number'] },
  amount: { id: ['jumlah', 'jumlah bayar'], en: ['amount'] },
  note: { id: ['catatan', 'keterangan', 'nama', 'nama pelanggan'], en: ['note', 'name'] },
} as const satisfies Record<string, Readonly<Record<Language, readonly [string, ...string[]]>>>;
type Column = keyof typeof columns;
const columnNames = Object.keys(columns) as readonly Column[];

/** `No. Pelanggan ` and `no_pelanggan` are the same name. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const columnOf = (heading: string): Column | undefined =>
  columnNames.find((column) =>
    languages.some((language) => columns[column][language].some((name) => name === folded(heading))),
  );

type Places = ReadonlyMap<Column, number>;

/** How far down the names of the columns are looked for: above them there may be a title. */
const headingRows = 10;

export interface ReadGroup {
  readonly members: readonly Member[];
  /** At most 200 of them. */
  readonly bad: readonly BadRow[];
  readonly badRows: number;
}

/**
 * The members in a table. A row that is none is told with its line and the reason, and the others are taken.
 *
 * @param room how many more the group takes.
 */
export function readGroupTable(
  rows: readonly TableRow[],
  facts: TableFacts,
  room: number = mostInGroup,
): Result<ReadGroup, 'no-columns' | 'no-rows'> {
  const heading = rows.slice(0, headingRows).findIndex((row) => {
    const found = placesOf(row);
    return found.has('product') && found.has('number');
  });
  const headingRow = rows[heading];
  if (headingRow === undefined) return err('no-columns');
  const places = placesOf(headingRow);
  const filled = rows.slice(heading + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const members: Member[] = [];
  const bad: BadRow[] = [];
  for (const row of filled) {
    const read = readRow((column) => cellOf(row, places, column), facts);
    if (!read.ok) bad.push({ line: row.line, ...read.error });
    else if (members.length < room) members.push(read.value);
    else bad.push({ line: row.line, code: 'too-many', text: '' });
  }
  if (members.length === 0 && bad.length === 0) return err('no-rows');
  return ok({ members, bad: bad.slice(0, mostBadRows), badRows: bad.length });
}

const mostBadRows = 200;

function placesOf({ cells }: TableRow): Places {
  const places = new Map<Column, number>();
  for (const [index, cell] of cells.entries()) {
    const column = columnOf(cell);
    if (column !== undefined && !places.has(column)) places.set(column, index);
  }
  return places;
}

/** A cell's text. A table program writes `'` before what is no number to reckon with. */
function cellOf({ cells }: TableRow, places: Places, column: Column): string {
  const place = places.get(column);
  const text = (place === undefined ? '' : (cells[place] ?? '')).trim();
  return text.startsWith("'") ? text.slice(1).trim() : text;
}

type BadCell = Pick<BadRow, 'code' | 'text'>;

const refused = (code: BadRowCode, text: string): Result<never, BadCell> =>
  err({ code, text: text.slice(0, 60) });

function readRow(cell: (column: Column) => string, facts: TableFacts): Result<Member, BadCell> {
  const named = cell('product');
  if (named === '') return refused('no-product', '');
  const product = productOf(named);
  if (product === undefined) return refused('unknown-product', named);

  const service = serviceOf(product, cell('service'), facts.catalogue);
  if (!service.ok) return refused(service.error, cell('service') || named);

  const typed = cell('number');
  if (typed === '') return refused('no-number', '');
  const number = checkNumber(typed, facts.rules[product]);
  if (!number.ok) return refused('bad-number', typed);

  const extras = extrasOf(service.value, cell);
  if (!extras.ok) return extras;

  const amount = cell('denomination');
  const denomination = amount === '' ? undefined : typedAmount(amount);
  const isSoldSo = isSoldInDenominations(product);
  if (isSoldSo && (denomination === undefined || denomination === 0)) return refused('bad-amount', amount);

  const note = cell('note');
  if (note.length > 60) return refused('text-too-long', note);
  const [only, ...others] = facts.catalogue.find((entry) => entry.product === product)?.services ?? [];
  const isOnly = only !== undefined && others.length === 0;
  return ok(
    memberSchema.parse({
      product,
      service: isOnly ? null : service.value.code,
      number: number.value,
      extras: extras.value,
      denomination: isSoldSo ? denomination : null,
      note,
    }),
  );
}

/** `Rp 50.000`, `50.000`, `50000`, and `50000.00` as table programs write it. */
const typedAmount = (text: string) =>
  parseTypedRupiah(
    text
      .replace(/^rp\.?\s*/i, '')
      .replace(/,-?$/, '')
      .replace(/[.,]00$/, ''),
  );

function productOf(named: string): ProductId | undefined {
  const name = folded(named);
  const isNamed = (product: ProductId): boolean =>
    folded(product) === name ||
    languages.some((language) => {
      const words = messagesFor(language).products[product];
      return folded(words.name) === name || folded(words.short) === name;
    });
  return productIds.find(isNamed);
}

/** By its code or its name; a product of one service needs none named. */
function serviceOf(
  product: ProductId,
  named: string,
  catalogue: Catalogue,
): Result<Service, 'unknown-product' | 'unknown-service'> {
  const entry = catalogue.find((each) => each.product === product);
  if (entry === undefined) return err('unknown-product');
  const [only, ...others] = entry.services;
  if (named === '') return only !== undefined && others.length === 0 ? ok(only) : err('unknown-service');
  const name = folded(named);
  const found = entry.services.find(
    ({ code, name: called }) => code.toLowerCase() === named.toLowerCase() || folded(called) === name,
  );
  return found === undefined ? err('unknown-service') : ok(found);
}

/** What the service asks for besides the number, and no more. */
function extrasOf({ asks }: Service, cell: (column: Column) => string): Result<Extras, BadCell> {
  const keys = asks.map((field) => extraKeys[field]);
  const read = Object.fromEntries(
    keys.map((key) => {
      const text = cell(key);
      if (key === 'identityNumber') return [key, text];
      if (key === 'amount') return [key, typedAmount(text)];
      return [key, /^\d{1,4}$/.test(text) ? Number(text) : undefined];
    }),
  );
  const missing = keys.find((key) => read[key] === undefined || read[key] === '');
  if (missing !== undefined) return refused('bad-extras', cell(missing));
  const checked = extrasSchema.safeParse(read);
  return checked.success ? ok(checked.data) : refused('bad-extras', keys.map((key) => cell(key)).join(' '));
}

/** A group as a table that `readGroupTable` takes back, in the words of a language. */
export function groupTable(
  { members }: Pick<Group, 'members'>,
  catalogue: Catalogue,
  language: Language,
): readonly (readonly string[])[] {
  const { products } = messagesFor(language);
  const named = (column: Column): string => columns[column][language][0];
  return [
    columnNames.map(named),
    ...members.map(({ product, service, number, extras, denomination, note }) => {
      const { months, taxYear, identityNumber, amount } = extras;
      return [
        products[product].name,
        serviceName(catalogue, product, service),
        number,
        textOf(denomination),
        textOf(months),
        textOf(taxYear),
        identityNumber ?? '',
        textOf(amount),
        note,
      ];
    }),
  ];
}

const textOf = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** By its code: two companies may be called alike. */
const serviceName = (catalogue: Catalogue, product: ProductId, code: string | null): string =>
  code ?? catalogue.find((entry) => entry.product === product)?.services[0]?.code ?? '';

/** The lines of a lot and what became of them, in the words of a language. */
export function lotTable({ lines }: Pick<Lot, 'lines'>, language: Language): readonly (readonly string[])[] {
  const { products } = messagesFor(language);
  const words = lotWords[language];
  return [
    words.columns,
    ...lines.map((line) => [
      String(line.nth),
      line.group,
      line.collector,
      products[line.product].name,
      line.serviceName,
      line.number,
      line.name,
      line.note,
      textOf(line.due),
      words.states[line.state],
      line.problem?.billerText ?? line.problem?.code ?? '',
      line.reference,
      line.token,
    ]),
  ];
}

const lotWords = {
  id: {
    columns: [
      'No',
      'Grup',
      'Penagih',
      'Produk',
      'Layanan',
      'Nomor',
      'Nama',
      'Catatan',
      'Total',
      'Status',
      'Keterangan',
      'Referensi',
      'Token',
    ],
    states: {
      waiting: 'belum ditanyakan',
      asking: 'sedang ditanyakan',
      billed: 'belum dibayar',
      'no-bill': 'tidak ada tagihan',
      failed: 'gagal ditanyakan',
      sent: 'sedang diproses',
      paid: 'lunas',
      refused: 'ditolak',
      unknown: 'belum pasti',
      'not-sent': 'tidak terkirim',
    },
  },
  en: {
    columns: [
      'No',
      'Group',
      'Collector',
      'Product',
      'Service',
      'Number',
      'Name',
      'Note',
      'Total',
      'State',
      'Remark',
      'Reference',
      'Token',
    ],
    states: {
      waiting: 'not asked yet',
      asking: 'being asked',
      billed: 'not paid yet',
      'no-bill': 'no bill',
      failed: 'could not be asked',
      sent: 'under way',
      paid: 'paid',
      refused: 'refused',
      unknown: 'not certain',
      'not-sent': 'not sent',
    },
  },
} as const;
