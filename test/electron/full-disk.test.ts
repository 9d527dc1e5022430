import { expect } from 'playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { buildShims, noShims } from '../crash/disk/shims.ts';
import { describeWhere } from '../devices/describe-where.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { picture } from './pictures.ts';

const noSpaceLeft = 28;

/** The real program on a disk that takes no more of its ledger: ENOSPC from the system's own calls. */
describeWhere(noShims, 'a disk that is full', () => {
  const shims = buildShims();
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ env: { LD_PRELOAD: shims.fail } });
  });
  afterAll(() => counter.close());

  /** Writes to the ledger's log fail from now on, or do not. */
  const fill = (isFull: boolean): Promise<void> =>
    counter.app.evaluate(
      (_electron, value) => {
        process.env['LOKET_FAIL_WRITE'] = value;
      },
      isFull ? `ledger.db-wal:1:0:${noSpaceLeft}` : '',
    );
  const problem = () => counter.page.locator('[data-code="disk-full"]');

  it('refuses a payment before anything is sent, and says what to do', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await fill(true);
    await payExactly(page);
    await expect(problem()).toContainText('penuh');
    await expect(problem()).toContainText('Uang dan saldo aman');
    await picture(page, 'disk-full');
    await page.keyboard.press('Escape');
    await askFor(page, 'telkom-pstn', '021530000001');
    await expect(problem()).toContainText('penuh');
  });

  it('sells again as soon as there is room', async () => {
    const { page } = counter;
    await fill(false);
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
  });

  it('that fills while a payment is under way loses no token: it is on the screen and on paper, and nothing is sold', async () => {
    const { page } = counter;
    await askFor(page, 'pln-prepaid', '53000000001');
    await page.getByRole('button', { name: /^50\.000/ }).waitFor();
    await page.keyboard.press('2');
    await waitForBill(page);
    await payExactly(page);
    await expect(page.getByTestId('paying')).toContainText('Pembayaran dikirim');
    await fill(true);
    await expect(page.getByText('BELUM TERSIMPAN').first()).toBeVisible();
    await expect(page.getByTestId('token')).toHaveText(/^\d{4}\D*\d{4}\D*\d{4}\D*\d{4}\D*\d{4}$/);
    await expect(page.getByTestId('paper')).toContainText('BELUM TERSIMPAN');
    await expect(page.getByTestId('stopped')).toHaveAttribute('data-reason', 'unsaved');
    await picture(page, 'unsaved');
    await fill(false);
    await page.keyboard.press('Control+d');
    await askFor(page, 'telkom-pstn', '021530000001');
    await expect(page.locator('[data-code="selling-stopped"]')).toBeVisible();
  });

  it('complained of nothing on the page', () => {
    expect(counter.complaints).toEqual([]);
  });
});
