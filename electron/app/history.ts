import type { HistoryPage, HistoryQuery, KnownCustomer, TrailEntry } from '../../shared/contract/history.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { recordedOutcomeSchema, type RecordedOutcome } from '../../shared/payment/outcome.ts';
import type { ProductId } from '../../shared/products.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { z } from '../../shared/zod.ts';
import {
  LedgerWriteError,
  type Ledger,
  type LedgerEvent,
  type LedgerQueries,
  type PaperEvent,
} from '../ledger/ledger.ts';
import type { Log } from './log.ts';

export interface HistoryParts {
  readonly ledger: Pick<Ledger, 'payment' | 'events' | 'savedCustomers'> & {
    readonly printJobs: Pick<Ledger['printJobs'], 'eventsOf'>;
    readonly till: Pick<Ledger['till'], 'ofPayment'>;
  };
  readonly queries: LedgerQueries;
  readonly log: Log;
}

type SavedCustomer = Parameters<Ledger['savedCustomers']['save']>[0];

/** What was sold, to whom, and what became of it. */
export interface History {
  search(
    query: HistoryQuery,
    behind: number | null,
  ): Promise<Result<HistoryPage, { code: 'ledger-not-read' }>>;
  /** Everything that happened to a payment, its papers and its cash, oldest first. */
  trail(payment: QuoteId): Result<readonly TrailEntry[], { readonly code: 'payment-not-found' }>;
  cashiers(): Promise<readonly string[]>;
  findCustomers(text: string, product: ProductId | null): Promise<readonly KnownCustomer[]>;
  save(customer: SavedCustomer): Result<undefined, { readonly code: 'ledger-not-written' }>;
  forget(
    customer: Pick<SavedCustomer, 'product' | 'service' | 'number'>,
  ): Result<undefined, { readonly code: 'ledger-not-written' }>;
}

/** As many as the contract lets through: of a payment that was asked after for weeks the newest. */
const longestTrail = 500;

export function createHistory({ ledger, queries, log }: HistoryParts): History {
  const writing = (work: () => void): Result<undefined, { readonly code: 'ledger-not-written' }> => {
    try {
      work();
      return ok(undefined);
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      log.fault('a saved customer could not be written', error);
      return err({ code: 'ledger-not-written' });
    }
  };

  return {
    async search(query, behind) {
      const found = await queries.search(query, behind);
      return found.ok ? found : err({ code: 'ledger-not-read' });
    },

    trail(payment) {
      if (ledger.payment(payment) === undefined) return err({ code: 'payment-not-found' });
      const told: readonly TrailEntry[] = [
        ...ledger.events(payment).map(toldOfPayment),
        ...ledger.till.ofPayment(payment).map(({ at, kind, person, amount }) => ({
          of: 'cash' as const,
          at,
          event: kind,
          person,
          amount,
        })),
        ...ledger.printJobs.eventsOf(payment).map(toldOfPaper),
      ];
      // What happened at one moment stays in this order: the outcome, its cash, its paper.
      return ok(told.toSorted((one, other) => one.at - other.at).slice(-longestTrail));
    },

    cashiers: () => queries.cashiers(),
    findCustomers: (text, product) => queries.findCustomers(text, product),
    save: (customer) => writing(() => ledger.savedCustomers.save(customer)),
    forget: (customer) => writing(() => ledger.savedCustomers.forget(customer)),
  };
}

const toldOfPayment = ({ at, actor, event, person, evidence }: LedgerEvent): TrailEntry => ({
  of: 'payment',
  at,
  actor,
  event,
  person,
  note: noteOf(evidence),
});

const toldOfPaper = (told: PaperEvent): TrailEntry => {
  if (told.kind !== null) return { of: 'paper', ...told };
  const { kind: _none, ...event } = told;
  return { of: 'drawer', ...event };
};

/** What an event may rest on: an outcome, or the doubts that were confirmed before it. */
const evidenceSchema = z.union([recordedOutcomeSchema, z.unknown().transform(() => null)]);

function noteOf(evidence: string | null): string | null {
  if (evidence === null) return null;
  const outcome = evidenceSchema.parse(JSON.parse(evidence));
  return outcome === null ? null : (wordsOf(outcome)?.slice(0, 600) ?? null);
}

/** The biller's code and words, the reference it gave, or the owner's words. */
function wordsOf(outcome: RecordedOutcome): string | undefined {
  switch (outcome.kind) {
    case 'paid':
      return outcome.confirmation.reference || undefined;
    case 'rejected':
    case 'unknown':
      return [outcome.code, outcome.text].filter(Boolean).join(' · ') || undefined;
    case 'paid-by-hand':
      return `${outcome.reference} · ${outcome.evidence}`;
    case 'rejected-by-hand':
      return outcome.evidence;
  }
}
