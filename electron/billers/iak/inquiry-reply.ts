import type { Service } from '../../../shared/biller-profile.ts';
import type { Rupiah } from '../../../shared/money.ts';
import type { Bill, Customer, Extras } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { InquiryProblem, RawReply } from '../biller.ts';
import { readAmount } from './amount.ts';
import { openAnswer, success, withDate } from './answer.ts';
import { billsOf } from './bills.ts';
import { readDesc } from './desc.ts';
import { readAmounts } from './reply-amounts.ts';
import { fieldOf, isFields, readIdentity, readWords, type ReplyFields } from './reply-document.ts';

/** What was asked, and must come back. */
export interface Asked {
  readonly service: Service;
  readonly customerNumber: string;
  readonly extras: Extras;
  readonly refId: string;
}

export interface InquiryBody {
  readonly kind: 'bills';
  readonly customer: Customer;
  readonly bills: readonly Bill[];
  /** `tr_id`. */
  readonly inquiryId: string;
  /** `selling_price`, where it is an amount: the price less our commission. */
  readonly depositCharge?: Rupiah;
}

/**
 * Reads the answer to an inquiry. Nothing has been paid yet and asking again costs nothing, so all that names the
 * question must have come back as it was asked, and the amounts must agree.
 */
export function readInquiryReply(asked: Asked, reply: RawReply): Result<InquiryBody, InquiryProblem> {
  return withDate(readBody(asked, reply), reply);
}

function readBody(asked: Asked, reply: RawReply): Result<InquiryBody, InquiryProblem> {
  const opened = openAnswer(reply);
  if (!opened.ok) return opened;
  const { code, fields } = opened.value;
  if (code !== success) return err(unreadable);
  return readBills(asked, fields);
}

const unreadable = { code: 'unreadable-reply' } as const;
const mismatched = { code: 'mismatched-reply' } as const;

function readBills(asked: Asked, fields: ReplyFields): Result<InquiryBody, InquiryProblem> {
  const { service, customerNumber, extras, refId } = asked;
  const echoes = { hp: customerNumber, code: service.code, ref_id: refId };
  const replied = Object.entries(echoes).map(
    ([name, value]) => [readIdentity(fieldOf(fields, name)), value] as const,
  );
  const inquiryId = readIdentity(fieldOf(fields, 'tr_id'));
  const amounts = readAmounts(fields);
  if (replied.some(([echo]) => echo === undefined)) return err(unreadable);
  if (replied.some(([echo, value]) => echo !== value)) return err(mismatched);
  if (inquiryId === undefined || !/^\d{1,20}$/.test(inquiryId)) return err(unreadable);
  if (!amounts.ok) return err(amounts.error === 'mismatched' ? mismatched : unreadable);
  const { price, nominal, admin } = amounts.value;
  if (nominal === undefined || admin === undefined || price === 0) return err(unreadable);

  if (!agreesWithExtras(service.product, extras, fields, nominal)) return err(mismatched);

  const desc = readDesc(service.product, fieldOf(fields, 'desc'));
  const bills = billsOf({ nominal, admin, price }, periodOf(service.product, fields), desc.rows);
  if (!bills.ok) return err(mismatched);
  const depositCharge = readAmount(fieldOf(fields, 'selling_price'));
  return ok({
    kind: 'bills',
    customer: {
      identity: customerNumber,
      name: readWords(fieldOf(fields, 'tr_name'), 100),
      details: desc.details.slice(0, 60),
    },
    bills: bills.value,
    inquiryId,
    ...(depositCharge === undefined ? {} : { depositCharge }),
  });
}

/** What was asked besides the number, where the answer repeats it: a bill of another year or sum is not what is paid. */
function agreesWithExtras(
  product: ProductId,
  { months, taxYear, amount }: Extras,
  fields: ReplyFields,
  nominal: Rupiah,
): boolean {
  const year = readIdentity(fieldOf(descOf(fields), 'tahun_pajak'));
  const counted = product === 'bpjs' ? readWords(fieldOf(fields, 'period'), 40) : '';
  return (
    (taxYear === undefined || year === undefined || year === String(taxYear)) &&
    (months === undefined || !/^\d{1,2}$/.test(counted) || Number(counted) === months) &&
    (amount === undefined || amount === nominal)
  );
}

function descOf(fields: ReplyFields): ReplyFields {
  const desc = fieldOf(fields, 'desc');
  return isFields(desc) ? desc : {};
}

/** The billing period as the answer has it. BPJS counts months there, which were asked for and are no name of a bill. */
const periodOf = (product: ProductId, fields: ReplyFields): string =>
  product === 'bpjs' ? '' : readWords(fieldOf(fields, 'period'), 40);
