import { joinTogether } from '../../../electron/app/join-together.ts';
import type { TableEdge } from '../../../electron/app/groups.ts';
import type { NotSent } from '../../../electron/billers/biller.ts';
import type { A4Document } from '../../../shared/a4/a4-document.ts';
import { isQuoteId, type QuoteId } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/lot/group.ts';
import { rupiah } from '../../../shared/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { familyCounter } from '../../fixtures/at-counter.ts';
import { reply } from '../ledger/documents.ts';
import { billsFound } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

/** What becomes of a customer's payment. */
export type Fate = 'paid' | 'rejected' | 'unknown' | 'not-sent';

const noTables: TableEdge = {
  choose: () => Promise.resolve(err('cancelled')),
  save: () => Promise.resolve(err('cancelled')),
};

export const member = (number: string, over: Partial<Member> = {}): Member => ({
  product: 'pln-postpaid',
  service: null,
  number,
  extras: {},
  denomination: null,
  note: '',
  ...over,
});

/** The n-th customer's number, and back. */
export const numberOf = (n: number): string => `53000000${String(n).padStart(4, '0')}`;
const lastDigits = (number: string): number => Number(number.slice(-4));

/** What the n-th customer owes, before the shop adds anything: no two alike. */
export const owes = (n: number): number => 100_000 + n * 1000;

/** A sale's bench with baskets and lots on it: each customer has a bill, and a payment goes as its fate says. */
export function togetherBench(fates: Readonly<Record<number, Fate>> = {}, tables: TableEdge = noTables) {
  const bench = saleBench();
  const { fake } = bench;
  const fateOf = (id: QuoteId | undefined): Fate => {
    const quote = id === undefined ? undefined : (bench.desk.quote(id) ?? bench.ledger.payment(id)?.quote);
    return quote === undefined ? 'paid' : (fates[lastDigits(quote.customerNumber)] ?? 'paid');
  };
  const lastOf = (verb: string): QuoteId | undefined => {
    const id = fake.asked.findLast((each) => each.startsWith(`${verb} `))?.split(' ')[1];
    return isQuoteId(id) ? id : undefined;
  };
  const saved: { name: string; document: A4Document; format: string }[] = [];
  let inquiries = 0;
  fake.answer = () => {
    const number = fake.asked.findLast((each) => each.startsWith('inquire'))?.split(' ')[2] ?? '';
    inquiries += 1;
    const total = rupiah(owes(lastDigits(number)));
    const customer = { ...billsFound.customer, identity: number };
    const bills = [{ period: 'MEI18', amount: total, adminFee: rupiah(0), total }];
    const { deposit: _deposit, ...found } = billsFound;
    return Promise.resolve(
      ok({ ...found, kind: 'bills' as const, customer, bills, inquiryId: `RESP${inquiries}` }),
    );
  };
  fake.connect = (): Promise<Result<void, NotSent>> =>
    Promise.resolve(fateOf(lastOf('open')) === 'not-sent' ? err({ code: 'no-connection' }) : ok(undefined));
  fake.byDeadline = () => {
    const fate = fateOf(lastOf('send'));
    return Promise.resolve(fate === 'unknown' ? undefined : reply(fate));
  };

  const join = () =>
    joinTogether({
      joined: bench,
      ledger: bench.ledger,
      sellers: bench.sellers,
      counter: bench.counter,
      clock: bench.clock,
      shop: () => bench.printing.shop,
      atCounter: familyCounter,
      tables,
      save: (name, document, format) => {
        saved.push({ name, document, format });
        return Promise.resolve(ok({ path: `/stick/${name}.${format}` }));
      },
      log: bench.log,
    });

  return {
    ...bench,
    ...join(),
    /** The documents that were saved as files. */
    saved,
    /** Joins anew on the same ledger, as a restart would after `recover`. */
    join,
    /** Inquires the n-th customer; the quote that lies on the desk. */
    async quoted(n: number): Promise<QuoteId> {
      const found = await bench.sale.inquire({ product: 'pln-postpaid', number: numberOf(n) });
      if (!found.ok || found.value.kind !== 'quote') throw new Error('no quote');
      return found.value.quote.id;
    },
    /** How often the n-th customer was sent a payment. */
    sentTo: (n: number): number =>
      fake.asked.filter((each) => {
        const [verb, id] = each.split(' ');
        return (
          verb === 'send' && isQuoteId(id) && bench.ledger.payment(id)?.quote.customerNumber === numberOf(n)
        );
      }).length,
  };
}

/** The value of what must have gone well. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
