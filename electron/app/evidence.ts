import type { EvidenceView, LookFinding } from '../../shared/contract/evidence.ts';
import type { LookProblem } from '../../shared/contract/contract.ts';
import type { Service } from '../../shared/biller-profile.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { rupiah, sumRupiah } from '../../shared/money.ts';
import { billMonths } from '../../shared/payment/bill-months.ts';
import type { Bill, Quote } from '../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { instant } from '../../shared/time.ts';
import type { Biller, Inquiry, InquiryProblem } from '../billers/biller.ts';
import type { Ledger, PaymentRecord } from '../ledger/ledger.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import type { Sellers } from './sellers.ts';

/**
 * What this counter itself knows around an uncertain payment: the raw answer, the deposit before and after, and what a
 * fresh inquiry of the number shows. It helps whoever decides, and decides nothing.
 */
export interface Evidence {
  view(payment: QuoteId): Result<EvidenceView, { readonly code: 'payment-not-found' }>;
  /** Asks for the number anew. Read-only at the biller; nothing of it can be paid. */
  look(payment: QuoteId): Promise<Result<EvidenceView, LookProblem>>;
}

export interface EvidenceParts {
  readonly sellers: Sellers;
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly notes: BillerNotes;
  readonly clock: Clock;
  /** Blanks whatever is secret, should an answer repeat what was sent. */
  readonly redact: (text: string) => string;
  readonly log: Log;
}

const looksShown = 20;
const replyShown = 4000;

export function createEvidence(parts: EvidenceParts): Evidence {
  const { sellers, ledger, counter, notes, clock, redact, log } = parts;

  const replyOf = ({ reply, replyAt }: PaymentRecord): EvidenceView['reply'] => {
    if (reply === null || replyAt === null) return null;
    // Blanked before it is cut: half a secret is not recognised.
    const text = redact(new TextDecoder().decode(reply.body));
    return {
      status: reply.status,
      at: replyAt,
      text: text.slice(0, replyShown),
      isWhole: reply.complete && text.length <= replyShown,
    };
  };

  const depositOf = ({ quote, depositBefore: before, sentAt }: PaymentRecord): EvidenceView['deposit'] => {
    const latest = notes.depositOf(quote.biller);
    const after = latest !== null && latest.at > sentAt ? latest : null;
    const others =
      before === null || after === null
        ? { count: 0, total: rupiah(0) }
        : ledger.othersAt({ payment: quote.id, biller: quote.biller, from: before.at, until: after.at });
    return { before, after, others };
  };

  const viewOf = (record: PaymentRecord): EvidenceView => ({
    reply: replyOf(record),
    deposit: depositOf(record),
    looks: ledger.looksOf(record.quote.id, looksShown),
    canLook: sellerOf(record.quote, sellers) !== undefined,
  });

  const ask = async ({ biller, service }: Seller, quote: Quote) => {
    const since = clock.now();
    const deadline = instant(since + biller.deadlines.inquiryMs);
    counter.change({ exchange: { kind: 'inquiry', biller: biller.id, phase: 'waiting', since, deadline } });
    try {
      const { customerNumber, extras = {} } = quote;
      return await biller.inquire(
        { service, customerNumber, extras, at: since },
        new AbortController().signal,
      );
    } finally {
      counter.change({ exchange: null });
    }
  };

  /** Shows what an answer, or the lack of one, tells of the biller. */
  const note = (biller: Biller, answer: Result<Inquiry, InquiryProblem>): void => {
    const isReached = answer.ok || !['no-connection', 'no-answer', 'not-set-up'].includes(answer.error.code);
    notes.connection(biller.id, isReached ? 'up' : 'down');
    notes.clock(biller.id, answer.ok ? answer.value.exchange.reply.date : answer.error.date);
    if (answer.ok) notes.deposit(biller.id, answer.value.deposit);
  };

  return {
    view(id) {
      const record = ledger.payment(id);
      return record === undefined ? err({ code: 'payment-not-found' }) : ok(viewOf(record));
    },

    async look(id) {
      const record = ledger.payment(id);
      if (record === undefined) return err({ code: 'payment-not-found' });
      const { quote } = record;
      const seller = sellerOf(quote, sellers);
      if (seller === undefined) return err({ code: 'cannot-look' });
      if (counter.state().exchange !== null) return err({ code: 'busy' });
      const answer = await ask(seller, quote);
      note(seller.biller, answer);
      const found = answer.ok ? ok(findingOf(quote, answer.value)) : findingOfProblem(answer.error);
      if (!found.ok) return found;
      try {
        ledger.addLook(id, { at: clock.now(), finding: found.value });
      } catch (error) {
        log.fault(`payment ${id}: a fresh inquiry could not be written down`, error);
        return err({ code: 'ledger-not-written' });
      }
      return ok(viewOf(record));
    },
  };
}

interface Seller {
  readonly biller: Biller;
  readonly service: Service;
}

/** Whoever was paid at, if the counter still sells there what was paid for. */
function sellerOf({ biller: id, service: { code } }: Quote, sellers: Sellers): Seller | undefined {
  const biller = sellers.byId(id);
  const service = biller?.services.find((each) => each.code === code);
  return biller === undefined || service === undefined ? undefined : { biller, service };
}

function findingOf(quote: Quote, inquiry: Inquiry): LookFinding {
  if (inquiry.kind === 'denominations') return { kind: 'amounts' };
  const total = sumRupiah(inquiry.bills.map((bill) => bill.total));
  const isSame = total === quote.total && monthsOf(quote, inquiry.bills) === monthsOf(quote, quote.bills);
  return { kind: isSame ? 'same-bill' : 'other-bill', total };
}

const monthsOf = ({ product }: Quote, bills: readonly Bill[]): string =>
  billMonths(
    product,
    bills.flatMap(({ period }) => period ?? []),
  ).join();

function findingOfProblem({
  code,
  billerCode = '',
  billerText = '',
}: InquiryProblem): Result<LookFinding, LookProblem> {
  switch (code) {
    case 'refused-by-biller':
      return ok({ kind: 'refused', code: billerCode, text: billerText });
    case 'abandoned':
    case 'mismatched-reply':
      return err({ code: 'unreadable-reply' });
    default:
      return err({ code });
  }
}
