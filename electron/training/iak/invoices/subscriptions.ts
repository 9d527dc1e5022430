import { rupiah } from '../../../../shared/money.ts';
import { ok } from '../../../../shared/result.ts';
import { lastMonths, monthBefore, shortNamedMonth, yearMonth, type Month } from '../calendar.ts';
import { billKey, invoiceOver, singleInvoice, unpaid, type Ask, type Bill, type Found } from '../invoice.ts';

interface TvBill extends Bill {
  readonly month: Month;
}

/** `205A`: the year's last digit, the month, a letter. */
const referenceOf = ({ year, month }: Month): string => `${year % 10}${String(month).padStart(2, '0')}A`;

/** Telkomvision: one month or the last two. */
export function telkomvision(ask: Ask): Found {
  const all: readonly TvBill[] = lastMonths(ask.at, ask.bills === 'one' ? 1 : 2).map((month) => ({
    key: billKey(ask, yearMonth(month)),
    month,
    amount: rupiah(99_000),
  }));
  const open = unpaid(ask, all);
  if (!open.ok) return open;
  const bills = open.value;
  return ok(
    invoiceOver(ask, bills, {
      name: 'BAITUS MONGJENG',
      period: bills.map(({ month }) => shortNamedMonth(month)).join(','),
      desc: () => ({
        bill_quantity: String(bills.length),
        product_category: '',
        ppn: 0,
        tagihan: {
          detail: bills.map(({ month, amount }) => ({
            periode: shortNamedMonth(month),
            nilai_tagihan: String(amount),
            no_ref: referenceOf(month),
          })),
        },
      }),
    }),
  );
}

const thisMonth = ({ at }: Ask): string => yearMonth(monthBefore(at, 0));

/** Any other television: `tagihan` is there and has nothing in it. */
export const television = (ask: Ask): Found =>
  singleInvoice(ask, 138_499, {
    name: 'Mr. syahrun as',
    period: '',
    billedAs: thisMonth(ask),
    desc: () => ({ bill_quantity: '1', product_category: '', ppn: 0, tagihan: { detail: [] } }),
  });

export const internet = (ask: Ask): Found =>
  singleInvoice(ask, 30_000, {
    name: 'Budi',
    period: thisMonth(ask),
    billedAs: thisMonth(ask),
    desc: () => ({ product_desc: 'CBN Anywhere Basic' }),
  });

/** A provider with nothing to say of the customer: an empty `desc` is sent as a text, not as an object. */
export const internetPlain = (ask: Ask): Found =>
  singleInvoice(ask, 366_300, {
    name: 'ANDI & RINA <KOS>',
    period: thisMonth(ask),
    billedAs: thisMonth(ask),
    desc: () => '',
  });
