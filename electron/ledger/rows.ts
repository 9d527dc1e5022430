import { lookFindingSchema } from '../../shared/contract/evidence.ts';
import { businessDaySchema } from '../../shared/business-day.ts';
import { actors, paymentEvents, paymentStates } from '../../shared/payment/states.ts';
import { recordedOutcomeSchema } from '../../shared/payment/outcome.ts';
import {
  paymentPapers,
  printActors,
  printEvents,
  printJobStates,
  printProblems,
  reportKinds,
  shiftPapers,
} from '../../shared/payment/print-job.ts';
import { quoteSchema, type Quote } from '../../shared/payment/quote.ts';
import { instantSchema, printJobIdSchema, quoteIdSchema, rupiahSchema } from '../../shared/primitives.ts';
import { productIds } from '../../shared/products.ts';
import { printerProfileSchema } from '../../shared/printing/printer-profile.ts';
import { z } from '../../shared/zod.ts';
import type {
  LedgerEvent,
  Look,
  PaperEvent,
  PaymentInBrief,
  PaymentRecord,
  PrintJobStanding,
  SentPayment,
  StatusExchange,
  StoredPrintJob,
  WaitingPrintJob,
} from './ledger.ts';

// The rows of the tables, and what the program makes of them. What does not fit was not written by this program.

export const quoteRow = z.object({ document: z.string(), expires_at: instantSchema, open: z.int() });

const paymentRow = z.object({
  document: z.string(),
  state: z.enum(paymentStates),
  cash: rupiahSchema,
  host: z.string(),
  account: z.string(),
  request: z.string(),
  sent_at: instantSchema,
  deposit_before: rupiahSchema.nullable(),
  deposit_before_at: instantSchema.nullable(),
  reply_status: z.int().nullable(),
  reply_date: z.string().nullable(),
  reply_body: z.instanceof(Uint8Array).nullable(),
  reply_whole: z.int().nullable(),
  reply_at: instantSchema.nullable(),
  outcome: z.string().nullable(),
  settled_at: instantSchema.nullable(),
  business_day: businessDaySchema,
  cashier: z.string().nullable(),
  shift: z.int().nullable(),
});

export const standingRow = z.object({
  state: z.enum(paymentStates),
  cashier: z.string().nullable(),
  shift: z.int().nullable(),
  due: rupiahSchema,
  reply_body: z.instanceof(Uint8Array).nullable(),
  folded: z.enum(paymentStates),
});

export const settledRow = z.object({
  id: quoteIdSchema,
  state: z.enum(paymentStates),
  settled_at: instantSchema,
  total: rupiahSchema,
});
export const monthRow = settledRow.omit({ state: true }).optional();

const briefRow = z.object({
  id: quoteIdSchema,
  product: z.enum(productIds),
  total: rupiahSchema,
  state: z.enum(paymentStates),
  sent_at: instantSchema,
  customer_number: z.string(),
  name: z.string(),
});

const eventRow = z.object({
  at: instantSchema,
  actor: z.enum(actors),
  event: z.enum(['quote', ...paymentEvents]),
  from_state: z.enum(paymentStates).nullable(),
  to_state: z.enum(paymentStates),
  evidence: z.string().nullable(),
  person: z.string().nullable(),
});

export const chainRow = z.object({ seq: z.int(), hash: z.string(), newest_at: instantSchema.nullable() });
export const countRow = z.object({ asked: z.int(), last_at: instantSchema.nullable() });
export const accountRow = z.object({ host: z.string(), account: z.string() });
export const othersRow = z.object({ count: z.int(), total: rupiahSchema });
export const bodyRow = z.object({ reply_body: z.instanceof(Uint8Array) }).optional();
export const gapRow = z.object({ id: z.int(), from_at: instantSchema, until_at: instantSchema });

const askedAfterRow = z.object({
  id: quoteIdSchema,
  biller: z.string(),
  host: z.string(),
  account: z.string(),
  sent_at: instantSchema,
  decided_at: instantSchema.nullable(),
});

const exchangeRow = z.object({
  at: instantSchema,
  request: z.string(),
  reply_status: z.int(),
  reply_date: z.string().nullable(),
  reply_body: z.instanceof(Uint8Array),
  reply_whole: z.int(),
});

const lookRow = z.object({ at: instantSchema, finding: z.string() });

const ofPayment = z.object({ kind: z.enum(paymentPapers), payment: quoteIdSchema });
const report = z.object({ kind: z.literal('report'), payment: z.null() });
/** What a job prints, as its row has it. */
const paperRow = z.union([
  ofPayment,
  report
    .extend({ report: z.enum(reportKinds).exclude(shiftPapers) })
    .transform(({ report: kind, payment }) => ({ kind, payment })),
  report
    .extend({ report: z.enum(shiftPapers), shift: z.int() })
    .transform(({ report: kind, ...row }) => ({ ...row, kind })),
]);

const briefJobRow = z.object({
  id: printJobIdSchema,
  copy: z.int(),
  // Also one that is not set up any more, and empty in a job of a former version.
  printer: z.string(),
  asked_at: instantSchema,
});

const troubledRow = z.object({ state: z.enum(['failed', 'uncertain']), problem: z.enum(printProblems) });
const statusRow = z.union([
  z.object({ state: z.enum(printJobStates).exclude(['failed', 'uncertain']), problem: z.null() }),
  troubledRow,
]);

const standingJobRow = briefJobRow.extend({ waits: z.int() });
const printJobRow = briefJobRow.extend({
  profile: z.string(),
  document: z.string(),
  bytes: z.instanceof(Uint8Array),
  asked_by: z.enum(printActors).exclude(['queue']),
});

const toldRow = z.object({
  at: instantSchema,
  actor: z.enum(printActors),
  person: z.string().nullable(),
});
const paperEventRow = z.union([
  toldRow.extend({ kind: z.null(), event: z.literal('drawer-opened') }),
  toldRow.extend({
    kind: z.enum(paymentPapers),
    event: z.enum([...printEvents, ...printJobStates]).exclude(['drawer-opened', 'queued']),
    problem: z.enum(printProblems).nullable(),
  }),
]);

export const readQuote = (document: string): Quote => quoteSchema.parse(JSON.parse(document));

export function readPayment(found: unknown): PaymentRecord | undefined {
  if (found === undefined) return undefined;
  const row = paymentRow.parse(found);
  return {
    quote: readQuote(row.document),
    state: row.state,
    cash: row.cash,
    host: row.host,
    account: row.account,
    request: row.request,
    sentAt: row.sent_at,
    depositBefore:
      row.deposit_before === null || row.deposit_before_at === null
        ? null
        : { amount: row.deposit_before, at: row.deposit_before_at },
    reply:
      row.reply_status === null || row.reply_body === null
        ? null
        : {
            status: row.reply_status,
            date: row.reply_date,
            body: row.reply_body,
            complete: row.reply_whole === 1,
          },
    replyAt: row.reply_at,
    outcome: row.outcome === null ? null : recordedOutcomeSchema.parse(JSON.parse(row.outcome)),
    settledAt: row.settled_at,
    day: row.business_day,
    cashier: row.cashier,
    shift: row.shift,
  };
}

export function readInBrief(found: unknown): PaymentInBrief {
  const { sent_at, customer_number, ...row } = briefRow.parse(found);
  return { ...row, sentAt: sent_at, customerNumber: customer_number };
}

export function readAskedAfter(found: unknown): SentPayment {
  const { sent_at, decided_at, ...row } = askedAfterRow.parse(found);
  return { ...row, sentAt: sent_at, decidedAt: decided_at };
}

export function readEvent(found: unknown): LedgerEvent {
  const row = eventRow.parse(found);
  return {
    at: row.at,
    actor: row.actor,
    event: row.event,
    from: row.from_state,
    to: row.to_state,
    evidence: row.evidence,
    person: row.person,
  };
}

export function readExchange(found: unknown): StatusExchange {
  const row = exchangeRow.parse(found);
  return {
    at: row.at,
    request: row.request,
    reply: {
      status: row.reply_status,
      date: row.reply_date,
      body: row.reply_body,
      complete: row.reply_whole === 1,
    },
  };
}

export function readLook(found: unknown): Look {
  const { at, finding } = lookRow.parse(found);
  return { at, finding: lookFindingSchema.parse(JSON.parse(finding)) };
}

export function readPrintJob(found: unknown): StoredPrintJob | undefined {
  if (found === undefined) return undefined;
  const { asked_at, asked_by, profile, ...row } = printJobRow.parse(found);
  return {
    ...paperRow.parse(found),
    ...statusRow.parse(found),
    ...row,
    profile: printerProfileSchema.parse(JSON.parse(profile)),
    askedAt: asked_at,
    askedBy: asked_by,
  };
}

export const readPaperEvent = (found: unknown): PaperEvent => paperEventRow.parse(found);

export function readStanding(found: unknown): PrintJobStanding | undefined {
  if (found === undefined) return undefined;
  const { asked_at, waits, ...row } = standingJobRow.parse(found);
  return {
    ...paperRow.parse(found),
    ...statusRow.parse(found),
    ...row,
    askedAt: asked_at,
    waits: waits === 1,
  };
}

export function readWaiting(found: unknown): WaitingPrintJob {
  const { asked_at, ...row } = briefJobRow.parse(found);
  return { ...paperRow.parse(found), ...troubledRow.parse(found), ...row, askedAt: asked_at };
}
