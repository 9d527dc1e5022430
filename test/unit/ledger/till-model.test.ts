import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { rupiah } from '../../../shared/money.ts';
import { countsAsPaid, type PaymentState } from '../../../shared/payment/states.ts';
import { expectedCash, type ZReport } from '../../../shared/shift/shift-figures.ts';
import { alterationIn, decide } from './altered-ledger.ts';
import { paid, quoteId, rejected, start, unknown } from './documents.ts';
import { memoryFolder } from './temp-folder.ts';
import { due, hear, openShift, send } from './till-day.ts';

/** A drawer, said a second time and as simply as can be. */
interface ModelPayment {
  readonly n: number;
  readonly shift: number | null;
  state: PaymentState;
  kept: boolean;
  givenBack: boolean;
}
interface Model {
  /** What lies in the drawer; `null` while no shift is open. */
  drawer: number | null;
  readonly payments: ModelPayment[];
  readonly closed: ZReport[];
}
interface Real {
  ledger: Ledger;
  readonly file: string;
}

const isRefused = ({ state }: ModelPayment): boolean => state === 'rejected' || state === 'rejected-by-hand';
const isOwed = (payment: ModelPayment): boolean => payment.kept && isRefused(payment) && !payment.givenBack;
const shiftOf = ({ drawer, closed }: Model): number | null => (drawer === null ? null : closed.length + 1);

/** The whole book is compared after every command. */
function agree(model: Model, { ledger, file }: Real): void {
  const { till } = ledger;
  const { payments, closed } = model;
  const now = shiftOf(model);
  expect(till.openShift()?.number ?? null).toBe(now);
  expect(till.zReports(1000)).toEqual(closed.toReversed());
  for (const payment of payments) {
    const { n, kept, givenBack, state } = payment;
    expect(ledger.payment(quoteId(n))?.state).toBe(state);
    expect(till.isOwed(quoteId(n))).toBe(isOwed(payment));
    expect(till.ofPayment(quoteId(n)).map(({ kind }) => kind)).toEqual([
      ...(kept ? ['sale'] : []),
      ...(givenBack ? ['refund'] : []),
    ]);
  }
  const figures = till.figures();
  if (now === null || figures === undefined) {
    expect(figures).toBeUndefined();
  } else {
    expect(expectedCash(figures)).toBe(model.drawer);
    const ids = (which: (payment: ModelPayment) => boolean): readonly string[] =>
      payments
        .filter(which)
        .map(({ n }) => quoteId(n))
        .toSorted();
    const shown = (list: readonly { readonly id: string }[]): readonly string[] =>
      list.map(({ id }) => id).toSorted();
    const isHere = ({ shift }: ModelPayment): boolean => shift === now;
    const isUnknown = ({ state }: ModelPayment): boolean => state === 'unknown';
    expect(shown(figures.uncertain)).toEqual(ids((each) => isHere(each) && isUnknown(each)));
    expect(shown(figures.owed)).toEqual(ids((each) => isHere(each) && isOwed(each)));
    expect(shown(figures.carried)).toEqual(ids((each) => !isHere(each) && (isUnknown(each) || isOwed(each))));
    for (const { id, isOwed: said } of [...figures.uncertain, ...figures.owed, ...figures.carried])
      expect(said).toBe(payments.some((each) => quoteId(each.n) === id && isOwed(each)));
    const sold = figures.sold.reduce((sum, { count }) => sum + count, 0);
    expect(sold).toBe(ids((each) => isHere(each) && countsAsPaid(each.state)).length);
    for (const [list, sum] of [
      [figures.uncertain, figures.uncertainSum],
      [figures.owed, figures.owedSum],
      [figures.carried, figures.carriedSum],
    ] as const)
      expect(sum).toEqual({ count: list.length, amount: list.length * due });
  }
  expect(alterationIn(file)).toBeUndefined();
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
const pick = (payments: readonly ModelPayment[], at: number): ModelPayment | undefined =>
  payments[at % payments.length];

const open = (float: number): Command =>
  command(`open(${float})`, (model, { ledger }) => {
    if (model.drawer !== null) return expect(() => openShift(ledger, float)).toThrow('shift-open');
    openShift(ledger, float);
    model.drawer = float;
  });

const close = command('close', (model, { ledger }) => {
  const closed = ledger.till.close({ at: start, person: 'Sri', count: { 1000: 7 } });
  const now = shiftOf(model);
  const isUnderWay = model.payments.some(({ shift, state }) => shift === now && state === 'sent');
  const problem = now === null ? 'no-shift' : isUnderWay ? 'payment-under-way' : undefined;
  expect(closed.ok ? undefined : closed.error).toBe(problem);
  if (!closed.ok) return;
  expect(expectedCash(closed.value.figures)).toBe(model.drawer);
  model.closed.push(closed.value);
  model.drawer = null;
});

const move = (kind: 'in' | 'out', amount: number): Command =>
  command(`${kind}(${amount})`, (model, { ledger }) => {
    const moved = ledger.till.move({
      kind,
      amount: rupiah(amount),
      reason: 'alasan',
      at: start,
      person: null,
    });
    expect(moved.ok).toBe(model.drawer !== null);
    if (model.drawer !== null) model.drawer += kind === 'in' ? amount : -amount;
  });

const sendNext = command('send', (model, { ledger }) => {
  const n = model.payments.length + 1;
  send(ledger, n);
  model.payments.push({ n, shift: shiftOf(model), state: 'sent', kept: false, givenBack: false });
});

/** What the biller says of a payment, now or at last; the table of states says what may follow what. */
const say = (at: number, word: 'paid' | 'rejected' | 'unknown'): Command =>
  command(
    `say(${at}, ${word})`,
    (model, { ledger }) => {
      const payment = pick(model.payments, at);
      if (payment === undefined) return;
      const next = afterWord(payment.state, word);
      const outcome = { paid, rejected, unknown }[word];
      if (next === undefined) return expect(() => hear(ledger, payment.n, outcome)).toThrow('refused');
      hear(ledger, payment.n, outcome);
      if (payment.state === 'sent' && next !== 'rejected') keep(model, payment);
      payment.state = next;
    },
    ({ payments }) => payments.length > 0,
  );

function afterWord(state: PaymentState, word: 'paid' | 'rejected' | 'unknown'): PaymentState | undefined {
  if (state === 'sent') return word;
  if (word === 'unknown') return undefined;
  if (state === 'unknown') return word;
  if (state === 'paid-by-hand' || state === 'rejected-by-hand')
    return state === `${word}-by-hand` ? word : 'unknown';
  return undefined;
}

/** A payment's cash belongs to the shift it was sold in, which cannot have been closed meanwhile. */
function keep(model: Model, payment: ModelPayment): void {
  if (payment.shift === null) return;
  expect(payment.shift).toBe(shiftOf(model));
  payment.kept = true;
  model.drawer = (model.drawer ?? Number.NaN) + due;
}

const byHand = (at: number, kind: 'paid-by-hand' | 'rejected-by-hand'): Command =>
  command(
    `hand(${at}, ${kind})`,
    (model, { ledger }) => {
      const payment = pick(model.payments, at);
      if (payment?.state !== 'unknown') return;
      decide(ledger, payment.n, kind);
      payment.state = kind;
    },
    ({ payments }) => payments.length > 0,
  );

const refund = (at: number): Command =>
  command(
    `refund(${at})`,
    (model, { ledger }) => {
      const payment = pick(model.payments, at);
      if (payment === undefined) return;
      const given = ledger.till.refund(quoteId(payment.n), start, null);
      const problem = model.drawer === null ? 'no-shift' : isOwed(payment) ? undefined : 'nothing-owed';
      expect(given.ok ? undefined : given.error).toBe(problem);
      if (!given.ok) return;
      payment.givenBack = true;
      model.drawer = (model.drawer ?? 0) - due;
    },
    ({ payments }) => payments.length > 0,
  );

const restart = command('restart', (_model, real) => {
  real.ledger.close();
  const opened = openLedger(real.file, 'live', start);
  if (!opened.ok) throw new Error(opened.error.code);
  real.ledger = opened.value;
});

const commands = [
  fc.nat(200_000).map(open),
  fc.constant(close),
  fc
    .tuple(fc.constantFrom('in', 'out'), fc.integer({ min: 1, max: 500_000 }))
    .map(([kind, sum]) => move(kind, sum)),
  fc.constant(sendNext),
  fc.tuple(fc.nat(9), fc.constantFrom('paid', 'rejected', 'unknown')).map(([at, word]) => say(at, word)),
  fc.nat(9).map((at) => say(at, 'unknown')),
  fc
    .tuple(fc.nat(9), fc.constantFrom('paid-by-hand', 'rejected-by-hand'))
    .map(([at, how]) => byHand(at, how)),
  fc.nat(9).map(refund),
  fc.constant(restart),
];

describe('the drawer’s book, whatever happens in whatever order', () => {
  it(
    'holds what the drawer holds, carries over what is open, and never touches a closed shift',
    { timeout: 180_000 },
    () => {
      const folder = memoryFolder();
      let run = 0;
      fc.assert(
        fc.property(fc.commands(commands, { maxCommands: 40 }), (steps) => {
          const file = path.join(folder, `${run++}.db`);
          const opened = openLedger(file, 'live', start);
          if (!opened.ok) throw new Error(opened.error.code);
          const real: Real = { ledger: opened.value, file };
          try {
            fc.modelRun(() => ({ model: { drawer: null, payments: [], closed: [] }, real }), steps);
          } finally {
            real.ledger.close();
            for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name));
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});
