import { rupiah } from '../../../../shared/money.ts';
import { ok } from '../../../../shared/result.ts';
import { abbreviationOf, lastMonths, namedMonth, yearMonth, type Month } from '../calendar.ts';
import { billKey, invoiceOver, unpaid, type Ask, type Bill, type Found } from '../invoice.ts';

interface MonthlyBill extends Bill {
  readonly month: Month;
}

/** The three bills of the API's own sample, which never grow older. */
const sampleHp = '6391601202';
const sampleMonths: readonly Month[] = [5, 6, 7].map((month) => ({ year: 2014, month }));
const sampleAmounts = [49_870, 44_870, 34_870];

/** Months `2014-07`: the JSON sample writes `JUL2014`, the XML sample `JUL 2014`, both beside `JUN 2014`. */
const isMisspelt = ({ year, month }: Month): boolean => year === 2014 && month === 7;

/** Telkom, telephone and Speedy alike: one bill of this month or the last three. */
export function telkom(ask: Ask): Found {
  const open = unpaid(ask, monthlyBills(ask, sampleAmounts));
  if (!open.ok) return open;
  const bills = open.value;
  return ok(
    invoiceOver(ask, bills, {
      name: 'JAORAH',
      period: firstAndLast(bills.map(({ month }) => yearMonth(month))),
      desc: ({ format }) => ({
        kode_area: '0751',
        divre: '01',
        datel: '0006',
        jumlah_tagihan: bills.length,
        tagihan: {
          detail: bills.map(({ month, amount }) => ({
            periode:
              format === 'json' && isMisspelt(month)
                ? `${abbreviationOf(month)}${month.year}`
                : namedMonth(month),
            nilai_tagihan: String(amount),
            admin: String(ask.product.fee),
            total: amount + ask.product.fee,
          })),
        },
      }),
    }),
  );
}

/** A mobile phone: Telkom's object, with nothing in it but the number of bills. */
export function mobile(ask: Ask): Found {
  const open = unpaid(ask, monthlyBills(ask, [55_000, 61_500, 55_000]));
  if (!open.ok) return open;
  const bills = open.value;
  return ok(
    invoiceOver(ask, bills, {
      name: 'INTAN NUR AZIZA',
      period: '',
      desc: () => ({
        kode_area: '',
        divre: '',
        datel: '',
        jumlah_tagihan: bills.length,
        tagihan: { detail: bills.map(() => ({ periode: '', nilai_tagihan: '', admin: '', total: '' })) },
      }),
    }),
  );
}

function monthlyBills(ask: Ask, amounts: readonly number[]): readonly MonthlyBill[] {
  const several = ask.product.kind === 'telkom' && ask.hp === sampleHp ? sampleMonths : lastMonths(ask.at, 3);
  const months = ask.bills === 'one' ? lastMonths(ask.at, 1) : several;
  return months.map((month, index) => ({
    key: billKey(ask, yearMonth(month)),
    month,
    amount: rupiah(amounts[index] ?? 0),
  }));
}

/** `201405,201407` for three months, `201405` for one. */
const firstAndLast = (periods: readonly string[]): string =>
  periods.length < 2 ? periods.join('') : `${periods[0] ?? ''},${periods.at(-1) ?? ''}`;
