import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  resize,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { usualKeys } from '../../shared/key-bindings.ts';
import { pin, storedPin } from './owner-pin.ts';
import { picture } from './pictures.ts';

/** What was sold is found again, seen whole, and worked with: by keyboard alone, then by hand. */
describe('the history', () => {
  let counter: CounterApp;
  let pictures: string;
  beforeAll(async () => {
    pictures = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-pictures-'));
    counter = await openCounter({ shop: { pictureFolder: pictures } });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
    fs.rmSync(pictures, { recursive: true, force: true });
  });

  const dialog = () => counter.page.getByRole('dialog', { name: 'Riwayat' });
  const field = () => dialog().getByRole('combobox', { name: /^Nomor, nama/ });
  const rows = () => dialog().getByRole('option', { name: /·/ });
  const details = () => counter.page.getByTestId('history-details');
  const said = () => counter.page.getByTestId('history-said');
  const count = () => counter.page.getByTestId('history-count');
  const filter = (name: string) => dialog().getByRole('combobox', { name, exact: true });
  const open = async () => {
    await counter.page.keyboard.press('Control+r');
    await dialog().waitFor();
  };

  it('of a counter that has sold nothing says so', async () => {
    const { page } = counter;
    await open();
    await expect(field()).toBeFocused();
    await expect(dialog()).toContainText('Belum ada yang terjual.');
    await page.keyboard.press('Escape');
    await expect(dialog()).toBeHidden();
  });

  it('finds what was sold while one types, newest first, whatever became of it', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
    await askFor(page, 'pln-postpaid', '530000001014');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'rejected').waitFor();
    await open();
    await expect(rows()).toHaveCount(2);
    await expect(rows().first()).toContainText('5300 0000 1014');
    await expect(rows().last()).toContainText('terbayar');
    await expect(count()).toHaveText('2 pembayaran');
    await page.keyboard.type('530000000001');
    await expect(rows()).toHaveCount(1);
    await expect(rows()).toContainText('5300 0000 0001');
    await page.keyboard.type('9');
    await expect(dialog()).toContainText('Tidak ada yang cocok.');
    await field().fill('');
    await expect(rows()).toHaveCount(2);
  });

  it('opens a payment by arrows and Enter, with all that happened to it', async () => {
    const { page } = counter;
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('history-state')).toHaveText('terbayar');
    await expect(details()).toContainText('5300 0000 0001');
    const trail = page.getByTestId('history-trail').getByRole('listitem');
    await expect(trail.first()).toContainText('Tagihan dicek');
    await expect(trail.filter({ hasText: 'Pembayaran dikirim' })).toHaveCount(1);
    await expect(trail.filter({ hasText: 'Dijawab: terbayar' })).toHaveCount(1);
  });

  it('copies its text, prints it again, and says so', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+k');
    await expect(said()).toContainText('Teks struk tersalin');
    await page.keyboard.press('Control+p');
    await expect(said()).toHaveText('Struk dikirim lagi ke printer.');
    await expect(
      page.getByTestId('history-trail').getByRole('listitem').filter({ hasText: /Struk/ }).first(),
    ).toBeVisible();
  });

  it('saves its picture and its PDF where the shop has set it', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+s');
    await expect(said()).toContainText(`Gambar tersimpan: ${pictures}`);
    await page.keyboard.press('Control+f');
    await expect(said()).toContainText('PDF tersimpan');
  });

  it('is left from the details to the list, and from the list to the counter', async () => {
    const { page } = counter;
    await page.keyboard.press('Escape');
    await expect(details()).toBeHidden();
    await expect(field()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog()).toBeHidden();
  });

  it('shows a payment at the counter', async () => {
    const { page } = counter;
    await open();
    await page.keyboard.type('530000000001');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('history-state')).toHaveText('terbayar');
    await page.keyboard.press('Control+o');
    await expect(dialog()).toBeHidden();
    await expect(page.locator('.recent-entry[aria-current="true"]')).toContainText('302.500');
  });

  it('narrows what it finds by day, state and product', async () => {
    await open();
    await expect(rows()).toHaveCount(2);
    await filter('Hari').selectOption({ label: 'Kemarin' });
    await expect(dialog()).toContainText('Tidak ada yang cocok.');
    await filter('Hari').selectOption({ label: 'Hari ini' });
    await expect(rows()).toHaveCount(2);
    await filter('Hari').selectOption({ label: 'Rentang' });
    await expect(dialog().getByLabel('Dari tanggal')).toBeVisible();
    await dialog().getByLabel('Sampai tanggal').fill('2020-01-01');
    await expect(rows()).toHaveCount(0);
    await filter('Hari').selectOption({ label: 'Semua hari' });
    await filter('Status').selectOption({ label: 'terbayar' });
    await expect(rows()).not.toHaveCount(0);
    await filter('Produk').selectOption({ label: 'Token listrik' });
    await expect(rows()).toHaveCount(0);
    await filter('Produk').selectOption({ label: 'Semua produk' });
    await filter('Status').selectOption({ label: 'Semua status' });
    await expect(rows()).toHaveCount(2);
  });

  it.each([
    ['1366×768', { width: 1366, height: 768 }, true],
    ['1024×600', { width: 1024, height: 600 }, false],
  ] as const)('is whole, and large enough for fingers, at %s', async (_, size, isBeside) => {
    await resize(counter, size);
    const press = async (target: Locator): Promise<void> => {
      await expect(target).toBeInViewport({ ratio: 1 });
      const box = await target.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      await target.click();
    };
    for (const name of ['Hari', 'Status', 'Produk']) {
      await expect(filter(name)).toBeInViewport({ ratio: 1 });
      expect((await filter(name).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await press(rows().last());
    await expect(counter.page.getByTestId('history-state')).toHaveText('terbayar');
    if (isBeside) await expect(rows().first()).toBeInViewport({ ratio: 1 });
    else await expect(rows().first()).toBeHidden();
    await picture(counter.page, `riwayat-${size.width}`);
    const keys = details().getByRole('button');
    await expect(keys).toHaveCount(7);
    for (const key of await keys.all()) {
      await expect(key).toBeInViewport({ ratio: 1 });
      expect((await key.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await press(details().getByRole('button', { name: /^Salin teks/ }));
    await expect(said()).toContainText('Teks struk tersalin');
    await press(details().getByRole('button', { name: /^Kembali/ }));
    await expect(field()).toBeFocused();
  });

  it('is searched with the digits for fingers, whatever was touched before', async () => {
    const { page } = counter;
    await page.keyboard.press('Escape');
    await expect(dialog()).toBeHidden();
    await page.getByRole('button', { name: 'Papan angka' }).click();
    await open();
    const pad = dialog().getByTestId('touch-pad');
    await expect(pad).toBeInViewport({ ratio: 1 });
    await filter('Status').focus();
    for (const digit of ['5', '3', '0', '000', '000', '0', '1', '0']) {
      const key = pad.getByRole('button', { name: digit, exact: true });
      await expect(key).toBeInViewport({ ratio: 1 });
      await key.click();
    }
    await expect(field()).toHaveValue('530000000010');
    await picture(page, 'riwayat-pad');
    await pad.getByRole('button', { name: 'Hapus satu angka' }).click();
    await pad.getByRole('button', { name: 'Hapus satu angka' }).click();
    await expect(rows()).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(dialog()).toBeHidden();
  });
});

/** A payment that was paid for, uncertain, and refused after all. */
describe('cash that must go back', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ shop: { keepsTill: true }, settings: { pin: storedPin() } });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  it('is noted from the history as gone back, by the second press', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+j');
    await page.getByRole('dialog', { name: 'Shift & laci' }).waitFor();
    await page.keyboard.type('100000');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('drawer-expected')).toHaveText('100.000');
    await page.keyboard.press('Escape');
    await askFor(page, 'pln-postpaid', '530000002000');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'unknown').waitFor();
    await page.keyboard.press(usualKeys.unresolved.replace('Ctrl', 'Control'));
    await page.getByTestId('open-payment').waitFor();
    await page.keyboard.press('Control+d');
    const decide = page.getByRole('dialog', { name: /^Putuskan/ });
    await decide.getByText('Tidak terbayar', { exact: true }).click();
    await decide.getByText('Teleanjar mengatakannya').click();
    await decide.getByRole('textbox', { name: /^Bukti/ }).fill('Bu Ani, Teleanjar, pukul 14.05');
    await decide.getByLabel(/PIN/).fill(pin);
    await decide.getByRole('button', { name: 'Catat tidak terbayar' }).click();
    await expect(decide).toHaveCount(0);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+r');
    const dialog = page.getByRole('dialog', { name: 'Riwayat' });
    await expect(dialog.getByRole('option', { name: /·/ })).toHaveCount(1);
    await page.keyboard.press('Enter');
    const owed = dialog.getByRole('button', { name: /^Uang sudah dikembalikan/ });
    await expect(owed).toBeVisible();
    await picture(page, 'riwayat-kembali');
    const trail = page.getByTestId('history-trail').getByRole('listitem');
    await expect(trail.filter({ hasText: 'Diputuskan: tidak terbayar' })).toHaveCount(1);
    await page.keyboard.press('Control+d');
    await expect(dialog.getByRole('button', { name: /^Yakin\?/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(owed).toBeVisible();
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Control+d');
    await expect(page.getByTestId('history-said')).toHaveText('Pengembalian tercatat.');
    await expect(owed).toHaveCount(0);
    await expect(trail.filter({ hasText: /dikembalikan/ })).toHaveCount(1);
  });
});
