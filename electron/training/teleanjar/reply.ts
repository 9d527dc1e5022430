import type { Refusal, SwitchCode } from './response-codes.ts';

/** The document's `respdata` of each product, field by field and in its order. Amounts in whole rupiah. */
export interface PostpaidBillEntry {
  readonly idpel: string;
  readonly nama: string;
  readonly blth: string;
  readonly tarif: string;
  readonly daya: string;
  readonly tagihan: number;
  readonly admin: number;
  readonly total: number;
}

export interface PrepaidCustomerEntry {
  readonly nometer: string;
  readonly idpel: string;
  readonly nama: string;
  readonly tarif: string;
  readonly daya: string;
  readonly rp_admin: number;
  readonly available_token: readonly number[];
}

export interface NontaglisBillEntry {
  readonly nama_transaksi: string;
  readonly nomor_registrasi: string;
  readonly tanggal_registrasi: string;
  readonly idpel: string;
  readonly nama: string;
  readonly tagihan: number;
  readonly admin: number;
  readonly total: number;
}

/** Telkom's is a postpaid entry with `tarif` and `daya` empty and a reference, not a month, in `blth`. */
export type InquiryEntry = PostpaidBillEntry | PrepaidCustomerEntry | NontaglisBillEntry;

export interface PostpaidPaidEntry extends PostpaidBillEntry {
  readonly stan_awal: string;
  readonly stan_akhir: string;
  /** Bills of this customer still open after this one, later ones of the same payment included. */
  readonly sisatungg: number;
  readonly billreff: string;
  readonly service_unit_phone: string;
  readonly waktu_transaksi: string;
}

export interface PrepaidPaidEntry {
  readonly nometer: string;
  readonly idpel: string;
  readonly nama: string;
  readonly tarif: string;
  readonly daya: string;
  readonly rp_ppn: number;
  readonly rp_ppj: number;
  readonly rp_materai: number;
  readonly rp_angsuran: number;
  readonly rp_token: number;
  readonly rp_admin: number;
  readonly rp_total: number;
  readonly kwh: number;
  readonly token: string;
  readonly pesan: string;
  readonly callpln: string;
  readonly waktu_transaksi: string;
  readonly billreff: string;
}

export interface NontaglisPaidEntry extends NontaglisBillEntry {
  readonly pesan: string;
  readonly waktu_transaksi: string;
  readonly billreff: string;
}

export interface TelkomPaidEntry {
  readonly noslip: string;
  readonly nopel: string;
  readonly nama: string;
  readonly tagihan: number;
  readonly admin: number;
  readonly total: number;
  readonly referensi: string;
  readonly waktu_transaksi: string;
  readonly billreff: string;
}

export type PaidEntry = PostpaidPaidEntry | PrepaidPaidEntry | NontaglisPaidEntry | TelkomPaidEntry;

export interface InquiryReply {
  readonly response: SwitchCode | Refusal;
  readonly respid: string;
  readonly respdata: readonly InquiryEntry[];
  readonly info: string;
  readonly saldo: number;
  /** Only Telkom's samples have it. */
  readonly rc?: '00';
}

export interface PaymentReply {
  readonly response: SwitchCode | Refusal;
  readonly respid: string;
  readonly respdata: readonly PaidEntry[];
  readonly info_struk: string;
  readonly saldo: number;
  readonly rc?: '00';
}

/** What `cek_status` answers: a payment's reply again, the payment's id under another name. */
export interface StatusReply {
  readonly response: SwitchCode | Refusal;
  readonly respdata: readonly PaidEntry[];
  readonly info_struk: string;
  readonly saldo: number;
  readonly trxid: string;
  readonly rc?: '00';
}

/** A request that was let in no further: nothing but the words, so that a client cannot count on more. */
export interface AccessReply {
  readonly response: Refusal;
}

export type Reply = InquiryReply | PaymentReply | StatusReply | AccessReply;

/** How an answer leaves: `whole`, or one of the ways a network has to lose it. */
export type Delivery = 'whole' | 'late' | 'no-answer' | 'half-a-body' | 'bad-gateway';

export interface Answer {
  readonly reply: Reply;
  readonly delivery: Delivery;
}

export const whole = (reply: Reply): Answer => ({ reply, delivery: 'whole' });

/** No bill found: every field is there and empty, as PHP leaves them. */
export const emptyInquiry = (response: SwitchCode | Refusal, saldo: number): InquiryReply => ({
  response,
  respid: '',
  respdata: [],
  info: '',
  saldo,
});

/** Not paid, or not yet known to be. */
export const emptyPayment = (response: SwitchCode | Refusal, saldo: number): PaymentReply => ({
  response,
  respid: '',
  respdata: [],
  info_struk: '',
  saldo,
});

/** No payment to tell of, or a question that cannot be read. */
export const emptyStatus = (response: SwitchCode | Refusal, saldo: number): StatusReply => ({
  response,
  respdata: [],
  info_struk: '',
  saldo,
  trxid: '',
});
