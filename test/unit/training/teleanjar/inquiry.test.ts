import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startTeleanjarServer,
  type TeleanjarServer,
} from '../../../../electron/training/teleanjar-server.ts';
import { call, morning } from '../gateway-client.ts';

let server: TeleanjarServer;
beforeAll(async () => {
  server = await startTeleanjarServer({ now: () => morning, seed: 'inquiry' });
});
afterAll(() => server.close());

const inquire = (udata: string) => call(server, 'inquiry', udata);
const respid = expect.stringMatching(/^[0-9A-F]{32}$/) as string;

describe('the samples of the document', () => {
  it('PLN postpaid, one bill', async () => {
    const reply = await inquire('TELE-PLN-POSTPAID|123456789282');
    expect(Object.keys(reply)).toEqual(['response', 'respid', 'respdata', 'info', 'saldo']);
    expect(reply).toEqual({
      response: 'SWT:0000',
      respid,
      respdata: [
        {
          idpel: '123456789282',
          nama: 'SUBSCRIBER NAME',
          blth: 'MEI18',
          tarif: 'R1',
          daya: '1300VA',
          tagihan: 300_000,
          admin: 2_500,
          total: 302_500,
        },
      ],
      info:
        'INFORMASI TAGIHAN LISTRIK||IDPEL      : 123456789282|NAMA       : SUBSCRIBER NAME|' +
        'TARIF/DAYA : R1/1300VA||BLTH       : MEI18|TAGIHAN    : Rp. 300,000|ADMIN      : Rp. 2,500|' +
        'TOTAL      : Rp. 302,500|--------------------------------|TOTAL BAYAR: Rp. 302,500|',
      saldo: 901_256_709,
    });
  });

  it('PLN postpaid, two bills', async () => {
    const reply = await inquire('TELE-PLN-POSTPAID|123456792482');
    expect(reply.respdata?.map(({ nama, blth, total }) => [nama, blth, total])).toEqual([
      ['carlton nas"ser', 'FEB16', 502_500],
      ['carlton nas"ser', 'MAR16', 1_052_500],
    ]);
    expect(reply.info).toContain('|TOTAL BAYAR: Rp. 1,555,000|');
  });

  it('PLN prepaid', async () => {
    const reply = await inquire('TELE-PLN-PREPAID|55000002604');
    expect(reply).toEqual({
      response: 'SWT:0000',
      respid,
      respdata: [
        {
          nometer: '55000002604',
          idpel: '100456789024',
          nama: 'Person 24',
          tarif: 'R3',
          daya: '7000VA',
          rp_admin: 1_500,
          available_token: [
            20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 5_000_000, 10_000_000, 50_000_000,
          ],
        },
      ],
      info:
        'INFORMASI PELANGGAN PREPAID||NO.METER   : 55000002604|NAMA       : Person 24|' +
        'TARIF/DAYA : R3/7000VA|',
      saldo: 901_256_709,
    });
  });

  it.each(['12345678901', '100456789024'])('PLN prepaid by meter and by idpel: %s', async (number) => {
    const reply = await inquire(`TELE-PLN-PREPAID|${number}`);
    expect(reply.respdata).toMatchObject([{ nometer: '12345678901', idpel: '100456789024' }]);
  });

  it('PLN non-taglis', async () => {
    const reply = await inquire('TELE-PLN-NONTAGLIS|5311000928219');
    expect(reply.respdata).toEqual([
      {
        nama_transaksi: 'Tambah Daya',
        nomor_registrasi: '5311000928219',
        tanggal_registrasi: '25SEP16',
        idpel: '123456790282',
        nama: 'calle nagesh',
        tagihan: 1_000_000,
        admin: 7_500,
        total: 1_007_500,
      },
    ]);
    expect(reply.info).toContain('|NO. REGISTASI  : 5311000928219|TGL REGISTASI  : 25SEP16|');
    expect(reply).not.toHaveProperty('rc');
  });

  it('Telkom', async () => {
    const reply = await inquire('TELE-TELKOM-PSTN|023158334621');
    expect(reply.respdata).toEqual([
      {
        idpel: '023158334621',
        nama: 'Pelanggan 250',
        blth: '4b2b77ebb7e',
        tarif: '',
        daya: '',
        tagihan: 657_207,
        admin: 2_500,
        total: 659_707,
      },
    ]);
    expect(reply.rc).toBe('00');
    expect(reply.info).toMatch(/^INFORMASI TAGIHAN \|\|NO\.PEL     : 023158334621\|/);
  });
});

describe('practice customers', () => {
  it('owe the months just past', async () => {
    const one = await inquire('TELE-PLN-POSTPAID|530000000001');
    expect(one.respdata).toMatchObject([
      { nama: 'BUDI SANTOSO', tarif: 'R1', daya: '1300VA', blth: 'NOV26', tagihan: 300_000, admin: 2_500 },
    ]);
    const three = await inquire('TELE-PLN-POSTPAID|530000000003');
    expect(three.respdata?.map(({ blth }) => blth)).toEqual(['SEP26', 'OKT26', 'NOV26']);
  });

  it.each(['021530000001', '0274530002', '0361530000003'])(
    'Telkom %s has a reference of its own',
    async (number) => {
      const reply = await inquire(`TELE-TELKOM-PSTN|${number}`);
      expect(reply.respdata?.[0]?.['blth']).toMatch(/^[0-9a-f]{11}$/);
    },
  );

  it('non-taglis are registered some days ago', async () => {
    const reply = await inquire('TELE-PLN-NONTAGLIS|5300000000001');
    expect(reply.respdata).toMatchObject([{ nama: 'RINA MARLINA', tanggal_registrasi: '18NOV26' }]);
  });
});

describe('refusals', () => {
  it('leave every field there, empty, and the deposit to be seen', async () => {
    expect(await inquire('TELE-PLN-POSTPAID|999999999999')).toEqual({
      response: 'SWT:0014',
      respid: '',
      respdata: [],
      info: '',
      saldo: 901_256_709,
    });
  });

  it.each([
    ['an unknown product', 'TELE-PLN|530000000001', 'KILLME:PRODUK TIDAK TERDAFTAR'],
    ['a product in another case', 'tele-pln-postpaid|530000000001', 'KILLME:PRODUK TIDAK TERDAFTAR'],
    ['no customer', 'TELE-PLN-POSTPAID', 'KILLME:DATA UDATA TIDAK LENGKAP ATAU BERLEBIH'],
    [
      'an amount for a bill',
      'TELE-PLN-POSTPAID|530000000001|20000',
      'KILLME:DATA UDATA TIDAK LENGKAP ATAU BERLEBIH',
    ],
    [
      'too much for a token',
      'TELE-PLN-PREPAID|53000000001|20000|1',
      'KILLME:DATA UDATA TIDAK LENGKAP ATAU BERLEBIH',
    ],
    ['another product’s customer', 'TELE-PLN-PREPAID|530000000001', 'SWT:0014'],
    ['an empty customer', 'TELE-PLN-POSTPAID|', 'SWT:0014'],
    ['an amount not listed', 'TELE-PLN-PREPAID|53000000001|25000', 'SWT:0013'],
    ['an amount above the household’s', 'TELE-PLN-PREPAID|53000000003|200000', 'SWT:0013'],
    ['an amount that is none', 'TELE-PLN-PREPAID|53000000001|20.000', 'SWT:0013'],
  ])('%s', async (_, udata, response) => {
    expect((await inquire(udata)).response).toBe(response);
  });

  it('takes a listed amount', async () => {
    expect((await inquire('TELE-PLN-PREPAID|53000000001|20000')).response).toBe('SWT:0000');
  });
});
