import { expect } from 'playwright/test';
import { buildShims, noShims } from '../crash/disk/shims.ts';
import { askFor, openCounter, waitForBill, type CounterApp } from '../electron/counter-driver.ts';
import { button, dataFolderOf, desk, handsOn, press, type Tour } from './tour.ts';

const noSpaceLeft = 28;

/** `disk full`: writes to the ledger fail from now on; `disk free`: they do not. */
const onDisk = (event: string, { app }: CounterApp): Promise<void> =>
  app.evaluate(
    (_electron, value) => {
      process.env['LOKET_FAIL_WRITE'] = value;
    },
    event === 'disk full' ? `ledger.db-wal:1:0:${noSpaceLeft}` : '',
  );

/** The real program on a disk that takes no more. */
export function diskTour(): Tour {
  const shims = buildShims();
  return {
    name: 'a disk that is full',
    size: desk,
    whyNot: noShims,
    async open(ground) {
      const counter = await openCounter({
        dataFolder: dataFolderOf(ground),
        shop: { shop: ground.shop },
        env: { LD_PRELOAD: shims.fail },
      });
      return handsOn(counter, { world: onDisk });
    },
    stops: [
      {
        name: 'disk-full',
        what: 'The disk is full: nothing was sent, and what to do',
        async reach({ page, world }) {
          await askFor(page, 'pln-postpaid', '530000000001');
          await waitForBill(page);
          await world('disk full');
          await press(page, 'p', 'Enter');
          await page.locator('[data-code="disk-full"]').waitFor();
        },
      },
      {
        name: 'unsaved',
        what: 'Paid while the disk filled: the token is on the screen and on the slip, and nothing more is sold',
        isMain: true,
        async reach({ page, world }) {
          await world('disk free');
          await askFor(page, 'pln-prepaid', '53000000001');
          await button(page, /^50\.000/).waitFor();
          await press(page, '2');
          await waitForBill(page);
          await press(page, 'p', 'Enter');
          await expect(page.getByTestId('paying')).toContainText('Pembayaran dikirim');
          await world('disk full');
          await expect(page.getByTestId('stopped')).toHaveAttribute('data-reason', 'unsaved');
          await expect(page.getByTestId('paper')).toContainText('BELUM TERSIMPAN');
        },
        inView: (page) => [page.getByTestId('stopped'), page.getByTestId('token')],
      },
      {
        name: 'stopped',
        what: 'Nothing is sold until the program was started anew',
        async reach({ page, world }) {
          await world('disk free');
          await press(page, 'Control+d');
          await askFor(page, 'telkom-pstn', '021530000001');
          await page.locator('[data-code="selling-stopped"]').waitFor();
        },
        inView: (page) => [page.getByTestId('stopped')],
      },
    ],
  };
}
