import type { LoketBridge, RequestError } from '../../shared/contract/contract.ts';
import type { PaperAnswer } from '../../shared/contract/printing.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import { countsAsPaid, isOpen } from '../../shared/payment/states.ts';
import { reportBug } from '../report-bug.ts';
import type { CounterTools } from './counter-tools.ts';
import type { CounterView, PaperBytes, ReceiptNote } from './counter-view.ts';

/** The print that is looked at: the receipt, or the slip that stands for it while nobody knows. */
export function jobInView({ print, interim, state }: PaymentView): PrintJobId | undefined {
  return print?.job ?? (isOpen(state) ? interim?.job : undefined);
}

/** Puts a payment at the right. Bytes that are already there stay while they belong to its newest print. */
function show(view: CounterView, payment: PaymentView): CounterView {
  const had = view.shown?.paper ?? null;
  const paper = had !== null && had.job === jobInView(payment) ? had : null;
  return { ...view, shown: { payment, paper } };
}

/** The bytes have come; they are dropped where another print is shown by now. */
function showPaper(view: CounterView, paper: PaperBytes): CounterView {
  if (view.shown === null || jobInView(view.shown.payment) !== paper.job) return view;
  return { ...view, shown: { ...view.shown, paper } };
}

interface ShownPorts extends Pick<CounterTools, 'change' | 'view'> {
  readonly bridge: Pick<
    LoketBridge,
    'paper' | 'payment' | 'reprint' | 'answerPaper' | 'copyText' | 'savePicture' | 'savePdf'
  >;
  /** Asks main anew about a payment, wherever it is in view. */
  readonly refreshPayment: (payment: QuoteId) => Promise<void>;
}

/** The payment at the right with its receipt, and what its keys do. A key does nothing where there is no receipt. */
export interface ShownReceipt {
  /** Shows a payment, or what is known of it by now. */
  readonly put: (payment: PaymentView) => void;
  /** Asks main for a payment, and shows it. */
  readonly showPayment: (payment: QuoteId) => Promise<void>;
  /** Where nobody knew whether it came out, that says that it did not. */
  readonly reprint: () => void;
  /** The receipt of which nobody knew lies there whole. */
  readonly cameOut: () => void;
  readonly copyText: () => void;
  readonly savePicture: () => void;
  readonly savePdf: () => void;
}

export function createShownReceipt({ bridge, view, change, refreshPayment }: ShownPorts): ShownReceipt {
  const say = (note: ReceiptNote | null): void => change((before) => ({ ...before, note }));

  async function fetchPaper(payment: PaymentView): Promise<void> {
    const job = jobInView(payment);
    if (job === undefined || view().shown?.paper?.job === job) return;
    const result = await bridge.paper({ job });
    if (result.ok) change((before) => showPaper(before, { job, ...result.value }));
  }

  const put = (payment: PaymentView): void => {
    change((before) => show(before, payment));
    void fetchPaper(payment);
  };

  async function showPayment(id: QuoteId): Promise<void> {
    const result = await bridge.payment({ payment: id });
    if (!result.ok) return say({ kind: 'problem', code: result.error.code });
    say(null);
    put(result.value);
  }

  /** A key acts on the payment that is shown, if it has a receipt. */
  const onShown = (act: (payment: QuoteId) => Promise<ReceiptNote | null>): void => {
    const { shown } = view();
    if (shown === null || !countsAsPaid(shown.payment.state)) return;
    say(null);
    act(shown.payment.quote.id).then(say).catch(reportBug);
  };

  /** The job of the receipt that is shown, where a person is asked whether it came out. */
  function askedJob(): PrintJobId | undefined {
    const print = view().shown?.payment.print ?? null;
    return print !== null && print.waits && print.state === 'uncertain' ? print.job : undefined;
  }

  /** Says of the receipt that is shown what a person saw of it; answers why that was not taken. */
  async function sayOfShown(
    payment: QuoteId,
    job: PrintJobId,
    answer: PaperAnswer,
  ): Promise<RequestError<'answerPaper'>['code'] | null> {
    const result = await bridge.answerPaper({ job, answer });
    if (!result.ok) return result.error.code;
    await refreshPayment(payment);
    return null;
  }

  async function reprint(payment: QuoteId): Promise<ReceiptNote> {
    const job = askedJob();
    if (job !== undefined) {
      const refused = await sayOfShown(payment, job, 'did-not-come-out');
      if (refused === null) return { kind: 'reprinted' };
      // It does not wait any more: somebody said so elsewhere. It is a copy like any other.
      if (refused !== 'no-such-paper') return { kind: 'problem', code: refused };
    }
    const result = await bridge.reprint({ payment });
    if (!result.ok) return { kind: 'problem', code: result.error.code };
    put(result.value);
    return { kind: 'reprinted' };
  }

  async function cameOut(payment: QuoteId): Promise<ReceiptNote | null> {
    const job = askedJob();
    if (job === undefined) return null;
    const refused = await sayOfShown(payment, job, 'came-out');
    return refused === null ? { kind: 'came-out' } : { kind: 'problem', code: refused };
  }

  async function copyText(payment: QuoteId): Promise<ReceiptNote> {
    const result = await bridge.copyText({ payment });
    return result.ok ? { kind: 'copied' } : { kind: 'problem', code: result.error.code };
  }

  const save =
    (as: 'picture' | 'pdf') =>
    async (payment: QuoteId): Promise<ReceiptNote> => {
      const result = await (as === 'pdf' ? bridge.savePdf({ payment }) : bridge.savePicture({ payment }));
      return result.ok
        ? { kind: 'saved', as, path: result.value.path }
        : { kind: 'problem', code: result.error.code };
    };

  return {
    put,
    showPayment,
    reprint: () => onShown(reprint),
    cameOut: () => onShown(cameOut),
    copyText: () => onShown(copyText),
    savePicture: () => onShown(save('picture')),
    savePdf: () => onShown(save('pdf')),
  };
}
