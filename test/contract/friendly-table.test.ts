import { afterAll, describe, expect, it } from 'vitest';
import { deviatesAt, deviations } from './deviations/all-deviations.ts';
import type { DeviatingCall, Deviation } from './deviations/deviation.ts';
import { createCounterPool, type ScriptedCounter } from './scripted-counter.ts';
import { wireForms } from './wire-forms.ts';

const pool = createCounterPool();
afterAll(() => pool.close());

const script = (counter: ScriptedCounter, call: DeviatingCall, deviation: Deviation): void => {
  if (deviatesAt(deviation, counter.form, call)) counter.answer(call, deviation.act);
  else counter.answerWell(call);
};

describe.each(wireForms)('$name that', (form) => {
  const some = (...calls: readonly DeviatingCall[]) =>
    deviations.filter((deviation) => calls.some((call) => deviatesAt(deviation, form, call)));

  it.concurrent.each(some('inquiry', 'payment'))('$name is paid', (deviation) =>
    pool.use(form, 'patient', async (counter) => {
      counter.next(deviation.number);
      script(counter, 'inquiry', deviation);
      script(counter, 'payment', deviation);
      const quote = await counter.quote();
      expect(quote.total).toBe(302_500);
      expect(await counter.pay(quote)).toBe('paid');
      expect(counter.server.posts).toEqual(['inquiry', 'payment']);
      // What was written can be read, and its receipt is in the queue.
      const { ledger, faults } = counter.house;
      expect(ledger.payment(quote.id)?.state).toBe('paid');
      expect(ledger.printJobs.latestOf(quote.id)?.state).toBe('queued');
      expect(faults).toEqual([]);
    }),
  );

  it.concurrent.each(some('status'))('$name is known to be paid by its status', (deviation) =>
    pool.use(form, 'patient', async (counter) => {
      counter.next(deviation.number);
      const payment = await counter.lostPayment();
      expect(counter.house.outcomeOf(payment)).toBe('unknown no-answer');
      script(counter, 'status', deviation);
      await counter.check(payment);
      expect(counter.house.outcomeOf(payment)).toBe('paid');
      expect(counter.house.ledger.printJobs.latestOf(payment)?.state).toBe('queued');
    }),
  );
});
