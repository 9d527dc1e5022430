import type { InquiryProblem, RawReply, StatusReading } from '../../../electron/billers/biller.ts';
import type { InquiryBody } from '../../../electron/billers/iak/inquiry-reply.ts';
import type { Confirmation, PaymentOutcome } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import type { Result } from '../../../shared/result.ts';
import { readJson } from './read-json.ts';
import { readXml } from './read-xml.ts';
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
 * What IAK's postpaid documentation lets an answer be taken for, read by readers of the test's own. Each function says
 * what is wrong with an outcome, or `undefined`. "Unknown" and "open" are never wrong here.
 */

/** Given before anybody is asked to take the payment: nothing was or will be paid. */
const finalCodes: ReadonlySet<string> = new Set(
  '03 04 06 08 11 13 14 15 16 17 20 100 101 102 106 107 108 109 118'.split(' '),
);

/** What a payment can have failed with: neither paid, pending nor about the question. */
const failedCodes: ReadonlySet<string> = new Set(
  '07 08 09 10 13 14 15 16 17 20 30 31 32 33 35 36 37 38 41 91 92 93 94 103 105 106 109 110'.split(' '),
);

export function faultOfPayment(quote: Quote, reply: RawReply, outcome: PaymentOutcome): Fault | undefined {
  if (outcome.kind === 'unknown') return undefined;
  const said = saidIn(reply, outcome.kind === 'rejected' ? [200, 400] : [200]);
  if (said === undefined) return `${outcome.kind} by what cannot be read`;
  const statuses = said.names('status');
  if (outcome.kind === 'paid') {
    if (!said.codes().every((code) => code === '00')) return 'paid by another code';
    if (statuses.some((status) => status !== '1')) return 'paid, and status says otherwise';
    if (said.names('tr_id').length + said.names('ref_id').length === 0) return 'paid without an id';
    return faultOfPaid(quote, said, outcome.confirmation, ['hp']);
  }
  if (!said.codes().every((code) => code === outcome.code)) return 'rejected by one of two codes';
  if (!finalCodes.has(outcome.code)) return 'rejected by a code that is not final';
  if (statuses.some((status) => status === '1' || status === '3'))
    return 'rejected, and status says otherwise';
  return said.isOfAnother(quote) ? 'rejected for another' : undefined;
}

export function faultOfStatus(quote: Quote, reply: RawReply, reading: StatusReading): Fault | undefined {
  if (reading.kind === 'open') return undefined;
  const said = saidIn(reply, [200]);
  if (said === undefined) return `${reading.kind} by what cannot be read`;
  const statuses = said.names('status');
  const isStatus = (status: string): boolean =>
    statuses.length > 0 && statuses.every((each) => each === status);
  const isCode = (isRight: (code: string) => boolean): boolean => said.codes().every(isRight);
  if (said.names('ref_id').length === 0) return `${reading.kind} without our reference`;
  switch (reading.kind) {
    case 'paid':
      if (!isStatus('1') || !isCode((code) => code === '00')) return 'paid by another status or code';
      return faultOfPaid(quote, said, reading.confirmation, ['hp', 'code', 'ref_id']);
    case 'rejected':
      if (!isStatus('2')) return 'rejected by another status';
      if (!isCode((code) => failedCodes.has(code) && code === reading.code))
        return 'rejected by another code';
      if (said.names('tr_id').length + said.names('hp').length === 0) return 'rejected by an echo';
      break;
    case 'not-received':
      if (!isStatus('0')) return 'not received by another status';
      if (!isCode((code) => code === '42')) return 'not received by another code';
      break;
  }
  if (said.isOfAnother(quote)) return `${reading.kind} for another`;
  return said.amounts('price').every((price) => price === quote.total)
    ? undefined
    : `${reading.kind} at another price`;
}

export function faultOfInquiry(
  asked: { readonly code: string; readonly customerNumber: string; readonly refId: string },
  reply: RawReply,
  result: Result<InquiryBody, InquiryProblem>,
): Fault | undefined {
  if (!result.ok) return undefined;
  const { bills, customer, depositCharge, inquiryId } = result.value;
  const said = saidIn(reply, [200]);
  if (said === undefined) return 'found by what cannot be read';
  if (!said.codes().every((code) => code === '00')) return 'found by another code';
  const echoes = { hp: asked.customerNumber, code: asked.code, ref_id: asked.refId, tr_id: inquiryId };
  for (const [name, value] of Object.entries(echoes)) {
    const names = said.names(name);
    if (names.length === 0 || names.some((each) => each !== value)) return `found with another ${name}`;
  }
  if (!/^\d+$/.test(inquiryId) || customer.identity !== asked.customerNumber) return 'another identity';
  const [nominal, admin, price] = ['nominal', 'admin', 'price'].map((name) => said.amounts(name));
  const total = sum(bills.map((bill) => bill.total));
  const fees = sum(bills.map((bill) => bill.adminFee));
  if (!bills.every((bill) => bill.amount + bill.adminFee === bill.total))
    return 'a bill that does not add up';
  if (!isOnly(price, total) || !isOnly(admin, fees) || !isOnly(nominal, total - fees)) return 'another sum';
  const totals = said.rowTotals();
  if (totals.length > 0 && sum(totals) !== total) return 'another total';
  if (
    bills.length > 1 &&
    !sameAmounts(
      totals,
      bills.map((bill) => bill.total),
    )
  )
    return 'another bill';
  const charges = said.amounts('selling_price');
  return depositCharge === undefined || charges.includes(depositCharge) ? undefined : 'another charge';
}

const isOnly = (amounts: readonly number[] | undefined, amount: number): boolean =>
  amounts !== undefined && amounts.length > 0 && amounts.every((each) => each === amount);

/** What an answer says, be it in JSON or in XML, in `data` or beside it. */
interface Said {
  /** Every code there is; `['']` where there is none. */
  codes(): readonly string[];
  /** Every name or number under a name that says anything; what is neither is `''`, which is nobody's. */
  names(name: string): readonly string[];
  /** Every amount under a name that says anything; what is none is `NaN`, which is no one's price. */
  amounts(name: string): readonly number[];
  /** The totals of the rows of `desc`. */
  rowTotals(): readonly number[];
  words(name: string): readonly string[];
  isOfAnother(quote: Quote): boolean;
}

function saidIn(reply: RawReply, statuses: readonly number[]): Said | undefined {
  const top = statuses.includes(reply.status) && reply.complete ? topOf(reply) : undefined;
  if (top === undefined) return undefined;
  const levels = [top, ...all(top, 'data').filter(isFields)];
  const values = (name: string): readonly Written[] => levels.flatMap((level) => told(level, name));
  const names = (name: string): readonly string[] => values(name).map((value) => nameIn(value) ?? '');
  return {
    names,
    codes: () => {
      const codes = [...names('response_code'), ...names('rc')];
      return codes.length === 0 ? [''] : codes;
    },
    amounts: (name) => values(name).map((value) => amountIn(value) ?? Number.NaN),
    words: (name) => values(name).map(shown),
    rowTotals: () =>
      rowsOf(values('desc'))
        .flatMap((row) => told(row, 'total'))
        .map((value) => amountIn(value) ?? Number.NaN),
    isOfAnother: ({ customer, service, inquiryId, ourReference }) =>
      Object.entries({
        hp: customer.identity,
        code: service.code,
        tr_id: inquiryId,
        ref_id: ourReference,
      }).some(([name, value]) => names(name).some((each) => each !== value)),
  };
}

/** JSON, or XML where the first character says so. */
function topOf(reply: RawReply): Fields | undefined {
  const characters = charactersOf(reply)?.trimStart();
  if (characters === undefined) return undefined;
  const value = characters.startsWith('<') ? readXml(characters) : strictJson(characters);
  return isFields(value) ? value : undefined;
}

function strictJson(characters: string): Written | undefined {
  try {
    JSON.parse(characters);
  } catch {
    return undefined;
  }
  return readJson(characters);
}

/** `tagihan.detail` or, where that is not there, `bill.detail`: a row alone is a list of one. */
function rowsOf(descs: readonly Written[]): readonly Fields[] {
  for (const holder of ['tagihan', 'bill']) {
    const details = descs
      .filter(isFields)
      .flatMap((desc) => all(desc, holder))
      .filter(isFields)
      .flatMap((held) => all(held, 'detail'));
    if (details.length > 0) {
      return details.flatMap((detail) => (detail.is === 'list' ? detail.items : [detail])).filter(isFields);
    }
  }
  return [];
}

function faultOfPaid(
  quote: Quote,
  said: Said,
  confirmation: Confirmation,
  needed: readonly string[],
): Fault | undefined {
  if (said.isOfAnother(quote)) return 'paid for another';
  const missing = needed.find((name) => said.names(name).length === 0);
  if (missing !== undefined) return `paid without ${missing}`;
  const [prices, nominals, admins] = ['price', 'nominal', 'admin'].map((name) => said.amounts(name));
  if (!isOnly(prices, quote.total)) return 'paid at another price';
  for (const nominal of nominals ?? []) {
    for (const admin of admins ?? [])
      if (nominal + admin !== quote.total) return 'paid, and the parts differ';
  }
  if ([...(nominals ?? []), ...(admins ?? [])].some(Number.isNaN)) return 'paid, and a part is no amount';
  const totals = said.rowTotals();
  if (totals.length > 0 && sum(totals) !== quote.total) return 'paid, and the rows’ totals differ';
  const quoted = quote.bills.map((bill) => bill.total);
  if (totals.length > 1 && quoted.length > 1 && !sameAmounts(totals, quoted)) return 'paid for other bills';
  if (confirmation.bills !== quote.bills.length) return 'paid for another number of bills';
  const references = [...said.words('noref'), ...said.words('no_ref')];
  if (confirmation.reference === '') return undefined;
  return references.some((each) => dense(each).startsWith(dense(confirmation.reference)))
    ? undefined
    : 'a reference of its own making';
}
