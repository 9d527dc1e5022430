import type { BillerId } from '../../shared/biller-profile.ts';
import type { CheckProblem } from '../../shared/contract/contract.ts';
import type { Checking } from '../../shared/contract/payment-view.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { isByHand, type PaymentState } from '../../shared/payment/states.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { instant, nextMidnight, type Instant } from '../../shared/time.ts';
import type { Biller, RawReply, StatusCall, StatusReading } from '../billers/biller.ts';
import type { Ledger, PaymentRecord, StatusExchange, SentPayment } from '../ledger/ledger.ts';
import { clockAhead, type BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import { judgeStatus } from './judge-status.ts';
import type { Log } from './log.ts';
import type { OpenLines } from './open-lines.ts';
import { asksFor, longestWait, planCheck, restOffline, type Plan } from './plan-check.ts';
import type { Sellers } from './sellers.ts';
import type { Settle } from './settle.ts';

/**
 * Asks the billers what became of payments whose outcome is not known, or was decided by the owner, by their read-only
 * status calls and nothing else: at once, then less and less often, for three days (`plan-check.ts`). Every answer is
 * in the ledger before it is read. While a biller cannot be reached its questions rest.
 */
export interface StatusChecker {
  /** Plans the next question from what the ledger holds. Called at start and whenever a payment changed. */
  reconsider(): void;
  /** Asks about one payment now. */
  checkNow(payment: QuoteId): Promise<Result<void, CheckProblem>>;
  /** What the screen says of the checking. */
  checking(payment: PaymentRecord): Checking;
  /** Asks nothing more by itself. */
  stop(): void;
  /** The program ends, and the ledger with it: what is answered now is asked for again at the next start. */
  end(): void;
}

export interface StatusCheckerParts {
  readonly sellers: Sellers;
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly notes: BillerNotes;
  readonly lines: OpenLines;
  readonly clock: Clock;
  readonly settle: Settle;
  readonly log: Log;
}

const minute = 60_000;

/** A question that got no answer: nothing of it is in the ledger. */
interface Tries {
  readonly count: number;
  readonly lastAt: Instant;
}

export function createStatusChecker(parts: StatusCheckerParts): StatusChecker {
  const { sellers, ledger, counter, notes, lines, clock, settle, log } = parts;
  const unanswered = new Map<QuoteId, Tries>();
  const startedAt = clock.now();
  /** One question at a time to each biller: one that hangs keeps no other waiting. */
  const asking = new Map<BillerId, QuoteId>();
  /** How often in a row a biller could not be reached, and until when, by the monotonic clock, it is not asked. */
  const resting = new Map<BillerId, { readonly failures: number; readonly until: number }>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let hasEnded = false;

  const callFor = (sent: SentPayment): StatusCall | 'no-call' | 'other-account' | 'retired' => {
    // The counter that took this one's place asks; a second one would ask twice and settle where nobody looks.
    if (counter.state().retired !== null) return 'retired';
    const biller = sellers.byId(sent.biller);
    if (biller?.status === undefined) return 'no-call';
    const account = biller.account();
    const isTheirs = account?.host === sent.host && account.account === sent.account;
    return isTheirs ? biller.status : 'other-account';
  };

  const askedSoFar = ({ id }: SentPayment) => {
    const answered = ledger.statusCount(id);
    const tries = unanswered.get(id);
    const last = Math.max(answered.lastAt ?? 0, tries?.lastAt ?? 0);
    return {
      asked: answered.asked + (tries?.count ?? 0),
      lastAt: last === 0 ? null : instant(last),
      isOfThisRun: last >= startedAt || tries !== undefined,
    };
  };

  const planOf = (payment: SentPayment): Plan => planCheck({ ...payment, ...askedSoFar(payment), startedAt });

  /** Milliseconds until a biller that could not be reached is tried again. */
  const restOf = (id: BillerId): number => {
    // An inquiry or a payment has reached it meanwhile.
    const isUp = counter.state().billers.find((each) => each.id === id)?.connection === 'up';
    return isUp ? 0 : Math.max(0, (resting.get(id)?.until ?? 0) - clock.monotonicMs());
  };

  const waitFor = (payment: SentPayment, at: Instant): number =>
    Math.max(at - clock.now(), restOf(payment.biller));

  /** The payments that may be asked after, and in how many milliseconds, the most urgent first. */
  const due = (): readonly { readonly id: QuoteId; readonly inMs: number }[] =>
    ledger
      .toAskAfter(instant(clock.now() - asksFor))
      .filter((payment) => !asking.has(payment.biller) && typeof callFor(payment) !== 'string')
      .flatMap((payment) => {
        const plan = planOf(payment);
        return plan.kind === 'ask' ? [{ id: payment.id, inMs: waitFor(payment, plan.at) }] : [];
      })
      .toSorted((one, other) => one.inMs - other.inMs);

  const reconsider = (): void => {
    clearTimeout(timer);
    if (isStopped) return;
    const [first] = due();
    if (first === undefined) return;
    // A PC whose clock was set back must not wait until that time comes round again.
    const wait = Math.min(Math.max(0, first.inMs), longestWait);
    timer = setTimeout(() => void askAbout(first.id), wait);
    timer.unref();
  };

  const askAbout = async (id: QuoteId): Promise<void> => {
    const payment = ledger.payment(id);
    if (payment !== undefined && isAskedAfter(payment.state)) await ask(payment);
    reconsider();
  };

  const ask = async (payment: PaymentRecord): Promise<Result<void, CheckProblem>> => {
    const { id } = payment.quote;
    const call = callFor(sentPayment(payment));
    const biller = sellers.byId(payment.quote.biller);
    if (typeof call === 'string' || biller === undefined) return err({ code: 'cannot-check' });
    if (asking.has(biller.id)) return err({ code: 'busy' });
    asking.set(biller.id, id);
    try {
      tell();
      return await askBy(call, biller, payment);
    } catch (bug) {
      log.fault(`payment ${id}: checking it met a bug`, bug);
      noteUnanswered(id);
      return err({ code: 'no-answer' });
    } finally {
      asking.delete(biller.id);
      tell();
    }
  };

  const askBy = async (
    call: StatusCall,
    biller: Biller,
    payment: PaymentRecord,
  ): Promise<Result<void, CheckProblem>> => {
    const { quote, sentAt } = payment;
    const answers = await call.ask({ quote, sentAt }, clock.now());
    if (hasEnded) return err({ code: 'no-answer' });
    if (!answers.ok) {
      // A question that could not be put is none: without a network nothing is counted, and all of them wait.
      if (answers.error.code === 'no-connection') {
        const failures = (resting.get(biller.id)?.failures ?? 0) + 1;
        resting.set(biller.id, { failures, until: clock.monotonicMs() + restOffline(failures) });
        notes.connection(biller.id, 'down');
      } else noteUnanswered(quote.id);
      return err(answers.error);
    }
    resting.delete(biller.id);
    notes.connection(biller.id, 'up');
    if (answers.value.length === 0) noteUnanswered(quote.id);
    for (const { request, reply } of answers.value) {
      const at = clock.now();
      notes.clock(biller.id, reply.date);
      ledger.recordStatus(quote.id, { request, reply }, at);
      // A late reply to the payment itself may have settled it while the question was under way.
      const state = ledger.payment(quote.id)?.state;
      if (state === undefined || !isAskedAfter(state)) break;
      judge(call, payment, reply, at);
    }
    return ok(undefined);
  };

  const judge = (call: StatusCall, payment: PaymentRecord, reply: RawReply, at: Instant): void => {
    const { quote, sentAt } = payment;
    const read = (answer: RawReply): StatusReading => call.read({ quote, sentAt }, answer);
    const reading = read(reply);
    const outcome = judgeStatus(reading, {
      keyedBy: call.keyedBy,
      quote,
      sentAt,
      billerAheadMs: clockAhead(reply.date, at) ?? 0,
      lineClosedForMs: lines.closedForMs(quote.id),
      notReceived: reading.kind === 'not-received' ? latestNotReceived(ledger.statusOf(quote.id), read) : 0,
      others: countOthers(quote, sentAt),
      standsElsewhere: reading.kind === 'paid' && standsElsewhere(quote, reading.confirmation),
    });
    if (outcome !== undefined) settle.byStatus(quote, outcome);
  };

  const standsElsewhere = (
    quote: Quote,
    { reference, token = '' }: { readonly reference: string; readonly token?: string },
  ): boolean => ledger.standsElsewhere({ payment: quote.id, biller: quote.biller, reference, token });

  const countOthers = ({ id, product, customerNumber, customer }: Quote, sentAt: Instant): number =>
    ledger.countOthers({
      payment: id,
      product,
      customerNumber,
      identity: customer.identity,
      from: instant(nextMidnight(instant(sentAt - nearMidnightMs), 'WIB') - dayMs),
      until: nextMidnight(instant(sentAt + nearMidnightMs), 'WIB'),
    });

  const noteUnanswered = (id: QuoteId): void => {
    unanswered.set(id, { count: (unanswered.get(id)?.count ?? 0) + 1, lastAt: clock.now() });
  };

  const tell = (): void => {
    if (hasEnded) return;
    try {
      counter.ledgerChanged(ledger.countOpen());
    } catch (error) {
      log.fault('the open payments could not be counted', error);
    }
  };

  const stop = (): void => {
    isStopped = true;
    clearTimeout(timer);
  };

  return {
    reconsider,

    async checkNow(id) {
      const payment = ledger.payment(id);
      if (payment === undefined) return err({ code: 'payment-not-found' });
      if (!isAskedAfter(payment.state)) return ok(undefined);
      const checked = await ask(payment);
      reconsider();
      return checked;
    },

    checking(payment) {
      if (payment.state !== 'unknown') return { kind: 'not-needed' };
      const sent = sentPayment(payment);
      const call = callFor(sent);
      if (typeof call === 'string') return { kind: 'cannot', because: call };
      const plan = planOf(sent);
      const { asked, lastAt } = askedSoFar(sent);
      const isAsking = asking.get(sent.biller) === sent.id;
      if (plan.kind === 'gave-up' && !isAsking) return { kind: 'gave-up', asked, lastAt };
      const rest = restOf(sent.biller);
      const planned = plan.kind === 'ask' ? plan.at : clock.now();
      const nextAt = instant(Math.max(planned, clock.now() + Math.ceil(rest)));
      return { kind: 'will', asked, lastAt, nextAt, isAsking, isOffline: rest > 0 };
    },

    stop,

    end() {
      hasEnded = true;
      stop();
    },
  };
}

const dayMs = 24 * 60 * minute;
/** Near midnight the biller may have written the payment down under either day. */
const nearMidnightMs = 15 * minute;

/** What the owner decided stays under the check: the biller may say otherwise. */
const isAskedAfter = (state: PaymentState): boolean => state === 'unknown' || isByHand(state);

const sentPayment = ({ quote, host, account, sentAt, state, settledAt }: PaymentRecord): SentPayment => ({
  decidedAt: isByHand(state) ? settledAt : null,
  id: quote.id,
  biller: quote.biller,
  host,
  account,
  sentAt,
});

/** How often the biller said "not received", from the last answer back until it said anything else. */
function latestNotReceived(
  answers: readonly StatusExchange[],
  read: (reply: RawReply) => StatusReading,
): number {
  const otherwise = answers.findLastIndex((answer) => read(answer.reply).kind !== 'not-received');
  return answers.length - 1 - otherwise;
}
