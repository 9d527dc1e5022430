import { err, ok } from '../../../shared/result.ts';
import { formatDateTime, instant, type Instant } from '../../../shared/time.ts';
import type { ApiExchange, PaymentToCheck, RawReply, StatusCall, StatusReading } from '../biller.ts';
import type { CallFault } from '../wire.ts';
import { believe } from './believe.ts';
import { isRow, openEnvelope, type Envelope } from './envelope.ts';
import { wordsOf } from './payment-reply.ts';
import { asItIs, type Redact } from './response-code.ts';
import type { Ask } from './ask.ts';

/**
 * `cek_status`, which tells of a payment by product, customer and day (real clients; the document V1.4 does not have
 * it). It names no payment, so that it can show that one was made, and never that ours was refused or not received.
 */
export const createStatusCall = (ask: Ask, redact: Redact = asItIs): StatusCall => ({
  keyedBy: 'customer-and-day',

  async ask({ quote, sentAt }, at) {
    const exchanges: ApiExchange[] = [];
    let fault: CallFault['code'] | 'not-set-up' = 'no-answer';
    for (const date of statusDates(sentAt)) {
      const asked = await ask('cek_status', [quote.service.code, quote.customerNumber, date], at);
      if (asked.ok) exchanges.push(asked.value);
      else fault = asked.error.code;
    }
    if (exchanges.length > 0) return ok(exchanges);
    switch (fault) {
      case 'not-set-up':
      case 'no-answer':
        return err({ code: fault });
      default:
        return err({ code: 'no-connection' });
    }
  },

  read: (payment, reply) => readStatus(payment, reply, redact),
});

/** How near to midnight the biller may have written the day before or after ours. */
const nearMidnightMs = 15 * 60_000;

/** The days (WIB, `yyyy-MM-dd`) on which a payment sent at `sentAt` may stand in the biller's book, ours first. */
export function statusDates(sentAt: Instant): readonly string[] {
  const moments = [sentAt, sentAt - nearMidnightMs, sentAt + nearMidnightMs];
  return [...new Set(moments.map((ms) => formatDateTime(instant(ms), 'WIB').slice(0, 10)))];
}

/** Reads an answer of `cek_status`: the rules of a payment's answer, and the shape of one. */
export function readStatus(
  { quote }: PaymentToCheck,
  reply: RawReply,
  redact: Redact = asItIs,
): StatusReading {
  if (reply.status !== 200) return { kind: 'open', code: `HTTP ${reply.status}` };
  if (!reply.complete) return { kind: 'open' };
  const opened = openEnvelope(reply);
  if (!opened.ok) return { kind: 'open' };
  const { code, rc } = opened.value;
  if (code.kind !== 'success') return { kind: 'open', ...wordsOf(code, redact) };
  if (rc.kind === 'other') return { kind: 'open', code: `rc ${rc.rc}` };
  if (!isAboutPayment(opened.value)) return { kind: 'open' };
  const believed = believe(quote, opened.value);
  return believed.ok ? { kind: 'paid', confirmation: believed.value } : { kind: 'open' };
}

/**
 * Whether every row certifies a payment. An inquiry's answer has the same customer and totals, but neither a reference
 * nor a time of transaction.
 */
const isAboutPayment = ({ rows }: Envelope): boolean =>
  rows.every(
    (row) =>
      isRow(row) &&
      ['billreff', 'waktu_transaksi'].every((field) => {
        const value = row[field];
        return typeof value === 'string' && value.trim() !== '';
      }),
  );
