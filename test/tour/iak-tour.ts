import { expect } from 'playwright/test';
import { askFor, openCounter, outcomeOf, waitForBill } from '../electron/counter-driver.ts';
import { iakFirst } from '../electron/iak-first.ts';
import {
  button,
  beginning,
  dataFolderOf,
  desk,
  dialogOf,
  handsOn,
  openPlace,
  payInto,
  type Tour,
} from './tour.ts';

/** What is seen only where IAK is asked first: it tells later what became of a payment. */
export const iakTour: Tour = {
  name: 'a sale by IAK',
  size: desk,
  async open(ground) {
    return handsOn(
      await openCounter({
        dataFolder: dataFolderOf(ground),
        settings: iakFirst(),
        shop: { shop: ground.shop },
      }),
    );
  },
  stops: [
    {
      name: 'bill-arrears',
      what: 'Eight months are owed, four are paid at once: what remains is said',
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '530000000002');
        await waitForBill(page);
        await expect(page.getByTestId('bill-lines').getByRole('row')).toHaveCount(5);
      },
      inView: (page, words) => [
        page.getByTestId('total'),
        button(page, beginning(words.cash.pay(''))),
        button(page, words.bill.cancel),
      ],
    },
    {
      name: 'paid-details',
      what: 'Paid, with all particulars of a vehicle’s tax',
      async reach({ page }) {
        await askFor(page, 'esamsat', '9658548523568701', {
          extras: { 'identity-number': '3273010101800001' },
        });
        await waitForBill(page);
        await payInto(page, 'paid');
        await page.getByTestId('paper').waitFor();
      },
      inView: (page, words) => [
        outcomeOf(page, 'paid').getByTestId('change'),
        button(page, words.outcome.dismiss),
        button(page, words.receipt.print),
        button(page, words.receipt.picture),
      ],
    },
    {
      name: 'unknown-asked',
      what: 'Not certain, and asked after by the counter itself',
      async reach({ page }) {
        for (const number of ['6391601042', '6391601103']) {
          await askFor(page, 'telkom-pstn', number);
          await waitForBill(page);
          await payInto(page, 'unknown');
        }
      },
      inView: (page, words) => [
        button(page, words.outcome.checkNow),
        button(page, words.topBar.unresolved(2)),
        button(page, words.outcome.dismiss),
      ],
    },
    {
      name: 'unresolved-asked',
      what: 'Two that are not certain, and when each is asked after again',
      async reach({ page }) {
        const dialog = await openPlace(page, 'Control+b');
        await dialog.getByTestId('open-payment').waitFor();
      },
      inView: (page, words) => [dialogOf(page), button(dialogOf(page), words.outcome.checkNow)],
    },
  ],
};
