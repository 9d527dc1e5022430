import { afterAll, beforeAll, describe, it } from 'vitest';
import { expect } from 'playwright/test';
import { defaultNumberRules, isPln, productIds } from '../../shared/products.ts';
import { iakFirst } from './iak-first.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { pressTab } from './settings-driver.ts';

/** A counter that a cashier has made her own: by the keyboard alone. */
describe('the keys of a shop', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({
      settings: iakFirst(),
      shop: { keys: { 'product-1': 'F11', reprint: 'F9', 'exact-cash': 'U' } },
    });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  const numberField = () => counter.page.getByRole('textbox', { name: 'Nomor pelanggan' });
  const dialog = () => counter.page.getByRole('dialog');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await counter.page.keyboard.press(key);
  };

  it('stand on every button, and do what it says', async () => {
    const { page } = counter;
    const products = page.getByRole('group', { name: 'Produk' });
    await expect(products.getByRole('button').first()).toContainText('F11');
    await expect(page.getByRole('button', { name: 'Cetak lagi' })).toHaveAttribute('aria-keyshortcuts', 'F9');
    await press('F2', 'F11');
    await page.keyboard.type('530000000001');
    await press('Enter');
    await waitForBill(page);
    await press('u');
    await expect(page.getByTestId('change')).toHaveText('0');
    await press('Enter');
    await expect(outcomeOf(page, 'paid')).toBeVisible();
  });

  it('let the next sale begin while the last receipt is still on its way', async () => {
    const { page } = counter;
    await page.keyboard.type('530000000002');
    await expect(numberField()).toHaveValue('5300 0000 0002');
    await expect(outcomeOf(page, 'paid')).toBeVisible();
    await press('Enter');
    await waitForBill(page);
    await press('Escape', 'Escape', 'Escape');
  });

  it('are all in the list behind ?, as they are here', async () => {
    await press('?');
    await expect(dialog()).toContainText('F11');
    await expect(dialog()).toContainText('Uang pas');
    await expect(dialog()).not.toContainText('F1PLN');
    await press('Escape');
  });

  it('are changed by pressing them: one that is taken is named and not saved', async () => {
    const { page } = counter;
    await press('Control+,');
    await pressTab(dialog().getByRole('tab', { name: 'Tombol', exact: true }));
    const reprint = dialog().getByRole('button', { name: /^Cetak lagi: / });
    await reprint.focus();
    await press('Enter', 'F11');
    await expect(dialog().getByRole('alert')).toContainText('F11 sudah dipakai');
    await expect(reprint).toHaveAccessibleName(/F9/);
    await press('Enter', 'r');
    await expect(dialog().getByRole('alert')).toContainText('R tidak bisa dipakai');
    await press('Enter', 'Escape');
    await expect(dialog()).toBeVisible();
    await press('Enter', 'Control+r');
    await expect(dialog().getByRole('alert')).toContainText('Riwayat');
    await press('Enter', 'F12');
    await expect(dialog().getByRole('status')).toContainText('Cetak lagi sekarang F12');
    await dialog().getByRole('button', { name: 'Kembali ke tombol biasa' }).click();
    await expect(reprint).toHaveAccessibleName(/Ctrl\+P/);
    await press('Escape');
    await expect(page.getByRole('button', { name: 'Cetak lagi' })).toHaveAttribute(
      'aria-keyshortcuts',
      'Control+P',
    );
  });

  it('lead from a name to its number: no letter is lost, and the next Enter asks', async () => {
    const { page } = counter;
    await press('F1');
    await page.keyboard.type('subc');
    await expect(dialog().getByRole('combobox')).toHaveValue('subc');
    await expect(dialog().getByRole('option').first()).toContainText('SUBCRIBER NAME');
    await press('Enter');
    await expect(numberField()).toHaveValue('5300 0000 0001');
    await expect(page.getByTestId('waiting')).toHaveCount(0);
    // Asked it is: the biller knows that this month was paid a moment ago.
    await press('Enter');
    await expect(outcomeOf(page, 'problem')).toBeVisible();
  });

  it('save whose bill is on the screen under another name, find them by it, and forget them', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000002');
    await waitForBill(page);
    await press('Control+n');
    const label = dialog().getByRole('textbox', { name: 'Nama panggilan' });
    await label.fill('Pak RT');
    await label.press('Enter');
    await expect(dialog().getByRole('status').last()).toContainText('Tersimpan sebagai Pak RT');
    await press('Escape', 'Escape', 'Escape');
    await expect(numberField()).toBeFocused();
    await press('Control+a');
    await page.keyboard.type('pak');
    await expect(dialog().getByRole('option').first()).toContainText('Pak RT');
    // Nobody is forgotten while the list is of fewer letters.
    await expect(dialog().getByRole('button', { name: /^Lupakan/ })).toBeEnabled();
    await press('Control+d');
    await expect(dialog()).toContainText('Sudah dilupakan.');
    await press('Escape');
  });
});

describe('a number of another product', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    // What else is sold here has longer numbers: eleven digits are a meter's and nothing else's.
    const others = productIds.filter((product) => !isPln(product));
    const long = { alphabet: 'digits', minLength: 20, maxLength: 24 } as const;
    const numberRules = {
      ...defaultNumberRules,
      ...Object.fromEntries(others.map((product) => [product, long])),
    };
    counter = await openCounter({ shop: { numberRules } });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  it('is taken for what it is where a scanner typed it, and offered where a hand did', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
    await page.keyboard.press('F1');
    await page.keyboard.type('53000000001', { delay: 90 });
    await page.keyboard.press('Enter');
    const hint = page.locator('#number-hint');
    await expect(hint).toContainText('12 angka, baru 11');
    await expect(hint).toContainText('Nomor ini untuk');
    await expect(page.getByTestId('waiting')).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Token', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.keyboard.type('53000000001');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Pilih nominal' })).toBeVisible();
  });
});
