import { rupiah, type Rupiah } from '../../../shared/money.ts';
import type { NumberRange } from './practice-numbers.ts';

/** Which of the API's `desc` objects a product has. */
export type Kind =
  | 'pln-postpaid'
  | 'pln-nontaglis'
  | 'telkom'
  | 'mobile'
  | 'internet'
  | 'internet-plain'
  | 'bpjs'
  | 'bpjs-tk-bpu'
  | 'bpjs-tk-pu'
  | 'pdam-by-period'
  | 'pdam-unified'
  | 'gas'
  | 'tv-telkomvision'
  | 'tv'
  | 'finance'
  | 'insurance'
  | 'pbb'
  | 'esamsat'
  | 'custom-denom';

/** A row of the price list, and what its inquiries are made of. */
export interface Product {
  readonly code: string;
  readonly type: string;
  readonly name: string;
  readonly kind: Kind;
  /** What the biller adds to each bill. */
  readonly fee: Rupiah;
  /** What of it is left to the reseller, a bill: `selling_price` is `price` without it. */
  readonly komisi: Rupiah;
  readonly active: boolean;
  /** Only waterworks have one. */
  readonly province?: string;
  readonly numbers: NumberRange;
}

type Row = readonly [
  code: string,
  type: string,
  name: string,
  kind: Kind,
  fee: number,
  komisi: number,
  stem: string,
];

const product = (
  [code, type, name, kind, fee, komisi, stem]: Row,
  more: { readonly samples?: readonly string[]; readonly province?: string; readonly active?: false } = {},
): Product => ({
  code,
  type,
  name,
  kind,
  fee: rupiah(fee),
  komisi: rupiah(komisi),
  active: more.active ?? true,
  ...(more.province === undefined ? {} : { province: more.province }),
  numbers: more.samples === undefined ? { stem } : { stem, samples: more.samples },
});

/**
 * All that this server sells, in the order of its price list. Fees and commissions are those of the API
 * reference's samples, a bill; numbers are explained in `practice-numbers.ts`.
 */
export const catalogue: readonly Product[] = [
  product(['PLNPOSTPAID', 'pln', 'PLN Postpaid', 'pln-postpaid', 2_500, 600, '5300000000']),
  product(['PLNNONH', 'pln', 'PLN Non Taglis', 'pln-nontaglis', 1_600, 1_800, '32250300059'], {
    samples: ['3225030005922', '1811217010329', '3226015008229'],
  }),
  product(['TELKOMPSTN', 'internet', 'Telkom PSTN / Speedy', 'telkom', 2_500, 1_200, '63916012']),
  product(['CBN', 'internet', 'CBN', 'internet', 0, 1_000, '017830'], { samples: ['01927101'] }),
  product(['MYREPRETAIL', 'internet', 'MyRepublic Retail', 'internet-plain', 2_500, 1_000, '1000000000']),
  product(['HPTHREE', 'hp', 'Three Postpaid', 'mobile', 0, 1_000, '089912345']),
  product(['BPJS', 'bpjs', 'BPJS Kesehatan', 'bpjs', 2_500, 200, '88012345600']),
  product(['BPJSTK', 'bpjs', 'BPJS Ketenagakerjaan BPU', 'bpjs-tk-bpu', 3_500, 2_500, '81020510112700'], {
    samples: ['1271215712960003'],
  }),
  product(['BPJSTKPU', 'bpjs', 'BPJS Ketenagakerjaan PU', 'bpjs-tk-pu', 2_500, 2_000, '2103000160'], {
    samples: ['210300016066'],
  }),
  product(['PDAMKOTA.SURABAYA', 'pdam', 'PDAM Kota Surabaya', 'pdam-by-period', 2_000, 700, '102020'], {
    province: 'JAWA TIMUR',
  }),
  product(['PDAMKOTA.YOGYAKARTA', 'pdam', 'PDAM Kota Yogyakarta', 'pdam-unified', 2_000, 700, '102020'], {
    province: 'DI YOGYAKARTA',
  }),
  product(['AETRA', 'pdam', 'AETRA', 'pdam-unified', 2_500, 700, '102020'], { province: 'DKI JAKARTA' }),
  product(['PGAS', 'gas', 'Gas Negara', 'gas', 2_500, 600, '01100146']),
  product(['TVTLKMV', 'tv', 'Telkomvision', 'tv-telkomvision', 1_950, 1_000, '1272465001']),
  product(['TVBIG', 'tv', 'BIG TV', 'tv', 0, 1_100, '10721614']),
  product(['FNMEGA', 'finance', 'Mega Finance', 'finance', 0, 500, '63916012']),
  // Out of service, so that 106 and `status: 4` can be seen.
  product(['FNMF', 'finance', 'Mega Finance (lama)', 'finance', 0, 500, '63916012'], { active: false }),
  product(['AIA.PREMICONVEN', 'asuransi', 'AIA Premi Konvensional', 'insurance', 3_000, 500, '102020']),
  product(['PBBKOT.CIMAHI', 'pbb', 'PBB Kota Cimahi', 'pbb', 5_000, 0, '3298010923759999']),
  product([
    'ESAMSAT.JABAR',
    'pajak-kendaraan',
    'e-Samsat Jawa Barat',
    'esamsat',
    5_000,
    2_500,
    '96585485235687',
  ]),
  product(['SHOPEEPAY', 'emoney', 'ShopeePay', 'custom-denom', 800, 450, '0821000000']),
];

/** Codes are compared as they are written: the price list has them in capitals. */
export const findProduct = (code: string): Product | undefined =>
  catalogue.find((each) => each.code === code);
