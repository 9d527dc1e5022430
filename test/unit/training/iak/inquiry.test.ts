import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startIakServer, type IakServer } from '../../../../electron/training/iak-server.ts';
import { catalogue } from '../../../../electron/training/iak/catalogue.ts';
import { call, deal, formats, isSaid, morning, newRefId, signed, type Fields } from './reseller.ts';

let server: IakServer;
beforeEach(async () => {
  server = await startIakServer({ now: () => morning, seed: 'inquiry' });
});
afterEach(() => server.close());

const numberOf = (code: string): string => {
  const product = catalogue.find((each) => each.code === code);
  if (product === undefined) throw new Error(`no product ${code}`);
  return `${product.numbers.stem}01`;
};

const sold = catalogue.filter(({ active }) => active);

describe.each(sold)('$code', ({ code, fee, komisi, numbers }) => {
  it.each(['01', '02'])('%s: the sums agree', async (digits) => {
    const { trId, ...found } = await deal(server, { code, hp: numbers.stem + digits })
      .inquire()
      .then(({ tr_id, nominal, admin, price, selling_price }) => ({
        trId: tr_id,
        nominal: Number(nominal),
        admin: Number(admin),
        price: Number(price),
        selling: Number(selling_price),
      }));
    expect(Number.isSafeInteger(trId)).toBe(true);
    expect(found.price).toBe(found.nominal + found.admin);
    const bills = fee === 0 ? (found.price - found.selling) / (komisi || 1) : found.admin / fee;
    expect(Number.isInteger(bills)).toBe(true);
    expect(found.price - found.selling).toBe(bills * komisi);
  });

  it('sends the fields of an inquiry in the order of the samples, and no more', async () => {
    const found = await deal(server, { code, hp: `${numbers.stem}01` }).inquire();
    expect(Object.keys(found).join(' ')).toBe(
      'tr_id code hp tr_name period nominal admin ref_id response_code message price selling_price desc',
    );
    expect(found).toMatchObject({ code, hp: `${numbers.stem}01`, message: 'INQUIRY SUCCESS' });
  });

  it('says the same in XML', async () => {
    const json = await deal(server, { code, hp: `${numbers.stem}01` }).inquire();
    const xml = await deal(server, { code, hp: `${numbers.stem}01`, format: 'xml' }).inquire();
    for (const name of ['code', 'hp', 'tr_name', 'period', 'nominal', 'admin', 'price', 'selling_price']) {
      expect(xml[name]).toBe(String(json[name]));
    }
  });
});

/** The names and types of a `desc`, lists by their first element. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (!isSaid(value)) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
}

const text = 'string';
const number = 'number';
const monthly = { periode: text, nilai_tagihan: text, admin: text };
const water = { bill_quantity: number, address: text, biller_admin: text, pdam_name: text, stamp_duty: text };
const waterRow = {
  period: text,
  first_meter: number,
  last_meter: number,
  penalty: number,
  bill_amount: number,
  misc_amount: number,
};
const telephone = { kode_area: text, divre: text, datel: text, jumlah_tagihan: number };
const threeFees = { BBN: text, PKB: text, SWD: text };

describe('desc', () => {
  it.each<readonly [string, unknown]>([
    [
      'PLNPOSTPAID',
      {
        tarif: text,
        daya: number,
        lembar_tagihan: text,
        tagihan: { detail: [{ ...monthly, denda: text, total: number }] },
      },
    ],
    ['PLNNONH', { transaksi: text, no_registrasi: text, tanggal_registrasi: text }],
    ['TELKOMPSTN', { ...telephone, tagihan: { detail: [{ ...monthly, total: number }] } }],
    ['HPTHREE', { ...telephone, tagihan: { detail: [{ ...monthly, total: text }] } }],
    ['CBN', { product_desc: text }],
    ['MYREPRETAIL', text],
    ['BPJS', { kode_cabang: text, nama_cabang: text, sisa_pembayaran: text, jumlah_peserta: text }],
    [
      'BPJSTK',
      {
        kode_iuran: text,
        kode_program: text,
        jht: number,
        jkk: number,
        jkm: number,
        kantor_cabang: text,
        tgl_efektif: text,
        tgl_expired: text,
      },
    ],
    [
      'BPJSTKPU',
      {
        kode_iuran: text,
        jht: number,
        jkk: number,
        jkm: number,
        jpk: number,
        jpn: number,
        npp: text,
        kode_divisi: text,
      },
    ],
    [
      'PDAMKOTA.SURABAYA',
      { ...water, due_date: text, kode_tarif: text, bill: { detail: [{ ...waterRow, stand: text }] } },
    ],
    ['AETRA', { ...water, kode_tarif: text, bill: { detail: [waterRow] } }],
    ['PGAS', { address: text, first_meter: text, last_meter: text, usage: number }],
    [
      'TVTLKMV',
      {
        bill_quantity: text,
        product_category: text,
        ppn: number,
        tagihan: { detail: [{ periode: text, nilai_tagihan: text, no_ref: text }] },
      },
    ],
    ['TVBIG', { bill_quantity: text, product_category: text, ppn: number, tagihan: { detail: [] } }],
    [
      'FNMEGA',
      {
        misc_fee: number,
        item_name: text,
        no_rangka: text,
        no_pol: text,
        tenor: text,
        installment: number,
        penalty_bill: number,
        max_payment: number,
        last_paid_due_date: text,
        id_ref: text,
      },
    ],
    ['AIA.PREMICONVEN', { insured: text, policy_status: text, due_date: text, footer: [text] }],
    [
      'PBBKOT.CIMAHI',
      {
        tanggal: text,
        nop: text,
        tahun_pajak: text,
        lokasi: text,
        kelurahan: text,
        kecamatan: text,
        kode_kab_kota: text,
        kab_kota: text,
        luas_tanah: text,
        luas_gedung: text,
        jatuh_tempo: text,
        total_tagihan: number,
        denda: number,
        admin: number,
        total_bayar: number,
      },
    ],
    [
      'ESAMSAT.JABAR',
      {
        nomor_identitas: text,
        nomor_rangka: text,
        nomor_mesin: text,
        alamat: text,
        nomor_polisi: text,
        milik_kenama: text,
        merek_kb: text,
        model_kb: text,
        tahun_buatan: text,
        tgl_akhir_pajak_baru: text,
        biaya_pokok: threeFees,
        biaya_denda: threeFees,
        biaya_admin: { stnk: text, tnkb: text },
        biaya_parkir_pokok: text,
        biaya_pajak_progresif: text,
        ntpd: text,
      },
    ],
    ['SHOPEEPAY', { footer: text }],
  ])('%s has the names and types of its page', async (code, shape) => {
    const { desc } = await deal(server, { code, hp: numberOf(code) }).inquire();
    expect(shapeOf(desc)).toEqual(shape);
  });

  it('of a mobile phone has nothing in its rows', async () => {
    const { desc } = await deal(server, { code: 'HPTHREE', hp: '08991234502' }).inquire();
    const empty = { periode: '', nilai_tagihan: '', admin: '', total: '' };
    expect(desc).toMatchObject({ jumlah_tagihan: 3, tagihan: { detail: [empty, empty, empty] } });
  });

  it('of MYREPRETAIL is an empty text, in XML an empty element', async () => {
    const hp = numberOf('MYREPRETAIL');
    expect((await deal(server, { code: 'MYREPRETAIL', hp }).inquire())['desc']).toBe('');
    const xml = await deal(server, { code: 'MYREPRETAIL', hp, format: 'xml' }).inquire();
    expect(xml).toMatchObject({ desc: '', tr_name: 'ANDI & RINA <KOS>' });
  });

  it.each([
    ['PDAMKOTA.SURABAYA', ['202609', '202610', '202611']],
    ['PDAMKOTA.YOGYAKARTA', ['202609,202610,202611']],
    ['AETRA', ['202609,202610,202611']],
  ])('of %s has rows for %j', async (code, periods) => {
    const found = await deal(server, { code, hp: '10202002' }).inquire();
    const { desc } = found as { desc: { bill_quantity: number; bill: { detail: Record<string, number>[] } } };
    expect(found['period']).toBe('202609,202610,202611');
    expect(desc.bill_quantity).toBe(3);
    expect(desc.bill.detail.map(({ period }) => period)).toEqual(periods);
    const sum = desc.bill.detail.reduce(
      (total, row) => total + (row['penalty'] ?? 0) + (row['bill_amount'] ?? 0) + (row['misc_amount'] ?? 0),
      0,
    );
    expect(sum).toBe(found['nominal']);
  });

  it.each([
    ['PLNPOSTPAID', '530000000002'],
    ['TELKOMPSTN', '6391601202'],
    ['TELKOMPSTN', '6391600999'],
  ])('of %s %s has totals that make the price', async (code, hp) => {
    const found = await deal(server, { code, hp }).inquire();
    const { desc } = found as { desc: { tagihan: { detail: { total: number }[] } } };
    expect(desc.tagihan.detail.reduce((sum, { total }) => sum + total, 0)).toBe(found['price']);
  });
});

describe('months', () => {
  it.each([
    ['PLNPOSTPAID', '202701'],
    ['PGAS', '0127'],
    ['TVTLKMV', 'JAN 27'],
    ['TELKOMPSTN', '202701'],
  ])('of %s turn with the year in WIB', async (code, period) => {
    const newYear = await startIakServer({ now: () => Date.parse('2026-12-31T17:00:00Z') });
    expect((await deal(newYear, { code, hp: numberOf(code) }).inquire())['period']).toBe(period);
    await newYear.close();
  });

  it('before January are those of the year before', async () => {
    const newYear = await startIakServer({ now: () => Date.parse('2027-01-01T00:00:00Z') });
    const found = await deal(newYear, { code: 'TELKOMPSTN', hp: '6391600999' }).inquire();
    expect(found['period']).toBe('202611,202701');
    expect(found['desc']).toMatchObject({
      tagihan: { detail: [{ periode: 'NOV 2026' }, { periode: 'DES 2026' }, { periode: 'JAN 2027' }] },
    });
    await newYear.close();
  });
});

describe('what a product asks beside code and number', () => {
  const codeOf = async (code: string, extra: Fields) =>
    (await deal(server, { code, hp: numberOf(code), extra }).inquire())['response_code'];

  it.each<readonly [string, Fields, string]>([
    ['BPJS', {}, '107'],
    ['BPJS', { month: 0 }, '107'],
    ['BPJS', { month: 13 }, '107'],
    ['BPJS', { month: '2' }, '00'],
    ['BPJS', { month: 12 }, '00'],
    ['BPJSTK', {}, '107'],
    ['BPJSTK', { month: 3 }, '00'],
    ['BPJSTKPU', {}, '00'],
    ['PBBKOT.CIMAHI', {}, '107'],
    ['PBBKOT.CIMAHI', { year: '26' }, '107'],
    ['PBBKOT.CIMAHI', { year: '2025' }, '00'],
    ['PBBKOT.CIMAHI', { year: '2027' }, '10'],
    ['ESAMSAT.JABAR', {}, '107'],
    ['ESAMSAT.JABAR', { nomor_identitas: '02/12' }, '107'],
    ['SHOPEEPAY', {}, '107'],
    ['SHOPEEPAY', { desc: {} }, '107'],
    ['SHOPEEPAY', { desc: { amount: 9_999 } }, '93'],
    ['SHOPEEPAY', { desc: { amount: 10_000_001 } }, '93'],
    ['SHOPEEPAY', { desc: { amount: -50_000 } }, '93'],
    ['SHOPEEPAY', { desc: { amount: '50000' } }, '00'],
  ])('%s with %j: %s', async (code, extra, expected) => {
    expect(await codeOf(code, extra)).toBe(expected);
  });

  it('months multiply the bill but not the fee', async () => {
    const hp = numberOf('BPJS');
    expect(await deal(server, { code: 'BPJS', hp, extra: { month: 3 } }).inquire()).toMatchObject({
      period: '03',
      nominal: 75_000,
      admin: 2_500,
      price: 77_500,
      selling_price: 77_300,
    });
  });

  it.each(formats)('a chosen amount is the bill, in %s', async (format) => {
    const extra = { desc: { amount: 75_000 } };
    const found = await deal(server, { code: 'SHOPEEPAY', hp: '082100000001', format, extra }).inquire();
    expect(Number(found['price'])).toBe(75_800);
    expect(Number(found['selling_price'])).toBe(75_350);
  });

  it('year and identity come back', async () => {
    const land = await deal(server, { code: 'PBBKOT.CIMAHI', hp: numberOf('PBBKOT.CIMAHI') }).inquire();
    expect(land['desc']).toMatchObject({ tahun_pajak: '2026', nop: '329801092375999901' });
    const car = await deal(server, { code: 'ESAMSAT.JABAR', hp: numberOf('ESAMSAT.JABAR') }).inquire();
    expect(car['desc']).toMatchObject({ nomor_identitas: '0212502110170100' });
  });
});

describe('refusals', () => {
  const inquiry = { commands: 'inq-pasca', code: 'PGAS', hp: '0110014601' };
  const refused = async (refId: string, change: Fields = {}) =>
    call(server, { ...signed(server, refId, { ...inquiry, ref_id: refId }), ...change });

  it.each([
    ['a ref_id with a dash', 'pasca-1'],
    ['a ref_id with a blank', 'pasca 1'],
    ['a ref_id with a letter beyond ASCII', 'pascaé'],
    ['a ref_id too long', 'x'.repeat(65)],
  ])('%s: 03', async (_, refId) => {
    expect(await refused(refId)).toEqual({ response_code: '03', message: 'INVALID REF ID' });
  });

  it('a ref_id of an inquiry before: 11; one that was refused is free', async () => {
    const refId = newRefId();
    expect(await refused(refId, { hp: '1' })).toMatchObject({ response_code: '14' });
    expect(await refused(refId)).toMatchObject({ response_code: '00' });
    expect(await refused(refId)).toEqual({ response_code: '11', message: 'DUPLICATE REF ID' });
  });

  it.each<readonly [string, Fields, string]>([
    ['a product that is not sold', { code: 'PLN' }, '20'],
    ['a code in small letters', { code: 'pgas' }, '20'],
    ['a product out of service', { code: 'FNMF', hp: '6391601201' }, '106'],
    ['a number too long', { hp: '01100146010' }, '14'],
    ['a number with a letter', { hp: '01100146O1' }, '14'],
    ['the number of another product', { hp: '530000000001' }, '14'],
    ['no number', { hp: '' }, '107'],
    ['another signature', { sign: '0'.repeat(32) }, '100'],
    ['an unknown user', { username: '081200000000' }, '100'],
    ['a user taken for a number', { username: 81_234_567_890 }, '100'],
    ['a ref_id other than was signed', { ref_id: 'other' }, '100'],
  ])('%s', async (_, change, code) => {
    expect(await refused(newRefId(), change)).toMatchObject({ response_code: code });
    expect(server.books.transactions()).toEqual([]);
  });
});

it('tr_ids of a later start are higher than any of an earlier one', async () => {
  const { tr_id: before } = await deal(server, { code: 'PGAS', hp: '0110014601' }).inquire();
  const later = await startIakServer({ now: () => morning + 60_000 });
  const { tr_id: after } = await deal(later, { code: 'PGAS', hp: '0110014601' }).inquire();
  await later.close();
  expect(Number(after)).toBeGreaterThan(Number(before));
});
