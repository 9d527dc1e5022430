import { readInquiryReply as readIakInquiry } from '../../../electron/billers/iak/inquiry-reply.ts';
import { iak } from '../../../electron/billers/iak/iak.ts';
import { readInquiryReply } from '../../../electron/billers/teleanjar/inquiry-reply.ts';
import { teleanjar } from '../../../electron/billers/teleanjar/teleanjar.ts';
import type { StatusReading } from '../../../electron/billers/biller.ts';
import { paymentOutcomeSchema, type PaymentOutcome } from '../../../shared/payment/outcome.ts';
import { billSchema, customerSchema, type Bill, type Customer } from '../../../shared/payment/quote.ts';
import { instant } from '../../../shared/time.ts';
import { z } from '../../../shared/zod.ts';
import type { IakReaders } from './iak-replies.ts';
import type { TeleanjarReaders } from './teleanjar-replies.ts';

/**
 * The clients as they are connected, by their own readers. What they give must also fit the ledger, or it could not be
 * kept.
 */

const inquirySchema = z.object({
  customer: customerSchema,
  bills: z.array(billSchema).min(1).max(24).optional(),
});

function kept(outcome: PaymentOutcome): PaymentOutcome {
  paymentOutcomeSchema.parse(outcome);
  return outcome;
}

function settled(reading: StatusReading | undefined): StatusReading {
  if (reading === undefined) throw new Error('there is no status call');
  if (reading.kind === 'paid' || reading.kind === 'rejected') kept(reading);
  return reading;
}

function keptInquiry(inquiry: { readonly customer: Customer; readonly bills?: readonly Bill[] }): void {
  inquirySchema.parse(inquiry);
}

const connectTeleanjar = (finalAnswers: readonly string[]) =>
  teleanjar.connect({
    profile: {
      ...teleanjar.form.defaults,
      finalAnswers,
      options: { ...teleanjar.form.defaults.options, statusCall: 'on' },
    },
    credentials: () => ({ uuid: 'PARTNER01', username: 'demo', password: 'secret', apiKey: 'KEY123' }),
  });
const teleanjars = new Map<string, ReturnType<typeof connectTeleanjar>>();

/** Connected once for each table of final answers. */
function teleanjarWith(finals: readonly string[]) {
  const key = finals.join('\n');
  const known = teleanjars.get(key) ?? connectTeleanjar(finals);
  teleanjars.set(key, known);
  return known;
}

const connectedIak = iak.connect({
  profile: iak.form.defaults,
  credentials: () => ({ username: '08123456789', apiKey: 'abc123' }),
});

export const teleanjarClient: TeleanjarReaders = {
  payment: (quote, reply, finals) => kept(teleanjarWith(finals).readPaymentReply(quote, reply).outcome),
  status(quote, reply) {
    return settled(teleanjarWith([]).status?.read({ quote, sentAt: instant(0) }, reply));
  },
  inquiry(product, asked, reply) {
    const result = readInquiryReply(product, asked, { request: 'POST any', reply });
    if (result.ok) keptInquiry(result.value);
    return result;
  },
};

export const iakClient: IakReaders = {
  payment: (quote, reply) => kept(connectedIak.readPaymentReply(quote, reply).outcome),
  status(quote, reply) {
    return settled(connectedIak.status?.read({ quote, sentAt: instant(0) }, reply));
  },
  inquiry({ service, customerNumber, ourReference = '', product }, reply) {
    const asked = {
      service: { product, asks: [], ...service },
      customerNumber,
      extras: {},
      refId: ourReference,
    };
    const result = readIakInquiry(asked, reply);
    if (result.ok) keptInquiry(result.value);
    return result;
  },
};
