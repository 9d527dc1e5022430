import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { startIakServer, type IakServer } from '../../electron/training/iak-server.ts';
import { startTeleanjarServer, type TeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { instant } from '../../shared/time.ts';
import { describeWhere } from '../devices/describe-where.ts';
import { foundIn, formsOf, heldByPage, ppidsOf, signaturesOf } from './canary.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from './key-store.ts';
import { fill, openSettings, pressAndLeave, save, testConnection, pressTab } from './settings-driver.ts';

const iakAccount = { username: '0817KENARI9042', apiKey: 'KENARI-KUNCI-IAK-9042' };
const wrongKey = 'KENARI-KUNCI-SALAH-9042';
const otherAccount = { username: '0817KENARI9043', apiKey: 'KENARI-KUNCI-LAIN-9043' };
const teleanjarAccount = {
  uuid: 'KENARI-UUID-9042',
  username: 'kenari+pengguna/9042',
  password: 'kenari sandi&9042',
  apiKey: 'KENARI-KUNCI-TJ-9042',
};
const minutes = 60_000;

/** An owner sets up both billers in one sitting, at servers on this machine, and sells. Not PLN's products: they have a night. */
describeWhere(whyNoKeyStore(), 'two billers in the settings', () => {
  let iak: IakServer;
  let teleanjar: TeleanjarServer;
  let folder: string;
  let counter: CounterApp;
  const complaints: (readonly string[])[] = [];

  const dataFolder = (): string => path.join(folder, 'data');
  const open = async (): Promise<void> => {
    const fresh = !fs.existsSync(path.join(dataFolder(), 'settings.json'));
    counter = await openCounter({
      dataFolder: dataFolder(),
      ...(fresh ? {} : { shop: null }),
      ...(await withKeyStore(folder)),
    });
    complaints.push(counter.complaints);
  };
  const stored = () =>
    JSON.parse(fs.readFileSync(path.join(dataFolder(), 'settings.json'), 'utf8')) as {
      readonly billers: Readonly<
        Record<string, { services: { code: string }[]; options: Record<string, string> }>
      >;
    };

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-billers-'));
    iak = await startIakServer({ account: iakAccount, now: () => Date.now() + 5 * minutes });
    teleanjar = await startTeleanjarServer({
      account: { ...teleanjarAccount, outletId: '40014002', outletName: 'WARUNG' },
      separator: 'blank',
    });
    await open();
  });
  afterAll(async () => {
    await counter.close();
    await iak.close();
    await teleanjar.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('says of IAK’s account that its key is wrong, and where to look for the right one', async () => {
    const dialog = await openSettings(counter.page, /^IAK/);
    await dialog.getByRole('radio', { name: 'Alamat lain' }).check();
    await fill(dialog, {
      'Alamat layanan': iak.baseUrl,
      'Nama pengguna (nomor HP terdaftar)': iakAccount.username,
      'Kunci API': wrongKey,
    });
    await save(dialog);
    await expect(dialog.getByTestId('biller-kind')).toContainText('Alamat uji coba: bukan uang sungguhan.');
    const result = await testConnection(dialog);
    await expect(result).toHaveAttribute('data-verdict', 'wrong-key');
    await expect(result).toContainText('IAK tidak mengenal akun ini: ada rahasia yang salah.');
    await expect(result).toContainText('Isi lagi semua rahasianya.');
    await expect(result).toContainText('INVALID SIGNATURE');
  });

  it('finds IAK well with the right key, and the PC’s clock five minutes behind', async () => {
    const dialog = counter.page.getByRole('dialog');
    await fill(dialog, {
      'Nama pengguna (nomor HP terdaftar)': iakAccount.username,
      'Kunci API': iakAccount.apiKey,
    });
    await dialog.getByRole('button', { name: 'Uji sambungan' }).click();
    await expect(dialog.getByText('Simpan dulu: yang diuji adalah setelan yang tersimpan.')).toBeVisible();
    await save(dialog);
    await expect(dialog.getByLabel('Kunci API')).toHaveValue('');
    const result = await testConnection(dialog);
    await expect(result).toHaveAttribute('data-verdict', 'ok');
    await expect(result).toContainText('Tersambung. IAK menerima akun ini.');
    await expect(result).toContainText('Jam komputer ini tertinggal 5 menit.');
    expect(iak.requests.payment).toBe(0);
  });

  it('takes over IAK’s price list: what is new is added, what is out of service is not', async () => {
    const { page } = counter;
    const dialog = page.getByRole('dialog', { name: 'Setelan' });
    await pressTab(dialog.getByRole('tab', { name: 'Kode produk' }));
    await expect(dialog.getByText('18 kode')).toBeVisible();
    await dialog.getByRole('button', { name: 'Isi dari daftar harga' }).click();
    const list = page.getByRole('dialog', { name: 'Daftar harga IAK' });
    const water = list.getByRole('group', { name: 'Air PDAM' });
    await expect(water.getByRole('checkbox', { name: 'Tambah 1 kode baru' })).toBeChecked();
    await water.getByText('Lihat').first().click();
    await expect(water).toContainText('PDAMKOTA.YOGYAKARTA – PDAM Kota Yogyakarta');
    await list.getByRole('button', { name: 'Ambil' }).click();
    await expect(dialog).toContainText('Diambil dari daftar harga. Periksa, lalu simpan.');
    await pressTab(dialog.getByRole('tab', { name: 'Akun', exact: true }));
    await dialog.getByRole('radio', { name: 'XML' }).check();
    await save(dialog);
    const { services = [], options } = stored().billers['iak'] ?? {};
    const codes = services.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['PDAMKOTA.YOGYAKARTA', 'MYREPRETAIL', 'TELKOMPSTN']));
    expect(codes).not.toContain('FNMF');
    expect(options).toEqual({ format: 'xml' });
  });

  it('offers the separator that Teleanjar takes where it did not take the one that is set', async () => {
    const dialog = counter.page.getByRole('dialog');
    await pressTab(dialog.getByRole('tab', { name: /^Teleanjar/ }));
    await fill(dialog, {
      'Alamat layanan': teleanjar.baseUrl,
      UUID: teleanjarAccount.uuid,
      'Nama pengguna': teleanjarAccount.username,
      'Kata sandi': teleanjarAccount.password,
      'Kunci API': teleanjarAccount.apiKey,
    });
    await save(dialog);
    const refused = await testConnection(dialog);
    await expect(refused).not.toHaveAttribute('data-verdict', 'ok');
    await expect(refused).toContainText('“Pemisah data” yang diterima adalah “spasi”, bukan yang sekarang.');
    await refused.getByRole('button', { name: 'Pakai “spasi”' }).click();
    await expect(dialog.getByRole('radio', { name: 'spasi' })).toBeChecked();
    await save(dialog);
    const result = await testConnection(dialog);
    await expect(result).toHaveAttribute('data-verdict', 'ok');
    expect(teleanjar.requests.payment).toBe(0);
  });

  it('asks IAK first once that is wished, on a ledger of tests once the shop has switched', async () => {
    const dialog = counter.page.getByRole('dialog');
    await pressTab(dialog.getByRole('tab', { name: /^IAK/ }));
    await pressAndLeave(counter, dialog.getByRole('button', { name: 'Utamakan IAK' }));
    await open();
    await expect(counter.page.getByTestId('ledger-banner')).toContainText('MODE LATIHAN');
    const settings = await openSettings(counter.page, 'Latihan & data');
    await expect(settings.locator('[data-kind="sandbox"]')).toContainText('Lewat Teleanjar dan IAK.');
    await settings.getByRole('button', { name: 'Pindah ke uji coba' }).click();
    const sure = counter.page.getByRole('button', { name: 'Pindah dan buka ulang' });
    await pressAndLeave(counter, sure);
    await open();
    await expect(counter.page.getByTestId('ledger-banner')).toContainText('UJI COBA');
  });

  it('sells Telkom by IAK in XML, stamped as a test, and the token by the other', async () => {
    const { page } = counter;
    await askFor(page, 'telkom-pstn', '6391601201');
    await waitForBill(page);
    await payExactly(page);
    await expect(outcomeOf(page, 'paid')).toContainText('JAORAH');
    await expect(page.getByTestId('paper')).toContainText('*** UJI COBA ***');
    await expect(page.getByTestId('paper')).toContainText('TOTAL BAYAR : Rp 52.370');
    expect(iak.books.transactions().map(({ outcome }) => outcome.kind)).toEqual(['paid']);
    await askFor(page, 'pln-prepaid', '53000000001');
    await expect(page.getByRole('group', { name: 'Pilih nominal' })).toBeVisible();
    await expect(page.getByTestId('connection')).toHaveText('Teleanjar tersambung');
    await page.keyboard.press('Escape');
  });

  it('keeps an account as it is while a payment made with it is not certain', async () => {
    const { page } = counter;
    await askFor(page, 'telkom-pstn', '6391601042');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'unknown').waitFor();
    const dialog = await openSettings(page, /^IAK/);
    await fill(dialog, {
      'Nama pengguna (nomor HP terdaftar)': otherAccount.username,
      'Kunci API': otherAccount.apiKey,
    });
    await dialog.getByRole('button', { name: /^Simpan/ }).click();
    await expect(dialog.getByRole('alert')).toContainText('masih ada pembayaran yang belum pasti');
    const result = await testConnection(dialog);
    await expect(result).toHaveAttribute('data-verdict', 'ok');
  });

  it('has shown, kept, logged and stored none of the secrets, in no form that opens', async () => {
    const held = await heldByPage(counter.page);
    await counter.close();
    const asked = iak.books.transactions().flatMap(({ trId, refId }) => [String(trId), refId]);
    expect(asked).toHaveLength(4);
    const forms = [
      ...[iakAccount, otherAccount, teleanjarAccount].flatMap(Object.values<string>).flatMap(formsOf),
      ...formsOf(wrongKey),
      ...ppidsOf(teleanjarAccount.username, teleanjarAccount.password),
      ...signaturesOf(iakAccount, ['cs', 'pl', 'bl', ...asked]),
      ...signaturesOf({ ...iakAccount, apiKey: wrongKey }, ['cs', 'pl', 'bl']),
    ];
    // The search finds what is there: the address, which is no secret.
    expect(held).toContain(iak.baseUrl);
    expect(forms.filter((form) => held.includes(form))).toEqual([]);
    expect(complaints.flat()).toEqual([]);
    expect(foundIn(dataFolder(), forms)).toEqual([]);

    // And so does this one: what the ledger keeps of the requests, blanked.
    const ledger = openLedger(path.join(dataFolder(), 'sandbox/ledger.db'), 'sandbox', instant(Date.now()));
    if (!ledger.ok) throw new Error('the ledger cannot be opened');
    const requests = ledger.value.recentPayments(2).map(({ id }) => ledger.value.payment(id)?.request ?? '');
    ledger.value.close();
    expect(requests).toHaveLength(2);
    for (const request of requests) expect(request).toMatch(/\n<\?xml.*<sign>\[secret\]<\/sign>/s);
    expect(foundIn(dataFolder(), ['[secret]'])).toContain('[secret] in sandbox/ledger.db');
  });
});
