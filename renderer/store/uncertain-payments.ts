import type { LoketBridge } from '../../shared/contract/contract.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { settledSince, tellSettled, uncertainInView, type CounterView } from './counter-view.ts';

interface UncertainPorts {
  readonly bridge: Pick<LoketBridge, 'openPayments' | 'payment' | 'checkPayment'>;
  readonly view: () => CounterView;
  readonly change: (step: (view: CounterView) => CounterView) => void;
  /** Newer knowledge of a payment, wherever it is in view. */
  readonly renew: (payment: PaymentView) => void;
}

/** The payments whose outcome is not known, as the window follows them. */
export interface UncertainPayments {
  /** Asks main which they are, and tells of those that are settled by now. */
  readonly fetch: () => Promise<void>;
  /** Looks at one of them. */
  readonly choose: (payment: QuoteId) => Promise<void>;
  /** Has the biller asked about the one that is looked at. */
  readonly check: () => Promise<void>;
}

export function createUncertainPayments({ bridge, view, change, renew }: UncertainPorts): UncertainPayments {
  /** The one chosen last: answers may overtake each other. */
  let looksAt: QuoteId | null = null;

  /** Also finds the payments that were settled late: main does not say which they are. */
  async function fetch(): Promise<void> {
    const result = await bridge.openPayments();
    if (!result.ok) return;
    const settled = settledSince(view().open, result.value);
    change((before) => ({ ...before, open: result.value }));
    await Promise.all([...settled.map(tellOfSettled), chooseFirst()]);
  }

  async function tellOfSettled(id: QuoteId): Promise<void> {
    const result = await bridge.payment({ payment: id });
    if (result.ok) change((before) => tellSettled(before, result.value));
  }

  /** While their list is in view, one of the payments is always looked at. */
  async function chooseFirst(): Promise<void> {
    const { place, open, chosen } = view();
    const isThere = open?.some(({ id }) => id === chosen?.quote.id) ?? false;
    if (place !== 'unresolved' || isThere) return;
    const first = open?.[0];
    if (first === undefined) change((before) => ({ ...before, chosen: null }));
    else await choose(first.id);
  }

  async function choose(id: QuoteId): Promise<void> {
    looksAt = id;
    const result = await bridge.payment({ payment: id });
    if (result.ok && looksAt === id) change((before) => ({ ...before, chosen: result.value }));
  }

  async function check(): Promise<void> {
    const payment = uncertainInView(view());
    if (payment?.checking.kind !== 'will' || payment.checking.isAsking) return;
    const { id } = payment.quote;
    const asked = view().check;
    if (asked?.payment === id && asked.problem === null) return;
    change((before) => ({ ...before, check: { payment: id, problem: null } }));
    const result = await bridge
      .checkPayment({ payment: id })
      .catch(() => ({ ok: false, error: { code: 'no-answer' } }) as const);
    if (result.ok) renew(result.value);
    const done = result.ok ? null : { payment: id, problem: result.error.code };
    change((before) => (before.check?.payment === id ? { ...before, check: done } : before));
    await fetch();
  }

  return { fetch, choose, check };
}
