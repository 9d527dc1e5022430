import type { InquiryProblem, Inquiry, RawReply, StatusReading } from '../../../electron/billers/biller.ts';
import type { Confirmation, PaymentOutcome } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import type { Result } from '../../../shared/result.ts';
import { readJson } from './read-json.ts';
import {
  all,
  amountIn,
  charactersOf,
  dense,
  isFields,
  nameIn,
  sameAmounts,
  shown,
  sum,
  told,
  type Fault,
  type Fields,
} from './said.ts';
import type { Written } from './written.ts';

/**
 * What the H2H document V1.4 lets an answer be taken for, read by a reader of the test's own. Each function says what
 * is wrong with an outcome, or `undefined`. "Unknown" and "open" are never wrong here: the samples' own tests see to it
 * that what is sound is believed.
 */

export function faultOfPayment(
  quote: Quote,
  reply: RawReply,
  outcome: PaymentOutcome,
  finals: readonly string[],
): Fault | undefined {
  switch (outcome.kind) {
    case 'paid':
      return faultOfPaid(quote, reply, outcome.confirmation);
    case 'rejected':
      return faultOfRejected(quote, reply, outcome, finals);
    case 'unknown':
      return undefined;
  }
}

/** `cek_status` names no payment: it can show that one was made, and nothing else. */
export function faultOfStatus(quote: Quote, reply: RawReply, reading: StatusReading): Fault | undefined {
  if (reading.kind === 'open') return undefined;
  if (reading.kind !== 'paid') return `cek_status cannot say "${reading.kind}"`;
  const fault = faultOfPaid(quote, reply, reading.confirmation);
  if (fault !== undefined) return fault;
  const certified = rowsOf(topOf(reply)).every((row) =>
    ['billreff', 'waktu_transaksi'].every((name) => told(row, name).length > 0),
  );
  return certified ? undefined : 'paid without a reference and a time';
}

export function faultOfInquiry(
  product: ProductId,
  asked: string,
  reply: RawReply,
  result: Result<Inquiry, InquiryProblem>,
): Fault | undefined {
  if (!result.ok) return undefined;
  const inquiry = result.value;
  const top = topOf(reply);
  if (top === undefined || !saysSuccess(top)) return 'found without SWT:0000';
  if (!told(top, 'respid').every((value) => nameIn(value) === inquiry.inquiryId)) return 'another respid';
  if (told(top, 'respid').length === 0 || /[|\s]/.test(inquiry.inquiryId)) return 'a respid that is none';
  const rows = rowsOf(top);
  if (rows.length === 0) return 'found without a row';
  const isAsked = rows.every((row) => inquiryNumbers(product, row).includes(asked));
  if (!isAsked) return 'found for another number';
  if (product !== 'pln-prepaid') {
    // Several fields may name a customer whom only one number stands for.
    const others = rows.flatMap((row) => inquiryNumbers(product, row)).filter((each) => each !== asked);
    if (others.length > 0) return 'found for two numbers';
  }
  const [row] = rows;
  if (inquiry.kind === 'denominations') {
    if (row === undefined || rows.length > 1) return 'an offer of several rows';
    const offered = told(row, 'available_token').flatMap((each) => (each.is === 'list' ? each.items : []));
    const amounts = new Set(offered.map(amountIn));
    if (!inquiry.denominations.every((each) => each > 0 && amounts.has(each))) return 'an amount not offered';
    if (!told(row, 'rp_admin').every((each) => amountIn(each) === inquiry.adminFee)) return 'another fee';
    const idpels = told(row, 'idpel').map(nameIn);
    return inquiry.customer.identity === (idpels[0] ?? asked) ? undefined : 'another identity';
  }
  if (inquiry.customer.identity !== asked) return 'another identity';
  if (inquiry.bills.length !== rows.length) return 'another number of bills';
  const differs = inquiry.bills.some((bill, index) => {
    const of = rows[index];
    return (
      of === undefined ||
      bill.amount + bill.adminFee !== bill.total ||
      !saysAmount(of, 'tagihan', bill.amount) ||
      !saysAmount(of, 'admin', bill.adminFee) ||
      !saysAmount(of, 'total', bill.total)
    );
  });
  return differs ? 'another sum' : undefined;
}

/** The numbers by which an inquiry's row names its customer: nothing of Telkom's payments, which say `nopel`. */
const inquiryNumbers = (product: ProductId, row: Fields): readonly (string | undefined)[] =>
  ({
    'pln-postpaid': ['idpel'],
    'pln-prepaid': ['idpel', 'nometer'],
    'pln-nontaglis': ['nomor_registrasi'],
    'telkom-pstn': ['idpel', 'nopel'],
  })[product as 'pln-postpaid' | 'pln-prepaid' | 'pln-nontaglis' | 'telkom-pstn']
    .flatMap((name) => told(row, name))
    .map(nameIn);

function topOf(reply: RawReply): Fields | undefined {
  const characters = reply.status === 200 && reply.complete ? charactersOf(reply) : undefined;
  const value = characters === undefined ? undefined : readJson(characters);
  return isFields(value) ? value : undefined;
}

const saysAmount = (row: Fields, name: string, amount: number): boolean => {
  const values = all(row, name);
  return values.length > 0 && values.every((value) => amountIn(value) === amount);
};

const isExactly = (value: Written, text: string): boolean =>
  value.is === 'text' && value.mended !== true && value.text === text;

/** Exactly `SWT:0000`, and no `rc` beside it that is at odds. */
function saysSuccess(top: Fields): boolean {
  const responses = all(top, 'response');
  return responses.length > 0 && responses.every((value) => isExactly(value, 'SWT:0000')) && !hasOtherRc(top);
}

const hasOtherRc = (top: Fields): boolean => told(top, 'rc').some((value) => !isRcOfSuccess(value));
const isRcOfSuccess = (value: Written): boolean =>
  ['0', '00', '0000', 'SWT:0000'].includes(nameIn(value) ?? '');

/** Every entry of `respdata` that is one, of every `respdata` there is. */
const entriesOf = (top: Fields | undefined): readonly Written[] =>
  (top === undefined ? [] : told(top, 'respdata')).flatMap((value) =>
    value.is === 'list' ? value.items : [value],
  );
const rowsOf = (top: Fields | undefined): readonly Fields[] => entriesOf(top).filter(isFields);

/** What the quote knows each of Teleanjar's numbers to be, and which of them an answer must carry. */
function numbersOf({ product, customer }: Quote): {
  readonly known: Readonly<Record<string, string | undefined>>;
  readonly needed: readonly string[];
} {
  const detail = (label: 'idpel' | 'meter-number'): string | undefined =>
    customer.details.find((each) => each.label === label)?.value;
  switch (product) {
    case 'pln-postpaid':
      return { known: { idpel: customer.identity }, needed: ['idpel'] };
    case 'pln-nontaglis':
      return {
        known: { nomor_registrasi: customer.identity, idpel: detail('idpel') },
        needed: ['nomor_registrasi'],
      };
    case 'telkom-pstn':
      return { known: { nopel: customer.identity, idpel: customer.identity }, needed: ['nopel'] };
    default:
      return {
        known: { idpel: detail('idpel'), nometer: detail('meter-number') },
        needed: ['idpel', 'nometer'],
      };
  }
}

/** Fields that only other products' answers have. */
const foreign: Readonly<Record<string, readonly string[]>> = {
  'pln-postpaid': ['nomor_registrasi', 'nopel', 'token'],
  'pln-nontaglis': ['nopel', 'token'],
  'telkom-pstn': ['nomor_registrasi', 'token'],
  'pln-prepaid': ['nomor_registrasi', 'nopel'],
};

/** Whether a row names another customer or another product than the quote's. */
function isOfAnother(quote: Quote, row: Fields): boolean {
  const { known } = numbersOf(quote);
  const isOther = Object.entries(known).some(
    ([name, number]) => number !== undefined && told(row, name).some((value) => nameIn(value) !== number),
  );
  const isForeign = (foreign[quote.product] ?? []).some((name) =>
    told(row, name).some((value) => nameIn(value) !== quote.customer.identity),
  );
  return isOther || isForeign;
}

const isNamed = (quote: Quote, row: Fields): boolean =>
  numbersOf(quote).needed.some((name) => told(row, name).length > 0);

function faultOfPaid(quote: Quote, reply: RawReply, confirmation: Confirmation): Fault | undefined {
  const top = topOf(reply);
  if (top === undefined) return 'paid by what cannot be read';
  if (!saysSuccess(top)) return 'paid without SWT:0000';
  const entries = entriesOf(top);
  const rows = rowsOf(top);
  if (all(top, 'respdata').length !== 1 || rows.length !== entries.length) return 'paid by odd rows';
  if (rows.some((row) => isOfAnother(quote, row))) return 'paid for another';
  if (!rows.every((row) => isNamed(quote, row))) return 'paid for nobody';
  if (rows.length !== quote.bills.length || confirmation.bills !== rows.length) return 'paid for other bills';
  const references = rows.flatMap((row) => all(row, 'billreff')).map(shown);
  if (
    confirmation.reference !== '' &&
    !references.some((each) => dense(each).startsWith(dense(confirmation.reference)))
  ) {
    return 'a reference of its own making';
  }
  if (quote.product === 'pln-prepaid') {
    const tokens = rows.flatMap((row) => all(row, 'token')).map(tokenIn);
    if (tokens.length === 0 || tokens.some((token) => token === undefined || token !== confirmation.token)) {
      return 'a token that is none';
    }
    return undefined;
  }
  const totals = rows.map((row) => {
    const [total, ...more] = all(row, 'total').map(amountIn);
    const parts = ['tagihan', 'admin'].map((name) => all(row, name).map(amountIn));
    const addsUp = sum(parts.map(([part]) => part ?? Number.NaN)) === total;
    return more.length === 0 && parts.every((each) => each.length === 1) && addsUp ? total : Number.NaN;
  });
  const quoted = quote.bills.map((bill) => bill.total);
  return sameAmounts(totals.map(Number), quoted) && sum(quoted) === quote.total ? undefined : 'another total';
}

/** 20 digits, in groups. */
function tokenIn(value: Written): string | undefined {
  if (value.is !== 'text' || value.mended === true) return undefined;
  const digits = value.text.replaceAll(/[\s-]/g, '');
  return /^\d{20}$/.test(digits) ? digits : undefined;
}

/** Codes that a payment which went through may be answered with as well, whoever lists them. */
const never: ReadonlySet<string> = new Set(['0000', '0005', '0063', '0068', '0088', '0099']);

function faultOfRejected(
  quote: Quote,
  reply: RawReply,
  outcome: { readonly code: string; readonly text: string },
  finals: readonly string[],
): Fault | undefined {
  const top = topOf(reply);
  if (top === undefined) return 'rejected by what cannot be read';
  const responses = all(top, 'response');
  const [response] = responses;
  if (response?.is !== 'text' || response.mended === true) return 'rejected without a word';
  if (!responses.every((each) => isExactly(each, response.text))) return 'rejected by one of two words';
  const code = /^SWT:(\d{4})$/.exec(response.text)?.[1];
  if (code === undefined) {
    const words = response.text
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/^KILLME:\s*/, '');
    if (words === '' || !finals.includes(words) || outcome.code !== '') return 'rejected by words not listed';
  } else if (never.has(code) || !finals.includes(code) || outcome.code !== code) {
    return 'rejected by a code not listed';
  }
  if (told(top, 'rc').some(isRcOfSuccess)) return 'rejected, and rc says success';
  const rows = rowsOf(top);
  if (rows.some((row) => all(row, 'token').some((value) => tokenIn(value) !== undefined))) {
    return 'rejected, and a token is there';
  }
  return rows.some((row) => isOfAnother(quote, row)) ? 'rejected for another' : undefined;
}
