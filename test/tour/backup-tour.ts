import { expect } from 'playwright/test';
import { askFor, openCounter, waitForBill } from '../electron/counter-driver.ts';
import { pin, storedPin } from '../electron/owner-pin.ts';
import { pressAndLeave } from '../electron/settings-driver.ts';
import {
  backToCounter,
  beginning,
  button,
  dataFolderOf,
  desk,
  dialogOf,
  handsOn,
  m,
  openPlace,
  payInto,
  type Hands,
  type Tour,
} from './tour.ts';

const words = m.settings.backups;

const sell = async ({ page }: Hands, number: string): Promise<void> => {
  await askFor(page, 'pln-postpaid', number);
  await waitForBill(page);
  await payInto(page, 'paid');
};

/** A ledger that is put back as it was, and what is missing then. `restart`: the backup is restored, the program anew. */
export const backupTour: Tour = {
  name: 'a backup is restored',
  size: desk,
  async open(ground) {
    const options = { dataFolder: dataFolderOf(ground) };
    const counter = await openCounter({
      ...options,
      settings: { pin: storedPin() },
      shop: { shop: ground.shop },
    });
    return handsOn(counter, {
      async world(_event, old) {
        await pressAndLeave(old, button(dialogOf(old.page), words.restoreConfirm));
        return await openCounter({ ...options, shop: null, staysAtFirstSteps: true });
      },
    });
  },
  stops: [
    {
      name: 'backups',
      what: 'The backups: when, how many payments, and how many of today’s are not in it (Ctrl+G)',
      async reach(hands) {
        const { page } = hands;
        await sell(hands, '530000000001');
        await openPlace(page, 'Control+g');
        await button(dialogOf(page), words.now).click();
        await expect(dialogOf(page).getByRole('list').getByRole('button')).toHaveCount(1);
        await backToCounter(page);
        await sell(hands, '530000000003');
        await openPlace(page, 'Control+g');
        await dialogOf(page).getByRole('list').getByRole('button').first().click();
        await button(dialogOf(page), words.restore).waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'restore',
      what: 'Before a backup takes the ledger’s place: what will be missing, and the owner’s PIN',
      goesOn: true,
      async reach({ page }) {
        await button(dialogOf(page), words.restore).click();
        await page.getByRole('alertdialog').getByLabel(/PIN/).fill(pin);
      },
      inView: (page) => [page.getByRole('alertdialog')],
    },
    {
      name: 'gap',
      what: 'After it: what the ledger does not know is a gap, shown before anybody can sell',
      goesOn: true,
      async reach(hands) {
        await hands.world('restart');
        await dialogOf(hands.page).getByTestId('gap').waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'confirm-again',
      what: 'This customer was paid today, and the gap may hold more: the owner’s PIN is asked before it is paid once more',
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '530000000001');
        await waitForBill(page);
        await page.keyboard.press('p');
        await page.keyboard.press('Enter');
        await page.getByTestId('doubts').waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'close-gap',
      what: 'The owner has compared with the biller’s list, and closes the gap',
      async reach({ page }) {
        await openPlace(page, 'Control+b');
        await page.keyboard.press('Control+d');
        await page.getByRole('dialog', { name: beginning(m.gaps.closeTitle) }).waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
  ],
};
