import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { startIakServer, type IakServer } from '../../electron/training/iak-server.ts';
import { instant, nextMidnight } from '../../shared/time.ts';
import { describeWhere } from '../devices/describe-where.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from './key-store.ts';
import { fill, openSettings, save } from './settings-driver.ts';

const account = { username: '081234567890', apiKey: 'kunci-malam' };
const minutes = 60_000;

/** Whatever the time here is, IAK's clock says a quarter to midnight, and it is the biller's clock that counts. */
describeWhere(whyNoKeyStore(), 'PLN’s night', () => {
  let iak: IakServer;
  let folder: string;
  let counter: CounterApp;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-night-'));
    const start = Date.now();
    const ahead = nextMidnight(instant(start), 'WIB') - 15 * minutes - start;
    iak = await startIakServer({ account, now: () => Date.now() + ahead });
    const dataFolder = path.join(folder, 'data');
    fs.mkdirSync(dataFolder);
    const provision = {
      version: 1,
      open: 'sandbox',
      preferredBiller: 'iak',
      billers: { iak: { profile: { baseUrl: iak.baseUrl }, secrets: account } },
    };
    fs.writeFileSync(path.join(dataFolder, 'provision.json'), JSON.stringify(provision));
    counter = await openCounter({ dataFolder, shop: null, ...(await withKeyStore(folder)) });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
    await iak.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const bill = async (): Promise<void> => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
  };
  const refused = () => counter.page.locator('[data-code="cut-off"]');
  const pinDialog = () => counter.page.getByRole('dialog', { name: 'Tetap bayar saat PLN tutup buku?' });

  it('is said before anybody takes money for PLN, and of PLN only', async () => {
    const { page } = counter;
    await bill();
    const line = page.getByTestId('cut-off');
    await expect(line).toHaveAttribute('data-kind', 'closed');
    await expect(line).toContainText('PLN tutup buku 23.30–00.30 WIB. Pembayaran ditolak sampai 00.30 WIB');
    await page.keyboard.press('Escape');
    await askFor(page, 'telkom-pstn', '6391601201');
    await waitForBill(page);
    await expect(line).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  it('keeps a bill from being paid, and the customer’s money where it is', async () => {
    await bill();
    await payExactly(counter.page);
    await expect(refused()).toContainText('PLN tutup buku: belum dikirim.');
    await expect(refused()).toContainText('Saldo aman, belum terpotong.');
    await expect(refused()).toContainText('Minta pelanggan datang lagi sesudahnya.');
    expect(iak.requests.payment).toBe(0);
  });

  it('opens for nobody while the owner has no PIN', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+i');
    await expect(pinDialog().getByRole('button', { name: 'Batal' })).toBeFocused();
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await expect(pinDialog().getByRole('alert')).toContainText('PIN pemilik belum dibuat.');
    await page.keyboard.press('Escape');
    expect(iak.requests.payment).toBe(0);
  });

  it('opens by the PIN that the owner has set in the settings, not by another', async () => {
    const { page } = counter;
    const settings = await openSettings(page, 'PIN pemilik');
    await expect(settings.getByTestId('pin-state')).toContainText('Belum ada PIN');
    await fill(settings, { 'PIN baru': '135790', 'PIN baru sekali lagi': '135791' });
    await settings.getByRole('button', { name: /^Simpan/ }).click();
    await expect(settings).toContainText('Tidak sama dengan PIN baru di atas.');
    await fill(settings, { 'PIN baru sekali lagi': '135790' });
    await save(settings);
    await expect(settings.getByTestId('pin-state')).toContainText('PIN sudah ada.');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+i');
    await expect(pinDialog().getByRole('button', { name: 'Batal' })).toBeFocused();
    await page.keyboard.type('135791');
    await page.keyboard.press('Enter');
    await expect(pinDialog().getByRole('alert')).toContainText('PIN salah. Tidak ada yang berubah.');
    await expect(pinDialog().getByLabel(/^PIN pemilik/)).toHaveValue('');
    await page.keyboard.type('135790');
    await page.keyboard.press('Enter');
    await expect(pinDialog()).toHaveCount(0);
    await expect(page.getByTestId('insisted')).toContainText(
      'Supervisor mengizinkan. Tekan BAYAR sekali lagi.',
    );
    expect(iak.requests.payment).toBe(0);
  });

  it('is then insisted on for this bill, and for no other', async () => {
    const { page } = counter;
    await page.keyboard.press('Enter');
    await expect(outcomeOf(page, 'paid')).toContainText('SUBCRIBER NAME');
    await expect(page.getByTestId('paper')).toContainText('UJI COBA');
    expect(iak.requests.payment).toBe(1);
    await askFor(page, 'pln-postpaid', '530000000002');
    await waitForBill(page);
    await payExactly(page);
    await expect(refused()).toBeVisible();
    expect(iak.requests.payment).toBe(1);
  });
});
