import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTeleanjarServer, type TeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import { describeWhere } from '../devices/describe-where.ts';
import { foundIn, formsOf, heldByPage } from './canary.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from './key-store.ts';
import { fill, openSettings, pressAndLeave, save, pressTab } from './settings-driver.ts';

const secrets = {
  uuid: 'KENARI-UUID-8842',
  username: 'kenari-pengguna-8842',
  password: 'kenari-sandi-8842',
  apiKey: 'KENARI-KUNCI-8842',
};
const passphrase = 'kenari hinggap di pagar 8842';

/** A key is made of a passphrase at a price, which on a busy machine is seconds. */
const whenDerived = { timeout: 40_000 };

const startBiller = (): Promise<TeleanjarServer> =>
  startTeleanjarServer({ account: { ...secrets, outletId: '40014002', outletName: 'WARUNG' } });

async function enterAccount(page: Page, server: TeleanjarServer): Promise<void> {
  const dialog = await openSettings(page, /^Teleanjar/);
  await fill(dialog, {
    'Alamat layanan': server.baseUrl,
    UUID: secrets.uuid,
    'Nama pengguna': secrets.username,
    'Kata sandi': secrets.password,
    'Kunci API': secrets.apiKey,
  });
  await save(dialog);
}

/** Over to the ledger that the biller's loopback address belongs in. */
async function switchToSandbox(counter: CounterApp): Promise<void> {
  const { page } = counter;
  await pressTab(page.getByRole('tab', { name: 'Latihan & data' }));
  await page.getByRole('button', { name: 'Pindah ke uji coba' }).click();
  await pressAndLeave(counter, page.getByRole('button', { name: 'Pindah dan buka ulang' }));
}

/** Not PLN's products: on a ledger that is no training they are not paid around midnight in Jakarta. */
async function pay(page: Page, number: string): Promise<void> {
  await askFor(page, 'telkom-pstn', number);
  await waitForBill(page);
  await payExactly(page);
  await expect(outcomeOf(page, 'paid')).toBeVisible();
}

const vaultDialog = (page: Page) => page.getByRole('dialog', { name: 'Kunci akun' });
const vaultFile = (folder: string): string => fs.readFileSync(path.join(folder, 'vault.json'), 'utf8');

describe('where the system has no key store, an owner’s passphrase', () => {
  let server: TeleanjarServer;
  let folder: string;
  let counter: CounterApp | undefined;

  const open = async (): Promise<CounterApp> => {
    const fresh = !fs.existsSync(path.join(folder, 'settings.json'));
    counter = await openCounter({
      dataFolder: folder,
      ...(fresh ? {} : { shop: null }),
      args: ['--password-store=basic'],
    });
    return counter;
  };
  const running = (): CounterApp => {
    if (counter === undefined) throw new Error('no program');
    return counter;
  };

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-vault-'));
    server = await startBiller();
  });
  afterAll(async () => {
    await counter?.close().catch(() => undefined);
    await server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is offered, must be long enough, and lets an account be stored', async () => {
    const { page } = await open();
    const dialog = await openSettings(page, 'Kunci akun');
    await expect(dialog.getByTestId('vault-state')).toContainText('Tidak ada. Tanpa frasa sandi');
    await fill(dialog, { 'Frasa sandi baru': 'pendek', 'Ulangi frasa sandi baru': 'pendek' });
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('Paling sedikit 10 huruf.');
    expect(fs.existsSync(path.join(folder, 'vault.json'))).toBe(false);
    await fill(dialog, { 'Frasa sandi baru': passphrase, 'Ulangi frasa sandi baru': passphrase });
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('Akun sekarang dikunci dengan frasa sandi ini.', whenDerived);
    await page.keyboard.press('Escape');
    await enterAccount(page, server);
    expect(JSON.parse(vaultFile(folder))).toMatchObject({
      billers: { teleanjar: { by: 'passphrase' } },
      passphrase: { scheme: 'scrypt+aes-256-gcm', cost: 2 ** 17 },
    });
    await switchToSandbox(running());
  });

  it('is asked for at the next start; without it nothing is sold, and the counter can be looked at', async () => {
    const { page } = await open();
    await expect(vaultDialog(page)).toContainText('frasa sandi pemilik belum dimasukkan');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('notice-vault')).toHaveText('Akun terkunci');
    await askFor(page, 'telkom-pstn', '021530000001');
    await expect(outcomeOf(page, 'problem')).toContainText('masih terkunci');
    await expect(outcomeOf(page, 'problem')).toContainText('Belum ada uang yang berpindah');
    expect(server.requests.inquiry).toBe(0);
    await openSettings(page, /^Teleanjar/);
    await expect(page.getByTestId('secrets-state')).toContainText(
      'Tersimpan, tetapi sekarang tidak bisa dibuka',
    );
    await expect(page.getByLabel('Kata sandi')).toBeDisabled();
    await page.keyboard.press('Escape');
  });

  it('opens nothing where it is wrong, and lets the counter sell where it is right', async () => {
    const { page } = running();
    const dialog = await openSettings(page, 'Kunci akun');
    await fill(dialog, { 'Frasa sandi pemilik': 'kenari hinggap di genting' });
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('Frasa sandi salah. Akun tetap terkunci.', whenDerived);
    expect(JSON.parse(vaultFile(folder))).toMatchObject({ passphrase: { failures: 1 } });
    await fill(dialog, { 'Frasa sandi pemilik': passphrase });
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('Terbuka. Loket siap berjualan.', whenDerived);
    await page.keyboard.press('Escape');
    await pay(page, '021530000001');
    expect(server.books.payments()).toHaveLength(1);
    expect(JSON.parse(vaultFile(folder))).toMatchObject({ passphrase: { failures: 0 } });
  });

  it('stands nowhere, and what it sealed neither: not on the disk, not in the page', async () => {
    const { page } = running();
    const held = await heldByPage(page);
    for (const secret of [passphrase, ...Object.values(secrets)]) expect(held).not.toContain(secret);
    await counter?.close();
    counter = undefined;
    const forms = [passphrase, ...Object.values(secrets)].flatMap(formsOf);
    expect(foundIn(folder, forms)).toEqual([]);
  });

  it('is asked for at once at a start, and one that is given there opens the counter', async () => {
    const { page } = await open();
    await vaultDialog(page).getByLabel('Frasa sandi pemilik').fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(vaultDialog(page)).toHaveCount(0, whenDerived);
    await pay(page, '023158334621');
    expect(server.books.payments()).toHaveLength(2);
  });

  it('that is forgotten leaves one way: all accounts are forgotten, and the records stay', async () => {
    await counter?.close();
    const { page } = await open();
    await vaultDialog(page).getByRole('button', { name: 'Ke Setelan, Kunci akun' }).click();
    const dialog = page.getByRole('dialog', { name: 'Setelan' });
    await dialog.getByRole('button', { name: 'Lupakan semua akun…' }).click();
    await dialog.getByRole('button', { name: 'Ya, lupakan semua akun' }).click();
    await expect(dialog).toContainText('Semua akun dihapus dari komputer ini.');
    expect(fs.existsSync(path.join(folder, 'vault.json'))).toBe(false);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('notice-vault')).toHaveCount(0);
    const recent = await page.evaluate(async () => {
      const { loket } = window as unknown as { loket: { recentPayments(): Promise<{ value: unknown[] }> } };
      return (await loket.recentPayments()).value.length;
    });
    expect(recent).toBe(2);
  });
});

describeWhere(whyNoKeyStore(), 'an account sealed by the system’s key store', () => {
  let server: TeleanjarServer;
  let folder: string;
  let counter: CounterApp | undefined;

  const open = async (state: 'open' | 'locked' | 'none'): Promise<CounterApp> => {
    const dataFolder = path.join(folder, 'data');
    const fresh = !fs.existsSync(path.join(dataFolder, 'settings.json'));
    counter = await openCounter({
      dataFolder,
      ...(fresh ? {} : { shop: null }),
      ...(state === 'none' ? { args: ['--password-store=basic'] } : await withKeyStore(folder, state)),
    });
    return counter;
  };

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-keyring-'));
    server = await startBiller();
  });
  afterAll(async () => {
    await counter?.close().catch(() => undefined);
    await server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('names in the file which one it was, and pays after a restart', async () => {
    const first = await open('open');
    await enterAccount(first.page, server);
    expect(JSON.parse(vaultFile(first.dataFolder))).toMatchObject({
      version: 3,
      billers: { teleanjar: { by: 'gnome_libsecret' } },
    });
    await switchToSandbox(first);
    const { page } = await open('open');
    await pay(page, '021530000001');
    expect(server.books.payments()).toHaveLength(1);
    await counter?.close();
  });

  it('is closed while that one is locked: the screen says what to do, and it is kept', async () => {
    const shown = await open('locked');
    const { page, dataFolder } = shown;
    const before = vaultFile(dataFolder);
    await expect(vaultDialog(page)).toContainText('keyring GNOME di komputer ini belum dibuka');
    await expect(vaultDialog(page)).toContainText('catatan penjualan aman');
    const retry = vaultDialog(page).getByRole('button', { name: 'Coba lagi' });
    // It is locked as before, so that the program starts anew to look for it.
    await pressAndLeave(shown, retry);
    expect(vaultFile(dataFolder)).toBe(before);
  });

  it('is closed where there is none any more: the screen names the one of before', async () => {
    const { page, dataFolder } = await open('none');
    const before = vaultFile(dataFolder);
    await expect(vaultDialog(page)).toContainText('dulu dikunci dengan keyring GNOME');
    await expect(vaultDialog(page)).toContainText('tanpa tempat rahasia apa pun');
    await expect(vaultDialog(page)).toContainText('masuk lagi dengan sesi desktop yang dulu dipakai');
    await counter?.close();
    expect(vaultFile(dataFolder)).toBe(before);
  });

  it('goes over to a passphrase and back, and pays with either', async () => {
    const { page, dataFolder } = await open('open');
    const dialog = await openSettings(page, 'Kunci akun');
    await expect(dialog.getByTestId('vault-state')).toContainText('keyring GNOME: terbuka');
    await fill(dialog, { 'Frasa sandi baru': passphrase, 'Ulangi frasa sandi baru': passphrase });
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('Akun sekarang dikunci dengan frasa sandi ini.', whenDerived);
    expect(JSON.parse(vaultFile(dataFolder))).toMatchObject({ billers: { teleanjar: { by: 'passphrase' } } });
    await fill(dialog, { 'Frasa sandi sekarang': passphrase });
    await dialog.getByRole('button', { name: 'Kembali ke tempat rahasia komputer' }).click();
    await expect(dialog).toContainText('Akun sekarang dikunci oleh komputer ini.', whenDerived);
    expect(JSON.parse(vaultFile(dataFolder))).toMatchObject({
      billers: { teleanjar: { by: 'gnome_libsecret' } },
      passphrase: null,
    });
    await page.keyboard.press('Escape');
    await pay(page, '023158334621');
    expect(server.books.payments()).toHaveLength(2);
  });
});
