import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startTeleanjarServer,
  type TeleanjarServer,
} from '../../../../electron/training/teleanjar-server.ts';
import type { PrintStamp } from '../../../../electron/training/teleanjar/print-stamp.ts';
import { receiptText } from '../../../../electron/training/teleanjar/receipt-text.ts';
import { findSubscriber } from '../../../../electron/training/teleanjar/subscribers.ts';
import { rupiah } from '../../../../shared/money.ts';
import { instant } from '../../../../shared/time.ts';
import { buy, morning } from '../gateway-client.ts';

/** The outlet, reference and hash of a sample; its time is the one of its `CA/` line. */
const stamp = (username: string, wib: string, reference: string, hash: string): PrintStamp => ({
  account: {
    uuid: 'PARTNER01',
    username,
    password: '',
    apiKey: '',
    outletId: '40014002',
    outletName: 'DEV H2H',
  },
  at: instant(Date.parse(`${wib.replace(' ', 'T')}+07:00`)),
  reference,
  hash,
  printing: 'CA',
});

const found = (product: Parameters<typeof findSubscriber>[0], customer: string) => {
  const subscriber = findSubscriber(product, customer, morning);
  if (subscriber === undefined) throw new Error(`no customer ${customer}`);
  return subscriber;
};

/** The samples of the document with `\|` read as `/`, broken lines joined and the lost padding put back. */
describe('the samples of the document, line by line', () => {
  it('PLN postpaid: two receipts', () => {
    const subscriber = found('pln-postpaid', '123456792482');
    if (subscriber.product !== 'pln-postpaid') throw new Error('not postpaid');
    const hash = '02a7b94ec3eeddc6aae5b1cb641cb500';
    const text = receiptText(
      subscriber,
      stamp('tester', '2018-05-30 15:05:08', 'E29AF7F5547E4C68B928908A551DAB34', hash),
      '',
    );
    const slip = (month: string, amount: string, total: string, arrears: string, thanks: string) =>
      'PT. BANK BUKOPIN, TBK|40014002/DEV H2H|2018-05-30 15:05:08||STRUK PEMBAYARAN TAGIHAN LISTRIK||' +
      'IDPEL      : 123456792482|NAMA       : carlton nas"ser|TARIF/DAYA : R1/210000VA|' +
      `BL/TH      : ${month}|STAND METER: 00000000-00000000|RP TAG PLN : ${amount}|` +
      'VSI REF :|E29AF7F5547E4C68B928908A551DAB34||' +
      'PLN menyatakan struk ini|sebagai bukti pembayaran|yang sah.||' +
      `${arrears}ADMIN BANK : 2,500|TOTAL BAYAR: ${total}|${thanks}||` +
      'Rincian tagihan dapat diakses|di www.pln.co.id||Informasi Hubungi|Contact Center : 123|' +
      `Atau Hub. PLN Terdekat : 02123124123||CA/tester40014002/20180530150508|${hash}|||`;
    expect(text).toBe(
      `\u001b@||${slip('FEB16', '500,000', '502,500', 'Anda masih memiliki|sisatunggakan 1 bulan||', 'TERIMAKASIH')}` +
        slip('MAR16', '1,050,000', '1,052,500', '', '|TERIMAKASIH'),
    );
  });

  it('PLN prepaid: the token between its two control codes', () => {
    const subscriber = found('pln-prepaid', '12345678901');
    if (subscriber.product !== 'pln-prepaid') throw new Error('not prepaid');
    const sale = {
      denomination: rupiah(20_000),
      admin: rupiah(1_500),
      total: rupiah(22_400),
      ppn: rupiah(2_250),
      ppj: rupiah(19),
      stampDuty: rupiah(3_224),
      instalment: rupiah(7_141),
      power: rupiah(22_500),
      kwh: 35,
      token: '6722 0840 8781 8484 1314 ',
    };
    const hash = '04fd64a9f70bfbf690f750f3f9515fa8';
    const text = receiptText(
      { product: 'pln-prepaid', subscriber, sale },
      stamp('dev2', '2018-04-10 13:36:46', '72195342CF8A47E59CAC9475AF48234B', hash),
      '',
    );
    expect(text).toBe(
      '\u001b@||BANK MEGA SYARIAH|40014002/DEV H2H|2018-04-10 13:36:46||STRUK PEMBELIAN LISTRIK PRABAYAR||' +
        'NO METER       : 12345678901|IDPEL          : 100456789024|NAMA           : Person 24|' +
        'TARIF/DAYA     : R3/7000VA|VSI REF :|72195342CF8A47E59CAC9475AF48234B|' +
        'RP BAYAR       : Rp.22,400|ADMIN BANK     : Rp. 1,500|METERAI        : Rp. 3,224|' +
        'PPN            : Rp. 2,250|PPJ            : Rp.    19|ANGSURAN       : Rp. 7,141|' +
        'RP STROOM/TOKEN: Rp.22,500|JML KWH        : 35.0|STROOM/TOKEN :|' +
        '\u001b!\u00106722 0840 8781 8484 1314 \u001b!\u0001|Info Lebih Lanjut Hub 123 atau pln.co.id|' +
        `CA/dev240014002/20180410133646|${hash}|||`,
    );
  });

  it('PLN non-taglis', () => {
    const subscriber = found('pln-nontaglis', '5311000928219');
    if (subscriber.product !== 'pln-nontaglis') throw new Error('not non-taglis');
    const hash = 'e7571e891f498147062671c4b6bd6df2';
    const text = receiptText(
      subscriber,
      stamp('tester', '2018-08-02 09:43:01', '702CA2EF240E42D5A732E74251822025', hash),
      '',
    );
    expect(text).toBe(
      '\u001b@||PT. BANK BUKOPIN, TBK|40014002/DEV H2H|2018-08-02 09:43:01||STRUK NON TAGIHAN LISTRIK||' +
        'TRANSAKSI     : Tambah Daya|NO REGISTRASI : 5311000928219|TGL REGISTRASI: 25SEP16|' +
        'NAMA PELANGGAN: calle nagesh|ID PELANGGAN  : 123456790282|BIAYA PLN     : 1,000,000|' +
        'VSI REF :|702CA2EF240E42D5A732E74251822025||' +
        'PLN menyatakan struk ini|sebagai bukti pembayaran|yang sah.||' +
        'ADMIN BANK    : 7,500|TOTAL BAYAR   : 1,007,500||Hemat Listrik & Ayo Bebas Narkoba|' +
        `CA/tester40014002/20180802094301|${hash}|||`,
    );
  });

  it('Telkom', () => {
    const subscriber = found('telkom-pstn', '023158334621');
    if (subscriber.product !== 'telkom-pstn') throw new Error('not Telkom');
    const hash = '3682166d16d6fca63ce89eed8729b5a6';
    const text = receiptText(
      subscriber,
      stamp('tester', '2018-10-26 07:23:37', '52D16F98B50C4FD1B9068481A1683077', hash),
      '000017',
    );
    expect(text).toBe(
      '\u001b@||PPOB TELEANJAR|40014002/DEV H2H|2018-10-26 07:23:37||STRUK PEMBAYARAN|TAGIHAN TELKOM GROUP||' +
        'NO SLIP     : 000017|NO JASTEL   : 023158334621|NAMA        : Pelanggan 250|' +
        'BILLREFF    : |52D16F98B50C4FD1B9068481A1683077||TAGIHAN|  Reff4b2b77ebb7e: 657,207||' +
        'BIAYA ADM   :   2,500|TOTAL BYR   : 659,707|TELKOM menyatakan struk ini|sebagai bukti pembayaran|' +
        `yang sah||CA/tester40014002/20181026072337|${hash}|||`,
    );
  });
});

describe('on paper', () => {
  let server: TeleanjarServer;
  beforeAll(async () => {
    server = await startTeleanjarServer({ now: () => morning, seed: 'paper' });
  });
  afterAll(() => server.close());

  /** The only lines beyond 32 columns are the ones that are so in the document. */
  const isWideInTheDocument = (line: string) =>
    /^Atau Hub\. PLN Terdekat : \d{7,11}$/.test(line) ||
    line === 'Info Lebih Lanjut Hub 123 atau pln.co.id' ||
    line === 'Hemat Listrik & Ayo Bebas Narkoba';

  const orders: readonly { readonly order: string; readonly denomination?: number }[] = [
    { order: 'TELE-PLN-POSTPAID|123456789282' },
    { order: 'TELE-PLN-POSTPAID|123456792482' },
    { order: 'TELE-PLN-POSTPAID|530000000001' },
    { order: 'TELE-PLN-POSTPAID|530000000002' },
    { order: 'TELE-PLN-POSTPAID|530000000003' },
    { order: 'TELE-PLN-POSTPAID|530000000004' },
    { order: 'TELE-PLN-POSTPAID|530000000005' },
    { order: 'TELE-PLN-POSTPAID|530000000006' },
    { order: 'TELE-PLN-PREPAID|12345678901', denomination: 50_000_000 },
    { order: 'TELE-PLN-PREPAID|55000002604', denomination: 20_000 },
    { order: 'TELE-PLN-PREPAID|53000000001', denomination: 1_000_000 },
    { order: 'TELE-PLN-PREPAID|53000000002', denomination: 100_000 },
    { order: 'TELE-PLN-PREPAID|53000000003', denomination: 20_000 },
    { order: 'TELE-PLN-NONTAGLIS|5311000928219' },
    { order: 'TELE-PLN-NONTAGLIS|5300000000001' },
    { order: 'TELE-PLN-NONTAGLIS|5300000000002' },
    { order: 'TELE-TELKOM-PSTN|023158334621' },
    { order: 'TELE-TELKOM-PSTN|021530000001' },
    { order: 'TELE-TELKOM-PSTN|0274530002' },
    { order: 'TELE-TELKOM-PSTN|0361530000003' },
  ];

  it.each(orders)('$order fits', async ({ order, denomination }) => {
    const reply = await buy(server, order, denomination);
    expect(reply.response).toBe('SWT:0000');
    const struk = reply.info_struk ?? '';
    expect(struk.startsWith('\u001b@||')).toBe(true);
    expect(struk.lastIndexOf('\u001b@')).toBe(0);
    // Each control of the samples and no other.
    const printed = struk.replaceAll(/\u001b@|\u001b!(?:\u0010|\u0001)/g, '');
    expect(printed).toMatch(/^[ -~]*$/);
    for (const line of printed.split('|')) {
      if (!isWideInTheDocument(line)) expect(line.length, line).toBeLessThanOrEqual(32);
    }
    const tails = printed.match(/\|CA\/latih140014002\/20261121101530\|[0-9a-f]{32}\|\|\|/g) ?? [];
    expect(tails).toHaveLength(reply.respdata?.length ?? 0);
  });

  it('prints the token of the reply', async () => {
    const reply = await buy(server, 'TELE-PLN-PREPAID|12345678901', 20_000);
    expect(reply.info_struk).toContain(
      `|\u001b!\u0010${String(reply.respdata?.[0]?.['token'])}\u001b!\u0001|`,
    );
  });

  it('clips a name that is longer than its column', () => {
    const subscriber = found('pln-nontaglis', '5311000928219');
    if (subscriber.product !== 'pln-nontaglis') throw new Error('not non-taglis');
    const text = receiptText(
      { ...subscriber, name: 'ABCDEFGHIJKLMNOPQRSTUVWXY' },
      stamp('tester', '2018-08-02 09:43:01', '7'.repeat(32), 'e'.repeat(32)),
      '',
    );
    expect(text).toContain('|NAMA PELANGGAN: ABCDEFGHIJKLMNOP|');
  });

  it('shortens a user whose line would not fit', () => {
    const subscriber = found('telkom-pstn', '023158334621');
    if (subscriber.product !== 'telkom-pstn') throw new Error('not Telkom');
    const text = receiptText(
      subscriber,
      stamp('administrator', '2018-10-26 07:23:37', '5'.repeat(32), 'a'.repeat(32)),
      '000001',
    );
    expect(text).toContain('|CA/admini40014002/20181026072337|');
  });
});
