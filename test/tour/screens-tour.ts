import { expect } from 'playwright/test';
import { usualScreens } from '../../shared/screens.ts';
import { askFor, openCounter, waitForBill, type CounterApp } from '../electron/counter-driver.ts';
import { startTwoScreens, whyNoTwoScreens } from '../electron/screens.ts';
import { dataFolderOf, desk, handsOn, payInto, press, type Stop, type Tour } from './tour.ts';

const shows = (kind: string, what: string, reach: (counter: CounterApp) => Promise<void>): Stop => ({
  name: `customer-${kind}`,
  what: `The display on the customer’s side: ${what}`,
  goesOn: true,
  async reach({ counter, page }) {
    await reach(counter);
    await page.locator(`[data-testid="customer"][data-kind="${kind.split('-')[0] ?? kind}"]`).waitFor();
  },
  inView: (page) => [page.locator('.customer-state')],
});

/** What the customer sees on a screen of their own, while somebody sells on the other. */
export const customerTour: Tour = {
  name: 'the customer’s display',
  size: desk,
  whyNot: whyNoTwoScreens(),
  async open(ground) {
    const screens = await startTwoScreens();
    screens.plug();
    const counter = await openCounter({
      dataFolder: dataFolderOf(ground),
      shop: { shop: ground.shop },
      settings: {
        screens: { ...usualScreens, customer: { screen: 'other', showsToken: true, words: '' } },
      },
      env: { DISPLAY: screens.display },
    });
    const isDisplay = (page: CounterApp['page']): boolean => page.url().includes('customer');
    await expect.poll(() => counter.app.windows().some(isDisplay)).toBe(true);
    const display = counter.app.windows().find(isDisplay);
    if (display === undefined) throw new Error('the display has gone');
    const hands = handsOn(counter, { close: () => Promise.resolve(screens.close()) });
    return {
      counter,
      page: display,
      world: hands.world,
      complaints: () => hands.complaints(),
      close: () => hands.close(),
    };
  },
  stops: [
    {
      name: 'customer-idle',
      what: 'The display on the customer’s side: nobody is served',
      isMain: true,
      goesOn: true,
      reach: async ({ page }) => await page.locator('[data-kind="idle"]').waitFor(),
    },
    {
      ...shows('bill', 'whose bill it is, and how much', async ({ page }) => {
        await askFor(page, 'pln-postpaid', '530000000001');
        await waitForBill(page);
      }),
      isMain: true,
    },
    shows('bill-change', 'the cash as it is counted, and the change', async ({ page }) => {
      await page.keyboard.type('500000');
    }),
    shows('paid', 'it is paid', async ({ page }) => {
      await page.keyboard.press('Enter');
    }),
    shows('paid-token', 'a token, where the shop wants it there', async ({ page }) => {
      await askFor(page, 'pln-prepaid', '53000000001');
      await page.locator('[data-step="offer"]').waitFor();
      await press(page, '1');
      await waitForBill(page);
      await payInto(page, 'paid');
    }),
  ],
};
