import { rupiah } from '../../../../shared/money.ts';
import { ok } from '../../../../shared/result.ts';
import { compactDay, daysBefore, lastMonths, yearMonth } from '../calendar.ts';
import { billKey, invoiceOver, singleInvoice, unpaid, type Ask, type Bill, type Found } from '../invoice.ts';

interface PlnBill extends Bill {
  readonly period: string;
  readonly usage: number;
  readonly penalty: number;
  readonly before: number;
  readonly after: number;
}

/** PLN's message has room for four bills; the oldest are paid first. */
const billsOfOnePayment = 4;

/** Late fee of a month at 1300 VA (Permen ESDM 27/2017). */
const lateFee = 5_000;

/** Eight amounts, of which a customer with one bill owes the last. */
const amounts = [214_310, 198_755, 225_480, 231_905, 219_640, 240_115, 228_370, 300_000];
const consumption = 208;

const eightDigits = (reading: number): string => String(reading).padStart(8, '0');

/** Electricity: one bill of this month, or eight, of which four are shown and paid and the rest stays. */
export function plnPostpaid(ask: Ask): Found {
  const open = unpaid(ask, plnBills(ask));
  if (!open.ok) return open;
  const bills = open.value.slice(0, billsOfOnePayment);
  const left = open.value.length - bills.length;
  return ok(
    invoiceOver(ask, bills, {
      name: ask.bills === 'one' ? 'SUBCRIBER NAME' : 'TOKO SUMBER REJEKI',
      period: bills.map(({ period }) => period).join(','),
      desc: ({ paid }) => ({
        tarif: 'R1',
        daya: 1300,
        lembar_tagihan: String(bills.length),
        ...(paid ? { lembar_tagihan_sisa: left } : {}),
        tagihan: {
          detail: bills.map(({ period, usage, penalty, before, after, amount }) => ({
            ...(paid ? { meter_awal: eightDigits(before), meter_akhir: eightDigits(after) } : {}),
            periode: period,
            nilai_tagihan: String(usage),
            admin: String(ask.product.fee),
            denda: String(penalty),
            total: amount + ask.product.fee,
          })),
        },
      }),
    }),
  );
}

function plnBills(ask: Ask): readonly PlnBill[] {
  const months = lastMonths(ask.at, ask.bills === 'one' ? 1 : amounts.length);
  return months.map((month, index) => {
    const usage = amounts[amounts.length - months.length + index] ?? 0;
    // This month's bill is not late yet.
    const penalty = index === months.length - 1 ? 0 : lateFee;
    const before = 12_480 + index * consumption;
    return {
      key: billKey(ask, yearMonth(month)),
      period: yearMonth(month),
      usage,
      penalty,
      amount: rupiah(usage + penalty),
      before,
      after: before + consumption,
    };
  });
}

/** A new connection, registered three days ago. */
export const plnNontaglis = (ask: Ask): Found =>
  singleInvoice(ask, 696_400, {
    name: 'JAYUSMAN',
    period: '',
    billedAs: 'PENYAMBUNGAN BARU',
    desc: () => ({
      transaksi: 'PENYAMBUNGAN BARU',
      no_registrasi: ask.hp,
      tanggal_registrasi: compactDay(daysBefore(ask.at, 3)),
    }),
  });
