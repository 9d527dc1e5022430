import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notePapers } from '../../../electron/app/note-printing.ts';
import type { PrintDelivery, Printer } from '../../../electron/printing/printer.ts';
import { createPrintQueue } from '../../../electron/printing/queue.ts';
import { paperAnswers, type PaperAnswer } from '../../../shared/contract/printing.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import type { PrinterId } from '../../../shared/printing/printing-settings.ts';
import { minutes, quoteId } from '../ledger/documents.ts';
import { createManualTimers, settled } from '../printing/manual-timers.ts';
import { saleBench } from './sale-bench.ts';
import { office, till, tillAs, twoPrinters } from './two-printers.ts';

/** Ways to be set up that a shop could have one after the other. */
const setups = {
  till: twoPrinters(),
  office: twoPrinters({ receipts: 'office' }),
  wider: tillAs(printerProfiles['80mm']),
  tillGone: twoPrinters({ printers: [office], receipts: 'office' }),
  officeGone: twoPrinters({ printers: [till], reports: 'till' }),
} as const;

/** What comes of bytes that a printer is given. */
const moods = {
  prints: { state: 'printed' },
  isSilent: { state: 'sent' },
  isOff: { state: 'failed', problem: 'unplugged' },
  jams: { state: 'uncertain', problem: 'stalled' },
} as const satisfies Record<string, PrintDelivery>;
/** `isBusy`: it takes the bytes and does not come to an end before its mood is another. */
type Mood = keyof typeof moods | 'isBusy';
const allMoods: readonly Mood[] = ['prints', 'isSilent', 'isOff', 'jams', 'isBusy'];

type Step =
  | { readonly kind: 'reprint' }
  | { readonly kind: 'answer'; readonly answer: PaperAnswer }
  | { readonly kind: 'set-up'; readonly as: keyof typeof setups }
  | { readonly kind: 'mood'; readonly printer: 'till' | 'office'; readonly mood: Mood }
  | { readonly kind: 'back'; readonly printer: 'till' | 'office' }
  | { readonly kind: 'wait'; readonly ms: number };

const printers = fc.constantFrom('till' as const, 'office' as const);
const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ kind: 'reprint' as const }),
  fc.record({ kind: fc.constant('answer' as const), answer: fc.constantFrom(...paperAnswers) }),
  fc.record({ kind: fc.constant('set-up' as const), as: fc.constantFrom(...keysOf(setups)) }),
  fc.record({
    kind: fc.constant('mood' as const),
    printer: printers,
    mood: fc.constantFrom(...allMoods),
  }),
  fc.record({ kind: fc.constant('back' as const), printer: printers }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(6_000, minutes(11)) }),
);

/** `isQuick`: the next step comes before any printer has its turn. */
const paced = fc.record({ next: step, isQuick: fc.boolean() });

/** A counter with a real ledger, a real queue and two printers of moods, at which one payment is made. */
function counterWithPrinters() {
  const bench = saleBench();
  const { ledger, counter, clock, printing } = bench;
  printing.settings = setups.till;
  const timers = createManualTimers();
  const mood: Record<string, Mood> = { till: 'prints', office: 'prints' };
  /** The numbers of what a printer took, whole or not. */
  const taken: number[] = [];
  const copyOf = (bytes: Uint8Array): number =>
    Number(/CETAK ULANG ke-(\d+)/.exec(new TextDecoder().decode(bytes))?.[1] ?? 0);
  const waiting = new Map<string, () => void>();
  const moodChanged = (id: string): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
    });
  const setMood = (id: string, to: Mood): void => {
    mood[id] = to;
    waiting.get(id)?.();
  };
  const printerAs = (id: PrinterId): Printer => ({
    async print(bytes) {
      if (mood[id] === 'isOff') return moods.isOff;
      taken.push(copyOf(bytes));
      while (mood[id] === 'isBusy') await moodChanged(id);
      // Switched off half-way, it has taken some of it.
      const now = mood[id];
      return moods[now === 'prints' || now === 'isSilent' ? now : 'jams'];
    },
    look: () => Promise.resolve({ status: 'unknown' }),
    watches: () => false,
    close: () => Promise.resolve(),
  });
  const all = new Map([till.id, office.id].map((id) => [id, printerAs(id)] as const));
  const faults: unknown[] = [];
  const queue = createPrintQueue({
    store: ledger.printJobs,
    printers: () =>
      new Map([...all].filter(([id]) => printing.settings.printers.some((one) => one.id === id))),
    askAfterMs: () => minutes(10),
    now: () => clock.now(),
    onChange: () => notePapers(counter, ledger.printJobs),
    onFault: (error) => faults.push(error),
    timers,
  });
  printing.queue = queue;
  const pass = async (ms: number): Promise<void> => {
    clock.pass(ms);
    await timers.advance(ms);
    await settled();
  };
  return { ...bench, setMood, taken, queue, pass, printerFaults: faults };
}

type Counter = ReturnType<typeof counterWithPrinters>;

async function take(counter: Counter, next: Step, isQuick: boolean): Promise<void> {
  const { receipts, papers, printing, setMood, queue, pass } = counter;
  switch (next.kind) {
    case 'reprint':
      expect(receipts.reprint(quoteId(1)).ok).toBe(true);
      break;
    case 'answer': {
      const [paper] = papers.list();
      if (paper !== undefined) papers.answer(paper.job, next.answer);
      break;
    }
    case 'set-up':
      printing.settings = setups[next.as];
      if (!isQuick) queue.wake();
      break;
    case 'mood':
      setMood(next.printer, next.mood);
      break;
    case 'back':
      queue.printerIsBack(next.printer);
      break;
    case 'wait':
      break;
  }
  if (next.kind === 'wait') await pass(next.ms);
  else if (!isQuick) await pass(1);
}

describe('the papers of one payment, whatever printers and people do', () => {
  it('leave the counter once a number: no two of one number, and none twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(paced, { minLength: 3, maxLength: 14 }), async (steps) => {
        const counter = counterWithPrinters();
        counter.putQuote(1);
        await counter.pay(quoteId(1));
        for (const { next, isQuick } of steps) {
          await take(counter, next, isQuick);
          expect(counter.taken).toEqual([...new Set(counter.taken)]);
          expect(counter.counter.state().papersWaiting).toBe(counter.ledger.printJobs.countWaiting());
        }
        expect([...counter.printerFaults, ...counter.faults]).toEqual([]);
        for (const { id } of [till, office]) counter.setMood(id, 'prints');
        await counter.queue.stop();
        counter.checker.stop();
        counter.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('that wait behind a busy printer and are asked for on another leave only there', async () => {
    const counter = counterWithPrinters();
    const { setMood, taken, receipts, printing, pass, queue } = counter;
    setMood('till', 'isBusy');
    counter.putQuote(1);
    await counter.pay(quoteId(1));
    await pass(1);
    // The first print is under way for good; a copy waits behind it.
    expect(receipts.reprint(quoteId(1)).ok).toBe(true);
    await pass(1);
    printing.settings = setups.office;
    expect(receipts.reprint(quoteId(1)).ok).toBe(true);
    await pass(1);
    expect(taken).toEqual([0, 1]);
    setMood('till', 'prints');
    await pass(minutes(1));
    expect(taken).toEqual([0, 1]);
    expect(counter.ledger.printJobs.countWaiting()).toBe(0);
    await queue.stop();
  });

  it('that somebody left are not printed by themselves, whatever printer comes back', async () => {
    for (const trouble of ['isOff', 'jams'] as const) {
      const counter = counterWithPrinters();
      const { setMood, taken, papers, pass, queue, printing } = counter;
      setMood('till', trouble);
      counter.putQuote(1);
      await counter.pay(quoteId(1));
      await pass(1);
      const [paper] = papers.list();
      if (paper === undefined) throw new Error('no paper waits');
      expect(papers.answer(paper.job, 'leave').ok).toBe(true);
      const before = taken.length;
      setMood('till', 'prints');
      queue.printerIsBack('till');
      await pass(minutes(1));
      printing.settings = setups.office;
      queue.wake();
      await pass(minutes(1));
      expect(taken).toHaveLength(before);
      expect(papers.list()).toEqual([]);
      await queue.stop();
    }
  });
});
