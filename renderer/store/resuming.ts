import type { LoketBridge } from '../../shared/contract/contract.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { CounterTools } from './counter-tools.ts';
import { resumeSale } from './resume.ts';
import { isUntouched, payingFailed, type Finished, type Sale } from './sale.ts';

interface ResumingPorts extends Pick<CounterTools, 'change' | 'turn' | 'view'> {
  readonly bridge: Pick<LoketBridge, 'whereWasI'>;
  /** Comes once main has told what is sold. */
  readonly catalogueCame: Promise<unknown>;
  readonly settle: (finished: Finished) => void;
  readonly showReceipt: (payment: PaymentView) => void;
}

export interface Resuming {
  /**
   * Goes on where main says that the counter was: its window is new, or was while a payment was made. A sale that has been
   * begun here meanwhile stays.
   */
  readonly resume: () => Promise<void>;
  /** Whether a payment is on the screen that was begun by a window that is gone: its answer comes to nobody. */
  readonly isPayingForAnother: () => boolean;
}

export function createResuming(ports: ResumingPorts): Resuming {
  const { bridge, view, change, turn, catalogueCame, settle, showReceipt } = ports;
  let isResumed = false;
  const isPayingForAnother = (): boolean => isResumed && view().sale.step === 'paying';

  /** The payment that was under way when the window came is over. Nothing is sent again, whatever came of it. */
  function afterPayment(quote: Quote, sale: Sale | null): void {
    isResumed = false;
    if (sale?.step === 'done') return settle(sale.finished);
    turn((current) => payingFailed(current, quote.id, { code: 'not-sent' }, 'free'));
  }

  async function resume(): Promise<void> {
    const [result] = await Promise.all([bridge.whereWasI(), catalogueCame]);
    const { sale: standing, catalogue } = view();
    const isFresh = standing.step === 'number' && isUntouched(standing.entry) && standing.problem === null;
    if (!result.ok || !(isFresh || isPayingForAnother())) return;
    const sale = resumeSale(result.value, catalogue ?? []);
    if (standing.step === 'paying' && sale?.step !== 'paying') return afterPayment(standing.quote, sale);
    if (sale === null) return;
    isResumed = sale.step === 'paying';
    change((current) => ({ ...current, sale, place: null }));
    // Over already, before this window was told: no change of the state will say so any more.
    if (isResumed && view().counter?.exchange?.kind !== 'payment') return resume();
    if (sale.step === 'done' && sale.finished.kind === 'payment') showReceipt(sale.finished.payment);
  }

  return { resume, isPayingForAnother };
}
