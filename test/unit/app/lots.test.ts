import { describe, expect, it } from 'vitest';
import { a4DocumentSchema } from '../../../shared/a4/a4-document.ts';
import { lotInBriefSchema, lotSchema, type Lot } from '../../../shared/contract/lots.ts';
import { rupiah } from '../../../shared/money.ts';
import { err, ok } from '../../../shared/result.ts';
import { lotRecapSchema } from '../../../shared/lot/lot-recap.ts';
import { lotRecapDocument } from '../../../shared/receipt/lot-recap-slip.ts';
import { gate } from './fake-biller.ts';
import { member, numberOf, owes, togetherBench, value, type Fate } from './together-bench.ts';

type Bench = ReturnType<typeof togetherBench>;

/** A lot of the customers of these numbers, in one group. */
function opened(numbers: readonly number[], fates: Readonly<Record<number, Fate>> = {}) {
  const bench = togetherBench(fates);
  const members = numbers.map((n) => member(numberOf(n)));
  const group = value(bench.groups.save(null, { name: 'RT 03', collector: 'Pak Joko', members }));
  return { bench, lot: value(bench.lots.open([group])) };
}

const viewOf = (bench: Bench, lot: number): Lot => lotSchema.parse(value(bench.lots.find(lot)));
const states = (bench: Bench, lot: number) => viewOf(bench, lot).lines.map(({ state }) => state);
const briefOf = ({ counter }: Bench) => lotInBriefSchema.parse(counter.state().lot);

async function inquire(bench: Bench, lot: number): Promise<void> {
  value(bench.lots.inquire(lot));
  await bench.lots.settled();
}
async function pay(bench: Bench, lot: number): Promise<void> {
  value(bench.lots.pay(lot));
  await bench.lots.settled();
}

describe('a lot', () => {
  it('inquires all, pays all one after another, and sums it up by collector', async () => {
    const { bench, lot } = opened([1, 2, 3]);
    await inquire(bench, lot);
    expect(viewOf(bench, lot)).toMatchObject({
      stage: 'idle',
      sums: { billed: { count: 3, amount: 306_000 }, chosen: { count: 3 } },
    });
    await pay(bench, lot);
    expect(states(bench, lot)).toEqual(['paid', 'paid', 'paid']);
    const recap = lotRecapSchema.parse(value(bench.lots.recap(lot)));
    expect(recap.collectors).toMatchObject([
      { collector: 'Pak Joko', sums: { paid: { count: 3, amount: 306_000 } } },
    ]);
    const [slip] = lotRecapDocument(recap, 'WIB').slips;
    for (const { spans } of slip?.lines ?? [])
      expect(spans.map(({ text }) => text).join('').length).toBeLessThanOrEqual(32);
    expect(bench.lots.printRecap(lot)).toEqual(ok(undefined));
    const id = viewOf(bench, lot).lines[1]?.payment;
    expect(id === null || id === undefined ? undefined : bench.lots.ofPayment(id)).toMatchObject({
      of: 'lot',
      lot,
      nth: 2,
    });
  });

  it('goes on A4 with what each collector’s lines come to, and every line with what became of it', async () => {
    const { bench, lot } = opened([1, 2, 3], { 2: 'rejected' });
    await inquire(bench, lot);
    await pay(bench, lot);
    expect(await bench.saveLotRecap(lot)).toEqual(ok({ path: `/stick/kolektif-${lot}.pdf` }));
    const [{ name, format, document } = { name: '', format: '', document: {} }] = bench.saved;
    expect([name, format]).toEqual([`kolektif-${lot}`, 'pdf']);
    const { title, tables, notes } = a4DocumentSchema.parse(document);
    expect(title).toBe(`Rekap kolektif ${lot}`);
    const [sums, lines] = tables;
    expect(sums?.rows).toEqual([['Pak Joko', 3, 2, owes(1) + owes(3), 0, 0, 1, owes(2), 0, 0]]);
    expect(lines?.rows.map((row) => [row[0], row[3], row[5], row[6]])).toEqual([
      ['1', numberOf(1), owes(1), 'terbayar'],
      ['2', numberOf(2), owes(2), 'ditolak'],
      ['3', numberOf(3), owes(3), 'terbayar'],
    ]);
    expect(notes.some((note) => note.startsWith('LATIHAN'))).toBe(bench.ledger.kind !== 'live');
    expect(await bench.saveLotRecap(999)).toEqual(err({ code: 'no-such-lot' }));
  });

  it('asks no more at once than is set, and one after another who forbids more', async () => {
    for (const [limit, alone] of [
      [3, false],
      [8, true],
    ] as const) {
      const { bench, lot } = opened([1, 2, 3, 4, 5, 6]);
      bench.printing.shop = { ...bench.printing.shop, lotAsksAtOnce: limit };
      Object.assign(bench.fake.biller, { asksOneAtATime: alone });
      const { answer } = bench.fake;
      let now = 0;
      let most = 0;
      bench.fake.answer = async (aborted) => {
        now += 1;
        most = Math.max(most, now);
        const found = await answer(aborted);
        await new Promise<void>((resolve) => setImmediate(resolve));
        now -= 1;
        return found;
      };
      await inquire(bench, lot);
      expect(most).toBe(alone ? 1 : limit);
      expect(briefOf(bench)).toMatchObject({ billed: 6, run: { total: 6, done: 6, timeLeft: null } });
    }
  });

  it('stops when it is stopped: what is under way is broken off, and nothing is begun', async () => {
    const { bench, lot } = opened([1, 2, 3, 4, 5, 6]);
    bench.fake.answer = (aborted) =>
      new Promise((resolve) =>
        aborted.addEventListener('abort', () => resolve(err({ code: 'abandoned' })), { once: true }),
      );
    value(bench.lots.inquire(lot));
    expect(briefOf(bench).stage).toBe('asking');
    value(bench.lots.stop(lot));
    await bench.lots.settled();
    expect(bench.fake.asked.filter((each) => each.startsWith('inquire')).length).toBe(4);
    expect(briefOf(bench)).toMatchObject({ stage: 'halted', halt: { because: 'stopped' } });
    expect(states(bench, lot)).toEqual(Array.from({ length: 6 }, () => 'waiting'));
  });

  it('is inquired beside the counter’s own sale, whose waiting and whose stop are its own', async () => {
    const { bench, lot } = opened([1, 2]);
    const { answer } = bench.fake;
    const open = gate<void>();
    bench.fake.answer = async (aborted) => {
      await open.promise;
      return answer(aborted);
    };
    value(bench.lots.inquire(lot));
    expect(bench.counter.state().exchange).toBeNull();
    bench.fake.answer = (aborted) =>
      new Promise((resolve) =>
        aborted.addEventListener('abort', () => resolve(err({ code: 'abandoned' })), { once: true }),
      );
    const own = bench.sale.inquire({ product: 'pln-postpaid', number: numberOf(9) });
    expect(bench.counter.state().exchange?.kind).toBe('inquiry');
    bench.sale.abandon();
    expect(await own).toEqual(err({ code: 'abandoned' }));
    open.open();
    await bench.lots.settled();
    expect(briefOf(bench).billed).toBe(2);
  });

  it('leaves out by itself what is twice in it, paid lately or unresolved, and takes none of that in', async () => {
    const { bench, lot } = opened([1, 2, 1, 3, 4], { 3: 'unknown' });
    // The second was paid at the counter, the third's payment is not known.
    for (const n of [2, 3]) {
      const id = await bench.quoted(n);
      bench.sale.tender(id, rupiah(owes(n)));
      value(await bench.pay(id));
    }
    await inquire(bench, lot);
    const codes = viewOf(bench, lot).lines.map(({ obstacles }) => obstacles.map(({ code }) => code));
    expect(codes[0]).toEqual([]);
    expect(codes[1]).toContain('doubt');
    expect(codes[2]).toEqual(['duplicate']);
    expect(codes[3]).toContain('unresolved');
    for (const nth of [2, 3, 4])
      expect(bench.lots.choose(lot, [nth], true)).toEqual(err({ code: 'not-safe' }));
    await pay(bench, lot);
    expect(states(bench, lot)).toEqual(['paid', 'billed', 'billed', 'failed', 'paid']);
    for (const n of [1, 2, 3, 4]) expect(bench.sentTo(n)).toBe(1);
  });

  it('says from which line on the deposit is too small, and leaves those out until they are taken in', async () => {
    const { bench, lot } = opened([1, 2, 3]);
    bench.notes.deposit('teleanjar', rupiah(owes(1) + owes(2) - 1));
    await inquire(bench, lot);
    expect(viewOf(bench, lot).shortDeposits).toEqual([
      { biller: 'teleanjar', deposit: owes(1) + owes(2) - 1, needed: owes(1) + owes(2) + owes(3), from: 2 },
    ]);
    expect(viewOf(bench, lot).lines.map(({ isChosen }) => isChosen)).toEqual([true, false, false]);
    expect(value(bench.lots.choose(lot, [2], true)).lines.map(({ isChosen }) => isChosen)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('stops and asks at the first unknown, and after two in a row that were not sent', async () => {
    const first = opened([1, 2, 3], { 1: 'unknown' });
    await inquire(first.bench, first.lot);
    await pay(first.bench, first.lot);
    expect(briefOf(first.bench)).toMatchObject({ stage: 'halted', halt: { because: 'unknown' } });
    expect(first.bench.sends()).toBe(1);
    value(first.bench.lots.answer(first.lot, true));
    await first.bench.lots.settled();
    expect(states(first.bench, first.lot)).toEqual(['unknown', 'paid', 'paid']);

    const second = opened([1, 2, 3, 4], { 1: 'not-sent', 2: 'not-sent' });
    await inquire(second.bench, second.lot);
    await pay(second.bench, second.lot);
    expect(briefOf(second.bench)).toMatchObject({ stage: 'halted', halt: { because: 'not-sent-twice' } });
    expect(states(second.bench, second.lot)).toEqual(['not-sent', 'not-sent', 'billed', 'billed']);
    value(second.bench.lots.answer(second.lot, false));
    expect(briefOf(second.bench).stage).toBe('idle');
  });

  it('pauses with the reason where nothing may be sold any more', async () => {
    const { bench, lot } = opened([1, 2, 3]);
    await inquire(bench, lot);
    const { byDeadline } = bench.fake;
    bench.fake.byDeadline = () => {
      bench.selling.stop('unsaved');
      return byDeadline();
    };
    await pay(bench, lot);
    expect(briefOf(bench)).toMatchObject({
      stage: 'halted',
      halt: { because: 'hindered', problem: 'selling-stopped' },
    });
    expect(states(bench, lot)).toEqual(['paid', 'billed', 'billed']);
  });

  it('keeps what is paid over a restart, and inquires the rest anew', async () => {
    const { bench, lot } = opened([1, 2, 3], { 2: 'unknown' });
    await inquire(bench, lot);
    await pay(bench, lot);
    const before = viewOf(bench, lot).lines.map(({ payment }) => payment);
    for (const { quote } of bench.ledger.lots.lines(lot)) if (quote !== null) bench.desk.removeQuote(quote);
    bench.ledger.expireQuotes(bench.clock.now());
    const next = bench.join();
    expect(briefOf(bench)).toMatchObject({ stage: 'halted', halt: { because: 'restarted' } });
    expect(value(next.lots.find(lot)).lines[2]).toMatchObject({
      obstacles: [{ code: 'expired' }],
      isChosen: false,
    });
    expect(next.lots.pay(lot)).toEqual(err({ code: 'nothing-to-pay' }));
    value(next.lots.inquire(lot));
    await next.lots.settled();
    value(next.lots.pay(lot));
    await next.lots.settled();
    const view = value(next.lots.find(lot));
    expect(view.lines.map(({ state }) => state)).toEqual(['paid', 'unknown', 'paid']);
    expect(view.lines.slice(0, 2).map(({ payment }) => payment)).toEqual(before.slice(0, 2));
    for (const n of [1, 2, 3]) expect(bench.sentTo(n)).toBe(1);
  });

  it('is one at a time, and closed for good', async () => {
    const { bench, lot } = opened([1]);
    const group = bench.groups.all()[0]?.number ?? 0;
    expect(bench.lots.open([group])).toEqual(err({ code: 'lot-open' }));
    value(bench.lots.close(lot));
    expect(bench.counter.state().lot).toBeNull();
    expect(bench.lots.inquire(lot)).toEqual(err({ code: 'lot-closed' }));
    expect(value(bench.lots.open([group]))).not.toBe(lot);
    expect(bench.lots.former(null).map(({ lines }) => lines)).toEqual([1, 1]);
    expect(bench.lots.find(99)).toEqual(err({ code: 'no-such-lot' }));
  });
});
