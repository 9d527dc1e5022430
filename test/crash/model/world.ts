import type * as fc from 'fast-check';
import { vi } from 'vitest';
import type { PaymentToCheck, RawReply } from '../../../electron/billers/biller.ts';
import type { Arming, ArmProblem, Ledger } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { OfferId, QuoteId } from '../../../shared/ids.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { isByHand, isOpen } from '../../../shared/payment/states.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import { readPayment, type Said } from './answers.ts';
import { openBooks, type Books } from './books.ts';
import type { BillChoice } from './customers.ts';
import { Died, doomedLedger } from './doomed-ledger.ts';
import { createDue, type Due } from './due.ts';
import { paymentFates, type PaymentFate, type PaymentFateName, type StatusFate } from './fates.ts';
import { createInquiryPlans } from './inquiry-plans.ts';
import { imageOf, newPlace, type LedgerPlace } from './ledger-place.ts';
import { faultsOf, readLedger, type LedgerReader } from './ledger-reader.ts';
import { live, type Life } from './life.ts';
import { modelBiller, type ModelBillerId } from './model-biller.ts';
import { modelClock, type ModelClock } from './model-clock.ts';
import { createPromises, type Promises } from './promises.ts';
import { Breach, createReference, type Reference } from './reference.ts';
import type { Tally } from './tally.ts';
import type { Wire } from './wire.ts';

/** 1 June 2018, 09.00 in Jakarta. */
export const start = instant(Date.parse('2018-06-01T02:00:00Z'));
export const rightPin = '1234';

/** After this nobody listens for an answer any more, and no request is still on its way. */
const forgottenAfterMs = 11 * 60_000;
const deadlineMs = 60_000;

export interface WorldParts {
  readonly folder: string;
  /** A ledger in which nothing happened yet. */
  readonly template: string;
  readonly scheduler: fc.Scheduler;
  readonly tally: Tally;
  /** Which biller the first program pays at. */
  readonly preferred: ModelBillerId;
  /** What comes of the questions that the program asks by itself, in turn. */
  readonly statusFates: readonly StatusFate[];
}

/** Where a program is to die: at its n-th commit from now, before it or after it. */
export interface Doom {
  left: number;
  readonly side: 'before' | 'after';
}

/** Whether a program still does anything, and whether its ledger is open: it may be about to end in good order. */
interface Pulse {
  isAlive: boolean;
  isOpen: boolean;
}

/** All that there is: the billers and their books, the file, the clock, and the program's present life. */
export class World {
  readonly reference: Reference;
  readonly promises: Promises;
  readonly clock: ModelClock = modelClock(start);
  readonly books: Books = openBooks();
  /** Offers that amounts can still be chosen of. */
  readonly offers: OfferId[] = [];
  doom: Doom | undefined;
  preferred: ModelBillerId;

  readonly #parts: WorldParts;
  readonly #due: Due;
  readonly #plans = createInquiryPlans(() => this.nextNumber());
  /** The words that the owner takes for a refusal: in the settings, over the end of a run. */
  readonly #finals = new Set<string>();
  readonly #wires: Wire[] = [];
  readonly #fates = new Map<QuoteId, PaymentFate>();
  readonly #opened: Ledger[] = [];
  /** What was found broken in the middle of the program. It is told when the program has come to rest. */
  readonly #breaches: Breach[] = [];
  #statusFate: StatusFate | undefined;
  #asked = 0;
  #numbers = 0;
  #place: LedgerPlace;
  #reader: LedgerReader | undefined;
  #life: Life | undefined;
  #pulse: Pulse = { isAlive: false, isOpen: false };

  constructor(parts: WorldParts) {
    this.#parts = parts;
    this.preferred = parts.preferred;
    this.reference = createReference(parts.tally);
    this.promises = createPromises({ reference: this.reference, books: this.books, tally: parts.tally });
    this.#due = createDue(this.reference);
    this.#place = newPlace(parts.folder, parts.template);
    this.#open();
  }

  get tally(): Tally {
    return this.#parts.tally;
  }

  /** Numbers things that must not be the same. */
  nextNumber(): number {
    this.#numbers += 1;
    return this.#numbers;
  }

  /** The program, started where it is not running. */
  program(): Life {
    if (!this.#pulse.isAlive || !this.#pulse.isOpen) this.#open();
    if (this.#life === undefined) throw new Error('the program does not start');
    return this.#life;
  }

  /** Asks the program for something; what a dead one says nobody hears. */
  ask<T, E extends { readonly code: string }>(
    name: string,
    asked: Result<T, E> | Promise<Result<T, E>>,
    then: (value: T) => void = () => undefined,
    otherwise: (problem: E) => void = () => undefined,
  ): void {
    const pulse = this.#pulse;
    void Promise.resolve(asked).then(
      (result) => {
        if (!pulse.isAlive) return;
        if (result.ok) return this.#guarded(() => then(result.value));
        this.tally.add('refusal', `${name}: ${result.error.code}`);
        this.#guarded(() => otherwise(result.error));
      },
      (bug: unknown) => {
        if (pulse.isAlive && pulse.isOpen)
          this.#breaches.push(new Breach(`${name} failed by a bug: ${String(bug)}`));
      },
    );
  }

  /** What the counter shows of a payment is what is in the ledger; that it stays there, every look says. */
  show({ quote, state, isSaved }: PaymentView): void {
    this.#look();
    const found = this.reference.trails.get(quote.id)?.state;
    if (isSaved && found !== state) throw new Breach(`shown as ${state}, and it is ${found}`);
    this.tally.add('note', `shown as ${state}`);
  }

  setFate(payment: QuoteId, fate: PaymentFateName): void {
    this.#fates.set(payment, paymentFates[fate]);
  }
  setPlan(number: string, choice: BillChoice, again: boolean): void {
    this.#plans.decide(number, choice, again);
  }
  /** Decides what comes of the next question about a payment. */
  setStatusFate(fate: StatusFate): void {
    this.#statusFate = fate;
  }

  /** Whether the program may still be answered about a payment. */
  isListening(payment: QuoteId): boolean {
    return this.#wires.some((wire) => wire.payment === payment && wire.isOpen());
  }

  /** Runs whatever follows from what was just done, and looks at everything. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#inspect();
  }

  /** Lets one thing happen that was waiting to, whichever the scheduler likes. */
  async step(): Promise<boolean> {
    const { scheduler } = this.#parts;
    if (scheduler.count() === 0) return false;
    await scheduler.waitOne();
    await this.settle();
    return true;
  }

  pass(ms: number): void {
    this.clock.pass(ms);
    for (const wire of this.#wires) {
      const since = this.clock.monotonicMs() - wire.sentAtMs;
      if (since >= deadlineMs) wire.passDeadline();
      if (since < forgottenAfterMs) continue;
      wire.lose();
      wire.close();
    }
    vi.advanceTimersByTime(ms);
  }

  /** The program is gone at once. */
  crash(): void {
    if (!this.#pulse.isAlive) return;
    this.tally.add('note', this.#pulse.isOpen ? 'crashed' : 'crashed while it was closed');
    this.#kill();
  }

  /** Lets everything happen that waits to, closes the program, and looks at the file. */
  async end(): Promise<void> {
    while (await this.step());
    this.program().close();
    while (await this.step());
    if (this.#pulse.isOpen) throw new Breach('the program does not close although nothing is under way');
    const faults = faultsOf(this.#place.file);
    if (faults.length > 0) throw new Breach(`the ledger: ${faults.join('; ')}`);
  }

  dispose(): void {
    this.#pulse.isAlive = false;
    vi.clearAllTimers();
    this.#reader?.close();
    for (const ledger of this.#opened) {
      try {
        ledger.close();
      } catch {
        // Closed in good order before.
      }
    }
  }

  #kill(): void {
    this.#pulse.isAlive = false;
    this.doom = undefined;
    this.#due.forget();
    vi.clearAllTimers();
    this.#place = imageOf(this.#place);
  }

  /** Starts the program, as often as it takes where it dies on the way. */
  #open(): void {
    for (;;) {
      // A program that was closed is gone when the next one starts.
      this.#pulse.isAlive = false;
      vi.clearAllTimers();
      const pulse = { isAlive: true, isOpen: true };
      this.#pulse = pulse;
      this.#life = this.#start(pulse);
      if (this.#life !== undefined && pulse.isAlive) break;
      this.tally.add('note', 'died at its start');
    }
    this.tally.add('note', 'started');
    this.#inspect();
    const left = [...this.reference.trails.values()].find(({ state }) => ['sent', 'quoted'].includes(state));
    if (left !== undefined) throw new Breach(`${left.state} after a start`);
  }

  #start(pulse: Pulse): Life | undefined {
    this.#reader?.close();
    const opened = openLedger(this.#place.file, 'sandbox', this.clock.now());
    if (!opened.ok) throw new Breach(`the ledger does not open: ${opened.error.code}`);
    const ledger = opened.value;
    this.#opened.push(ledger);
    const reader = readLedger(this.#place.file);
    this.#reader = reader;
    this.reference.compare(reader.eventsAfter(0));
    const judging = {
      ...ledger,
      arm: (arming: Arming) => this.#judged(arming, () => ledger.arm(arming)),
    };
    try {
      return live({
        ledger: doomedLedger(judging, (name, commit) => this.#atWrite(pulse, name, commit)),
        billers: (['teleanjar', 'iak'] as const).map((id) => this.#biller(id, pulse)),
        preferred: this.preferred,
        clock: this.clock,
        finals: this.#finals,
        log: { fault: (what, cause) => this.#noteFault(pulse, what, cause), note: () => undefined },
        approve: async (typed) => {
          await this.#later(pulse, 'PIN');
          return typed === rightPin ? ok({ person: 'Pemilik' }) : err('wrong-pin');
        },
        soon: (label, run) => void this.#later(pulse, label).then(run),
        onQuit: () => {
          pulse.isOpen = false;
          this.tally.add('note', 'closed');
          reader.close();
          this.#reader = undefined;
          ledger.close();
        },
      });
    } catch (error) {
      if (error instanceof Died) return undefined;
      throw error;
    }
  }

  /** When the scheduler likes; never for a program that has died. */
  #later(pulse: Pulse, label: string): Promise<void> {
    return new Promise((resolve) => {
      void this.#parts.scheduler.schedule(Promise.resolve(), label).then(() => {
        if (pulse.isAlive) resolve();
      });
    });
  }

  #noteFault(pulse: Pulse, what: string, cause: unknown): void {
    if (!pulse.isAlive || !pulse.isOpen) return;
    // Two answers of a biller that lied: that is for people to see.
    if (/^payment \w+ is (?:paid|rejected)$/.test(what)) return this.tally.add('note', 'contradiction told');
    this.#breaches.push(new Breach(`fault: ${what}: ${String(cause)}`));
  }

  #atWrite<T>(pulse: Pulse, name: string, commit: () => T): T {
    if (!pulse.isAlive) throw new Died();
    const strikes = this.#strikes();
    if (strikes === 'before') this.#die(`before ${name}`);
    const done = commit();
    if (strikes === 'after') this.#die(`after ${name}`);
    return done;
  }

  #strikes(): Doom['side'] | undefined {
    if (this.doom === undefined) return undefined;
    this.doom.left -= 1;
    return this.doom.left <= 0 ? this.doom.side : undefined;
  }

  #die(where: string): never {
    this.tally.add('note', `died ${where}`);
    this.#kill();
    throw new Died();
  }

  #biller(id: ModelBillerId, pulse: Pulse) {
    return modelBiller({
      id,
      scheduler: this.#parts.scheduler,
      clock: this.clock,
      books: this.books,
      finals: this.#finals,
      isAlive: () => pulse.isAlive,
      fateOf: (payment) => this.#fates.get(payment) ?? paymentFates.paid,
      statusFate: () => this.#nextStatusFate(),
      plan: (number) => this.#plans.find(id, number),
      opened: (wire) => void this.#wires.push(wire),
      onSend: (quote) => this.#guarded(() => this.#inspectSending(quote)),
      onRead: (quote, reply) => this.#guarded(() => this.#inspectReading(pulse, quote, reply)),
      onAnswer: (quote, reply) => this.#expectByReply(pulse, quote, reply),
      onSilence: ({ id: payment }) => {
        if (this.#isSure(pulse)) this.#due.expect(payment, 'outcome-unknown', 'nobody answered');
      },
      onStatus: (payment, said) => {
        if (id === 'iak') this.#expectByStatus(pulse, payment, said);
      },
    });
  }

  #nextStatusFate(): StatusFate {
    const { statusFates } = this.#parts;
    const fate = this.#statusFate ?? statusFates[this.#asked % statusFates.length] ?? 'truth';
    if (this.#statusFate === undefined) this.#asked += 1;
    this.#statusFate = undefined;
    return fate;
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Breach)) throw error;
      this.#breaches.push(error);
    }
  }

  #inspectSending({ id }: Quote): void {
    if (this.#reader?.stateOf(id) !== 'sent')
      throw new Breach('a byte left before the payment was in the ledger');
    if (this.#wires.some(({ payment }) => payment === id)) throw new Breach('a payment was sent twice');
    if (this.#fates.get(id)?.answer === 'lie') this.promises.noteLie(id);
  }

  #inspectReading({ isOpen: isLedgerOpen }: Pulse, { id }: Quote, reply: RawReply): void {
    if (!isLedgerOpen) return;
    const stored = this.#reader?.replyOf(id);
    if (stored === undefined || Buffer.compare(stored, reply.body) !== 0)
      throw new Breach('an answer was read before it was in the ledger');
  }

  /** Whether what is answered now will be in the ledger: not where the program is about to die. */
  #isSure(pulse: Pulse): boolean {
    return pulse.isOpen && this.doom === undefined;
  }

  #expectByReply(pulse: Pulse, quote: Quote, reply: RawReply): void {
    if (!this.#isSure(pulse)) return;
    const { kind } = readPayment(quote, reply, this.#finals).outcome;
    this.#due.expect(quote.id, kind === 'unknown' ? 'outcome-unknown' : `reply-${kind}`, `it was ${kind}`);
  }

  /** By our own reference there is no doubt which payment is meant; by customer and day much has to be weighed. */
  #expectByStatus(pulse: Pulse, { quote: { id } }: PaymentToCheck, said: Said | undefined): void {
    const state = this.reference.trails.get(id)?.state;
    const isAsked = state === 'unknown' || (state !== undefined && isByHand(state));
    if (!this.#isSure(pulse) || !isAsked) return;
    // “Failed” is not the last word while an answer may still come.
    const isBelieved = said?.says === 'paid' || (said?.says === 'rejected' && !this.isListening(id));
    if (isBelieved) this.#due.expect(id, `status-${said.says}`, `the biller said ${said.says}`);
  }

  /** Compares what the ledger is asked to send with what the rules say, at the very moment. */
  #judged(arming: Arming, arm: () => Result<void, ArmProblem>): Result<void, ArmProblem> {
    this.#look();
    const expected = this.reference.judge(arming) ?? 'sent';
    const armed = arm();
    const found = armed.ok ? 'sent' : armed.error.code;
    if (found !== expected)
      this.#breaches.push(new Breach(`arming: ${found}, where the rules say ${expected}`));
    if (armed.ok) this.reference.armed(arming);
    return armed;
  }

  /** Follows what was committed. */
  #look(): void {
    if (this.#reader !== undefined) this.reference.absorb(this.#reader.eventsAfter(this.reference.lastSeq()));
  }

  /** Everything that must hold at every moment. */
  #inspect(): void {
    this.#look();
    const [breach] = this.#breaches;
    if (breach !== undefined) throw breach;
    if (this.#reader !== undefined) this.promises.inspect(this.#reader.payments());
    if (this.#pulse.isAlive && this.#pulse.isOpen) {
      this.#due.inspect();
      this.#inspectScreen();
    } else this.#due.forget();
  }

  #inspectScreen(): void {
    if (this.#life === undefined) return;
    const { exchange, unresolved } = this.#life.counter.state();
    if (exchange !== null) return;
    const open = this.reference.payments().filter(({ state }) => isOpen(state)).length;
    if (unresolved !== open)
      throw new Breach(`the screen counts ${unresolved} open payments, and there are ${open}`);
  }
}
