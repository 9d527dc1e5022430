import type { InquiryEntry, PostpaidBillEntry } from './reply.ts';
import type { Bill, MonthlyBill, PostpaidSubscriber, Subscriber } from './subscribers.ts';

/** `respdata` of an inquiry: one entry a bill, or the customer of a token. */
export function inquiryEntries(subscriber: Subscriber): readonly InquiryEntry[] {
  switch (subscriber.product) {
    case 'pln-postpaid':
      return subscriber.bills.map((bill) => monthlyBillEntry(subscriber, bill));
    case 'pln-prepaid':
      return [
        {
          nometer: subscriber.meter,
          idpel: subscriber.idpel,
          nama: subscriber.name,
          tarif: subscriber.tariff,
          daya: subscriber.power,
          rp_admin: subscriber.admin,
          available_token: subscriber.denominations,
        },
      ];
    case 'pln-nontaglis':
      return [
        {
          nama_transaksi: subscriber.transaction,
          nomor_registrasi: subscriber.registration,
          tanggal_registrasi: subscriber.registeredOn,
          idpel: subscriber.idpel,
          nama: subscriber.name,
          ...amounts(subscriber.bill),
        },
      ];
    case 'telkom-pstn':
      return [
        {
          idpel: subscriber.number,
          nama: subscriber.name,
          blth: subscriber.reference,
          tarif: '',
          daya: '',
          ...amounts(subscriber.bill),
        },
      ];
  }
}

export const monthlyBillEntry = (subscriber: PostpaidSubscriber, bill: MonthlyBill): PostpaidBillEntry => ({
  idpel: subscriber.idpel,
  nama: subscriber.name,
  blth: bill.month,
  tarif: subscriber.tariff,
  daya: subscriber.power,
  ...amounts(bill),
});

/** The three amounts of a bill, under the document's names and in its order. */
export const amounts = ({ amount, admin, total }: Bill) => ({ tagihan: amount, admin, total });
