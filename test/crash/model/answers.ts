import type { PaymentReading, RawReply, StatusReading } from '../../../electron/billers/biller.ts';
import type { Confirmation } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { formatDateTime, type Instant } from '../../../shared/time.ts';
import { z } from '../../../shared/zod.ts';
import type { Charge } from './books.ts';

const saidSchema = z.discriminatedUnion('says', [
  z.strictObject({
    says: z.literal('paid'),
    inquiry: z.string(),
    reference: z.string(),
    token: z.string(),
    total: z.int(),
    at: z.string(),
  }),
  z.strictObject({ says: z.literal('rejected') }),
  z.strictObject({ says: z.literal('unclear'), text: z.string() }),
  z.strictObject({ says: z.literal('not-received') }),
  z.strictObject({ says: z.literal('in-process') }),
]);
export type Said = z.infer<typeof saidSchema>;

export const paidBy = ({ inquiryId, reference, token, total, at }: Charge): Said => ({
  says: 'paid',
  inquiry: inquiryId,
  reference,
  token,
  total,
  at: formatDateTime(at, 'WIB'),
});

const raw = (text: string, at: Instant): RawReply => ({
  status: 200,
  date: new Date(at).toUTCString(),
  body: new TextEncoder().encode(text),
  complete: true,
});

export const reply = (said: Said, at: Instant): RawReply => raw(JSON.stringify(said), at);
export const garbage = (at: Instant): RawReply => raw('<html>502', at);

function saidIn({ body }: RawReply): Said | undefined {
  try {
    return saidSchema.safeParse(JSON.parse(new TextDecoder().decode(body))).data;
  } catch {
    return undefined;
  }
}

const confirmationOf = (quote: Quote, said: Extract<Said, { says: 'paid' }>): Confirmation => ({
  reference: said.reference,
  transactionTime: said.at,
  ...(quote.denomination === undefined ? {} : { token: said.token }),
  receiptText: '',
  bills: quote.bills.length,
  details: [{ label: 'total-paid', value: String(said.total) }],
  billDetails: [],
  remarks: [],
});

const unreadable: PaymentReading = { outcome: { kind: 'unknown', reason: 'unreadable-reply' } };

/** What an answer to a payment says. `finals`: the words that the owner takes for a refusal. */
export function readPayment(quote: Quote, from: RawReply, finals: ReadonlySet<string>): PaymentReading {
  const said = saidIn(from);
  switch (said?.says) {
    case 'paid':
      return said.inquiry === quote.inquiryId
        ? { outcome: { kind: 'paid', confirmation: confirmationOf(quote, said) } }
        : { outcome: { kind: 'unknown', reason: 'mismatched-reply' } };
    case 'rejected':
      return { outcome: { kind: 'rejected', code: '14', text: 'DITOLAK' } };
    case 'unclear':
      return finals.has(said.text)
        ? { outcome: { kind: 'rejected', code: '', text: said.text } }
        : { outcome: { kind: 'unknown', reason: 'unclear-answer', text: said.text } };
    case 'not-received':
    case 'in-process':
    case undefined:
      return unreadable;
  }
}

export function readStatus(quote: Quote, from: RawReply): StatusReading {
  const said = saidIn(from);
  switch (said?.says) {
    case 'paid':
      return { kind: 'paid', confirmation: confirmationOf(quote, said) };
    case 'rejected':
      return { kind: 'rejected', code: '14', text: 'DITOLAK' };
    case 'not-received':
      return { kind: 'not-received', code: '06' };
    case 'unclear':
    case 'in-process':
    case undefined:
      return { kind: 'open' };
  }
}
