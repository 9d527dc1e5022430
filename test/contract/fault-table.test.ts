import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answer, startScriptedServer, type ScriptedServer } from '../servers/scripted-server.ts';
import { callsOf, faults } from './faults/all-faults.ts';
import type { Fault } from './faults/fault.ts';
import { redirectTarget } from './faults/statuses.ts';
import { noonClock } from './house.ts';
import { misbehave } from './misbehave.ts';
import { createCounterPool, openScriptedCounter, type ScriptedCounter } from './scripted-counter.ts';
import { wireForms, type FormCall } from './wire-forms.ts';

/** Of a wait that is over long before. */
const patience = { timeout: 15_000 };

const pool = createCounterPool();
let elsewhere: ScriptedServer;

beforeAll(async () => {
  elsewhere = await startScriptedServer();
  redirectTarget.origin = elsewhere.origin;
});

afterAll(async () => {
  await pool.close();
  await elsewhere.close();
});

describe.each(wireForms)('$name', (form) => {
  for (const fault of faults) {
    for (const call of callsOf(fault, form)) {
      it.concurrent(`${call}: ${fault.name}`, () =>
        pool.use(form, fault.pace, async (counter) => {
          counter.next(fault.number);
          await tryCall[call](counter, fault);
          expect(elsewhere.connections).toBe(0);
        }),
      );
    }
  }
});

describe.each(wireForms)('$name', (form) => {
  it.concurrent.each(form.calls)('%s: is not there', async (call) => {
    const counter = await openScriptedCounter(form, 'patient');
    try {
      await tryNobody[call](counter);
    } finally {
      await counter.close();
    }
  });

  it.concurrent.each(form.calls)('%s: answers late', (call) =>
    pool.use(form, 'hasty', (counter) => tryLate[call](counter)),
  );

  it.concurrent.each(form.calls)('%s: sends 100 MB', (call) =>
    pool.use(form, 'patient', (counter) => tryHundredMegabytes(counter, call)),
  );
});

type Try = (counter: ScriptedCounter, fault: Fault) => Promise<void>;

/** One POST since there were `before`, were it still on its way when the client gave up; never a second one. */
async function expectOnePost({ server }: ScriptedCounter, before: number): Promise<void> {
  await vi.waitFor(() => expect(server.begun).toBeGreaterThan(before), patience);
  expect(server.begun - before).toBe(1);
}

const priceList = async ({ house }: ScriptedCounter): Promise<string> => {
  const listed = await house.biller.priceList?.(noonClock.now());
  return listed?.ok === true ? 'a list' : (listed?.error.code ?? 'no price list');
};

const tryCall: Readonly<Record<FormCall, Try>> = {
  async inquiry(counter, fault) {
    misbehave(counter, 'inquiry', fault);
    expect(fault.outcome(counter.form).question).toContain(await counter.again());
    await expectOnePost(counter, 0);
  },

  async payment(counter, fault) {
    counter.answerWell('inquiry');
    const quote = await counter.quote();
    const before = counter.server.begun;
    misbehave(counter, 'payment', fault);
    const outcome = await counter.pay(quote);
    expect(fault.outcome(counter.form).payment).toContain(outcome);
    expect(outcome).toMatch(/^unknown /);
    // Nobody may pay for this customer again, and nobody does.
    expect(await counter.again()).toBe('payment-open');
    await expectOnePost(counter, before);
  },

  async status(counter, fault) {
    const payment = await counter.lostPayment();
    const before = counter.server.begun;
    misbehave(counter, 'status', fault);
    const { question } = fault.outcome(counter.form);
    const checked = await counter.check(payment);
    expect(question.map((code) => (code === 'no-answer' ? code : 'asked'))).toContain(checked);
    expect(counter.house.outcomeOf(payment)).toBe('unknown no-answer');
    expect(await counter.again()).toBe('payment-open');
    await expectOnePost(counter, before);

    // And the next good answer settles it.
    counter.server.interrupt(undefined);
    counter.answerWell('status');
    await vi.waitFor(async () => {
      await counter.check(payment);
      expect(counter.house.outcomeOf(payment)).toBe('paid');
    }, patience);
    expect(counter.server.posts.filter((post) => post === 'payment')).toHaveLength(1);
  },

  async 'price-list'(counter, fault) {
    misbehave(counter, 'price-list', fault);
    expect(fault.outcome(counter.form).question).toContain(await priceList(counter));
    await expectOnePost(counter, 0);
  },
};

/** The far end cannot be reached: nothing is sent, and nothing is owed. */
const tryNobody: Readonly<Record<FormCall, (counter: ScriptedCounter) => Promise<void>>> = {
  async inquiry({ server, ...counter }) {
    await server.close();
    expect(await counter.again()).toBe('no-connection');
    expect(server.begun).toBe(0);
  },

  async payment(counter) {
    const { house, server } = counter;
    counter.answerWell('inquiry');
    const quote = await counter.quote();
    await server.close();
    expect(await counter.pay(quote)).toBe('not-sent');
    expect(server.posts).toEqual(['inquiry']);
    expect(house.ledger.payment(quote.id)).toBeUndefined();
    // The quote stands and may be tried again.
    expect(await counter.pay(quote)).toBe('not-sent');
    expect(house.ledger.openPayments()).toEqual([]);
  },

  async status(counter) {
    const payment = await counter.lostPayment();
    await counter.server.close();
    expect(await counter.check(payment)).toBe('no-connection');
    expect(counter.house.outcomeOf(payment)).toBe('unknown no-answer');
    expect(await counter.again()).toBe('payment-open');
  },

  async 'price-list'(counter) {
    await counter.server.close();
    expect(await priceList(counter)).toBe('no-connection');
  },
};

/** A good answer that comes when nobody waits any longer. */
const tryLate: Readonly<Record<FormCall, (counter: ScriptedCounter) => Promise<void>>> = {
  async inquiry(counter) {
    const late = answerLate(counter, 'inquiry');
    expect(await counter.again()).toBe('no-answer');
    await late();
    await expectOnePost(counter, 0);
  },

  async payment(counter) {
    counter.answerWell('inquiry');
    const quote = await counter.quote();
    const before = counter.server.begun;
    const late = answerLate(counter, 'payment');
    expect(await counter.pay(quote)).toBe('unknown no-answer');
    expect(await counter.again()).toBe('payment-open');
    await late();
    await vi.waitFor(() => expect(counter.house.outcomeOf(quote.id)).toBe('paid'), patience);
    await expectOnePost(counter, before);
  },

  async status(counter) {
    const payment = await counter.lostPayment();
    const late = answerLate(counter, 'status');
    expect(await counter.check(payment)).toBe('no-answer');
    await late();
    expect(counter.house.outcomeOf(payment)).toBe('unknown no-answer');
  },

  async 'price-list'(counter) {
    const late = answerLate(counter, 'price-list');
    expect(await priceList(counter)).toBe('no-answer');
    await late();
  },
};

/** Holds the answer back until it is told to. */
function answerLate(counter: ScriptedCounter, call: FormCall): () => Promise<void> {
  const held: (() => void)[] = [];
  counter.answer(call, (socket, { body }) => held.push(() => socket.end(answer(body))));
  return async () => {
    await vi.waitFor(() => expect(held).toHaveLength(1), patience);
    for (const send of held) send();
  };
}

const megabyte = 1_048_576;

/** What is more than an answer may be is not even received, so that no memory is taken by it. */
async function tryHundredMegabytes(counter: ScriptedCounter, call: FormCall): Promise<void> {
  let sent = 0;
  const tooMuch: Fault = {
    name: 'sends 100 MB',
    misdeed: {
      when: 'answering',
      act(socket) {
        const piece = Buffer.alloc(65_536, ' ');
        const pump = (): void => {
          let taken = true;
          while (taken && !socket.destroyed && sent < 100 * megabyte) {
            taken = socket.write(piece);
            sent += piece.length;
          }
          if (!socket.destroyed && sent < 100 * megabyte) socket.once('drain', pump);
        };
        sent = 0;
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${100 * megabyte}\r\n\r\n`);
        pump();
      },
    },
    outcome: () => ({ question: ['unreadable-reply'], payment: ['unknown unreadable-reply'] }),
    pace: 'patient',
  };
  await tryCall[call](counter, tooMuch);
  // A megabyte is read, and the system holds a few on their way.
  expect(sent).toBeLessThan(30 * megabyte);
  for (const { reply } of counter.house.ledger.openPayments()) {
    expect(reply?.body.length ?? 0).toBeLessThanOrEqual(megabyte);
  }
}
