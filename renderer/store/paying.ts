import type { LoketBridge, RequestError } from '../../shared/contract/contract.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import { doubtKey } from '../../shared/payment/doubt.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { countsAsPaid, countsAsRefused } from '../../shared/payment/states.ts';
import { instant } from '../../shared/time.ts';
import { reportBug } from '../report-bug.ts';
import type { Tone } from '../ui/tones.ts';
import type { CounterTools } from './counter-tools.ts';
import { forgetSettled } from './counter-view.ts';
import * as sales from './sale.ts';
import type { Finished, PayPress } from './sale.ts';

/** An Esc meant for the wait must not wipe the outcome that came in the same moment. In milliseconds. */
const outcomeStaysFor = 1000;

interface PayingPorts extends CounterTools {
  readonly bridge: Pick<LoketBridge, 'confirmAgain' | 'insist' | 'pay' | 'payment' | 'tender'>;
  /** Puts the receipt of a payment that has ended at the right. */
  readonly showReceipt: (payment: PaymentView) => void;
  readonly openDoubts: () => void;
}

/** From the bill to what became of it. */
export interface Paying {
  readonly pay: (press: PayPress) => Promise<void>;
  /** An owner's PIN for the bill on the screen; answers why it was not taken. */
  readonly insist: (pin: string) => Promise<RequestError<'insist'>['code'] | null>;
  /** Pays the bill on the screen after all, whatever was said of it; answers why it was not taken. */
  readonly confirmAgain: (pin: string | null) => Promise<RequestError<'confirmAgain'>['code'] | null>;
  /** Shows what became of the payment on the screen. */
  readonly settle: (finished: Finished) => void;
  /** Whether that has only just come. */
  readonly hasJustSettled: () => boolean;
}

/** What an outcome sounds like. */
export function toneOf(finished: Finished): Tone {
  const outcome = finished.kind === 'lost' ? null : finished.payment.outcome;
  if (outcome === null) return 'unknown';
  if (countsAsPaid(outcome.kind)) return 'paid';
  return countsAsRefused(outcome.kind) ? 'refused' : 'unknown';
}

export function createPaying(ports: PayingPorts): Paying {
  const { bridge, now, view, change, turn, goTo, sound, enterKey, showReceipt, openDoubts } = ports;
  let settledAt = Number.NEGATIVE_INFINITY;

  /**
   * Main broke off during a payment: its record decides. Where there is none, nothing was sent (`null`): it is
   * written before the first byte leaves. Where it cannot be asked, nobody knows.
   */
  async function askRecord(quote: Quote): Promise<Finished | null> {
    try {
      const record = await bridge.payment({ payment: quote.id });
      if (record.ok) return { kind: 'payment', payment: record.value };
      if (record.error.code === 'payment-not-found') return null;
    } catch {
      // The record cannot be asked either.
    }
    return { kind: 'lost', quote, at: instant(now()) };
  }

  function settle(finished: Finished): void {
    settledAt = now();
    turn((sale) => sales.finish(sale, finished));
    sound(toneOf(finished));
    change((current) => ({ ...current, note: null }));
    if (finished.kind === 'payment') showReceipt(finished.payment);
  }

  async function pay(press: PayPress): Promise<void> {
    const { sale: before, place } = view();
    // Whoever pays sees what is paid: a place over the bill may have opened by itself.
    if (place !== null) return;
    const paying = turn((sale) => sales.pressPay(sale, press));
    // The one gate: only the press that led from the bill to `paying` goes on.
    if (before.step !== 'bill' || paying.step !== 'paying') return;
    const { quote } = paying;
    const cash = sales.cashOf(paying.cash);
    if (cash === null) return;
    const told = view().settledLate.map((payment) => payment.quote.id);
    // Both at once: main takes them in this order, and a refused tender leaves it without cash to pay with.
    const [tendered, paid] = await Promise.all([
      bridge.tender({ quote: quote.id, cash }).catch(() => ({ ok: false, error: { code: 'busy' } }) as const),
      bridge.pay({ quote: quote.id }).catch(() => null),
    ]);
    // What became of the payment goes before what became of the tender.
    const finished =
      paid === null
        ? await askRecord(quote)
        : paid.ok
          ? ({ kind: 'payment', payment: paid.value } as const)
          : null;
    if (finished !== null) {
      settle(finished);
      return change((current) => forgetSettled(current, told));
    }
    const refused = paid === null || paid.ok ? ({ code: 'not-sent' } as const) : paid.error;
    const problem = paid === null || tendered.ok ? refused : tendered.error;
    // Not refused: there is something to read.
    sound(problem.code === 'confirm-again' ? 'unknown' : 'refused');
    turn((sale) => sales.payingFailed(sale, quote.id, problem, enterKey()));
    openDoubts();
  }

  return {
    pay,
    settle,
    hasJustSettled: () => now() - settledAt < outcomeStaysFor,

    async insist(pin) {
      const { sale } = view();
      if (sale.step !== 'bill') return 'quote-gone';
      const result = await bridge.insist({ quote: sale.quote.id, pin });
      if (!result.ok) return result.error.code;
      turn((current) => sales.insisted(current, sale.quote.id, enterKey()));
      goTo(null);
      return null;
    },

    async confirmAgain(pin) {
      const { sale } = view();
      const doubts = sales.doubtsOf(sale);
      if (sale.step !== 'bill' || doubts === null) return 'quote-gone';
      const result = await bridge.confirmAgain({ quote: sale.quote.id, doubts: doubts.map(doubtKey), pin });
      if (!result.ok) return result.error.code;
      // Called off while main looked at the PIN: nothing is paid by itself.
      const { place, sale: still } = view();
      const isStill = still.step === 'bill' && still.quote.id === sale.quote.id;
      if (place !== 'confirm-again' || !isStill) return null;
      goTo(null);
      pay({ by: 'confirmation' }).catch(reportBug);
      return null;
    },
  };
}
