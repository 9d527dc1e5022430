import type { Breach, Evidence } from './invariants.ts';

/** A broken promise with all that is known of the payments it is about, for whoever has to find out why. */
export function retell(found: readonly Breach[], { ledger, books, words }: Evidence, told: object): string {
  const ids = new Set(found.flatMap(({ payments }) => payments));
  const rows = ledger.payments.filter(({ id }) => ids.has(id));
  const customers = new Set(rows.map(({ customer }) => customer));
  const lines = (items: readonly object[]): readonly string[] =>
    items.map((item) => `  ${JSON.stringify(item)}`);
  return [
    ...found.slice(0, 10).map(({ promise, what }) => `${promise}: ${what}`),
    `when ${JSON.stringify(told)}`,
    'payments',
    ...lines(rows),
    'events',
    ...lines(ledger.steps.filter(({ quote }) => ids.has(quote))),
    'what the counters said',
    ...lines(words.filter((word) => 'payment' in word && ids.has(word.payment))),
    "the billers' books",
    ...lines(books.filter((entry) => entry.kind === 'charge' && customers.has(entry.identity))),
  ].join('\n');
}
