import { expect } from 'playwright/test';
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
import { openSettings, save, pressTab } from './settings-driver.ts';

/** The shop's own fee and its rounding, from the settings to the paper, against the training biller. */
describe('a shop that adds a fee of its own', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ shop: {} });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  const paper = async (): Promise<string> => (await counter.page.getByTestId('paper').innerText()) ?? '';

  it('asks the customer for no more than the biller does until it is set', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await expect(page.getByTestId('total')).toContainText('302.500');
    await expect(page.getByTestId('charges')).toBeHidden();
    await page.keyboard.press('Escape');
  });

  it('is told the most it may take, and cannot save more', async () => {
    const { page } = counter;
    const dialog = await openSettings(page, 'Biaya loket');
    await expect(dialog.getByText('Paling banyak Rp\u00A010.000')).toBeVisible();
    const field = dialog.getByLabel('PLN pascabayar: biaya loket', { exact: false });
    await field.fill('10.001');
    await dialog.getByRole('button', { name: /^Simpan/ }).click();
    await expect(dialog.getByText(/Biaya loket harus rupiah penuh/)).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toBeFocused();
    // From another page too: what is wrong is named by the page it stands on.
    await pressTab(dialog.getByRole('tab', { name: 'Toko', exact: true }));
    await dialog.getByRole('button', { name: /^Simpan/ }).click();
    await expect(dialog.getByText(/yang bertanda di halaman Biaya loket/)).toBeVisible();
    await pressTab(dialog.getByRole('tab', { name: 'Biaya loket' }));
    await field.fill('2.000');
    await dialog.getByLabel('Rp 1.000').check();
    await dialog.getByLabel('Ke atas').check();
    await save(dialog);
    await page.keyboard.press('Escape');
  });

  it.each([
    ['1366×768', { width: 1366, height: 768 }],
    ['1024×600', { width: 1024, height: 600 }],
  ])('shows fee and rounding as lines of their own at %s, with all of the till in view', async (_, size) => {
    const { page } = counter;
    await resize(counter, size);
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await expect(page.getByTestId('charges').getByText('Biaya loket')).toBeVisible();
    await expect(page.getByTestId('charges')).toHaveText(/Biaya loket\s*2\.000\s*Pembulatan\s*500/);
    await expect(page.getByTestId('total')).toContainText('305.000');
    await expect(page.getByRole('button', { name: /^BAYAR 305\.000/ })).toBeInViewport({ ratio: 1 });
    await expect(page.getByTestId('bill-lines').getByRole('row').first()).toBeInViewport();
    await page.keyboard.press('Escape');
    await resize(counter, { width: 1366, height: 768 });
  });

  it('takes exact cash by what the customer pays, and prints the same sums under the biller’s words', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await page.keyboard.type('304999');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Uang masih kurang 1.')).toBeVisible();
    await page.keyboard.press('Escape');
    await payExactly(page);
    await expect(outcomeOf(page, 'paid')).toBeVisible();
    await expect(outcomeOf(page, 'paid').getByTestId('change')).toHaveText('0');
    await expect(outcomeOf(page, 'paid')).toContainText('305.000');
    const words = await paper();
    expect(words).toMatch(/BIAYA LOKET +Rp 2\.000/);
    expect(words).toMatch(/PEMBULATAN +Rp 500/);
    expect(words).toMatch(/TOTAL BAYAR +Rp 305\.000/);
    expect(words).not.toContain('KASIR:');
    await expect(
      page.getByRole('list', { name: 'Tadi' }).getByRole('button', { name: /BUDI SANTOSO/ }),
    ).toContainText('305.000');
  });

  it('pays the biller what it asked for: the deposit falls by that and not by the fee', async () => {
    const { page } = counter;
    await expect(page.getByTestId('deposit')).toContainText('900.954.209');
  });

  it('charges a product without a fee nothing but the rounding', async () => {
    const { page } = counter;
    await askFor(page, 'pln-prepaid', '53000000001');
    await page.getByRole('button', { name: /^50\.000/ }).waitFor();
    await page.keyboard.press('2');
    await waitForBill(page);
    await expect(page.getByTestId('charges')).toHaveText(/^\s*Pembulatan\s*500\s*$/);
    await expect(page.getByTestId('total')).toContainText('53.000');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('keeps its day, its warnings and its silence where other pages are saved', async () => {
    const { page } = counter;
    const dialog = await openSettings(page, 'Laci & hari');
    await dialog.getByLabel('WIT', { exact: true }).check();
    await dialog.getByLabel('Hari berganti pukul').fill('2.30');
    await dialog.getByLabel('Peringatkan kalau saldo di bawah (Rp)').fill('950.000.000');
    await dialog.getByLabel('Mati', { exact: true }).check();
    await save(dialog);
    await pressTab(dialog.getByRole('tab', { name: 'Toko', exact: true }));
    await dialog.getByLabel('Nama toko').fill('Warung Bu Tini');
    await save(dialog);
    await page.keyboard.press('Escape');
    const again = await openSettings(page, 'Laci & hari');
    await expect(again.getByLabel('WIT', { exact: true })).toBeChecked();
    await expect(again.getByLabel('Hari berganti pukul')).toHaveValue('02.30');
    await expect(again.getByLabel('Peringatkan kalau saldo di bawah (Rp)')).toHaveValue('950.000.000');
    await expect(again.getByLabel('Mati', { exact: true })).toBeChecked();
    await page.keyboard.press('Escape');
  });

  it('shows the times on the screen by its own clock from then on, and says which', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000001014');
    await waitForBill(page);
    await payExactly(page);
    await expect(outcomeOf(page, 'rejected')).toContainText(/\d\d\.\d\d\.\d\d WIT/);
  });
});
