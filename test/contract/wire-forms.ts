import { formatDateTime } from '../../shared/time.ts';
import type { ScriptedRequest } from '../servers/scripted-server.ts';
import { noonClock } from './house.ts';

/**
 * The three forms in which a biller answers here, each with the answer a good biller gives to each call about the
 * same bill: PLN, one month, Rp 300.000 and Rp 2.500 for the bank.
 */

const amounts = { amount: 300_000, admin: 2500, total: 302_500 } as const;

export type FormId = 'teleanjar' | 'iak-json' | 'iak-xml';
export type FormCall = 'inquiry' | 'payment' | 'status' | 'price-list';

/** The customer an answer is about, and what names the inquiry and the payment. */
export interface Sale {
  readonly number: string;
  /** Never the same twice, so that no id or reference is. */
  readonly serial: number;
  /** Ours, which IAK gives back. */
  readonly refId: string;
}

/** What an answer says, by what it means; each form has its own field for it. */
export type Meaning =
  | 'code'
  | 'inquiry'
  | 'our-reference'
  | 'customer'
  | 'product'
  | 'name'
  | 'amount'
  | 'admin'
  | 'total'
  | 'row-total'
  | 'time'
  | 'reference'
  | 'deposit'
  | 'period'
  | 'details'
  | 'receipt'
  | 'status'
  | 'message';

export type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

export interface WireForm {
  readonly id: FormId;
  readonly name: string;
  readonly biller: 'teleanjar' | 'iak';
  readonly options: Readonly<Record<string, string>>;
  readonly calls: readonly FormCall[];
  readonly syntax: 'json' | 'xml';
  readonly contentType: string;
  readonly success: string;
  baseUrl(origin: string): string;
  /** What the request of an inquiry says that its answer must say too. */
  refIdOf(request: ScriptedRequest): string;
  fields(call: FormCall, sale: Sale): Fields;
  /** Where a meaning stands; `undefined` where the form has no field for it. */
  path(meaning: Meaning): Path | undefined;
  write(fields: Fields): string;
}

const digits = (sale: Sale, length: number): string => String(sale.serial).padStart(length, '0');
const now = (): string => formatDateTime(noonClock.now(), 'WIB');

const teleanjarRow = ({ number }: Sale): Fields => ({
  idpel: number,
  nama: 'BUDI SANTOSO',
  blth: 'MEI18',
  tarif: 'R1',
  daya: '1300VA',
  tagihan: amounts.amount,
  admin: amounts.admin,
  total: amounts.total,
});

const teleanjarPayment = (sale: Sale): Fields => ({
  response: 'SWT:0000',
  respid: `5b0e5b34${digits(sale, 8)}`,
  respdata: [
    {
      ...teleanjarRow(sale),
      stan_awal: '00012480',
      stan_akhir: '00012688',
      billreff: `E29AF7F5547E4C68B92890${digits(sale, 10)}`,
      waktu_transaksi: now(),
    },
  ],
  info_struk: `\u001b@STRUK PEMBAYARAN|IDPEL : ${sale.number}|TOTAL BAYAR: 302,500|CA/tester/20180530150508|02a7b94ec3eeddc6aae5b1cb641cb5ff|`,
  saldo: 900_954_209,
});

const teleanjarFields: Readonly<Record<Exclude<FormCall, 'price-list'>, (sale: Sale) => Fields>> = {
  inquiry: (sale) => ({
    response: 'SWT:0000',
    respid: `D8BA9284D292D7D4D277A7${digits(sale, 10)}`,
    respdata: [teleanjarRow(sale)],
    info: `INFORMASI TAGIHAN LISTRIK||IDPEL : ${sale.number}|`,
    saldo: 901_256_709,
  }),
  payment: teleanjarPayment,
  status: (sale) => ({ ...teleanjarPayment(sale), trxid: `T${digits(sale, 10)}` }),
};

const row = (field: string): Path => ['respdata', 0, field];

const teleanjarPaths: ReadonlyMap<Meaning, Path> = new Map<Meaning, Path>([
  ['code', ['response']],
  ['inquiry', ['respid']],
  ['details', ['respdata']],
  ['receipt', ['info_struk']],
  ['deposit', ['saldo']],
  ['customer', row('idpel')],
  ['name', row('nama')],
  ['period', row('blth')],
  ['amount', row('tagihan')],
  ['admin', row('admin')],
  ['total', row('total')],
  ['time', row('waktu_transaksi')],
  ['reference', row('billreff')],
]);

const teleanjar: WireForm = {
  id: 'teleanjar',
  name: 'Teleanjar',
  biller: 'teleanjar',
  options: { separator: 'pipe', statusCall: 'on' },
  calls: ['inquiry', 'payment', 'status'],
  syntax: 'json',
  contentType: 'application/json',
  success: 'SWT:0000',
  baseUrl: (origin) => `${origin}/tele-api-v2/h2h/trx`,
  refIdOf: () => '',
  fields: (call, sale) => (call === 'price-list' ? {} : teleanjarFields[call](sale)),
  path: (meaning) => teleanjarPaths.get(meaning),
  write: (fields) => JSON.stringify(fields),
};

const iakInquiry = (sale: Sale): Fields => ({
  tr_id: 9_000_000 + sale.serial,
  code: 'PLNPOSTPAID',
  hp: sale.number,
  tr_name: 'BUDI SANTOSO',
  period: '201805',
  nominal: amounts.amount,
  admin: amounts.admin,
  response_code: '00',
  message: 'INQUIRY SUCCESS',
  price: amounts.total,
  selling_price: 301_900,
  ref_id: sale.refId,
  desc: {
    tarif: 'R1',
    daya: 1300,
    lembar_tagihan: '1',
    tagihan: {
      detail: [
        {
          periode: '201805',
          nilai_tagihan: String(amounts.amount),
          admin: String(amounts.admin),
          denda: '0',
          total: amounts.total,
        },
      ],
    },
  },
});

const iakPayment = (sale: Sale): Fields => ({
  ...iakInquiry(sale),
  datetime: now().replaceAll(/\D/g, ''),
  message: 'PAYMENT SUCCESS',
  balance: 997_161_249,
  noref: `16${digits(sale, 10)}`,
});

const iakFields: Readonly<Record<FormCall, (sale: Sale) => Fields>> = {
  inquiry: iakInquiry,
  payment: iakPayment,
  status: (sale) => ({ ...iakPayment(sale), status: 1 }),
  'price-list': () => ({
    pasca: [
      {
        code: 'PLNPOSTPAID',
        name: 'PLN Postpaid',
        status: 1,
        fee: 2500,
        komisi: 600,
        type: 'pln',
        category: 'postpaid',
      },
      {
        code: 'PDAMKOTA.SURABAYA',
        name: 'PDAM Kota Surabaya',
        status: 4,
        fee: 2000,
        komisi: 700,
        type: 'pdam',
        category: 'postpaid',
        province: 'JAWA TIMUR',
      },
    ],
  }),
};

const iakPaths: ReadonlyMap<Meaning, Path> = new Map<Meaning, Path>([
  ['code', ['response_code']],
  ['inquiry', ['tr_id']],
  ['our-reference', ['ref_id']],
  ['customer', ['hp']],
  ['product', ['code']],
  ['name', ['tr_name']],
  ['period', ['period']],
  ['amount', ['nominal']],
  ['admin', ['admin']],
  ['total', ['price']],
  ['row-total', ['desc', 'tagihan', 'detail', 0, 'total']],
  ['time', ['datetime']],
  ['reference', ['noref']],
  ['deposit', ['balance']],
  ['details', ['desc']],
  ['status', ['status']],
  ['message', ['message']],
]);

const iakForm = {
  biller: 'iak',
  calls: ['inquiry', 'payment', 'status', 'price-list'],
  success: '00',
  baseUrl: (origin: string) => origin,
  refIdOf: ({ body }: ScriptedRequest) => /ref_id(?:":"|>)(\w+)/.exec(body)?.[1] ?? '',
  fields: (call: FormCall, sale: Sale) => iakFields[call](sale),
  path: (meaning: Meaning) => iakPaths.get(meaning),
} as const;

const iakJson: WireForm = {
  ...iakForm,
  id: 'iak-json',
  name: 'IAK in JSON',
  options: { format: 'json' },
  syntax: 'json',
  contentType: 'application/json',
  write: (fields) => JSON.stringify({ data: fields, meta: [] }),
};

const iakXml: WireForm = {
  ...iakForm,
  id: 'iak-xml',
  name: 'IAK in XML',
  options: { format: 'xml' },
  syntax: 'xml',
  contentType: 'application/xml',
  // The price list alone has a `<data>` within.
  write: (fields) => `<?xml version="1.0"?>\n${element('mp', 'pasca' in fields ? { data: fields } : fields)}`,
};

export const wireForms: readonly WireForm[] = [teleanjar, iakJson, iakXml];

/** A value as elements: a list is its name again and again. */
function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => element(name, each)).join('');
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([key, each]) => element(key, each))
          .join('')
      : escapeXml(String(value));
  return `<${name}>${inner}</${name}>`;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u001b', '');

/** Fields with `value` at `path`; `undefined` takes the field away. */
export function put(fields: unknown, path: Path, value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(fields)) {
    return fields.map((each: unknown, index) => (index === first ? put(each, rest, value) : each));
  }
  if (typeof fields !== 'object' || fields === null) throw new Error('there is no such place');
  const { [first]: old, ...others } = fields as Record<string | number, unknown>;
  const changed = put(old, rest, value);
  if (changed === undefined) return others;
  // In its old place, since the order of fields is not what is changed.
  return Object.fromEntries(
    first in fields
      ? Object.entries(fields).map(([key, each]) => [key, key === first ? changed : each])
      : [...Object.entries(fields), [first, changed]],
  );
}
