import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmProblem, Ledger } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { doubtKey } from '../../../shared/payment/doubt.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import { productIds, type ProductId } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import {
  arming,
  job,
  jobId,
  minutes,
  paid,
  quote,
  quoteId,
  rejected,
  reply,
  start,
  unknown,
} from './documents.ts';
import { memoryFolder } from './temp-folder.ts';

/** What a ledger is, said a second time and as simply as can be. */
interface ModelPayment {
  readonly n: number;
  readonly product: ProductId;
  readonly customer: string;
  readonly inquiry: string;
  state: 'sent' | 'paid' | 'rejected' | 'unknown';
  reply: string | null;
}
interface ModelQuote {
  readonly n: number;
  readonly product: ProductId;
  readonly customer: string;
  readonly inquiry: string;
  readonly expiresAt: number;
  open: boolean;
}
interface Model {
  readonly quotes: ModelQuote[];
  readonly payments: ModelPayment[];
  readonly jobs: number[];
  clock: number;
}
interface Real {
  ledger: Ledger;
  readonly file: string;
  /** The number of the next quote and of the next print job. */
  next: number;
}

const outcomes: Record<PaymentOutcome['kind'], PaymentOutcome> = { paid, rejected, unknown };
const isOpen = ({ state }: ModelPayment): boolean => state === 'sent' || state === 'unknown';
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];

/** The whole book is compared after every command. */
function agree(model: Model, { ledger }: Real): void {
  // Armed in this order, on a clock that only rises.
  const newest = model.payments.toReversed();
  expect(ledger.recentPayments(1000).map(({ id, state }) => ({ id, state }))).toEqual(
    newest.map(({ n, state }) => ({ id: quoteId(n), state })),
  );
  expect(ledger.openPayments().map((payment) => payment.quote.id)).toEqual(
    newest
      .filter(isOpen)
      .toReversed()
      .map(({ n }) => quoteId(n)),
  );
  expect(ledger.printJobs.inState('queued').map(({ id }) => id)).toEqual(model.jobs.map(jobId));
  for (const { n, state, reply: kept } of model.payments) {
    const stored = ledger.payment(quoteId(n));
    const body = stored?.reply?.body;
    expect(body === undefined ? null : new TextDecoder().decode(body)).toBe(kept);
    expect(stored?.outcome?.kind ?? 'sent').toBe(state);
    expect(ledger.events(quoteId(n)).at(-1)?.to).toBe(state);
  }
  const taken = ledger
    .openPayments()
    .map((payment) => `${payment.quote.product} ${payment.quote.customer.identity}`);
  expect(new Set(taken).size).toBe(taken.length);
}

type Command = fc.Command<Model, Real>;

const command = (
  name: string,
  run: (model: Model, real: Real) => void,
  check = (_model: Model) => true,
): Command => ({
  check: (model) => check(model),
  run(model, real) {
    run(model, real);
    agree(model, real);
  },
  toString: () => name,
});

const hasPayments = (model: Model): boolean => model.payments.length > 0;

const addQuote = (product: ProductId, customer: number, inquiry: number, lifeMinutes: number): Command =>
  command(`quote(${product} C${customer} I${inquiry} ${lifeMinutes})`, (model, real) => {
    const n = real.next++;
    const made = quote(n, {
      product,
      customer: { identity: `C${customer}`, name: 'N', details: [] },
      inquiryId: `I${inquiry}`,
      expiresAt: instant(model.clock + minutes(lifeMinutes)),
    });
    real.ledger.addQuote(made);
    const { expiresAt, inquiryId } = made;
    model.quotes.push({ n, product, customer: `C${customer}`, inquiry: inquiryId, expiresAt, open: true });
  });

/** The rules of arming, in the order in which they are told. */
function problemOf(model: Model, chosen: ModelQuote): ArmProblem['code'] | undefined {
  if (!chosen.open) return 'quote-gone';
  if (model.clock >= chosen.expiresAt) return 'quote-expired';
  const sameCustomer = ({ product, customer }: ModelPayment): boolean =>
    product === chosen.product && customer === chosen.customer;
  if (model.payments.some((payment) => isOpen(payment) && sameCustomer(payment))) return 'payment-open';
  const ofInquiry = model.payments.filter(({ inquiry }) => inquiry === chosen.inquiry);
  return ofInquiry.some(({ state }) => state !== 'rejected') ? 'inquiry-used' : undefined;
}

const arm = (at: number): Command =>
  command(
    `arm(${at})`,
    (model, real) => {
      const chosen = pick(model.quotes, at);
      if (chosen === undefined) return;
      const { n, product, customer, inquiry } = chosen;
      const problem = problemOf(model, chosen);
      // Whoever pays a customer again has been asked; that asking is told of elsewhere.
      const now = instant(model.clock);
      const confirmed = real.ledger.doubts(quoteId(n), now).map(doubtKey);
      const armed = real.ledger.arm(arming(n, { at: now, confirmed }));
      expect(armed.ok ? undefined : armed.error.code).toBe(problem);
      if (problem !== undefined) return;
      chosen.open = false;
      model.payments.push({ n, product, customer, inquiry, state: 'sent', reply: null });
    },
    (model) => model.quotes.length > 0,
  );

const recordReply = (at: number, text: string): Command =>
  command(
    `reply(${at} ${JSON.stringify(text)})`,
    (model, real) => {
      const payment = pick(model.payments.filter(isOpen), at);
      if (payment === undefined) return;
      real.ledger.recordReply(quoteId(payment.n), reply(text), instant(model.clock));
      payment.reply = text;
    },
    hasPayments,
  );

/** With `spoilt`, the print job has an id that is taken: neither the job nor `paid` may be in the book afterwards. */
const settle = (at: number, kind: PaymentOutcome['kind'], spoilt: boolean): Command =>
  command(
    `settle(${at} ${kind}${spoilt ? ' spoilt' : ''})`,
    (model, real) => {
      const payment = pick(model.payments, at);
      if (payment === undefined) return;
      const isAllowed = payment.state === 'sent' || (payment.state === 'unknown' && kind !== 'unknown');
      const taken = spoilt ? model.jobs[0] : undefined;
      const number = taken ?? real.next++;
      const run = () =>
        real.ledger.settle({
          payment: quoteId(payment.n),
          at: instant(model.clock),
          actor: 'counter',
          outcome: outcomes[kind],
          by: 'reply',
          ...(kind === 'paid' ? { job: job(number, quoteId(payment.n)) } : {}),
        });
      if (isAllowed && kind === 'paid' && taken !== undefined) {
        expect(run).toThrow(/UNIQUE/);
        return;
      }
      expect(run()).toEqual(isAllowed ? { ok: true, value: kind } : { ok: false, error: 'refused' });
      if (!isAllowed) return;
      payment.state = kind;
      if (kind === 'paid') model.jobs.push(number);
    },
    hasPayments,
  );

const wait = (byMinutes: number): Command =>
  command(`wait(${byMinutes})`, (model) => {
    model.clock += minutes(byMinutes);
  });

const reopen = (isRestart: boolean): Command =>
  command(isRestart ? 'restart' : 'reopen', (model, real) => {
    real.ledger.close();
    const opened = openLedger(real.file, 'training', instant(model.clock));
    if (!opened.ok) throw new Error(opened.error.code);
    real.ledger = opened.value;
    if (!isRestart) return;
    const open = model.quotes.filter((each) => each.open);
    expect(real.ledger.expireQuotes(instant(model.clock))).toBe(open.length);
    for (const each of open) each.open = false;
  });

const few = fc.nat({ max: 2 });
const any = fc.nat({ max: 50 });
const commands = fc.commands(
  [
    fc
      .tuple(fc.constantFrom(...productIds.slice(0, 2)), few, fc.nat({ max: 4 }), fc.constantFrom(1, 600))
      .map((args) => addQuote(...args)),
    any.map(arm),
    any.map(arm),
    fc.tuple(any, fc.string({ maxLength: 8 })).map((args) => recordReply(...args)),
    fc
      .tuple(any, fc.constantFrom('paid' as const, 'rejected' as const, 'unknown' as const), fc.boolean())
      .map((args) => settle(...args)),
    fc.constantFrom(0, 1, 5).map(wait),
    fc.boolean().map(reopen),
  ],
  { maxCommands: 40 },
);

describe('the ledger and a model of it', () => {
  it('agree after every command, whatever the order of commands', { timeout: 60_000 }, () => {
    const folder = memoryFolder();
    let run = 0;
    fc.assert(
      fc.property(commands, (sequence) => {
        const file = path.join(folder, `${run++}.db`);
        const opened = openLedger(file, 'training', start);
        if (!opened.ok) throw new Error(opened.error.code);
        const real: Real = { ledger: opened.value, file, next: 1 };
        try {
          fc.modelRun(
            () => ({ model: { quotes: [], payments: [], jobs: [], clock: start }, real }),
            sequence,
          );
        } finally {
          real.ledger.close();
          for (const each of [file, `${file}.reserve`]) fs.rmSync(each, { force: true });
        }
      }),
      { numRuns: 200 },
    );
  });
});
