import fs from 'node:fs';
import path from 'node:path';
import type { Socket } from 'node:net';
import type { BillerSecrets } from '../../shared/biller-profile.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { answer, startScriptedServer, type Act, type ScriptedServer } from '../servers/scripted-server.ts';
import { memoryPlace } from '../fixtures/memory-place.ts';
import { goodAnswer, type GoodAnswer } from './good-answer.ts';
import { openHouse, type House } from './house.ts';
import type { FormCall, Sale, WireForm } from './wire-forms.ts';

/** How long answers are waited for: `patient` longer than any test, `hasty` for what never comes. */
export type Pace = 'patient' | 'hasty';

/** The program and a scripted biller of one form, for one customer after the other. */
export interface ScriptedCounter {
  readonly form: WireForm;
  readonly house: House;
  readonly server: ScriptedServer;
  readonly sale: Sale;
  /** Where the ledger is. */
  readonly folder: string;
  /** Forgets the last customer and all that was scripted; the next one has a number of its own. */
  next(number?: (serial: number) => string): void;
  answerWell(call: FormCall): void;
  answer(call: FormCall, act: (socket: Socket, good: GoodAnswer) => void): void;
  /** A quote for this customer, with its cash told. Asked again where haste was quicker than the answer. */
  quote(): Promise<Quote>;
  /** Tries to sell to the same customer again: the code it is refused with. */
  again(): Promise<string>;
  /** Sends the payment; what it came to, in the words of the house. */
  pay(quote: Quote): Promise<string>;
  /** A payment whose request arrived and whose answer got lost. */
  lostPayment(): Promise<QuoteId>;
  /** What asking for its status brings: `asked`, or why not. */
  check(payment: QuoteId): Promise<string>;
  close(): Promise<void>;
}

const seconds: Readonly<Record<Pace, number>> = { patient: 60, hasty: 0.3 };
const manyTries = 50;

export async function openScriptedCounter(
  form: WireForm,
  pace: Pace,
  secrets?: BillerSecrets,
): Promise<ScriptedCounter> {
  const folder = fs.mkdtempSync(path.join(memoryPlace(), 'loket-contract-'));
  const server = await startScriptedServer();
  const whole = seconds[pace];
  const house = openHouse({
    folder,
    biller: form.biller,
    baseUrl: form.baseUrl(server.origin),
    options: form.options,
    route: { connectSeconds: 60, firstByteSeconds: whole, wholeSeconds: whole },
    lateMs: 60_000,
    ...(secrets === undefined ? {} : { secrets }),
  });
  // Asked by hand only: the checker's own clock would put questions in between.
  house.checker.stop();
  let sale = saleOf((serial) => String(530_000_000_000 + serial));

  const script = (call: FormCall, act: (socket: Socket, good: GoodAnswer) => void): void => {
    const read: Act = (socket, request) => {
      if (call === 'inquiry') sale = { ...sale, refId: form.refIdOf(request) };
      act(socket, goodAnswer(form, call, sale));
    };
    server.script(call, read);
  };
  const answerWell = (call: FormCall): void =>
    script(call, (socket, { body }) =>
      socket.end(answer(body, { headers: { 'Content-Type': form.contentType } })),
    );
  const inquire = () => house.sale.inquire({ product: 'pln-postpaid', number: sale.number });

  const counter: ScriptedCounter = {
    form,
    house,
    server,
    folder,
    get sale() {
      return sale;
    },
    next(number = (serial) => String(530_000_000_000 + serial)) {
      server.reset();
      sale = saleOf(number);
    },
    answerWell,
    answer: script,
    async quote() {
      for (let tries = 0; tries < manyTries; tries += 1) {
        const found = await inquire();
        if (found.ok && found.value.kind === 'quote') {
          const { quote } = found.value;
          house.sale.tender(quote.id, quote.total);
          return quote;
        }
        if (found.ok || found.error.code !== 'no-answer') throw new Error(JSON.stringify(found));
      }
      throw new Error('no inquiry was answered');
    },
    async again() {
      const found = await inquire();
      return found.ok ? 'found' : found.error.code;
    },
    async pay(quote) {
      const done = await house.pay(quote.id);
      return done.ok ? house.outcomeOf(quote.id) : done.error.code;
    },
    async lostPayment() {
      answerWell('inquiry');
      const quote = await counter.quote();
      server.script('payment', (socket) => void socket.resetAndDestroy());
      await counter.pay(quote);
      return quote.id;
    },
    async check(payment) {
      const checked = await house.checker.checkNow(payment);
      return checked.ok ? 'asked' : checked.error.code;
    },
    async close() {
      house.close();
      await server.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
  return counter;
}

let serials = 0;

function saleOf(number: (serial: number) => string): Sale {
  serials += 1;
  return { number: number(serials), serial: serials, refId: '' };
}

/** Counters to be used by one test at a time. */
export interface CounterPool {
  use(form: WireForm, pace: Pace, test: (counter: ScriptedCounter) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export function createCounterPool(): CounterPool {
  const free = new Map<string, ScriptedCounter[]>();
  return {
    async use(form, pace, test) {
      const key = `${form.id} ${pace}`;
      const counter = free.get(key)?.pop() ?? (await openScriptedCounter(form, pace));
      let isFit = false;
      try {
        counter.next();
        await test(counter);
        isFit = true;
      } finally {
        // What a failed test left behind shall fail no other.
        if (isFit) free.set(key, [...(free.get(key) ?? []), counter]);
        else await counter.close();
      }
    },
    async close() {
      for (const counters of free.values()) for (const counter of counters) await counter.close();
      free.clear();
    },
  };
}
