import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'playwright/test';
import { startIakServer } from '../../electron/training/iak-server.ts';
import { instant, nextMidnight } from '../../shared/time.ts';
import { askFor, openCounter, waitForBill } from '../electron/counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from '../electron/key-store.ts';
import { dataFolderOf, desk, dialogOf, handsOn, openPlace, press, type Tour } from './tour.ts';

const account = { username: '081234567890', apiKey: 'kunci-malam' };
const minutes = 60_000;

/** The biller's clock says a quarter to midnight, whatever it is here; in the sandbox, for in training PLN has no night. */
export const nightTour: Tour = {
  name: 'PLN’s night',
  size: desk,
  whyNot: whyNoKeyStore(),
  async open(ground) {
    const start = Date.now();
    const ahead = nextMidnight(instant(start), 'WIB') - 15 * minutes - start;
    const iak = await startIakServer({ account, now: () => Date.now() + ahead });
    const dataFolder = dataFolderOf(ground);
    fs.mkdirSync(dataFolder, { recursive: true });
    const provision = {
      version: 1,
      open: 'sandbox',
      preferredBiller: 'iak',
      shop: ground.shop,
      billers: { iak: { profile: { baseUrl: iak.baseUrl }, secrets: account } },
    };
    fs.writeFileSync(path.join(dataFolder, 'provision.json'), JSON.stringify(provision));
    const keyStore = await withKeyStore(ground.folder);
    return handsOn(await openCounter({ dataFolder, shop: null, ...keyStore }), { close: () => iak.close() });
  },
  stops: [
    {
      name: 'cut-off',
      what: 'Around midnight PLN closes its books: said before anybody takes the customer’s money',
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '530000000001');
        await waitForBill(page);
        await expect(page.getByTestId('cut-off')).toHaveAttribute('data-kind', 'closed');
      },
      inView: (page) => [page.getByTestId('cut-off'), page.getByTestId('total')],
    },
    {
      name: 'cut-off-refused',
      what: 'Nothing is sent to PLN at that time',
      goesOn: true,
      async reach({ page }) {
        await press(page, 'p', 'Enter');
        await page.locator('[data-code="cut-off"]').waitFor();
      },
    },
    {
      name: 'insist',
      what: 'The owner may insist, with the PIN',
      goesOn: true,
      async reach({ page }) {
        await openPlace(page, 'Control+i');
      },
      inView: (page) => [dialogOf(page)],
    },
  ],
};
