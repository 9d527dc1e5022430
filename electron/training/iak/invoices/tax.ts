import { err } from '../../../../shared/result.ts';
import { formatDateTime } from '../../../../shared/time.ts';
import { monthBefore, yearMonth } from '../calendar.ts';
import { singleInvoice, type Ask, type Found } from '../invoice.ts';
import { codes } from '../response-codes.ts';

/** Land tax of the year that the request asks for; a year to come has no bill yet. */
export function landTax(ask: Ask): Found {
  const year = ask.fields.get('year') ?? '';
  const today = monthBefore(ask.at, 0);
  if (!/^(?:19|20)\d\d$/.test(year)) return err(codes.formatError);
  if (Number(year) > today.year) return err(codes.notAvailableYet);
  const late = Number(year) < today.year;
  const tax = 203_857;
  const penalty = late ? 24_463 : 0;
  const { fee } = ask.product;
  return singleInvoice(ask, tax + penalty, {
    name: 'TESTING PBB',
    period: yearMonth(today),
    billedAs: year,
    desc: () => ({
      tanggal: formatDateTime(ask.at, 'WIB'),
      nop: ask.hp,
      tahun_pajak: year,
      lokasi: 'KO. GRIYA ASRI CIPAGERAN',
      kelurahan: 'CIPAGERAN',
      kecamatan: 'CIMAHI UTARA',
      kode_kab_kota: '0023',
      kab_kota: 'PEMKOT CIMAHI',
      luas_tanah: '113 M2',
      luas_gedung: '47 M2',
      jatuh_tempo: `31/10/${year}`,
      total_tagihan: tax,
      denda: penalty,
      admin: fee,
      total_bayar: tax + penalty + fee,
    }),
  });
}

/** Vehicle tax of the year past; the identity is the request's, not looked up. */
export function vehicleTax(ask: Ask): Found {
  const identity = ask.fields.get('nomor_identitas') ?? '';
  if (!/^[0-9A-Za-z]{1,32}$/.test(identity)) return err(codes.formatError);
  const { year } = monthBefore(ask.at, 0);
  const until = `${year}1022`;
  return singleInvoice(ask, 2_274_500, {
    name: 'TESTING ESAMSAT',
    period: `${year - 1}1022-${until}`,
    billedAs: until,
    desc: () => ({
      nomor_identitas: identity,
      nomor_rangka: 'MHKV5EA2JFJ001044',
      nomor_mesin: '1NRF012268',
      alamat: 'GRIYA BULELENG 2 RT 005 RW 014 BULELENG',
      nomor_polisi: 'DK 1243AL',
      milik_kenama: '001',
      merek_kb: 'DAIHATSU',
      model_kb: 'XENIA 1.3 R M/T F653RV-GMDFJ',
      tahun_buatan: '2018',
      tgl_akhir_pajak_baru: until,
      biaya_pokok: { BBN: '0', PKB: '2131500', SWD: '143000' },
      biaya_denda: { BBN: '0', PKB: '0', SWD: '0' },
      biaya_admin: { stnk: '0', tnkb: '0' },
      biaya_parkir_pokok: '0',
      biaya_pajak_progresif: '0',
      ntpd: 'Q8T3L318R0Z3',
    }),
  });
}
