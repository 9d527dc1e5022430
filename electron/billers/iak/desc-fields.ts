import type { DetailLabel } from '../../../shared/payment/detail.ts';
import type { ProductId } from '../../../shared/products.ts';

/** What a field is shown as: by one of our labels, or by a name where none of them fits. */
export type ShownAs = DetailLabel | { readonly name: string };

/** `money`: whole rupiah, set as money where it is exactly that. `costs`: an object of such amounts, on one line. */
export interface DescField {
  readonly kind: 'words' | 'money' | 'costs';
  readonly as: ShownAs;
}

interface FieldTable {
  readonly words?: Readonly<Record<string, ShownAs>>;
  readonly money?: Readonly<Record<string, ShownAs>>;
  readonly costs?: Readonly<Record<string, ShownAs>>;
}

const tariffAndPower = { tarif: 'tariff', daya: 'power' } as const;

const finance: FieldTable = {
  words: {
    item_name: 'item-name',
    no_rangka: 'chassis-number',
    no_pol: 'plate-number',
    tenor: 'tenor',
    last_paid_due_date: 'last-due-date',
    id_ref: 'reference',
  },
  money: {
    installment: 'instalment',
    penalty_bill: 'penalty',
    misc_fee: 'other-costs',
    max_payment: 'maximum-payment',
  },
};

/** Fields that mean the same wherever they stand. */
const everywhere: FieldTable = {
  words: {
    address: 'address',
    alamat: 'address',
    due_date: 'due-date',
    bill_quantity: 'bill-count',
    footer: 'footer',
  },
  money: { denda: 'penalty', penalty: 'penalty', ppn: 'vat', stamp_duty: 'stamp-duty' },
};

/** The fields of `desc` that IAK documents for each product (postpaid API, the pages of the products). */
const byProduct: Readonly<Record<ProductId, FieldTable>> = {
  'pln-postpaid': {
    words: { ...tariffAndPower, lembar_tagihan: 'bill-count', lembar_tagihan_sisa: 'bills-left' },
  },
  'pln-prepaid': { words: tariffAndPower },
  'pln-nontaglis': {
    words: {
      ...tariffAndPower,
      transaksi: 'transaction',
      no_registrasi: 'registration-number',
      tanggal_registrasi: 'registration-date',
    },
  },
  'telkom-pstn': {
    words: { kode_area: 'area-code', divre: 'divre', datel: 'datel', jumlah_tagihan: 'bill-count' },
  },
  bpjs: {
    words: { kode_cabang: 'branch-code', nama_cabang: 'branch-name', jumlah_peserta: 'participants' },
    money: { sisa_pembayaran: 'remaining-payment' },
  },
  pdam: {
    words: { pdam_name: 'utility-name', kode_tarif: 'tariff-code' },
    money: { biller_admin: 'biller-admin' },
  },
  gas: { words: { first_meter: 'meter-start', last_meter: 'meter-end', usage: 'usage' } },
  'mobile-postpaid': {
    words: { kode_area: 'area-code', divre: 'divre', datel: 'datel', jumlah_tagihan: 'bill-count' },
  },
  tv: { words: { product_category: 'product-category' } },
  internet: { words: { product_desc: 'product-name' } },
  multifinance: finance,
  pbb: {
    words: {
      tanggal: 'biller-time',
      nop: 'tax-object',
      tahun_pajak: 'tax-year',
      lokasi: 'location',
      kelurahan: 'village',
      kecamatan: 'district',
      kode_kab_kota: 'regency-code',
      kab_kota: 'regency',
      luas_tanah: 'land-area',
      luas_gedung: 'building-area',
      jatuh_tempo: 'due-date',
    },
    money: { total_tagihan: 'amount', admin: 'biller-admin', total_bayar: 'total' },
  },
  'bpjs-tk': {
    words: {
      kode_iuran: 'contribution-code',
      kode_program: 'program-code',
      kantor_cabang: 'branch-name',
      tgl_efektif: 'effective-date',
      tgl_expired: 'expiry-date',
      npp: 'company-number',
      kode_divisi: 'division-code',
    },
    money: { jht: 'jht', jkk: 'jkk', jkm: 'jkm', jpk: 'jpk', jpn: 'jpn' },
  },
  insurance: {
    // One insurer's answers (TASPEN.ASURANSI) have the finance object.
    ...finance,
    words: { ...finance.words, insured: 'insured', policy_status: 'policy-status' },
  },
  esamsat: {
    words: {
      nomor_identitas: 'identity-number',
      nomor_rangka: 'chassis-number',
      nomor_mesin: 'engine-number',
      nomor_polisi: 'plate-number',
      milik_kenama: 'owner',
      merek_kb: 'vehicle',
      model_kb: { name: 'Model kendaraan' },
      tahun_buatan: 'build-year',
      tgl_akhir_pajak_baru: 'tax-valid-until',
      ntpd: 'state-receipt-number',
    },
    money: {
      biaya_parkir_pokok: { name: 'Biaya parkir pokok' },
      biaya_pajak_progresif: { name: 'Biaya pajak progresif' },
    },
    costs: {
      biaya_pokok: { name: 'Biaya pokok' },
      biaya_denda: { name: 'Biaya denda' },
      biaya_admin: { name: 'Biaya admin' },
    },
  },
  emoney: {},
};

/** The fields of one row of `tagihan.detail` or `bill.detail`; its amounts only where they are not exact. */
const ofOneBill: FieldTable = {
  words: {
    meter_awal: 'meter-start',
    meter_akhir: 'meter-end',
    first_meter: 'meter-start',
    last_meter: 'meter-end',
    stand: 'meter-stand',
    no_ref: 'reference',
  },
  money: {
    misc_amount: 'other-costs',
    nilai_tagihan: 'amount',
    bill_amount: 'amount',
    admin: 'biller-admin',
    total: 'total',
  },
};

export type FieldLookup = (name: string) => DescField | undefined;

const kinds = ['words', 'money', 'costs'] as const;

/** A server names the fields: `constructor` and the like must find nothing, so that only own keys are looked at. */
const lookup =
  (...tables: readonly FieldTable[]): FieldLookup =>
  (name) => {
    for (const table of tables) {
      for (const kind of kinds) {
        const fields = table[kind];
        const as = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (as !== undefined) return { kind, as };
      }
    }
    return undefined;
  };

export const descField = (product: ProductId): FieldLookup => lookup(byProduct[product], everywhere);

export const billField: FieldLookup = lookup(ofOneBill, everywhere);
