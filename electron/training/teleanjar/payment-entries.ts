import { amounts, monthlyBillEntry } from './inquiry-entries.ts';
import { transactionTime, type PrintStamp } from './print-stamp.ts';
import type { Purchase, TokenPurchase } from './purchase.ts';
import { nontaglisMessage, tokenMessage } from './receipt-text.ts';
import type { PaidEntry, PostpaidPaidEntry, PrepaidPaidEntry } from './reply.ts';
import type { MonthlyBill, PostpaidSubscriber } from './subscribers.ts';

/** PLN's telephone, as the document's token sample has it. */
const plnPhone = '021234567890';

/** `respdata` of a payment: one entry a bill, or the token. Telkom's needs `slipNumber`. */
export function paymentEntries(
  purchase: Purchase,
  stamp: PrintStamp,
  slipNumber: string,
): readonly PaidEntry[] {
  const paidAt = transactionTime(stamp);
  switch (purchase.product) {
    case 'pln-postpaid': {
      const last = purchase.bills.length - 1;
      return purchase.bills.map((bill, index) => paidBillEntry(purchase, bill, last - index, stamp));
    }
    case 'pln-prepaid':
      return [tokenEntry(purchase, stamp)];
    case 'pln-nontaglis':
      return [
        {
          nama_transaksi: purchase.transaction,
          nomor_registrasi: purchase.registration,
          tanggal_registrasi: purchase.registeredOn,
          idpel: purchase.idpel,
          nama: purchase.name,
          ...amounts(purchase.bill),
          pesan: nontaglisMessage,
          waktu_transaksi: paidAt,
          billreff: stamp.reference,
        },
      ];
    case 'telkom-pstn':
      return [
        {
          noslip: slipNumber,
          nopel: purchase.number,
          nama: purchase.name,
          ...amounts(purchase.bill),
          referensi: purchase.reference,
          waktu_transaksi: paidAt,
          billreff: stamp.reference,
        },
      ];
  }
}

const paidBillEntry = (
  subscriber: PostpaidSubscriber,
  bill: MonthlyBill,
  stillOpen: number,
  stamp: PrintStamp,
): PostpaidPaidEntry => ({
  ...monthlyBillEntry(subscriber, bill),
  stan_awal: bill.readings[0],
  stan_akhir: bill.readings[1],
  sisatungg: stillOpen,
  billreff: stamp.reference,
  service_unit_phone: subscriber.unitPhone,
  waktu_transaksi: transactionTime(stamp),
});

const tokenEntry = ({ subscriber, sale }: TokenPurchase, stamp: PrintStamp): PrepaidPaidEntry => ({
  nometer: subscriber.meter,
  idpel: subscriber.idpel,
  nama: subscriber.name,
  tarif: subscriber.tariff,
  daya: subscriber.power,
  rp_ppn: sale.ppn,
  rp_ppj: sale.ppj,
  rp_materai: sale.stampDuty,
  rp_angsuran: sale.instalment,
  rp_token: sale.power,
  rp_admin: sale.admin,
  rp_total: sale.total,
  kwh: sale.kwh,
  token: sale.token,
  pesan: tokenMessage,
  callpln: plnPhone,
  waktu_transaksi: transactionTime(stamp),
  billreff: stamp.reference,
});
