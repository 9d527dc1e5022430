import type { Quote } from '../../../shared/payment/quote.ts';
import type { RawReply, StatusReading } from '../biller.ts';
import { readAmount } from './amount.ts';
import { believePayment, identitiesIn, type IdentityField } from './believe-payment.ts';
import { codeEntry } from './codes.ts';
import { fieldOf, isThere, openReply, readIdentity, type ReplyDocument } from './reply-document.ts';

/** The codes that have a `status` of their own: 1 paid, 0 not received, 3 in process. */
const codeOfStatus = { paid: '00', notReceived: '42', pending: '39' } as const;
const ofOtherStatus: ReadonlySet<string> = new Set(Object.values(codeOfStatus));

/**
 * Reads the answer to `checkstatus`. Its `status` decides, and only with a code that goes with it: 1 paid, 2 failed,
 * 0 not received, 3 in process. A code that speaks of the question (a wrong signature) leaves the payment as it was.
 */
export function readStatusReply(quote: Quote, reply: RawReply): StatusReading {
  const opened = reply.status === 200 && reply.complete ? openReply(reply.body) : undefined;
  if (opened?.ok !== true) {
    return { kind: 'open', ...(reply.status === 200 ? {} : { code: `HTTP ${reply.status}` }) };
  }
  return settled(quote, opened.value) ?? stillOpen(opened.value);
}

function settled(quote: Quote, document: ReplyDocument): StatusReading | undefined {
  const { code, text, fields } = document;
  if (code === undefined || codeEntry(code)?.atStatus !== 'by-status') return undefined;
  switch (readIdentity(fieldOf(fields, 'status'))) {
    case '0':
      return code === codeOfStatus.notReceived && isAboutPayment(quote, document, [['ref_id']])
        ? { kind: 'not-received', code }
        : undefined;
    case '1': {
      if (code !== codeOfStatus.paid) return undefined;
      const believed = believePayment(quote, fields, [['ref_id'], ['hp'], ['code']]);
      return believed.ok ? { kind: 'paid', confirmation: believed.value } : undefined;
    }
    case '2':
      // IAK's prepaid API gives 2 to a question that failed as well, and a reference can be echoed. What the question
      // did not say shows that the payment was looked up.
      return !ofOtherStatus.has(code) && isAboutPayment(quote, document, [['ref_id'], ['tr_id', 'hp']])
        ? { kind: 'rejected', code, text }
        : undefined;
    default:
      return undefined;
  }
}

/** "Failed" and "not received" give the customer's place free: they must name the payment they are about. */
function isAboutPayment(
  quote: Quote,
  { fields }: ReplyDocument,
  needed: readonly (readonly IdentityField[])[],
): boolean {
  const carried = identitiesIn(quote, fields);
  if (carried === 'of-another') return false;
  const price = fieldOf(fields, 'price');
  if (isThere(price) && readAmount(price) !== quote.total) return false;
  return needed.every((names) => names.some((name) => carried.has(name)));
}

const stillOpen = ({ code, text }: ReplyDocument): StatusReading => ({
  kind: 'open',
  ...(code === undefined ? {} : { code }),
  ...(text === '' ? {} : { text }),
});
