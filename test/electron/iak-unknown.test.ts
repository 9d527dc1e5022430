import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { instant } from '../../shared/time.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { iakFirst } from './iak-first.ts';

/** IAK says at once or later what became of a payment: the counter asks by itself, and when it is told to. */
describe('a payment at IAK that is not simply paid', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ settings: iakFirst() });
  });
  afterAll(async () => {
    await counter.close();
  });

  const pay = async (number: string): Promise<void> => {
    const { page } = counter;
    await askFor(page, 'telkom-pstn', number);
    await waitForBill(page);
    await payExactly(page);
  };
  const checking = () => outcomeOf(counter.page, 'unknown').getByTestId('checking');

  it('is refused before a bill is shown where nobody knows the number, in the words of the table', async () => {
    await askFor(counter.page, 'telkom-pstn', '6391601205');
    const refused = outcomeOf(counter.page, 'problem');
    await expect(refused).toContainText('nomor pelanggan tidak dikenal');
    await expect(refused).toContainText('Belum ada uang yang berpindah.');
    await expect(refused).toContainText('Cocokkan nomornya dengan pelanggan.');
    await expect(refused).toContainText('INCORRECT DESTINATION NUMBER');
    await expect(refused.locator('code')).toHaveText('14');
  });

  it('is refused for certain where the code says so: the customer gets the money back', async () => {
    await pay('6391601014');
    const rejected = outcomeOf(counter.page, 'rejected');
    await expect(rejected).toContainText('Ditolak: nomor pelanggan tidak dikenal.');
    await expect(rejected).toContainText('Uang belum terpotong. Kembalikan uang pelanggan.');
    await expect(rejected.getByTestId('change')).toHaveText('52.370');
    await expect(counter.page.getByText('Ditolak, jadi tidak ada struk.')).toBeVisible();
  });

  it('settles to paid on the screen that shows it, once IAK knows, and only then a receipt comes', async () => {
    const { page } = counter;
    await pay('6391601207');
    const unknown = outcomeOf(page, 'unknown');
    await expect(unknown).toContainText('Belum pasti');
    await expect(unknown).toContainText('Jangan bayar ulang');
    await expect(unknown).toContainText('masih diproses IAK');
    await expect(page.getByText('Belum pasti, jadi belum ada struk.')).toBeVisible();
    // Asked by itself at once; then twice by the key, and the second answer settles it.
    await expect(checking()).toContainText('Sudah ditanya 1 kali');
    await expect(checking()).toContainText('Loket memeriksa lagi pukul');
    await page.keyboard.press('Control+t');
    await expect(checking()).toContainText('Sudah ditanya 2 kali');
    await page.keyboard.press('Control+t');
    const paid = outcomeOf(page, 'paid');
    await expect(paid).toContainText('JAORAH');
    await expect(paid).toContainText('52.370');
    await expect(page.getByTestId('paper')).toContainText('TOTAL BAYAR : Rp 52.370');
    await expect(page.getByTestId('print-status')).toContainText('Struk tampil di layar.');
    await expect(page.getByText('1 belum pasti')).toHaveCount(0);
  });

  it.each(['6391601206', '6391601037'])(
    '%s, which failed at IAK, ends refused by the question that is asked at once',
    async (number) => {
      await pay(number);
      const rejected = outcomeOf(counter.page, 'rejected');
      await expect(rejected).toContainText('Ditolak: pembayarannya gagal.');
      await expect(rejected).toContainText('Kembalikan uang pelanggan.');
      await expect(rejected.getByTestId('change')).toHaveText('52.370');
      await expect(rejected.locator('code')).toHaveText('37');
    },
  );

  it('stays unknown where IAK has not received it: it may still be on its way', async () => {
    const { page } = counter;
    await pay('6391601042');
    await expect(checking()).toContainText('Sudah ditanya 1 kali');
    await expect(outcomeOf(page, 'unknown')).toContainText('belum sampai di IAK');
    await page.keyboard.press('Control+t');
    await expect(checking()).toContainText('Sudah ditanya 2 kali');
    await expect(page.getByText('1 belum pasti')).toBeVisible();
    await askFor(page, 'telkom-pstn', '6391601042');
    await expect(page.locator('[data-code="payment-open"]')).toContainText('Jangan bayar ulang');
  });

  it('can be asked about from the list of what is not certain, after other sales', async () => {
    const { page } = counter;
    await pay('6391601000');
    await outcomeOf(page, 'paid').waitFor();
    await pay('6391601039');
    await outcomeOf(page, 'unknown').waitFor();
    await pay('6391600000');
    await outcomeOf(page, 'paid').waitFor();
    await page.keyboard.press('Control+b');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Jangan bayar ulang');
    const list = dialog.getByRole('list', { name: 'Belum pasti' }).getByRole('button');
    await expect(list).toHaveCount(2);
    await expect(list.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    const chosen = dialog.getByTestId('open-payment');
    await expect(chosen).toContainText('6391 6010 39');
    await expect(chosen).toContainText('Sudah ditanya 1 kali');
    await page.keyboard.press('Control+t');
    await expect(chosen).toContainText('Sudah ditanya 2 kali');
    await page.keyboard.press('Control+t');
    await expect(dialog).toContainText('JAORAH 52.370: ternyata terbayar.');
    await expect(list).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Nomor pelanggan' })).toBeFocused();
  });

  it('was never sent twice, and passed through unknown on its way to whatever the checker found', async () => {
    expect(counter.complaints).toEqual([]);
    await counter.app.close();
    const file = path.join(counter.dataFolder, 'training/ledger.db');
    const ledger = openLedger(file, 'training', instant(Date.now()));
    if (!ledger.ok) throw new Error('the ledger cannot be opened');
    const ways = ledger.value
      .recentPayments(20)
      .toReversed()
      .map(({ id, customerNumber }) => [
        customerNumber,
        ...ledger.value.events(id).map(({ actor, to }) => `${to} (${actor})`),
      ]);
    ledger.value.close();
    const sent = ['quoted (counter)', 'sent (counter)'];
    const found = (state: string): readonly string[] => [...sent, 'unknown (counter)', `${state} (checker)`];
    expect(ways).toEqual([
      ['6391601014', ...sent, 'rejected (counter)'],
      ['6391601207', ...found('paid')],
      ['6391601206', ...found('rejected')],
      ['6391601037', ...found('rejected')],
      ['6391601042', ...sent, 'unknown (counter)'],
      ['6391601000', ...sent, 'paid (counter)'],
      ['6391601039', ...found('paid')],
      ['6391600000', ...sent, 'paid (counter)'],
    ]);
  });
});
