import { describe, expect, it } from 'vitest';
import type { RawReply } from '../../../electron/billers/biller.ts';
import { rupiah } from '../../../shared/money.ts';
import { err } from '../../../shared/result.ts';
import { jobId, minutes, paid, quote, quoteId, rejected, reply, start } from '../ledger/documents.ts';
import { countRows, rawConnection } from '../ledger/open-ledger.ts';
import { gate } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

type Bench = ReturnType<typeof saleBench>;

/** Lets everything run that waits for nothing but its turn. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** What another process sees of the n-th payment. */
const committed = (bench: Bench, n: number): unknown => {
  const raw = rawConnection(bench.file);
  return raw.prepare('SELECT state, reply_body, outcome FROM payment WHERE id = ?').get(quoteId(n));
};

describe('paying a quote', () => {
  it('connects, commits it as sent, sends, commits the raw reply, and only then reads it', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    const seen: [string, unknown][] = [];
    bench.fake.connect = () => {
      seen.push(['connect', committed(bench, 1)]);
      return Promise.resolve({ ok: true, value: undefined });
    };
    bench.fake.onSend = () => void seen.push(['send', committed(bench, 1)]);
    const { read } = bench.fake;
    bench.fake.read = (...reading) => {
      seen.push(['read', committed(bench, 1)]);
      return read(...reading);
    };
    expect(await bench.pay(quoteId(1))).toEqual({ ok: true, value: undefined });
    expect(seen).toEqual([
      ['connect', undefined],
      ['send', { state: 'sent', reply_body: null, outcome: null }],
      ['read', { state: 'sent', reply_body: new Uint8Array(Buffer.from('paid')), outcome: null }],
    ]);
    expect(bench.fake.asked).toEqual(['open', 'send', 'read'].map((step) => `${step} ${quoteId(1)}`));
  });

  it('as paid commits the payment and its print job, wakes the printer, and frees the counter', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    expect(await bench.pay(quoteId(1))).toEqual({ ok: true, value: undefined });
    const payment = bench.ledger.payment(quoteId(1));
    expect(payment).toMatchObject({ state: 'paid', outcome: paid, cash: 350_000, host: '127.0.0.1:1' });
    expect(payment?.reply).toEqual(reply('paid'));
    expect(bench.ledger.printJobs.latestOf(quoteId(1))).toMatchObject({
      state: 'queued',
      copy: 0,
      printer: 'screen',
    });
    expect(bench.printing.woken).toBe(1);
    expect(bench.counter.state()).toMatchObject({
      exchange: null,
      unresolved: 0,
      ledgerRevision: 1,
      billers: [{ connection: 'up', deposit: { amount: 500_000 } }],
    });
    expect(bench.faults).toEqual([]);
  });

  it('takes the quote off the desk: the same quote is gone afterwards', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    const asked = [...bench.fake.asked];
    expect(await bench.pay(quoteId(1))).toEqual({ ok: false, error: { code: 'quote-gone' } });
    // Not even a connection is made for it.
    expect(bench.fake.asked).toEqual(asked);
  });

  it('as rejected prints nothing and frees the customer’s place', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.fake.byDeadline = () => Promise.resolve(reply('rejected'));
    expect((await bench.pay(quoteId(1))).ok).toBe(true);
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({ state: 'rejected', outcome: rejected });
    expect(bench.ledger.printJobs.next('screen')).toBeUndefined();
    expect(bench.printing.woken).toBe(0);
    expect(bench.counter.state().unresolved).toBe(0);
  });

  it('with an answer that cannot be read is unknown, and the answer is kept', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.fake.byDeadline = () => Promise.resolve(reply('<html>502</html>', 502));
    expect((await bench.pay(quoteId(1))).ok).toBe(true);
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'unknown',
      outcome: { kind: 'unknown', reason: 'unreadable-reply' },
      reply: { status: 502 },
      settledAt: null,
    });
    expect(bench.counter.state().unresolved).toBe(1);
  });

  it('says on the screen whether it connects or waits, and until when', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    const phases: unknown[] = [];
    const note = (): void => void phases.push(bench.counter.state().exchange);
    bench.fake.connect = () => {
      note();
      bench.clock.pass(2_000);
      return Promise.resolve({ ok: true, value: undefined });
    };
    bench.fake.byDeadline = () => Promise.resolve().then(() => (note(), reply('paid')));
    await bench.pay(quoteId(1));
    const exchange = { kind: 'payment', biller: 'teleanjar', since: start, deadline: start + 60_000 };
    expect(phases).toEqual([
      { ...exchange, phase: 'connecting' },
      { ...exchange, phase: 'waiting' },
    ]);
    expect(bench.counter.state().exchange).toBeNull();
  });
});

describe('what stands in the way before a connection is made', () => {
  it.each([
    ['quote-gone', (bench: Bench) => bench.desk.removeQuote(quoteId(1))],
    ['quote-expired', (bench: Bench) => bench.clock.pass(4 * 3_600_000)],
    ['quote-expired', (bench: Bench) => bench.clock.step(-61_000)],
    [
      'cash-missing',
      (bench: Bench) => {
        bench.desk.removeQuote(quoteId(1));
        bench.desk.putQuote(quote(1));
      },
    ],
    [
      'busy',
      (bench: Bench) =>
        bench.counter.change({
          exchange: { kind: 'inquiry', biller: 'teleanjar', phase: 'waiting', since: start, deadline: start },
        }),
    ],
  ] as const)('%s: nothing is connected, committed or sent', async (code, happen) => {
    const bench = saleBench();
    bench.putQuote(1);
    const before = countRows(bench.file);
    happen(bench);
    expect(await bench.pay(quoteId(1))).toEqual({ ok: false, error: { code } });
    expect(bench.fake.asked).toEqual([]);
    expect(countRows(bench.file)).toEqual(before);
  });

  it('a counter that is busy stays busy: the refused payment does not end the other exchange', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    const exchange = {
      kind: 'inquiry',
      biller: 'teleanjar',
      phase: 'waiting',
      since: start,
      deadline: start,
    } as const;
    bench.counter.change({ exchange });
    await bench.pay(quoteId(1));
    expect(bench.counter.state().exchange).toEqual(exchange);
  });
});

describe('what fails before the first byte', () => {
  it.each([
    ['no-connection', 'not-sent', 'down'],
    ['not-set-up', 'not-set-up', 'untried'],
  ] as const)(
    'a connection (%s): %s, no payment, and the quote can still be paid',
    async (fault, code, line) => {
      const bench = saleBench();
      bench.putQuote(1);
      const before = countRows(bench.file);
      const { connect } = bench.fake;
      bench.fake.connect = () => Promise.resolve(err({ code: fault }));
      expect(await bench.pay(quoteId(1))).toEqual({ ok: false, error: { code } });
      expect(countRows(bench.file)).toEqual(before);
      expect(bench.sends()).toBe(0);
      expect(bench.counter.state()).toMatchObject({
        exchange: null,
        unresolved: 0,
        billers: [{ connection: line }],
      });
      bench.fake.connect = connect;
      expect((await bench.pay(quoteId(1))).ok).toBe(true);
      expect(bench.ledger.payment(quoteId(1))?.state).toBe('paid');
    },
  );

  it('a commit that throws: nothing is sent, the line is abandoned, the counter is free', async () => {
    const bench = saleBench((ledger) => ({
      ...ledger,
      arm() {
        throw new Error('disk I/O error');
      },
    }));
    bench.putQuote(1);
    expect(await bench.pay(quoteId(1))).toEqual({ ok: false, error: { code: 'ledger-fault' } });
    expect(bench.fake.asked).toEqual([`open ${quoteId(1)}`, `abandon ${quoteId(1)}`]);
    expect(bench.counter.state().exchange).toBeNull();
    expect(bench.faults).toHaveLength(1);
    expect(countRows(bench.file).payment).toBe(0);
    expect(bench.desk.quote(quoteId(1))).toBeDefined();
  });

  it.each([
    ['payment-open', { customer: quote(1).customer }],
    ['inquiry-used', { inquiryId: quote(1).inquiryId }],
  ] as const)('a rule of the book: %s, nothing is sent, the line is abandoned', async (code, over) => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.putQuote(2, over);
    bench.fake.byDeadline = () => Promise.resolve(undefined);
    await bench.pay(quoteId(1));
    expect(await bench.pay(quoteId(2))).toEqual({ ok: false, error: { code } });
    expect(bench.fake.asked.slice(-2)).toEqual([`open ${quoteId(2)}`, `abandon ${quoteId(2)}`]);
    expect(countRows(bench.file).payment).toBe(1);
    expect(bench.counter.state().exchange).toBeNull();
  });

  it.each([
    ['midnight passes', (bench: Bench) => bench.clock.pass(60_000)],
    ['the PC’s clock is set', (bench: Bench) => bench.clock.step(-3_600_000)],
  ])('%s while it connects: the quote has expired and is not sent', async (_what, happen) => {
    const bench = saleBench();
    // Half a minute before midnight in Jakarta.
    bench.clock.pass(15 * 3_600_000 - 30_000);
    bench.putQuote(1);
    bench.fake.connect = () => {
      happen(bench);
      return Promise.resolve({ ok: true, value: undefined });
    };
    expect(await bench.pay(quoteId(1))).toEqual({ ok: false, error: { code: 'quote-expired' } });
    expect(bench.sends()).toBe(0);
    expect(bench.fake.asked).toContain(`abandon ${quoteId(1)}`);
    expect(countRows(bench.file).payment).toBe(0);
  });
});

describe('paying twice at once', () => {
  it.each([
    ['the same quote', 1, 'busy'],
    ['another quote', 2, 'busy'],
  ] as const)('%s sends exactly one', async (_what, second, code) => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.putQuote(2);
    const connected = gate<{ ok: true; value: undefined }>();
    bench.fake.connect = () => connected.promise;
    const answer = gate<RawReply | undefined>();
    bench.fake.byDeadline = () => answer.promise;
    const first = bench.pay(quoteId(1));
    const atOnce = await bench.pay(quoteId(second));
    connected.open({ ok: true, value: undefined });
    await settled();
    const whileWaiting = await bench.pay(quoteId(2));
    answer.open(reply('paid'));
    expect(await first).toEqual({ ok: true, value: undefined });
    expect(atOnce).toEqual({ ok: false, error: { code } });
    expect(whileWaiting).toEqual({ ok: false, error: { code: 'busy' } });
    expect(bench.sends()).toBe(1);
    expect(countRows(bench.file).payment).toBe(1);
  });

  it('as a storm of key presses sends exactly one', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    const results = await Promise.all(Array.from({ length: 50 }, () => bench.pay(quoteId(1))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(bench.sends()).toBe(1);
  });
});

describe('no answer by the deadline', () => {
  function unanswered() {
    const bench = saleBench();
    bench.putQuote(1);
    const late = gate<RawReply | undefined>();
    bench.fake.byDeadline = () => Promise.resolve(undefined);
    bench.fake.late = () => late.promise;
    return { bench, late };
  }

  it('is unknown, holds the customer’s place, and sends nothing again', async () => {
    const { bench } = unanswered();
    expect((await bench.pay(quoteId(1))).ok).toBe(true);
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'unknown',
      outcome: { kind: 'unknown', reason: 'no-answer' },
      reply: null,
    });
    expect(bench.counter.state()).toMatchObject({
      exchange: null,
      unresolved: 1,
      billers: [{ connection: 'down' }],
    });
    expect(bench.sends()).toBe(1);
    expect(bench.ledger.printJobs.next('screen')).toBeUndefined();
  });

  it('is settled as paid by a valid late answer, and printed', async () => {
    const { bench, late } = unanswered();
    await bench.pay(quoteId(1));
    bench.clock.pass(minutes(5));
    late.open(reply('paid'));
    await settled();
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'paid',
      reply: reply('paid'),
      settledAt: start + minutes(5),
    });
    expect(bench.ledger.events(quoteId(1)).map(({ to }) => to)).toEqual([
      'quoted',
      'sent',
      'unknown',
      'paid',
    ]);
    expect(bench.ledger.printJobs.latestOf(quoteId(1))?.state).toBe('queued');
    expect(bench.printing.woken).toBe(1);
    expect(bench.counter.state().unresolved).toBe(0);
  });

  it('is settled as rejected by a late answer that is certain', async () => {
    const { bench, late } = unanswered();
    await bench.pay(quoteId(1));
    late.open(reply('rejected'));
    await settled();
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('rejected');
  });

  it('is not changed by a late answer that cannot be read, which is kept all the same', async () => {
    const { bench, late } = unanswered();
    await bench.pay(quoteId(1));
    const before = bench.ledger.events(quoteId(1));
    late.open(reply('<html>'));
    await settled();
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'unknown',
      outcome: { kind: 'unknown', reason: 'no-answer' },
      reply: reply('<html>'),
    });
    expect(bench.ledger.events(quoteId(1))).toEqual(before);
    expect(bench.counter.state().unresolved).toBe(1);
  });

  it('is not changed when no late answer comes', async () => {
    const { bench, late } = unanswered();
    await bench.pay(quoteId(1));
    const before = bench.ledger.payment(quoteId(1));
    late.open(undefined);
    await settled();
    expect(bench.ledger.payment(quoteId(1))).toEqual(before);
  });

  it('lets the next customer be served while the late answer is still awaited', async () => {
    const { bench, late } = unanswered();
    bench.putQuote(2);
    await bench.pay(quoteId(1));
    bench.fake.byDeadline = () => Promise.resolve(reply('paid'));
    bench.fake.late = () => Promise.resolve(undefined);
    expect((await bench.pay(quoteId(2))).ok).toBe(true);
    late.open(reply('paid'));
    await settled();
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('paid');
    expect(bench.ledger.payment(quoteId(2))?.state).toBe('paid');
  });

  it('with the ledger closed before the late answer came ends in a note, not in a crash', async () => {
    const { bench, late } = unanswered();
    await bench.pay(quoteId(1));
    bench.close();
    late.open(reply('paid'));
    await settled();
    // Neither the reply nor the count of open payments could be had from it.
    expect(bench.faults).toHaveLength(3);
  });
});

describe('what goes wrong after the first byte', () => {
  it('in the commit of the outcome: the payment stays sent with its reply, and paying does not fail', async () => {
    const bench = saleBench((ledger) => ({
      ...ledger,
      settle() {
        throw new Error('disk I/O error');
      },
    }));
    bench.putQuote(1);
    expect((await bench.pay(quoteId(1))).ok).toBe(true);
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'sent',
      reply: reply('paid'),
      outcome: null,
    });
    expect(bench.ledger.printJobs.latestOf(quoteId(1))).toBeUndefined();
    expect(bench.printing.woken).toBe(0);
    expect(bench.faults).toHaveLength(2);
    expect(bench.counter.state().exchange).toBeNull();
  });

  it('in the commit of the outcome: the payment counts as unresolved', async () => {
    const bench = saleBench((ledger) => ({
      ...ledger,
      settle() {
        throw new Error('disk I/O error');
      },
    }));
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    expect(bench.counter.state().unresolved).toBe(1);
  });

  it('in the commit of what the reply says: the payment is unknown, so that it is asked after', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    const tooLong = 'x'.repeat(301);
    bench.fake.read = () => ({ outcome: { kind: 'unknown', reason: 'unclear-answer', text: tooLong } });
    await bench.pay(quoteId(1));
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'unknown',
      reply: reply('paid'),
      outcome: { reason: 'unreadable-reply' },
    });
  });

  it('in the commit of the raw reply: it is not read, so that no outcome is believed that could be lost', async () => {
    const bench = saleBench((ledger) => ({
      ...ledger,
      recordReply() {
        throw new Error('disk I/O error');
      },
    }));
    bench.putQuote(1);
    expect((await bench.pay(quoteId(1))).ok).toBe(true);
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({ state: 'unknown', reply: null });
    expect(bench.fake.asked).not.toContain(`read ${quoteId(1)}`);
  });

  it('in reading the reply: the payment stays sent with its reply for the next start', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.fake.read = () => {
      throw new Error('a bug in the reader');
    };
    expect((await bench.pay(quoteId(1))).ok).toBe(true);
    expect(bench.ledger.payment(quoteId(1))?.reply).toEqual(reply('paid'));
    expect(bench.ledger.openPayments()).toHaveLength(1);
    expect(bench.counter.state().exchange).toBeNull();
  });

  it('in composing the receipt: the payment is paid all the same, and can be printed from the book', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.printing.encode = () => {
      throw new Error('a bug in composing');
    };
    expect((await bench.pay(quoteId(1))).ok).toBe(true);
    const raw = rawConnection(bench.file);
    expect(raw.prepare('SELECT state FROM payment').all()).toEqual([{ state: 'paid' }]);
    expect(raw.prepare('SELECT count(*) AS n FROM print_job').get()).toEqual({ n: 0 });
    expect(bench.printing.woken).toBe(0);
    expect(bench.faults).toHaveLength(1);
  });

  it('in the sending itself: the payment is unknown, which is an outcome and no problem', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.fake.onSend = () => {
      throw new Error('a bug on the line');
    };
    expect(await bench.pay(quoteId(1))).toEqual({ ok: true, value: undefined });
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('unknown');
    expect(bench.counter.state()).toMatchObject({ exchange: null, unresolved: 1 });
    expect(bench.sends()).toBe(1);
  });
});

describe('cash', () => {
  it('is what was told last, and stands in the book', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.desk.tender(quoteId(1), rupiah(303_500));
    await bench.pay(quoteId(1));
    expect(bench.ledger.payment(quoteId(1))?.cash).toBe(303_500);
    expect(bench.ledger.printJobs.find(jobId(1))).toBeUndefined();
  });
});
