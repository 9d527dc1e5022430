import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { formatDateTime, instant } from '../../shared/time.ts';
import { openCounter, waitForBill, type CounterApp } from './counter-driver.ts';
import { iakFirst } from './iak-first.ts';

/** What is told before a bill can be asked for, by the keys of somebody who does not look for a mouse. */
describe('asking for a bill', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ settings: iakFirst() });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  const number = () => counter.page.getByRole('textbox', { name: 'Nomor pelanggan' });
  const list = () => counter.page.getByRole('dialog').getByRole('listbox');
  const chosen = () => list().getByRole('option', { selected: true });
  const extra = (name: string) => counter.page.getByRole('textbox', { name, exact: true });
  const hint = (words: string) => counter.page.getByText(words, { exact: true });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await counter.page.keyboard.press(key);
  };
  const backToNumber = async (): Promise<void> => {
    await press('Escape');
    await expect(number()).toBeFocused();
  };

  it('wants the company first where a product has several: letters, arrows and Enter', async () => {
    const { page } = counter;
    await press('F6');
    await expect(page.getByRole('dialog')).toContainText('Pilih PDAM');
    await expect(list().getByRole('option')).toHaveCount(2);
    await page.keyboard.type('bandung');
    await expect(page.getByText('Tidak ada yang cocok dengan “bandung”.')).toBeVisible();
    await press('Enter');
    await expect(list()).toBeVisible();
    await press('Control+a');
    await page.keyboard.type('aet');
    await expect(chosen()).toContainText('AETRA');
    await press('Enter');
    await expect(list()).toHaveCount(0);
    await expect(number()).toBeFocused();
    await expect(page.getByRole('button', { name: 'Ganti AETRA' })).toBeVisible();

    await press('F8', 'ArrowUp');
    await expect(chosen()).toContainText('PDAM Kota Surabaya');
    await press('Enter');
    await page.keyboard.type('10202002');
    await press('Enter');
    await waitForBill(page);
    await expect(page.getByTestId('customer-name')).toHaveText('DADANG SOEKARDI');
    await expect(page.getByRole('region', { name: 'Tagihan' })).toContainText('WONOKROMO');
    await backToNumber();
  });

  it('goes into a list with the very key that opens it: nothing typed at once ends in the number', async () => {
    const { page } = counter;
    const focused = await page.evaluate(async () => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F7', code: 'F7' }));
      // As far as the page gets without a frame.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return document.activeElement?.getAttribute('role');
    });
    expect(focused).toBe('combobox');
    await backToNumber();
  });

  it('does not ask without a company, and lets go of the list by Esc', async () => {
    const { page } = counter;
    await press('F7');
    await page.keyboard.type('tv');
    await press('Enter');
    await expect(list().getByRole('option')).toHaveCount(2);
    await press('Escape');
    await expect(number()).toBeFocused();
    await page.keyboard.type('127246500101');
    await press('Enter');
    await expect(page.getByTestId('waiting')).toHaveCount(0);
    await expect(page.getByRole('dialog')).toContainText('Pilih TV');
    await page.keyboard.type('telkom');
    await press('Enter');
    await expect(number()).toHaveValue('1272 4650 0101');
    await press('Enter');
    await waitForBill(page);
    await expect(page.getByTestId('customer-name')).toHaveText('BAITUS MONGJENG');
    await backToNumber();
  });

  it('finds the products without a key of their own behind F7, each by a digit', async () => {
    const { page } = counter;
    await press('F7');
    await expect(page.getByRole('dialog')).toContainText('Produk lain');
    const rows = list().getByRole('option');
    await expect(rows).toHaveCount(10);
    const names = await rows.locator('.choose-name').allTextContents();
    const at = names.indexOf('Pajak bumi dan bangunan');
    await press(String(at + 1));
    await expect(list()).toHaveCount(0);
    await expect(page.getByText('NOP', { exact: true })).toBeVisible();
    await press('F7', 'ArrowDown');
    await expect(chosen()).toContainText(names[at + 1] ?? '');
    await backToNumber();
  });

  it('says before Enter that so many months cannot be meant, and takes as many as can', async () => {
    const { page } = counter;
    await press('F5');
    await page.keyboard.type('8801234560001');
    await press('Tab');
    await expect(extra('Bulan')).toBeFocused();
    await page.keyboard.type('30');
    await expect(hint('Banyaknya bulan 1–24')).toBeVisible();
    await press('Enter');
    await expect(page.getByTestId('waiting')).toHaveCount(0);
    await expect(hint('Banyaknya bulan 1–24')).toBeVisible();
    await press('Backspace');
    await expect(hint('Banyaknya bulan 1–24')).toHaveCount(0);
    await press('Enter');
    await waitForBill(page);
    await expect(page.getByTestId('bill-lines')).toContainText('3 bulan');
    await backToNumber();
  });

  it('takes this year for a tax where none is typed, and says which year it does not believe', async () => {
    const { page } = counter;
    const year = formatDateTime(instant(Date.now()), 'WIB').slice(0, 4);
    await press('F7');
    await page.keyboard.type('pbb');
    await press('Enter');
    await page.keyboard.type('329801092375999901');
    await expect(extra('Tahun pajak')).toHaveAttribute('placeholder', year);
    await extra('Tahun pajak').focus();
    await page.keyboard.type('1980');
    const fault = 'Tahun pajak empat angka, paling jauh tahun depan';
    await expect(hint(fault)).toBeVisible();
    await press('Control+a', 'Backspace');
    await expect(hint(fault)).toHaveCount(0);
    await press('Enter');
    await waitForBill(page);
    await expect(page.getByRole('region', { name: 'Tagihan' })).toContainText(`Tahun pajak${year}`);
    await backToNumber();
  });

  it('leads from the number to what has still to be told', async () => {
    const { page } = counter;
    await press('F7');
    await page.keyboard.type('samsat');
    await press('Enter');
    await page.keyboard.type('9658548523568701');
    await press('Enter');
    await expect(extra('Nomor KTP')).toBeFocused();
    await page.keyboard.type('32');
    await expect(hint('Nomor KTP 4–30 huruf/angka')).toBeVisible();
    await press('Enter');
    await expect(page.getByTestId('waiting')).toHaveCount(0);
    await page.keyboard.type('73010101800001');
    await expect(hint('Nomor KTP 4–30 huruf/angka')).toHaveCount(0);
    await press('Enter');
    await waitForBill(page);
    await expect(page.getByRole('region', { name: 'Tagihan' })).toContainText('DK 1243AL');
    await backToNumber();
  });

  it('groups an amount as it is typed, and asks for one that is missing', async () => {
    const { page } = counter;
    await press('F7');
    await page.keyboard.type('e-money');
    await press('Enter');
    await page.keyboard.type('082100000001');
    await press('Enter');
    await expect(extra('Nominal (Rp)')).toBeFocused();
    await press('Enter');
    await expect(hint('Ketik nominalnya dalam rupiah')).toBeVisible();
    await expect(page.getByTestId('waiting')).toHaveCount(0);
    await page.keyboard.type('50000');
    await expect(extra('Nominal (Rp)')).toHaveValue('50.000');
    await press('Enter');
    await waitForBill(page);
    await expect(page.getByTestId('total')).toHaveText('Rp 50.800');
    await backToNumber();
  });
});
