import type { RawReply } from '../../../electron/billers/biller.ts';
import { isRupiah, rupiah } from '../../../shared/money.ts';
import type { Confirmation, PaymentOutcome } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { err, ok } from '../../../shared/result.ts';
import type { IakReaders } from './iak-replies.ts';
import { readJson } from './read-json.ts';
import { readXml } from './read-xml.ts';
import { charactersOf } from './said.ts';
import type { TeleanjarReaders } from './teleanjar-replies.ts';
import type { Written } from './written.ts';

/**
 * Plain readers that are sound but for the faults asked for, each a mistake that real clients make. An oracle that
 * lets one of them pass would let it pass in ours.
 */

export const teleanjarMistakes = [
  'believes any total',
  'believes totals that do not add up',
  'counts no bills',
  'ignores the number',
  'ignores what only another product has',
  'takes swt:0000 in any letters',
  'ignores rc',
  'takes the last of two names',
  'takes any token',
  'rejects by any code',
  'rejects by another’s rows',
  'rejects by the words of any refusal',
  'rejects though rc says success',
  'reads any HTTP status',
  'reads what was cut off',
  'checks a status without a reference',
  'rejects by a status check',
  'finds any number',
  'finds any sum',
  'finds any respid',
] as const;

export const iakMistakes = [
  'believes any price',
  'believes parts that do not add up',
  'ignores the rows’ totals',
  'rounds to whole rupiah',
  'ignores hp',
  'ignores code',
  'ignores tr_id',
  'ignores ref_id',
  'takes 0 for 00',
  'takes the last of two names',
  'ignores a status in a payment',
  'rejects by any code',
  'rejects for another',
  'reads any HTTP status',
  'reads what was cut off',
  'believes a status of any code',
  'rejects by a status of any code',
  'rejects by a status without our reference',
  'rejects by an echo',
  'was not received by any code',
  'finds any number',
  'finds any sum',
] as const;

export type TeleanjarMistake = (typeof teleanjarMistakes)[number];
export type IakMistake = (typeof iakMistakes)[number];

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The plain value; a name twice, and a mended text, spoil the whole. */
function plain(value: Written, lists: ReadonlySet<string>): unknown {
  switch (value.is) {
    case 'text':
      if (value.mended === true) throw new Spoilt();
      return value.text;
    case 'number':
      return Number(value.digits);
    case 'word':
      return { true: true, false: false, null: null }[value.word];
    case 'list':
      return value.items.map((item) => plain(item, lists));
    case 'fields': {
      const names = value.fields.map(([name]) => name);
      if (new Set(names).size < names.filter((name) => !lists.has(name)).length) throw new Spoilt();
      const grouped = new Set(
        names.filter((name, index) => lists.has(name) && names.indexOf(name) !== index),
      );
      return Object.fromEntries(
        value.fields.map(([name, each]) => [
          name,
          grouped.has(name)
            ? value.fields.filter(([other]) => other === name).map(([, of]) => plain(of, lists))
            : plain(each, lists),
        ]),
      );
    }
  }
}

/** Elements that may stand more than once. */
const listsOfXml: ReadonlySet<string> = new Set(['detail']);
const none: ReadonlySet<string> = new Set();

class Spoilt extends Error {}

function read(reply: RawReply, takesLast: boolean): Row | undefined {
  const characters = charactersOf(reply)?.trimStart() ?? '';
  try {
    const isXml = characters.startsWith('<');
    if (!isXml) JSON.parse(characters);
    if (takesLast && !isXml) return asRow(JSON.parse(characters));
    const written = isXml ? readXml(characters) : readJson(characters);
    return written === undefined ? undefined : asRow(plain(written, isXml ? listsOfXml : none));
  } catch (error) {
    if (error instanceof Spoilt || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const asRow = (value: unknown): Row | undefined => (isRow(value) ? value : undefined);

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
const nobody = '?';
const nameOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : Number.isSafeInteger(value) ? String(value) : nobody;
const amountOf = (value: unknown): number =>
  typeof value === 'string' && !/^\d+(?:\.0+)?$/.test(value)
    ? Number.NaN
    : isRupiah(Number(value)) &&
        !isRow(value) &&
        typeof value !== 'boolean' &&
        !Array.isArray(value) &&
        isThere(value)
      ? Number(value)
      : Number.NaN;

const unknown: PaymentOutcome = { kind: 'unknown', reason: 'unreadable-reply' };
const confirmation = (bills: number): Confirmation => ({
  reference: '',
  transactionTime: '',
  receiptText: '',
  bills,
  details: [],
  billDetails: [],
  remarks: [],
});
const ascending = (amounts: readonly number[]): string =>
  amounts
    .toSorted((one, other) => one - other)
    .map(String)
    .join();
const sumOf = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);

export function wrongTeleanjar(mistake?: TeleanjarMistake): TeleanjarReaders {
  const is = (each: TeleanjarMistake): boolean => each === mistake;

  function open(reply: RawReply): { readonly top: Row; readonly rows: readonly Row[] } | undefined {
    if (reply.status !== 200 && !is('reads any HTTP status')) return undefined;
    if (!reply.complete && !is('reads what was cut off')) return undefined;
    const top = read(reply, is('takes the last of two names'));
    const respdata = top?.['respdata'] ?? [];
    if (top === undefined || !Array.isArray(respdata) || !respdata.every(isRow)) return undefined;
    return { top, rows: respdata };
  }

  const rcOf = (top: Row): 'none' | 'success' | 'other' => {
    const rc = top['rc'];
    if (!isThere(rc) || nameOf(rc) === '') return 'none';
    return ['0', '00', '0000', 'SWT:0000'].includes(nameOf(rc)) ? 'success' : 'other';
  };
  const isSuccess = ({ response, ...top }: Row): boolean => {
    const isCode = is('takes swt:0000 in any letters')
      ? String(response).toUpperCase() === 'SWT:0000'
      : response === 'SWT:0000';
    return isCode && (is('ignores rc') || rcOf(top) !== 'other');
  };

  function isOfQuote(quote: Quote, row: Row): boolean {
    const { product, customer } = quote;
    const detail = (label: string) => customer.details.find((each) => each.label === label)?.value;
    const numbers: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
      'pln-postpaid': { idpel: customer.identity },
      'pln-nontaglis': { nomor_registrasi: customer.identity, idpel: detail('idpel') },
      'telkom-pstn': { nopel: customer.identity, idpel: customer.identity },
      'pln-prepaid': { idpel: detail('idpel'), nometer: detail('meter-number') },
    };
    const own = numbers[product] ?? {};
    const foreign = ['nomor_registrasi', 'nopel', 'token'].filter(
      (name) => !Object.hasOwn(own, name) && !(name === 'token' && product === 'pln-prepaid'),
    );
    if (!is('ignores what only another product has') && foreign.some((name) => isThere(row[name])))
      return false;
    return Object.entries(own).every(([name, number]) => !isThere(row[name]) || nameOf(row[name]) === number);
  }
  const isNamed = ({ product }: Quote, row: Row): boolean =>
    (
      ({
        'pln-postpaid': ['idpel'],
        'pln-nontaglis': ['nomor_registrasi'],
        'telkom-pstn': ['nopel'],
      })[product as string] ?? ['idpel', 'nometer']
    ).some((name) => isThere(row[name]) && nameOf(row[name]) !== '');

  function paidBy(quote: Quote, rows: readonly Row[]): Confirmation | undefined {
    const isOurs = rows.every((row) => isOfQuote(quote, row) && isNamed(quote, row));
    if (!isOurs && !is('ignores the number')) return undefined;
    if (quote.product === 'pln-prepaid') {
      const [row, ...more] = rows;
      const token = String(row?.['token']).replaceAll(/[\s-]/g, '');
      if (more.length > 0 || typeof row?.['token'] !== 'string') return undefined;
      if (!/^\d{20}$/.test(token) && !is('takes any token')) return undefined;
      return { ...confirmation(1), token };
    }
    const totals = rows.map((row) => amountOf(row['total']));
    const addUp = rows.every(
      (row, index) => amountOf(row['tagihan']) + amountOf(row['admin']) === totals[index],
    );
    if (!addUp && !is('believes totals that do not add up') && !is('believes any total')) return undefined;
    const quoted = quote.bills.map(({ total }) => total);
    if (is('counts no bills')) return sumOf(totals) === quote.total ? confirmation(rows.length) : undefined;
    if (rows.length !== quoted.length) return undefined;
    if (ascending(totals) !== ascending(quoted) && !is('believes any total')) return undefined;
    return confirmation(rows.length);
  }

  function payment(quote: Quote, reply: RawReply, finals: readonly string[]): PaymentOutcome {
    const opened = open(reply);
    if (opened === undefined) return unknown;
    const { top, rows } = opened;
    if (isSuccess(top)) {
      const paid = paidBy(quote, rows);
      return paid === undefined ? unknown : { kind: 'paid', confirmation: paid };
    }
    const { response } = top;
    if (typeof response !== 'string' || response.toUpperCase().includes('SWT:0000')) return unknown;
    const code = /^SWT:(\d{4})$/.exec(response)?.[1];
    const words = response
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/^KILLME:\s*/, '');
    const isListed =
      code === undefined
        ? finals.includes(words) || is('rejects by the words of any refusal')
        : finals.includes(code) || is('rejects by any code');
    const hasToken = rows.some(({ token }) => /^\d{20}$/.test(String(token).replaceAll(/[\s-]/g, '')));
    if (!isListed || hasToken) return unknown;
    if (rcOf(top) === 'success' && !is('rejects though rc says success')) return unknown;
    if (!rows.every((row) => isOfQuote(quote, row)) && !is('rejects by another’s rows')) return unknown;
    return { kind: 'rejected', code: code ?? '', text: '' };
  }

  return {
    payment,
    status(quote, reply) {
      const opened = open(reply);
      if (opened === undefined) return { kind: 'open' };
      if (!isSuccess(opened.top)) {
        return is('rejects by a status check')
          ? { kind: 'rejected', code: '0014', text: '' }
          : { kind: 'open' };
      }
      const certified = opened.rows.every(
        (row) =>
          nameOf(row['billreff']) !== '' && isThere(row['billreff']) && isThere(row['waktu_transaksi']),
      );
      const certifies = certified && opened.rows.every((row) => nameOf(row['waktu_transaksi']) !== '');
      const paid =
        certifies || is('checks a status without a reference') ? paidBy(quote, opened.rows) : undefined;
      return paid === undefined ? { kind: 'open' } : { kind: 'paid', confirmation: paid };
    },
    inquiry(product, asked, reply) {
      const opened = open(reply);
      const problem = err({ code: 'unreadable-reply' } as const);
      if (opened === undefined || product === 'pln-prepaid' || !isSuccess(opened.top)) return problem;
      const { top, rows } = opened;
      const inquiryId = nameOf(top['respid']);
      if (!is('finds any respid') && (inquiryId === nobody || !/^[^|\s]+$/.test(inquiryId))) return problem;
      const names = { 'pln-postpaid': ['idpel'], 'pln-nontaglis': ['nomor_registrasi'] }[product as string];
      const keys = names ?? ['idpel', 'nopel'];
      const isAsked = rows.every((row) => {
        const numbers = keys.map((key) => row[key]).filter((value) => isThere(value) && nameOf(value) !== '');
        return numbers.length > 0 && numbers.every((number) => nameOf(number) === asked);
      });
      if (rows.length === 0 || (!isAsked && !is('finds any number'))) return problem;
      const bills = rows.map((row) => {
        const [amount, adminFee, total] = ['tagihan', 'admin', 'total'].map((name) => amountOf(row[name]));
        return { amount: amount ?? 0, adminFee: adminFee ?? 0, total: total ?? 0 };
      });
      const isSound = bills.every(({ amount, adminFee, total }) => amount + adminFee === total);
      const sums = bills.map(({ amount, adminFee, total }) =>
        is('finds any sum') ? { amount: 1, adminFee: 0, total: 1 } : { amount, adminFee, total },
      );
      if (!isSound && !is('finds any sum')) return problem;
      return ok({
        kind: 'bills',
        customer: { identity: asked, name: '', details: [] },
        bills: sums.map(({ amount, adminFee, total }) => ({
          amount: rupiah(amount),
          adminFee: rupiah(adminFee),
          total: rupiah(total),
        })),
        inquiryId,
        exchange: { request: 'POST any', reply },
      });
    },
  };
}

const finalCodes = '03 04 06 08 11 13 14 15 16 17 20 100 101 102 106 107 108 109 118'.split(' ');
const failedCodes =
  '07 08 09 10 13 14 15 16 17 20 30 31 32 33 35 36 37 38 41 91 92 93 94 103 105 106 109 110'.split(' ');

export function wrongIak(mistake?: IakMistake): IakReaders {
  const is = (each: IakMistake): boolean => each === mistake;

  function open(reply: RawReply, statuses: readonly number[]): Row | undefined {
    if (!statuses.includes(reply.status) && !is('reads any HTTP status')) return undefined;
    if (!reply.complete && !is('reads what was cut off')) return undefined;
    const top = read(reply, is('takes the last of two names'));
    if (top === undefined || !isRow(top['data'])) return top;
    const { data, ...beside } = top;
    // A name in both places spoils the whole.
    return Object.keys(beside).some((name) => Object.hasOwn(data, name)) ? undefined : { ...beside, ...data };
  }

  const codeOf = (top: Row): string => {
    const codes = ['response_code', 'rc']
      .map((name) => top[name])
      .filter(isThere)
      .map(nameOf);
    const [code = ''] = codes;
    if (is('takes 0 for 00') && codes.length > 0 && Number(code) === 0) return '00';
    return codes.every((each) => each === code) ? code : '';
  };

  const ignored: Readonly<Record<string, IakMistake>> = {
    hp: 'ignores hp',
    code: 'ignores code',
    tr_id: 'ignores tr_id',
    ref_id: 'ignores ref_id',
  };
  function isOfQuote(quote: Quote, top: Row): boolean {
    const { customer, service, inquiryId, ourReference } = quote;
    const names = { hp: customer.identity, code: service.code, tr_id: inquiryId, ref_id: ourReference };
    return Object.entries(names).every(([name, value]) => {
      const mistaken = ignored[name];
      return (mistaken !== undefined && is(mistaken)) || !isThere(top[name]) || nameOf(top[name]) === value;
    });
  }
  const carries = (top: Row, name: string): boolean => isThere(top[name]) && nameOf(top[name]) !== '';

  function totalsOf({ desc }: Row): readonly number[] {
    const held = isRow(desc) ? ['tagihan', 'bill'].map((name) => desc[name]).find(isRow) : undefined;
    const detail = held?.['detail'] ?? [];
    const rows = Array.isArray(detail) ? detail : [detail];
    return rows
      .filter(isRow)
      .map(({ total }) => (typeof total === 'string' ? total.trim() : total))
      .filter(isThere)
      .map(amountOf);
  }

  const exact = (value: unknown): number =>
    is('rounds to whole rupiah') && Number(value) > 0 ? Math.round(Number(value)) : amountOf(value);

  function paidBy(quote: Quote, top: Row, needed: readonly string[]): Confirmation | undefined {
    if (!isOfQuote(quote, top) || !needed.every((name) => carries(top, name))) return undefined;
    const price = exact(top['price']);
    if (price !== quote.total && !is('believes any price')) return undefined;
    const parts = ['nominal', 'admin']
      .map((name) => top[name])
      .filter(isThere)
      .map(exact);
    const addUp =
      parts.every((part) => !Number.isNaN(part)) && (parts.length < 2 || sumOf(parts) === quote.total);
    if (!addUp && !is('believes parts that do not add up') && !is('believes any price')) return undefined;
    const totals = totalsOf(top);
    const quoted = quote.bills.map(({ total }) => total);
    const isSame =
      totals.length === 0 ||
      (sumOf(totals) === quote.total &&
        (totals.length === 1 || quoted.length === 1 || ascending(totals) === ascending(quoted)));
    return isSame || is('ignores the rows’ totals') ? confirmation(quote.bills.length) : undefined;
  }

  return {
    payment(quote, reply) {
      const top = open(reply, [200, 400]);
      const code = top === undefined ? '' : codeOf(top);
      if (top === undefined || code === '') return unknown;
      const hasStatus = isThere(top['status']) && nameOf(top['status']) !== '';
      const status = hasStatus ? nameOf(top['status']) : '1';
      if (code === '00') {
        if (status !== '1' && !is('ignores a status in a payment')) return unknown;
        if (reply.status !== 200 && !is('reads any HTTP status')) return unknown;
        if (!carries(top, 'tr_id') && !carries(top, 'ref_id')) return unknown;
        const paid = paidBy(quote, top, ['hp']);
        return paid === undefined ? unknown : { kind: 'paid', confirmation: paid };
      }
      if (!finalCodes.includes(code) && !is('rejects by any code')) return unknown;
      if (hasStatus && !is('ignores a status in a payment') && status !== '2') return unknown;
      if (!isOfQuote(quote, top) && !is('rejects for another')) return unknown;
      return { kind: 'rejected', code, text: '' };
    },
    status(quote, reply) {
      const top = open(reply, [200]);
      if (top === undefined || !isThere(top['status'])) return { kind: 'open' };
      const code = codeOf(top);
      const status = nameOf(top['status']);
      if (status === '1' && (code === '00' || is('believes a status of any code'))) {
        const paid = paidBy(quote, top, ['hp', 'code', 'ref_id']);
        return paid === undefined ? { kind: 'open' } : { kind: 'paid', confirmation: paid };
      }
      const isPrice = !isThere(top['price']) || amountOf(top['price']) === quote.total;
      const isOurs = isOfQuote(quote, top) && isPrice;
      const { ref_id: _, ...rest } = top;
      const hasReference = carries(top, 'ref_id');
      if (status === '2' && (failedCodes.includes(code) || is('rejects by a status of any code'))) {
        const isKnown = carries(top, 'tr_id') || carries(top, 'hp') || is('rejects by an echo');
        const isNamed =
          (isOurs && hasReference) ||
          (is('rejects by a status without our reference') && isOfQuote(quote, rest) && isPrice);
        return isKnown && isNamed ? { kind: 'rejected', code, text: '' } : { kind: 'open' };
      }
      if (status === '0' && (code === '42' || is('was not received by any code'))) {
        return isOurs && hasReference ? { kind: 'not-received', code } : { kind: 'open' };
      }
      return { kind: 'open' };
    },
    inquiry(quote, reply) {
      const top = open(reply, [200]);
      const problem = err({ code: 'unreadable-reply' } as const);
      if (top === undefined || codeOf(top) !== '00') return problem;
      const isAsked =
        nameOf(top['hp']) === quote.customerNumber &&
        nameOf(top['code']) === quote.service.code &&
        nameOf(top['ref_id']) === quote.ourReference;
      if (!isAsked && !is('finds any number')) return problem;
      const inquiryId = nameOf(top['tr_id']);
      const [amount = 0, adminFee = 0, total = 0] = ['nominal', 'admin', 'price'].map((name) =>
        amountOf(top[name]),
      );
      const totals = totalsOf(top);
      const isSound = amount + adminFee === total && (totals.length === 0 || sumOf(totals) === total);
      if (!/^\d+$/.test(inquiryId) || (!isSound && !is('finds any sum'))) return problem;
      const whole = is('finds any sum') ? { amount: 1, adminFee: 0, total: 1 } : { amount, adminFee, total };
      return ok({
        kind: 'bills',
        customer: { identity: quote.customerNumber, name: '', details: [] },
        bills: [
          {
            amount: rupiah(whole.amount),
            adminFee: rupiah(whole.adminFee),
            total: rupiah(whole.total),
          },
        ],
        inquiryId,
      });
    },
  };
}
