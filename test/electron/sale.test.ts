import { afterAll, beforeAll, describe, it } from 'vitest';
import { expect } from 'playwright/test';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';

/** The whole sale on the real program, by the keys a cashier presses, against the training biller. */
describe('the counter', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ shop: null });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  const tadi = (name: string) =>
    counter.page.getByRole('list', { name: 'Tadi' }).getByRole('button', { name });
  const numberField = () => counter.page.getByRole('textbox', { name: 'Nomor pelanggan' });

  it('opens in training in a fresh folder, says so, and has the cursor in the number', async () => {
    await expect(counter.page.getByTestId('ledger-banner')).toHaveText(/MODE LATIHAN/);
    await expect(numberField()).toBeFocused();
  });

  it('groups digits as they are typed and says what length is right before Enter', async () => {
    const { page } = counter;
    await page.keyboard.type('53000000000');
    await expect(numberField()).toHaveValue('5300 0000 000');
    await expect(page.getByText('12 angka, baru 11')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('12 angka, baru 11')).toBeVisible();
    await expect(page.getByTestId('waiting')).toBeHidden();
  });

  it('sells a one-month bill with exact cash in four keys besides the digits', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await expect(page.getByTestId('customer-name')).toHaveText('BUDI SANTOSO');
    await expect(page.getByTestId('total')).toContainText('302.500');
    await payExactly(page);
    await expect(outcomeOf(page, 'paid')).toBeVisible();
    await expect(numberField()).toBeFocused();
    await expect(tadi('BUDI SANTOSO')).toBeVisible();
    await expect(page.getByTestId('deposit')).toContainText('900.954.209');
  });

  it('shows every month of a bill of three, prints a slip for each, and the change large', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000003');
    await waitForBill(page);
    await expect(page.getByTestId('bill-lines').getByRole('row')).toHaveCount(4);
    await page.keyboard.type('1250000');
    await expect(page.getByTestId('change')).toHaveText('25.855');
    await page.keyboard.press('Enter');
    await expect(outcomeOf(page, 'paid').getByTestId('change')).toHaveText('25.855');
    const paper = (await page.getByTestId('paper').textContent()) ?? '';
    expect(paper.match(/STRUK PEMBAYARAN TAGIHAN LISTRIK/g)).toHaveLength(3);
  });

  it('sells a token: the amount by a digit key, the twenty digits large, all that is told of it in view', async () => {
    const { page } = counter;
    await askFor(page, 'pln-prepaid', '53000000001');
    const fifty = page.getByRole('button', { name: /^50\.000/ });
    await fifty.waitFor();
    await page.keyboard.press('2');
    await waitForBill(page);
    await expect(page.getByTestId('total')).toContainText('52.500');
    await payExactly(page);
    await expect(page.getByTestId('token')).toHaveText(/^\d{4}\D*\d{4}\D*\d{4}\D*\d{4}\D*\d{4}$/);
    const hidden = await outcomeOf(page, 'paid').evaluate((panel) => {
      const body = panel.querySelector('.outcome-body');
      return body === null ? undefined : body.scrollHeight - body.clientHeight;
    });
    expect(hidden).toBe(0);
  });

  it.each([
    ['pln-nontaglis', '5300000000001'],
    ['telkom-pstn', '021530000001'],
  ] as const)('sells %s', async (product, number) => {
    const { page } = counter;
    await askFor(page, product, number);
    await waitForBill(page);
    await payExactly(page);
    await expect(outcomeOf(page, 'paid')).toBeVisible();
  });

  it('does not pay by a held Enter, nor without cash, and says what is missing', async () => {
    const { page } = counter;
    await page.keyboard.press('F1');
    await numberField().fill('530000000002');
    await page.keyboard.down('Enter');
    await waitForBill(page);
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter');
    await expect(page.getByRole('button', { name: /^BAYAR/ })).toBeVisible();
    await page.keyboard.up('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ketik uang diterima, atau P untuk uang pas.')).toBeVisible();
    await page.keyboard.press('p');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await expect(outcomeOf(page, 'paid')).toBeVisible();
    await expect(tadi('SITI RAHAYU')).toHaveCount(1);
  });

  it('pays once however often pay is pressed', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000004');
    await waitForBill(page);
    await page.keyboard.press('p');
    await Promise.all(Array.from({ length: 8 }, () => page.keyboard.press('Enter')));
    await expect(outcomeOf(page, 'paid')).toBeVisible();
    await expect(tadi('NI KETUT SARI')).toHaveCount(1);
  });

  it('sells nothing by a barcode that is scanned at the wrong moment', async () => {
    const { page } = counter;
    const scan = async (barcode: string): Promise<void> => {
      await page.keyboard.type(barcode, { delay: 8 });
      await page.keyboard.press('Enter');
    };
    await askFor(page, 'pln-prepaid', '53000000002');
    await page.getByRole('group', { name: 'Pilih nominal' }).waitFor();
    await scan('14399887766');
    await page.waitForTimeout(300);
    await expect(outcomeOf(page, 'paid')).toHaveCount(0);
    await expect(page.getByTestId('paying')).toHaveCount(0);

    await askFor(page, 'pln-postpaid', '530000000005');
    await waitForBill(page);
    const name = (await page.getByTestId('customer-name').textContent()) ?? '';
    await scan('530000000002');
    await page.waitForTimeout(300);
    await expect(page.getByRole('button', { name: /^BAYAR/ })).toBeVisible();
    await expect(tadi(name)).toHaveCount(0);
  });

  it('steps back by Esc: out of the cash, out of the amount, out of a question under way', async () => {
    const { page } = counter;
    await askFor(page, 'pln-prepaid', '53000000001');
    await page.getByRole('button', { name: /^20\.000/ }).waitFor();
    await page.keyboard.press('1');
    await waitForBill(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^20\.000/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(numberField()).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByTestId('waiting').waitFor();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('waiting')).toBeHidden();
    await expect(numberField()).toBeFocused();
    await expect(numberField()).toHaveValue('5300 0000 001');
  });

  it('says in plain words why a number is refused, what it means for the money, and what to do', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '539999999999');
    const refused = outcomeOf(page, 'problem');
    await expect(refused).toContainText('nomor pelanggan tidak dikenal');
    await expect(refused).toContainText('Belum ada uang yang berpindah.');
    await expect(refused).toContainText('Cocokkan nomornya dengan pelanggan.');
    await expect(refused).toContainText('0014');
  });

  it('shows a refusal of a payment as one, and that the money goes back', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000001014');
    await waitForBill(page);
    await payExactly(page);
    await expect(outcomeOf(page, 'rejected')).toContainText('Kembalikan uang pelanggan');
  });

  it('shows an outcome that nobody knows as unknown, counts it, and lets nobody pay again', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000002000');
    await waitForBill(page);
    await payExactly(page);
    const unknown = outcomeOf(page, 'unknown');
    await expect(unknown).toContainText('Belum pasti');
    await expect(unknown).toContainText('Jangan bayar ulang');
    await expect(unknown).toContainText('Hubungi Teleanjar');
    await expect(page.getByText('1 belum pasti')).toBeVisible();
    await askFor(page, 'pln-postpaid', '530000002000');
    const open = page.locator('[data-testid="outcome"][data-code="payment-open"]');
    await expect(open).toContainText('belum pasti hasilnya');
    await expect(open).toContainText('Jangan bayar ulang');
  });

  it('speaks English when asked, and Indonesian again', async () => {
    const { page } = counter;
    const speak = async (language: RegExp, settings: string, save: RegExp): Promise<void> => {
      await page.keyboard.press('Control+,');
      const dialog = page.getByRole('dialog', { name: settings });
      await dialog.getByText(language).click();
      await dialog.getByRole('button', { name: save }).click();
      await page.keyboard.press('Escape');
    };
    await speak(/^Inggris$/, 'Setelan', /^Simpan/);
    await expect(page.getByRole('textbox', { name: 'Customer number' })).toBeVisible();
    await expect(page.getByTestId('ledger-banner')).toHaveText(/TRAINING/i);
    await speak(/^Indonesian$/, 'Settings', /^Save/);
    await expect(numberField()).toBeVisible();
  });
});
