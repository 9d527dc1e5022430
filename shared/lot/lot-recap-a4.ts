import type { A4Document } from '../a4/a4-document.ts';
import { shopDocument } from '../a4/shop-document.ts';
import { messagesFor, type Messages } from '../i18n/messages.ts';
import type { ShopSettings } from '../settings.ts';
import type { Table, TableColumn } from '../tables/table.ts';
import { formatMoment } from '../time.ts';
import type { LotRecap, RecapLine } from './lot-recap.ts';

/** The recap of a lot on sheets of A4: what each collector's lines come to, and every line with what became of it. */
export function lotRecapA4(recap: LotRecap, shop: ShopSettings): A4Document {
  const m = messagesFor(shop.language);
  const { number, ledger, openedAt, openedBy, at, collectors } = recap;
  const { zone } = shop.day;
  return shopDocument(
    {
      title: m.lots.a4.title(number),
      facts: [
        { label: m.lots.a4.opened, value: formatMoment(openedAt, zone) },
        ...(openedBy === null ? [] : [{ label: m.reports.rowOf.cashier, value: openedBy }]),
      ],
      tables: [
        sumsTable(recap, m),
        linesTable(
          collectors.flatMap(({ collector, lines }) => lines.map((line) => ({ ...line, collector }))),
          m,
        ),
      ],
      notes: recap.sums.unknown.count === 0 ? [] : [m.lots.a4.uncertain],
    },
    { shop, ledger, at },
  );
}

const text = (header: string): TableColumn => ({ header, kind: 'text', sum: false });
const count = (header: string): TableColumn => ({ header, kind: 'count', sum: true });
const money = (header: string): TableColumn => ({ header, kind: 'rupiah', sum: true });

const shownSums = ['paid', 'unknown', 'refused', 'notSent'] as const;

function sumsTable({ collectors }: LotRecap, { lots: words, reports }: Messages): Table {
  return {
    name: words.collectors,
    columns: [
      text(words.group.collector),
      count(words.a4.numbers),
      ...shownSums.flatMap((sum) => [count(words.sums[sum]), money(`${words.sums[sum]} (Rp)`)]),
    ],
    rows: collectors.map(({ collector, lines, sums }) => [
      collector === '' ? words.nobody : collector,
      lines.length,
      ...shownSums.flatMap((sum) => [sums[sum].count, sums[sum].amount]),
    ]),
    total: reports.total,
  };
}

/** Amounts of lines that were paid and that were not do not make a sum. */
function linesTable(lines: readonly (RecapLine & { readonly collector: string })[], m: Messages): Table {
  const { lots: words, reports } = m;
  return {
    name: words.lines,
    columns: [
      text(words.a4.nth),
      text(words.group.collector),
      text(reports.rowOf.product),
      text(reports.reconcile.number),
      text(reports.reconcile.name),
      { ...money('Rp'), sum: false },
      text(m.history.state),
      text(words.a4.reference),
    ],
    rows: lines.map(({ nth, collector, product, number, name, due, state, token, reference }) => [
      String(nth),
      collector,
      m.products[product].name,
      number,
      name,
      due,
      words.states[state],
      token === '' ? reference : token,
    ]),
    total: null,
  };
}
