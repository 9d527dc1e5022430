import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCustomerDisplay, thanksMs } from '../../../electron/app/customer-display.ts';
import type { RawReply } from '../../../electron/billers/biller.ts';
import { customerViewSchema, type CustomerView } from '../../../shared/customer-display/customer-view.ts';
import type { Found } from '../../../shared/contract/contract.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { rupiah } from '../../../shared/money.ts';
import { amountDue, type Quote } from '../../../shared/payment/quote.ts';
import { err, ok } from '../../../shared/result.ts';
import { staffIdSchema } from '../../../shared/staff/staff.ts';
import { reply } from '../ledger/documents.ts';
import { billsFound, denominationsFound, gate, type Gate } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';
import { fakeTimers } from './staff-bench.ts';

type Kind = CustomerView['shown']['kind'];
/** Who is served, at which stage, and whether they have gone. */
interface Served {
  readonly n: number;
  readonly quote: Quote;
  readonly stage: Kind;
  readonly isOver: boolean;
}
const sari = { id: staffIdSchema.parse('0a1b2c3d'), name: 'Sari', role: 'cashier' } as const;
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

const nameOf = (n: number): string => `PELANGGAN KE-${n}.`;
const numberOf = (n: number): string => String(530_000_000_000 + n);

/** A whole sale, and the display that hangs on it. Every customer has a name, a number and an amount of their own. */
function bench() {
  const sale = saleBench();
  const timers = fakeTimers(sale.clock);
  const told: CustomerView[] = [];
  const display = createCustomerDisplay({
    inHand: sale.inHand,
    counter: sale.counter,
    shop: () => sale.printing.shop,
    display: () => ({ screen: 'other', showsToken: true, words: '' }),
    after: (ms, work) => timers.after(ms, work),
    tell: (view) => void told.push(customerViewSchema.parse(view)),
    log: sale.log,
  });
  let customers = 0;
  const deadlines: Gate<RawReply | undefined>[] = [];
  const lates: { readonly n: number; readonly gate: Gate<RawReply | undefined> }[] = [];
  return {
    ...sale,
    timers,
    told,
    display,
    /** Asks for the next customer's bill, or for what they may choose from. */
    async inquire(kind: 'bills' | 'denominations'): Promise<{ n: number; found: Found | undefined }> {
      customers += 1;
      const n = customers;
      const customer = { identity: numberOf(n), name: nameOf(n), details: [] };
      const inquiryId = `RESP-${n}`;
      const amount = rupiah(100_000 + n * 1000);
      const adminFee = rupiah(2500);
      const bills = [{ amount, adminFee, total: rupiah(amount + adminFee) }];
      sale.fake.answer = () =>
        Promise.resolve(
          ok(
            kind === 'bills'
              ? { ...billsFound, customer, inquiryId, bills }
              : { ...denominationsFound, customer, inquiryId, denominations: [amount] },
          ),
        );
      const product = kind === 'bills' ? 'pln-postpaid' : 'pln-prepaid';
      const found = await sale.sale.inquire({ product, number: numberOf(n) });
      return { n, found: found.ok ? found.value : undefined };
    },
    startPaying(n: number, quote: QuoteId) {
      const byDeadline = gate<RawReply | undefined>();
      const late = gate<RawReply | undefined>();
      sale.fake.byDeadline = () => byDeadline.promise;
      sale.fake.late = () => late.promise;
      deadlines.push(byDeadline);
      lates.push({ n, gate: late });
      return sale.pay(quote);
    },
    deadlines,
    lates,
    lock: () => sale.counter.change({ signsIn: true, present: null }),
    unlock: () => sale.counter.change({ signsIn: true, present: sari }),
  };
}

describe('the customer’s display', () => {
  it('goes from the bill to the thanks, and forgets whom it thanked after thirty seconds', async () => {
    const b = bench();
    const { found } = await b.inquire('bills');
    if (found?.kind !== 'quote') throw new Error('no bill');
    expect(b.display.view().shown).toMatchObject({ kind: 'bill', cash: null, amount: 103_500 });
    b.sale.tender(found.quote.id, rupiah(120_000));
    expect(b.display.view().shown).toMatchObject({ cash: { given: 120_000, change: 16_500 } });
    const paying = b.startPaying(1, found.quote.id);
    await settle();
    expect(b.display.view().shown.kind).toBe('paying');
    b.deadlines[0]?.open(reply('paid'));
    await paying;
    await settle();
    expect(b.display.view().shown).toMatchObject({ kind: 'paid', cash: { given: 120_000, change: 16_500 } });
    b.timers.pass(thanksMs - 1);
    expect(b.display.view().shown.kind).toBe('paid');
    b.timers.pass(1);
    expect(b.display.view().shown).toEqual({ kind: 'idle' });
  });

  it('does not say that it is paying while what must be confirmed first is asked', async () => {
    const b = bench();
    const { found } = await b.inquire('bills');
    if (found?.kind !== 'quote') throw new Error('no bill');
    const refused = await b.pay(found.quote.id);
    expect(refused).toEqual(err({ code: 'cash-missing' }));
    await settle();
    expect(b.told.map(({ shown }) => shown.kind)).toEqual(['bill']);
  });

  it('is no hindrance to a payment where it fails', async () => {
    const b = bench();
    const { found } = await b.inquire('bills');
    if (found?.kind !== 'quote') throw new Error('no bill');
    b.sale.tender(found.quote.id, rupiah(120_000));
    b.inHand.onChange(() => undefined);
    const broken = createCustomerDisplay({
      inHand: b.inHand,
      counter: b.counter,
      shop: () => b.printing.shop,
      display: () => ({ screen: 'other', showsToken: false, words: '' }),
      after: () => () => undefined,
      tell: () => {
        throw new Error('the window is gone');
      },
      log: b.log,
    });
    expect(await b.pay(found.quote.id)).toEqual(ok(undefined));
    expect(broken.view().shown.kind).not.toBe('idle');
    expect(b.faults).not.toEqual([]);
  });

  it('shows the newest sale and nobody else’s, whatever happens in whichever order', async () => {
    type Step =
      | 'bill'
      | 'token'
      | 'enough'
      | 'short'
      | 'pay'
      | 'paid'
      | 'rejected'
      | 'silence'
      | 'late'
      | 'lock'
      | 'unlock'
      | 'leave'
      | 'type'
      | 'back'
      | 'abandon'
      | 'wait';
    const steps = fc.array(
      fc.constantFrom<Step>(
        'bill',
        'bill',
        'token',
        'enough',
        'enough',
        'short',
        'pay',
        'pay',
        'paid',
        'rejected',
        'silence',
        'late',
        'late',
        'lock',
        'unlock',
        'leave',
        'type',
        'back',
        'abandon',
        'wait',
      ),
      { minLength: 6, maxLength: 24, size: 'max' },
    );
    const seen = new Set<Kind>();
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const b = bench();
        /** What this test believes. */
        let current = null as Served | null;
        let isLocked = false;
        let paying = null as { readonly done: Promise<unknown> } | null;
        const isOutcome = (kind: Kind): boolean => ['paid', 'unsure', 'refused'].includes(kind);

        for (const step of all) {
          switch (step) {
            case 'bill':
            case 'token': {
              const { n, found } = await b.inquire(step === 'bill' ? 'bills' : 'denominations');
              if (paying !== null) {
                expect(found).toBeUndefined();
                break;
              }
              if (found?.kind === 'quote') current = { n, quote: found.quote, stage: 'bill', isOver: false };
              if (found?.kind === 'offer') {
                const chosen = b.sale.choose(found.offer.id, found.offer.denominations[0] ?? rupiah(0));
                if (!chosen.ok) throw new Error(chosen.error.code);
                current = { n, quote: chosen.value, stage: 'bill', isOver: false };
              }
              break;
            }
            case 'enough':
            case 'short':
              if (current !== null)
                b.sale.tender(current.quote.id, step === 'enough' ? rupiah(200_000) : rupiah(1));
              break;
            case 'pay': {
              if (current === null || paying !== null || current.stage !== 'bill') break;
              b.sale.tender(current.quote.id, rupiah(200_000));
              const done = b.startPaying(current.n, current.quote.id);
              await settle();
              expect(b.counter.state().exchange?.kind).toBe('payment');
              paying = { done };
              current = { ...current, stage: 'paying' };
              break;
            }
            case 'paid':
            case 'rejected':
            case 'silence': {
              if (paying === null || current === null) break;
              b.deadlines.at(-1)?.open(step === 'silence' ? undefined : reply(step));
              await paying.done;
              paying = null;
              const stage = { paid: 'paid', rejected: 'refused', silence: 'unsure' } as const;
              current = { ...current, stage: stage[step], isOver: current.isOver || isLocked };
              break;
            }
            case 'late': {
              // The oldest payment that nobody has answered: mostly a former customer's.
              if (paying !== null && b.lates.length === 1) break;
              const late = b.lates.shift();
              late?.gate.open(reply('paid'));
              await settle();
              if (current !== null && late?.n === current.n && current.stage === 'unsure')
                current = { ...current, stage: 'paid' };
              break;
            }
            case 'lock':
              b.lock();
              isLocked = true;
              if (current !== null && isOutcome(current.stage)) current = { ...current, isOver: true };
              break;
            case 'unlock':
              b.unlock();
              isLocked = false;
              break;
            case 'leave':
            case 'back':
            case 'type': {
              const to = { leave: 'number', back: 'offer', type: 'next-number' } as const;
              b.inHand.leave(to[step]);
              if (paying !== null || current === null) break;
              current = step === 'type' ? { ...current, isOver: true } : null;
              break;
            }
            case 'abandon':
              b.sale.abandon();
              break;
            case 'wait':
              b.timers.pass(thanksMs);
              if (current !== null && isOutcome(current.stage)) current = { ...current, isOver: true };
              break;
          }
          await settle();
          const view = b.display.view();
          // What it was told last is what it shows.
          if (b.told.length > 0) expect(b.told.at(-1)).toEqual(view);
          const text = JSON.stringify(b.told.length > 0 ? b.told.at(-1) : view);
          const wanted = current === null || current.isOver || isLocked ? 'idle' : current.stage;
          seen.add(wanted);
          expect([step, view.shown.kind]).toEqual([step, wanted]);
          expect(text).not.toMatch(/\d{12}/);
          for (let n = 1; n <= all.length; n += 1)
            expect([n, text.includes(nameOf(n))]).toEqual([n, wanted !== 'idle' && n === current?.n]);
          if (view.shown.kind !== 'idle' && current !== null)
            expect(view.shown.amount).toBe(amountDue(current.quote));
        }
      }),
      // Each outcome is seen at least here, whatever chance picks.
      {
        numRuns: 60,
        examples: [[['bill', 'pay', 'paid']], [['bill', 'pay', 'rejected']], [['bill', 'pay', 'silence']]],
      },
    );
    expect([...seen].toSorted()).toEqual(['bill', 'idle', 'paid', 'paying', 'refused', 'unsure']);
  }, 120_000);

  it('does not take a bill that came after the cashier had left', async () => {
    const b = bench();
    const answer = gate<void>();
    const { fake } = b;
    const asked = b.inquire('bills');
    b.inHand.leave('number');
    answer.open();
    await asked;
    expect(fake.asked).toHaveLength(1);
    expect(b.display.view().shown).toEqual({ kind: 'idle' });
  });
});
