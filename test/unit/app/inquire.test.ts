import { describe, expect, it } from 'vitest';
import { newOfferId, newQuoteId } from '../../../electron/app/new-id.ts';
import type { Inquiry, InquiryProblem } from '../../../electron/billers/biller.ts';
import type { SaleProblemCode } from '../../../shared/contract/sale-problem.ts';
import { rupiah } from '../../../shared/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { arming, quote, start } from '../ledger/documents.ts';
import { countRows } from '../ledger/open-ledger.ts';
import { denominationsFound, exchange as inquiryMade, gate } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

const number = '530000000001';
type Answer = Result<Inquiry, InquiryProblem>;

async function foundQuote(bench: ReturnType<typeof saleBench>) {
  const found = await bench.sale.inquire({ product: 'pln-postpaid', number: number });
  if (!found.ok || found.value.kind !== 'quote') throw new Error('no quote');
  return found.value.quote;
}

async function foundOffer(bench: ReturnType<typeof saleBench>) {
  bench.fake.answer = () => Promise.resolve(ok(denominationsFound));
  const found = await bench.sale.inquire({ product: 'pln-prepaid', number: '12345678901' });
  if (!found.ok || found.value.kind !== 'offer') throw new Error('no offer');
  return found.value.offer;
}

describe('an inquiry', () => {
  it('asks the biller for the cleaned number and freezes what it found, until midnight in Jakarta', async () => {
    const bench = saleBench();
    const found = await bench.sale.inquire({ product: 'pln-postpaid', number: '5300-0000 0001\n' });
    expect(bench.fake.asked).toEqual([`inquire pln-postpaid ${number}`]);
    if (!found.ok || found.value.kind !== 'quote') throw new Error('no quote');
    const frozen = found.value.quote;
    expect(frozen).toMatchObject({
      product: 'pln-postpaid',
      biller: 'teleanjar',
      customerNumber: number,
      inquiryId: 'RESP1',
      total: 303_500,
      quotedAt: start,
      expiresAt: Date.parse('2018-06-01T17:00:00Z'),
    });
    expect(bench.desk.quote(frozen.id)).toEqual(frozen);
    expect(bench.ledger.events(frozen.id)).toHaveLength(1);
    expect(bench.counter.state()).toMatchObject({
      exchange: null,
      billers: [{ connection: 'up', deposit: { amount: 900_000, at: start } }],
    });
  });

  it('sums what is owed from the bills, in whole rupiah', async () => {
    const bench = saleBench();
    const bill = (amount: number) => ({
      amount: rupiah(amount),
      adminFee: rupiah(2_500),
      total: rupiah(amount + 2_500),
    });
    const { customer } = quote(1);
    const bills = [bill(500_000), bill(1_050_000), bill(1)];
    bench.fake.answer = () =>
      Promise.resolve(ok({ kind: 'bills', customer, inquiryId: 'R', bills, exchange: inquiryMade }));
    expect((await foundQuote(bench)).total).toBe(1_557_501);
  });

  it.each(['', '5300', '5300000000012', '53000000000O', '5300000000é1', '💥'])(
    'of %j is refused before the biller hears of it',
    async (typed) => {
      const bench = saleBench();
      expect(await bench.sale.inquire({ product: 'pln-postpaid', number: typed })).toEqual({
        ok: false,
        error: { code: 'number-refused' },
      });
      expect(bench.fake.asked).toEqual([]);
      expect(bench.counter.state().revision).toBe(0);
    },
  );

  it('follows the owner’s rule for the number, not the one the program came with', async () => {
    const bench = saleBench();
    const { numberRules } = bench.counter.state();
    const rule = { alphabet: 'letters-and-digits', minLength: 4, maxLength: 6 } as const;
    bench.counter.change({ numberRules: { ...numberRules, 'pln-postpaid': rule } });
    expect((await bench.sale.inquire({ product: 'pln-postpaid', number: number })).ok).toBe(false);
    expect((await bench.sale.inquire({ product: 'pln-postpaid', number: 'AB12' })).ok).toBe(true);
  });

  it('is one at a time: a second is busy and never reaches the biller', async () => {
    const bench = saleBench();
    const answer = gate<Answer>();
    bench.fake.answer = () => answer.promise;
    const first = bench.sale.inquire({ product: 'pln-postpaid', number: number });
    expect(bench.counter.state().exchange).toMatchObject({
      kind: 'inquiry',
      since: start,
      deadline: start + 30_000,
    });
    expect(await bench.sale.inquire({ product: 'pln-postpaid', number: number })).toEqual({
      ok: false,
      error: { code: 'busy' },
    });
    answer.open(ok(denominationsFound));
    expect((await first).ok).toBe(true);
    expect(bench.fake.asked).toHaveLength(1);
    expect((await bench.sale.inquire({ product: 'pln-postpaid', number: number })).ok).toBe(true);
  });

  it('is refused while a payment is under way', async () => {
    const bench = saleBench();
    const exchange = {
      kind: 'payment',
      biller: 'teleanjar',
      phase: 'waiting',
      since: start,
      deadline: start,
    } as const;
    bench.counter.change({ exchange });
    expect(await bench.sale.inquire({ product: 'pln-postpaid', number: number })).toEqual({
      ok: false,
      error: { code: 'busy' },
    });
    expect(bench.fake.asked).toEqual([]);
  });

  it('that is abandoned tells the biller so, and the counter is free again', async () => {
    const bench = saleBench();
    bench.fake.answer = (abandoned) =>
      new Promise<Answer>((resolve) => {
        abandoned.addEventListener('abort', () => resolve(err({ code: 'abandoned' })));
      });
    const asked = bench.sale.inquire({ product: 'pln-postpaid', number: number });
    bench.sale.abandon();
    expect(await asked).toEqual({ ok: false, error: { code: 'abandoned' } });
    expect(bench.counter.state()).toMatchObject({ exchange: null, billers: [{ connection: 'untried' }] });
    expect(countRows(bench.file).quote).toBe(0);
  });

  it('that is over cannot be abandoned, and abandoning nothing does nothing', async () => {
    const bench = saleBench();
    bench.sale.abandon();
    let signal: AbortSignal | undefined;
    bench.fake.answer = (abandoned) => {
      signal = abandoned;
      return Promise.resolve(ok(denominationsFound));
    };
    await bench.sale.inquire({ product: 'pln-prepaid', number: '12345678901' });
    bench.sale.abandon();
    expect(signal?.aborted).toBe(false);
  });

  it.each([
    ['no-connection', 'down'],
    ['no-answer', 'down'],
    ['unreadable-reply', 'up'],
    ['mismatched-reply', 'up'],
    ['refused-by-biller', 'up'],
    ['not-set-up', 'untried'],
    ['abandoned', 'untried'],
  ] as const)(
    'that fails as %s says so, leaves no quote, and shows the line as %s',
    async (code, connection) => {
      const bench = saleBench();
      const problem = { code, billerCode: '14', billerText: 'IDPEL SALAH' } as const;
      bench.fake.answer = () => Promise.resolve(err(problem));
      expect(await bench.sale.inquire({ product: 'pln-postpaid', number: number })).toEqual({
        ok: false,
        error: problem,
      });
      expect(bench.counter.state()).toMatchObject({
        exchange: null,
        billers: [{ connection, deposit: null }],
      });
      expect(countRows(bench.file).quote).toBe(0);
    },
  );

  it('says that the accounts are locked, where they are stored and not open', async () => {
    const bench = saleBench();
    bench.fake.answer = () => Promise.resolve(err({ code: 'not-set-up' }));
    bench.counter.change({ ledger: 'sandbox', vault: { kind: 'passphrase-asked' } });
    expect(await bench.sale.inquire({ product: 'pln-postpaid', number: number })).toEqual({
      ok: false,
      error: { code: 'vault-locked' },
    });
    expect(countRows(bench.file).quote).toBe(0);
  });

  it('leaves the counter free even when the biller’s code throws', async () => {
    const bench = saleBench();
    bench.fake.answer = () => Promise.reject(new Error('a bug'));
    await bench.sale.inquire({ product: 'pln-postpaid', number: number }).catch(() => undefined);
    expect(bench.counter.state().exchange).toBeNull();
  });

  it('whose quote the ledger does not take is a ledger fault, and nothing can be paid', async () => {
    const bench = saleBench((ledger) => ({
      ...ledger,
      addQuote() {
        throw new Error('disk full');
      },
    }));
    expect(await bench.sale.inquire({ product: 'pln-postpaid', number: number })).toEqual({
      ok: false,
      error: { code: 'ledger-fault' },
    });
    expect(bench.faults).toHaveLength(1);
    expect(countRows(bench.file)).toMatchObject({ quote: 0, event: 0 });
  });
});

describe('choosing a denomination', () => {
  it('shows the window nothing of the biller’s inquiry', async () => {
    const offer = await foundOffer(saleBench());
    expect(JSON.stringify(offer)).not.toContain('RESP1');
  });

  it('makes a quote of its own for each, of what was offered and the fee once', async () => {
    const bench = saleBench();
    const offer = await foundOffer(bench);
    const quotes = offer.denominations.map((denomination) => {
      const chosen = bench.sale.choose(offer.id, denomination);
      if (!chosen.ok) throw new Error(chosen.error.code);
      return chosen.value;
    });
    expect(new Set(quotes.map(({ id }) => id)).size).toBe(3);
    expect(quotes.map(({ total }) => total)).toEqual([22_500, 52_500, 102_500]);
    for (const [index, each] of quotes.entries()) {
      expect(each.denomination).toBe(offer.denominations[index]);
      expect(each.inquiryId).toBe('RESP1');
      expect(each.bills).toEqual([{ amount: each.denomination, adminFee: 2_500, total: each.total }]);
      expect(bench.desk.quote(each.id)).toEqual(each);
    }
    expect(countRows(bench.file).quote).toBe(3);
  });

  it.each([0, 1, 20_001, 19_999, 1_000_000])('refuses %d, which was not offered', async (amount) => {
    const bench = saleBench();
    const offer = await foundOffer(bench);
    expect(bench.sale.choose(offer.id, rupiah(amount))).toEqual({
      ok: false,
      error: { code: 'denomination-not-offered' },
    });
    expect(countRows(bench.file).quote).toBe(0);
  });

  it('of an offer that is not there is refused', async () => {
    const bench = saleBench();
    await foundOffer(bench);
    expect(bench.sale.choose(newOfferId(), rupiah(20_000))).toEqual({
      ok: false,
      error: { code: 'offer-gone' },
    });
  });

  it('of yesterday’s inquiry is refused: it would be paid on another day than it was asked', async () => {
    const bench = saleBench();
    const offer = await foundOffer(bench);
    bench.clock.pass(24 * 3_600_000);
    const chosen = bench.sale.choose(offer.id, rupiah(20_000));
    expect(chosen.ok ? undefined : chosen.error.code).toBe('offer-gone' satisfies SaleProblemCode);
  });

  it('does not lengthen the four hours of its inquiry', async () => {
    const bench = saleBench();
    const offer = await foundOffer(bench);
    bench.clock.pass(3 * 3_600_000);
    const chosen = bench.sale.choose(offer.id, rupiah(20_000));
    if (!chosen.ok) throw new Error(chosen.error.code);
    expect(bench.desk.isExpired(chosen.value.id)).toBe(false);
    bench.clock.pass(3_600_000);
    expect(bench.desk.isExpired(chosen.value.id)).toBe(true);
  });

  it('that the ledger does not take is a ledger fault', async () => {
    const bench = saleBench((ledger) => ({
      ...ledger,
      addQuote() {
        throw new Error('disk full');
      },
    }));
    const offer = await foundOffer(bench);
    expect(bench.sale.choose(offer.id, rupiah(20_000))).toEqual({
      ok: false,
      error: { code: 'ledger-fault' },
    });
  });
});

describe('telling the cash', () => {
  it.each([
    [303_500, 0],
    [303_501, 1],
    [350_000, 46_500],
  ])('of %d for a bill of 303.500 gives %d back', async (cash, change) => {
    const bench = saleBench();
    const { id } = await foundQuote(bench);
    expect(bench.sale.tender(id, rupiah(cash))).toEqual({ ok: true, value: { change } });
    expect(bench.desk.cash(id)).toBe(cash);
  });

  it.each([0, 1, 303_499])('of %d is too little, and takes back what was told before', async (cash) => {
    const bench = saleBench();
    const { id } = await foundQuote(bench);
    bench.sale.tender(id, rupiah(350_000));
    expect(bench.sale.tender(id, rupiah(cash))).toEqual({ ok: false, error: { code: 'cash-short' } });
    expect(bench.desk.cash(id)).toBeUndefined();
    expect(await bench.pay(id)).toEqual({ ok: false, error: { code: 'cash-missing' } });
    expect(bench.sends()).toBe(0);
  });

  it('for a quote that is not there is refused', async () => {
    const bench = saleBench();
    expect(bench.sale.tender(newQuoteId(), rupiah(1))).toEqual({ ok: false, error: { code: 'quote-gone' } });
  });

  it('commits nothing: only paying does', async () => {
    const bench = saleBench();
    const { id } = await foundQuote(bench);
    const before = countRows(bench.file);
    bench.sale.tender(id, rupiah(350_000));
    expect(countRows(bench.file)).toEqual(before);
    expect(bench.ledger.arm(arming(1, { quote: id })).ok).toBe(true);
  });
});
