import { rupiah } from '../../../../shared/money.ts';
import { ok } from '../../../../shared/result.ts';
import { abbreviationOf, lastMonths, monthBefore, monthYear, yearMonth, type Month } from '../calendar.ts';
import {
  billKey,
  invoiceOver,
  singleInvoice,
  unpaid,
  type Ask,
  type Bill,
  type Bills,
  type Found,
} from '../invoice.ts';

interface WaterBill extends Bill {
  readonly month: Month;
  readonly firstMeter: number;
  readonly lastMeter: number;
  readonly water: number;
  readonly penalty: number;
  readonly other: number;
}

const usages = [27_240, 31_180, 29_760];
const cubicMetres = 24;

function waterBills(ask: Ask): readonly WaterBill[] {
  return lastMonths(ask.at, ask.bills === 'one' ? 1 : usages.length).map((month, index, { length }) => {
    const water = usages[index] ?? 0;
    const penalty = index === length - 1 ? 0 : 7_500;
    const other = 750;
    const firstMeter = 4_589 + index * cubicMetres;
    return {
      key: billKey(ask, yearMonth(month)),
      month,
      firstMeter,
      lastMeter: firstMeter + cubicMetres,
      water,
      penalty,
      other,
      amount: rupiah(water + penalty + other),
    };
  });
}

/** What every waterworks says of a customer. */
const waterHead = ({ product }: Ask, bills: Bills<WaterBill>) => ({
  bill_quantity: bills.length,
  address: 'WONOKROMO S.S BARU 2 8',
  biller_admin: '',
  pdam_name: product.name.toUpperCase(),
  stamp_duty: '',
});

/** Waterworks that show each month; the last two fields of the head, and `stand`, are Surabaya's own. */
export function waterByPeriod(ask: Ask): Found {
  const open = unpaid(ask, waterBills(ask));
  if (!open.ok) return open;
  const bills = open.value;
  const due = monthBefore(ask.at, 0);
  return ok(
    invoiceOver(ask, bills, {
      name: 'DADANG SOEKARDI',
      period: bills.map(({ month }) => yearMonth(month)).join(','),
      desc: () => ({
        ...waterHead(ask, bills),
        due_date: `1-15 ${abbreviationOf(due)} ${due.year}`,
        kode_tarif: '3A',
        bill: {
          detail: bills.map(({ month, firstMeter, lastMeter, penalty, water, other }) => ({
            period: yearMonth(month),
            first_meter: firstMeter,
            last_meter: lastMeter,
            penalty,
            bill_amount: water,
            misc_amount: other,
            stand: '',
          })),
        },
      }),
    }),
  );
}

/** Waterworks that put all months in one row. */
export function waterUnified(ask: Ask): Found {
  const open = unpaid(ask, waterBills(ask));
  if (!open.ok) return open;
  const bills = open.value;
  const [first] = bills;
  const last = bills.at(-1) ?? first;
  const sum = (of: (bill: WaterBill) => number) => bills.reduce((total, bill) => total + of(bill), 0);
  const period = bills.map(({ month }) => yearMonth(month)).join(',');
  return ok(
    invoiceOver(ask, bills, {
      name: 'DADANG SOEKARDI',
      period,
      desc: () => ({
        ...waterHead(ask, bills),
        kode_tarif: '',
        bill: {
          detail: [
            {
              period,
              first_meter: first.firstMeter,
              last_meter: last.lastMeter,
              penalty: sum(({ penalty }) => penalty),
              bill_amount: sum(({ water }) => water),
              misc_amount: sum(({ other }) => other),
            },
          ],
        },
      }),
    }),
  );
}

/** State gas. */
export function gas(ask: Ask): Found {
  const month = monthBefore(ask.at, 0);
  return singleInvoice(ask, 322_002, {
    name: 'NGATIMUN',
    period: monthYear(month),
    billedAs: yearMonth(month),
    desc: () => ({ address: '-', first_meter: '006538', last_meter: '006573', usage: 35 }),
  });
}
