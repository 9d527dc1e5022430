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

/** A shift of a shop that keeps its drawer, from the float to the Z report, by keyboard alone. */
describe('a shift', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ shop: { keepsTill: true } });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  const dialog = () => counter.page.getByRole('dialog', { name: 'Shift & laci' });
  const open = async () => {
    await counter.page.keyboard.press('Control+j');
    await dialog().waitFor();
  };
  const said = () => counter.page.getByTestId('drawer-said');
  const line = (caption: RegExp) =>
    counter.page.getByTestId('drawer-sum').locator('div').filter({ hasText: caption });

  it('must be open before anything is sold, and the counter says where', async () => {
    const { page } = counter;
    await expect(page.getByTestId('no-shift')).toContainText('Shift belum dibuka');
    await askFor(page, 'pln-postpaid', '530000000001');
    const refused = page.locator('[data-code="no-shift"]');
    await expect(refused).toContainText('Ctrl+J');
    // Once is enough.
    await expect(page.getByTestId('no-shift')).toBeHidden();
    await page.keyboard.press('Escape');
  });

  it('is opened with a float', async () => {
    const { page } = counter;
    await open();
    await page.keyboard.type('100000');
    await page.keyboard.press('Enter');
    await expect(dialog().getByRole('heading', { name: 'Shift 1' })).toBeVisible();
    await expect(said()).toHaveText('Shift dibuka.');
    await expect(page.getByTestId('drawer-expected')).toHaveText('100.000');
    await page.keyboard.press('Escape');
    await expect(dialog()).toBeHidden();
    await expect(page.getByTestId('no-shift')).toBeHidden();
  });

  it('counts what is sold, and cash in and out, while it goes on', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
    await open();
    await expect(line(/Penjualan \(1\)/)).toContainText('302.500');
    await page.keyboard.press('F1');
    await page.keyboard.type('50000');
    await page.keyboard.press('Enter');
    await page.keyboard.type('uang kecil');
    await page.keyboard.press('Enter');
    await expect(line(/Uang masuk \(1\)/)).toContainText('50.000');
    await page.keyboard.press('F2');
    await page.keyboard.type('999999');
    await page.keyboard.press('Enter');
    await page.keyboard.type('setor');
    await page.keyboard.press('Enter');
    await expect(said()).toHaveText('Lebih banyak dari uang di laci menurut buku.');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('drawer-expected')).toHaveText('452.500');
    await page.keyboard.press('Control+p');
    await expect(said()).toHaveText('Dikirim ke printer.');
  });

  it.each([
    ['1366×768', { width: 1366, height: 768 }],
    ['1024×600', { width: 1024, height: 600 }],
  ])('shows its figures, and every field of the count, whole at %s', async (_, size) => {
    const { page } = counter;
    await resize(counter, size);
    await expect(page.getByTestId('drawer-expected')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('F4');
    const fields = dialog().getByRole('textbox');
    await expect(fields).toHaveCount(12);
    await expect(fields.first()).toBeFocused();
    for (const field of await fields.all()) {
      await expect(field).toBeInViewport({ ratio: 1 });
      expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await expect(dialog().getByRole('button', { name: /^Lanjut/ })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('drawer-expected')).toBeVisible();
    await resize(counter, { width: 1366, height: 768 });
  });

  it('is closed by a blind count, and says the difference in words', async () => {
    const { page } = counter;
    await page.keyboard.press('F4');
    // 4 × 100.000, arrow to the 50.000, 1 of them, then Enter through the rest.
    await page.keyboard.type('4');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('1');
    await expect(page.getByTestId('counted')).toHaveText('450.000');
    await expect(dialog()).not.toContainText('452.500');
    for (let field = 3; field <= 12; field += 1) await page.keyboard.press('Enter');
    await expect(dialog().getByRole('heading', { name: 'Tutup shift 1?' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('difference')).toHaveText('Selisih Kurang 2.500');
    await page.keyboard.press('Control+p');
    await expect(said()).toHaveText('Dikirim ke printer.');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('no-shift')).toBeVisible();
  });

  it('leaves what was counted as the next float, and its report in the list', async () => {
    const { page } = counter;
    await open();
    await expect(dialog().getByLabel('Modal awal')).toHaveValue('450.000');
    await expect(dialog().getByRole('listitem')).toContainText('Kurang 2.500');
    await dialog().getByRole('button', { name: 'Cetak lagi laporan Z shift 1' }).click();
    await expect(said()).toHaveText('Dikirim ke printer.');
    await page.keyboard.press('Escape');
  });

  it('without a sale is opened and closed by touch alone', async () => {
    const { page } = counter;
    await page.getByTestId('no-shift').getByRole('button').click();
    await dialog()
      .getByRole('button', { name: /^Buka shift/ })
      .click();
    await dialog()
      .getByRole('button', { name: /^Tutup shift/ })
      .click();
    await dialog()
      .getByRole('button', { name: /^Lanjut/ })
      .click();
    await dialog()
      .getByRole('button', { name: /^Tutup shift/ })
      .click();
    await expect(page.getByTestId('difference')).toHaveText('Selisih Kurang 450.000');
    await dialog()
      .getByRole('button', { name: /^Selesai/ })
      .click();
    await expect(dialog()).toBeHidden();
  });
});
