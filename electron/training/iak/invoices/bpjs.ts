import { err } from '../../../../shared/result.ts';
import { monthBefore, yearMonth } from '../calendar.ts';
import { singleInvoice, type Ask, type Found } from '../invoice.ts';
import { codes } from '../response-codes.ts';

/** The `month` of a request: how many are paid at once. `undefined` where it is missing or no such number. */
function monthsAsked({ fields }: Ask): number | undefined {
  const typed = fields.get('month') ?? '';
  const months = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  return months >= 1 && months <= 12 ? months : undefined;
}

const thisMonth = ({ at }: Ask): string => yearMonth(monthBefore(at, 0));

/** Health insurance of a family of two: one fee, however many months. */
export function bpjsHealth(ask: Ask): Found {
  const months = monthsAsked(ask);
  if (months === undefined) return err(codes.formatError);
  return singleInvoice(ask, 25_000 * months, {
    name: 'VERGIE',
    period: String(months).padStart(2, '0'),
    billedAs: thisMonth(ask),
    desc: () => ({
      kode_cabang: '0901',
      nama_cabang: 'JAKARTA PUSAT',
      sisa_pembayaran: '0',
      jumlah_peserta: '2',
    }),
  });
}

/** Employment insurance of one who employs himself. */
export function bpjsSelfEmployed(ask: Ask): Found {
  const months = monthsAsked(ask);
  if (months === undefined) return err(codes.formatError);
  const accident = 10_000 * months;
  const death = 6_800 * months;
  const from = monthBefore(ask.at, 0);
  const until = monthBefore(ask.at, -months);
  const dayOf = ({ year, month }: typeof from) => `01-${String(month).padStart(2, '0')}-${year}`;
  return singleInvoice(ask, accident + death, {
    name: 'DWI TAMARA ANGGITA',
    period: String(months),
    billedAs: thisMonth(ask),
    desc: () => ({
      kode_iuran: '',
      kode_program: 'JKK,JKM',
      jht: 0,
      jkk: accident,
      jkm: death,
      kantor_cabang: 'KABUPATEN TANGERANG',
      tgl_efektif: dayOf(from),
      tgl_expired: dayOf(until),
    }),
  });
}

/** Employment insurance of a company's staff; the five parts make the bill. */
export const bpjsCompany = (ask: Ask): Found =>
  singleInvoice(ask, 100_000, {
    name: 'PT LIMABELAS',
    period: thisMonth(ask),
    billedAs: thisMonth(ask),
    desc: () => ({
      kode_iuran: ask.hp,
      jht: 61_688,
      jkk: 1_082,
      jkm: 2_166,
      jpk: 2_597,
      jpn: 32_467,
      npp: '15092873',
      kode_divisi: '000',
    }),
  });
