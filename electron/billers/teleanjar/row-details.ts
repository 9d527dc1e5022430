import type { Detail, DetailLabel } from '../../../shared/payment/detail.ts';
import type { Row } from './envelope.ts';

/** A map, because a server may name a field `constructor`. */
export type FieldLabels = ReadonlyMap<string, DetailLabel>;

/**
 * What Teleanjar's fields say, for the eye. A field that is not here is shown by Teleanjar's own name for it; whatever
 * is neither a text nor a number costs its line.
 */
export const fieldLabels: FieldLabels = new Map(
  Object.entries({
    idpel: 'idpel',
    nometer: 'meter-number',
    nomor_registrasi: 'registration-number',
    nama_transaksi: 'transaction',
    tanggal_registrasi: 'registration-date',
    tagihan: 'amount',
    total: 'total',
    blth: 'period',
    periode: 'period',
    stan_awal: 'meter-start',
    stan_akhir: 'meter-end',
    sisatungg: 'arrears',
    denda: 'penalty',
    service_unit_phone: 'service-unit-phone',
    callpln: 'service-unit-phone',
    pesan: 'message',
    noslip: 'slip-number',
    referensi: 'reference',
    reference: 'reference',
    rp_ppn: 'vat',
    rp_ppj: 'street-lighting-tax',
    rp_materai: 'stamp-duty',
    rp_angsuran: 'instalment',
    rp_token: 'token-value',
    rp_total: 'total-paid',
    waktu_transaksi: 'biller-time',
    alamat: 'address',
    branchid: 'branch-code',
    branchname: 'branch-name',
  } as const),
);

/** What is said of one bill, however many there are. */
const billLabels: ReadonlySet<DetailLabel | 'other'> = new Set<DetailLabel>([
  'period',
  'amount',
  'total',
  'meter-start',
  'meter-end',
  'arrears',
  'penalty',
]);

const mostDetails = 60;

/** The details of a row in its own order, without the fields that were `taken` elsewhere. */
export function detailsOf(
  row: Row,
  taken: ReadonlySet<string>,
  labels: FieldLabels = fieldLabels,
): readonly Detail[] {
  return Object.entries(row)
    .filter(([field]) => !taken.has(field))
    .flatMap(([field, value]): readonly Detail[] => {
      // Tariff and power are read as one; they stand where the tariff stood.
      if (field === 'tarif') return named('tariff-power', 'tarif', tariffAndPower(row));
      if (field === 'daya' && Object.hasOwn(row, 'tarif')) return [];
      if (field === 'daya') return named('tariff-power', 'daya', textOf(value));
      return named(labels.get(field), field, textOf(value));
    })
    .slice(0, mostDetails);
}

const tariffAndPower = (row: Row): string =>
  [textOf(row['tarif']), textOf(row['daya'])].filter((part) => part !== '').join(' / ');

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll(/\s+/g, ' ').trim() : '';

function named(label: DetailLabel | undefined, field: string, text: string): readonly Detail[] {
  const value = text.slice(0, 200);
  if (value === '') return [];
  if (label !== undefined) return [{ label, value }];
  return field === '' ? [] : [{ label: 'other', name: field.slice(0, 60), value }];
}

/** What all rows say alike is said once; what is of one bill, or differs, stays with its row. */
export function shareDetails(rows: readonly (readonly Detail[])[]): {
  readonly common: readonly Detail[];
  readonly perRow: readonly (readonly Detail[])[];
} {
  const [first = []] = rows;
  const isCommon = (detail: Detail): boolean =>
    !billLabels.has(detail.label) && rows.every((row) => row.some((each) => isSameDetail(each, detail)));
  return {
    common: first.filter(isCommon),
    perRow: rows.map((row) => row.filter((detail) => !isCommon(detail))),
  };
}

export const isSameDetail = (one: Detail, other: Detail): boolean =>
  one.label === other.label &&
  one.value === other.value &&
  (one.label !== 'other' || other.label !== 'other' || one.name === other.name);
