import * as fc from 'fast-check';
import type { Command, Typed } from './command.ts';
import { billChoices, products } from './customers.ts';
import { crash, doom, night, pass, restart, setClock } from './disturbing-commands.ts';
import { paymentFate, statusFate } from './fates.ts';
import type { ModelBillerId } from './model-biller.ts';
import { choose, confirm, inquire, insist, pay, type Inquiring, type Paying } from './selling-commands.ts';
import { check, lookAgain, resolve, takeForFinal, type Decision } from './settling-commands.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The newest, mostly. */
const back = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.nat(6) },
);
const steps = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 2) },
  { weight: 1, arbitrary: fc.constantFrom(3, 4, 6) },
);
/** Most sales come as far as their answer: inquiry, connection, request and that are four. */
const stepsOfSale = fc.constantFrom(1, 3, 4, 5, 6);
const typed = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Typed>('right') },
  { weight: 1, arbitrary: fc.constantFrom<Typed>('wrong', 'none') },
);
const biller = fc.constantFrom<ModelBillerId>('teleanjar', 'iak');

const decision: fc.Arbitrary<Decision> = fc.record({
  verdict: fc.constantFrom('paid', 'rejected'),
  typed,
  reference: fc.constantFrom('true', 'fresh', 'fresh', 'old'),
});
const paying: fc.Arbitrary<Paying> = fc.record({
  fate: paymentFate,
  decides: fc.option(decision, { nil: null, freq: 2 }),
});
const pays = fc.option(paying, { nil: null, freq: 5 });

const inquiring: fc.Arbitrary<Inquiring> = fc.record({
  product: fc.constantFrom(...products),
  // Mostly the same one: whoever comes again is where it gets difficult.
  customer: fc.constantFrom(1, 1, 1, 2),
  number: fc.nat(1),
  choice: fc.constantFrom(...billChoices),
  again: fc.constantFrom(false, false, false, true),
  amount: fc.nat(1),
  pays,
});

const some = fc.array(back, { minLength: 1, maxLength: 3 });
const waits = fc.constantFrom(
  1000,
  1000,
  20_000,
  20_000,
  20_000,
  2 * minute,
  6 * minute,
  16 * minute,
  5 * hour,
  25 * hour,
);
const jumps = fc.constantFrom(-26 * hour, -2 * minute, -10_000, 10_000, 2 * minute, 26 * hour);

const weighted: readonly (readonly [weight: number, fc.Arbitrary<Command>])[] = [
  [12, fc.tuple(inquiring, stepsOfSale).map((args) => inquire(...args))],
  [3, fc.tuple(some, paying, steps).map((args) => pay(...args))],
  [4, fc.tuple(back, typed, pays, steps).map((args) => confirm(...args))],
  [1, fc.tuple(fc.nat(1), pays, steps).map((args) => choose(...args))],
  [1, fc.tuple(back, typed, steps).map((args) => insist(...args))],
  [5, fc.tuple(some, decision, fc.boolean(), steps).map((args) => resolve(...args))],
  [6, fc.tuple(back, statusFate, steps).map((args) => check(...args))],
  [1, fc.tuple(typed, steps).map((args) => takeForFinal(...args))],
  [1, fc.tuple(back, steps).map((args) => lookAgain(...args))],
  [4, fc.tuple(waits, steps).map((args) => pass(...args))],
  [1, fc.tuple(fc.constantFrom(-40, -20, 1, 45), steps).map((args) => night(...args))],
  [1, fc.tuple(jumps, steps).map((args) => setClock(...args))],
  [1, fc.tuple(biller, steps).map((args) => crash(...args))],
  [1, fc.tuple(biller, steps).map((args) => restart(...args))],
  [
    1,
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('before' as const, 'after' as const), steps)
      .map((args) => doom(...args)),
  ],
];

/** Any order of whatever may happen at a counter. */
export const commands = fc.commands(
  weighted.flatMap(([weight, arbitrary]) => Array.from({ length: weight }, () => arbitrary)),
  { maxCommands: 60, size: 'max' },
);
