import type { DetailLabel } from '../payment/detail.ts';
import type { ProductId } from '../products.ts';

/** What a slip has besides details: `rest` is every known detail that no plan names. */
export type OwnField =
  'customer-number' | 'customer-name' | 'service' | 'certificate' | 'kwh' | 'rest' | 'bills';

/** What a product's slip says, and in which order. */
export interface SlipPlan {
  readonly title: string;
  /** What is paid for, for a slip that must not say that it is paid. At most 32 characters. */
  readonly product: string;
  /** A slip for each bill, as PLN has it, or one for the whole payment. */
  readonly slipPer: 'bill' | 'payment';
  readonly numberLabel: string;
  readonly fields: readonly (OwnField | DetailLabel)[];
  /** `undefined`: the period of these bills says nothing to a customer. */
  readonly periodLabel?: string;
  /** Details of a bill, between its meter readings and its amount. */
  readonly ofBill: readonly DetailLabel[];
  /** What a bill comes to without the fee. */
  readonly chargeLabel: string;
  readonly adminLabel: string;
  /** Sentences, each on lines of its own. */
  readonly sentence: string;
  readonly thanks: readonly string[];
}

const certified = (company: string): string =>
  `${company} menyatakan struk ini sebagai bukti pembayaran yang sah`;

const plain = {
  slipPer: 'payment',
  ofBill: [],
  chargeLabel: 'TAGIHAN',
  adminLabel: 'BIAYA ADMIN',
  sentence: 'Harap simpan struk ini sebagai bukti pembayaran',
  thanks: ['TERIMA KASIH'],
} as const;

const monthly = { ...plain, periodLabel: 'PERIODE', numberLabel: 'NO PELANGGAN' } as const;

const who = ['service', 'customer-number', 'customer-name'] as const;
const sum = ['rest', 'bills', 'certificate'] as const;

/**
 * The order of lines is that of the slips that PLN, Telkom and the switches give out. Label words of details stand in
 * `shared/i18n/detail-words.ts`.
 */
export const slipPlans: Readonly<Record<ProductId, SlipPlan>> = {
  'pln-postpaid': {
    ...plain,
    title: 'STRUK PEMBAYARAN TAGIHAN LISTRIK',
    product: 'TAGIHAN LISTRIK',
    slipPer: 'bill',
    numberLabel: 'IDPEL',
    fields: ['customer-number', 'customer-name', 'tariff-power', ...sum],
    periodLabel: 'BL/TH',
    chargeLabel: 'RP TAG PLN',
    adminLabel: 'ADMIN BANK',
    sentence: certified('PLN'),
    thanks: ['TERIMA KASIH', 'Rincian tagihan dapat diakses di www.pln.co.id'],
  },
  'pln-prepaid': {
    ...plain,
    title: 'STRUK PEMBELIAN LISTRIK PRABAYAR',
    product: 'TOKEN LISTRIK',
    numberLabel: 'NO METER',
    fields: [
      'meter-number',
      'idpel',
      'customer-number',
      'customer-name',
      'tariff-power',
      'certificate',
      'bills',
      'stamp-duty',
      'vat',
      'street-lighting-tax',
      'instalment',
      'token-value',
      'kwh',
      'rest',
    ],
    chargeLabel: 'NOMINAL',
    adminLabel: 'ADMIN BANK',
    sentence: '',
    thanks: ['TERIMA KASIH'],
  },
  'pln-nontaglis': {
    ...plain,
    title: 'STRUK NON TAGIHAN LISTRIK',
    product: 'NON TAGIHAN LISTRIK',
    numberLabel: 'NO REGISTRASI',
    fields: ['transaction', 'customer-number', 'registration-date', 'customer-name', 'idpel', ...sum],
    chargeLabel: 'BIAYA PLN',
    adminLabel: 'ADMIN BANK',
    sentence: certified('PLN'),
  },
  'telkom-pstn': {
    ...monthly,
    title: 'STRUK PEMBAYARAN TAGIHAN TELKOM',
    product: 'TAGIHAN TELKOM',
    numberLabel: 'NO JASTEL',
    fields: [
      'slip-number',
      'customer-number',
      'customer-name',
      'divre',
      'datel',
      'certificate',
      'rest',
      'bills',
    ],
    sentence: certified('TELKOM'),
  },
  bpjs: {
    ...plain,
    title: 'STRUK PEMBAYARAN BPJS KESEHATAN',
    product: 'BPJS KESEHATAN',
    numberLabel: 'NO VA',
    fields: [
      'customer-number',
      'customer-name',
      'participants',
      'months',
      'branch-name',
      'branch-code',
      ...sum,
    ],
    chargeLabel: 'IURAN',
  },
  pdam: {
    ...monthly,
    title: 'STRUK PEMBAYARAN TAGIHAN PDAM',
    product: 'TAGIHAN PDAM',
    periodLabel: 'BL/TH',
    fields: [...who, 'address', 'tariff-code', ...sum],
    ofBill: ['usage', 'penalty', 'other-costs'],
  },
  gas: {
    ...monthly,
    title: 'STRUK PEMBAYARAN TAGIHAN GAS',
    product: 'TAGIHAN GAS',
    periodLabel: 'BL/TH',
    fields: [...who, 'address', ...sum],
    ofBill: ['usage', 'penalty'],
  },
  'mobile-postpaid': {
    ...monthly,
    title: 'STRUK PEMBAYARAN TAGIHAN SELULER',
    product: 'TAGIHAN SELULER',
    numberLabel: 'NO HP',
    fields: [...who, ...sum],
  },
  tv: {
    ...monthly,
    title: 'STRUK PEMBAYARAN TV BERLANGGANAN',
    product: 'TV BERLANGGANAN',
    fields: [...who, 'product-category', ...sum],
    ofBill: ['reference'],
  },
  internet: {
    ...monthly,
    title: 'STRUK PEMBAYARAN INTERNET',
    product: 'INTERNET',
    fields: [...who, 'product-name', ...sum],
  },
  multifinance: {
    ...monthly,
    title: 'STRUK PEMBAYARAN ANGSURAN',
    product: 'ANGSURAN',
    numberLabel: 'NO KONTRAK',
    fields: [
      ...who,
      'item-name',
      'plate-number',
      'chassis-number',
      'tenor',
      'last-due-date',
      'reference',
      ...sum,
    ],
    ofBill: ['instalment', 'penalty', 'other-costs'],
  },
  pbb: {
    ...plain,
    title: 'STRUK PEMBAYARAN PBB',
    product: 'PAJAK BUMI DAN BANGUNAN',
    numberLabel: 'NOP',
    fields: [
      ...who,
      'tax-year',
      'location',
      'village',
      'district',
      'regency',
      'land-area',
      'building-area',
      'due-date',
      ...sum,
    ],
    ofBill: ['penalty'],
  },
  'bpjs-tk': {
    ...plain,
    title: 'STRUK PEMBAYARAN BPJS KETENAGAKERJAAN',
    product: 'BPJS KETENAGAKERJAAN',
    numberLabel: 'NO PESERTA',
    fields: [
      'customer-number',
      'customer-name',
      'company-number',
      'division-code',
      'program-code',
      'branch-name',
      'effective-date',
      'expiry-date',
      'months',
      'jht',
      'jkk',
      'jkm',
      'jpk',
      'jpn',
      ...sum,
    ],
    chargeLabel: 'IURAN',
  },
  insurance: {
    ...monthly,
    title: 'STRUK PEMBAYARAN ASURANSI',
    product: 'ASURANSI',
    numberLabel: 'NO POLIS',
    fields: [...who, 'insured', 'policy-status', 'due-date', ...sum],
    ofBill: ['instalment', 'penalty', 'other-costs'],
    chargeLabel: 'PREMI',
  },
  esamsat: {
    ...plain,
    title: 'STRUK PEMBAYARAN PAJAK KENDARAAN',
    product: 'PAJAK KENDARAAN',
    numberLabel: 'KODE BAYAR',
    fields: [
      ...who,
      'identity-number',
      'plate-number',
      'vehicle',
      'build-year',
      'owner',
      'chassis-number',
      'engine-number',
      'address',
      'tax-valid-until',
      'state-receipt-number',
      ...sum,
    ],
  },
  emoney: {
    ...monthly,
    title: 'STRUK ISI ULANG UANG ELEKTRONIK',
    product: 'ISI ULANG UANG ELEKTRONIK',
    numberLabel: 'NO AKUN',
    fields: [...who, ...sum],
    chargeLabel: 'NOMINAL',
  },
};
