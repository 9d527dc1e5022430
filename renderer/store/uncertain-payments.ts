import type { Gap } from '../../shared/contract/backups.ts';
import type { LoketBridge, RequestError, RequestInput } from '../../shared/contract/contract.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { CounterTools } from './counter-tools.ts';
import { gapInView, settledSince, tellSettled, uncertainInView, type CounterView } from './counter-view.ts';

interface UncertainPorts extends Pick<CounterTools, 'change' | 'view'> {
  readonly bridge: Pick<
    LoketBridge,
    | 'openPayments'
    | 'gaps'
    | 'payment'
    | 'evidence'
    | 'checkPayment'
    | 'lookAgain'
    | 'printInterim'
    | 'resolveByHand'
    | 'closeGap'
    | 'printOpenPayments'
  >;
  /** Newer knowledge of a payment, wherever it is in view. */
  readonly renew: (payment: PaymentView) => void;
}

/** What the owner decides, and what it rests on. */
export type Decision = Omit<RequestInput<'resolveByHand'>, 'payment' | 'pin'>;

/** The payments whose outcome is not known, and the gaps of the ledger, as the window follows them. */
export interface UncertainPayments {
  /** Asks main which they are, and tells of those that are settled by now. */
  readonly fetch: () => Promise<void>;
  /** Looks at one of them. */
  readonly choose: (payment: QuoteId) => Promise<void>;
  readonly chooseGap: (gap: Gap['id']) => void;
  /** Has the biller asked about the one that is looked at. */
  readonly check: () => Promise<void>;
  /** Has its number asked for anew. */
  readonly look: () => Promise<void>;
  /** Prints the slip for its customer. */
  readonly printInterim: () => Promise<void>;
  /** Prints their list, while it is in view. */
  readonly printList: () => Promise<void>;
  /** Answers why the decision was not taken. */
  readonly resolve: (
    decision: Decision,
    pin: string,
  ) => Promise<RequestError<'resolveByHand'>['code'] | null>;
  /** Answers why the gap that is looked at was not closed. */
  readonly closeGap: (note: string, pin: string) => Promise<RequestError<'closeGap'>['code'] | null>;
}

/** What somebody asks for by hand, one at a time a payment. */
type ByHand = 'check' | 'look' | 'interim';
type ProblemOf<Key extends ByHand> = NonNullable<NonNullable<CounterView[Key]>['problem']>;

export function createUncertainPayments({ bridge, view, change, renew }: UncertainPorts): UncertainPayments {
  /** The one chosen last: answers may overtake each other. */
  let looksAt: QuoteId | null = null;

  /** Also finds the payments that were settled late: main does not say which they are. */
  async function fetch(): Promise<void> {
    const [open, gaps] = await Promise.all([bridge.openPayments(), fetchGaps()]);
    if (!open.ok) return;
    const settled = settledSince(view().open, open.value);
    change((before) => ({ ...before, open: open.value, gaps }));
    await Promise.all([...settled.map(tellOfSettled), keepOneInView()]);
  }

  /** Only asked for where main says that there are some. */
  async function fetchGaps(): Promise<readonly Gap[]> {
    if ((view().counter?.gaps ?? 0) === 0) return [];
    const result = await bridge.gaps();
    return result.ok ? result.value : [];
  }

  async function tellOfSettled(id: QuoteId): Promise<void> {
    const result = await bridge.payment({ payment: id });
    if (result.ok) change((before) => tellSettled(before, result.value));
  }

  /** While their list is in view, one of its entries is always looked at, the first where none was. */
  async function keepOneInView(): Promise<void> {
    const { place, open, gaps, chosen } = view();
    if (place !== 'unresolved' || gapInView(view()) !== null) return;
    const isThere = open?.some(({ id }) => id === chosen?.quote.id) ?? false;
    if (isThere && chosen !== null) return fetchEvidence(chosen.quote.id);
    const [firstGap] = gaps ?? [];
    const [first] = open ?? [];
    if (firstGap !== undefined) chooseGap(firstGap.id);
    else if (first !== undefined) await choose(first.id);
    else change((before) => ({ ...before, chosen: null, chosenGap: null }));
  }

  function chooseGap(gap: Gap['id']): void {
    looksAt = null;
    change((before) => ({ ...before, chosen: null, chosenGap: gap }));
  }

  async function choose(id: QuoteId): Promise<void> {
    looksAt = id;
    change((before) => ({ ...before, chosenGap: null }));
    await Promise.all([fetchChosen(id), fetchEvidence(id)]);
  }

  async function fetchChosen(id: QuoteId): Promise<void> {
    const result = await bridge.payment({ payment: id });
    if (result.ok && looksAt === id) change((before) => ({ ...before, chosen: result.value }));
  }

  async function fetchEvidence(id: QuoteId): Promise<void> {
    const result = await bridge.evidence({ payment: id });
    if (result.ok && looksAt === id) showEvidence(id, result.value);
  }

  const showEvidence = (payment: QuoteId, evidence: NonNullable<CounterView['evidence']>['evidence']): void =>
    change((before) => ({ ...before, evidence: { payment, evidence } }));

  /**
   * Carries out what somebody asked for by hand. A second press while it is under way is none. Where main breaks off,
   * the problem is `brokenOff`.
   */
  async function byHand<Key extends ByHand, Value>(
    key: Key,
    payment: QuoteId,
    request: () => Promise<Result<Value, { readonly code: ProblemOf<Key> }>>,
    brokenOff: ProblemOf<Key>,
    take: (value: Value) => void,
  ): Promise<void> {
    const under = view()[key];
    if (under?.payment === payment && under.problem === null) return;
    change((before) => ({ ...before, [key]: { payment, problem: null } }));
    const result = await request().catch(() => ({ ok: false, error: { code: brokenOff } }) as const);
    if (result.ok) take(result.value);
    const done = result.ok ? null : { payment, problem: result.error.code };
    change((before) => (before[key]?.payment === payment ? { ...before, [key]: done } : before));
  }

  async function check(): Promise<void> {
    const payment = uncertainInView(view());
    if (payment === null) return;
    const { checking, quote } = payment;
    const canAsk = checking.kind === 'gave-up' || (checking.kind === 'will' && !checking.isAsking);
    if (!canAsk) return;
    const ask = () => bridge.checkPayment({ payment: quote.id });
    await byHand('check', quote.id, ask, 'no-answer', renew);
    await fetch();
  }

  async function look(): Promise<void> {
    const { place, chosen, evidence } = view();
    if (place !== 'unresolved' || chosen === null) return;
    const { id } = chosen.quote;
    if (evidence?.payment !== id || !evidence.evidence.canLook) return;
    const ask = () => bridge.lookAgain({ payment: id });
    await byHand('look', id, ask, 'no-answer', (found) => showEvidence(id, found));
  }

  async function printInterim(): Promise<void> {
    const payment = uncertainInView(view());
    if (payment?.state !== 'unknown') return;
    const { id } = payment.quote;
    const print = () => bridge.printInterim({ payment: id });
    await byHand('interim', id, print, 'ledger-not-written', renew);
  }

  async function printList(): Promise<void> {
    const { place, listPrint } = view();
    if (place !== 'unresolved' || listPrint?.step === 'asked') return;
    change((before) => ({ ...before, listPrint: { step: 'asked' } }));
    const result = await bridge
      .printOpenPayments()
      .catch(() => ({ ok: false, error: { code: 'ledger-not-written' } }) as const);
    change((before) => ({ ...before, listPrint: { step: result.ok ? 'printed' : result.error.code } }));
  }

  async function resolve(decision: Decision, pin: string): ReturnType<UncertainPayments['resolve']> {
    const { chosen } = view();
    if (chosen === null) return 'payment-not-found';
    const result = await bridge.resolveByHand({ payment: chosen.quote.id, ...decision, pin });
    if (!result.ok) return result.error.code;
    renew(result.value);
    const { id } = chosen.quote;
    change((before) => ({
      ...before,
      decided: result.value,
      chosen: null,
      open: before.open?.filter((entry) => entry.id !== id) ?? null,
    }));
    return null;
  }

  async function closeGap(note: string, pin: string): ReturnType<UncertainPayments['closeGap']> {
    const gap = gapInView(view());
    if (gap === null) return 'no-such-gap';
    const result = await bridge.closeGap({ gap: gap.id, note, pin });
    if (!result.ok) return result.error.code;
    change((before) => ({ ...before, chosenGap: null, gaps: without(before.gaps, gap.id) }));
    return null;
  }

  return { fetch, choose, chooseGap, check, look, printInterim, printList, resolve, closeGap };
}

const without = (gaps: readonly Gap[] | null, gone: Gap['id']): readonly Gap[] | null =>
  gaps?.filter(({ id }) => id !== gone) ?? null;
