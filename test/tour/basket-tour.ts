import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import { askFor, openCounter, waitForBill } from '../electron/counter-driver.ts';
import {
  beginning,
  button,
  dataFolderOf,
  desk,
  dialogOf,
  handsOn,
  m,
  openPlace,
  press,
  type Tour,
} from './tour.ts';

const basket = (page: Page) => page.getByTestId('basket');
const inState = (page: Page, state: string): Promise<void> =>
  expect(basket(page)).toHaveAttribute('data-state', state, { timeout: 60_000 });

async function add(page: Page, ...numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    await askFor(page, 'pln-postpaid', number);
    await waitForBill(page);
    await press(page, '+');
    await expect(page.locator('#customer-number')).toHaveValue('');
  }
}

/** Several bills of one customer and one sum of cash. */
export const basketTour: Tour = {
  name: 'a basket',
  size: desk,
  async open(ground) {
    return handsOn(await openCounter({ dataFolder: dataFolderOf(ground), shop: { shop: ground.shop } }));
  },
  stops: [
    {
      name: 'basket-strip',
      what: 'Bills in the basket, and another on the screen: the basket is never out of sight',
      async reach({ page }) {
        await add(page, '530000002000', '530000001014');
        await askFor(page, 'pln-postpaid', '530000000002');
        await waitForBill(page);
      },
      inView: (page, words) => [
        page.getByTestId('basket-strip'),
        page.getByTestId('total'),
        button(page, beginning(words.basket.add)),
        button(page, beginning(words.cash.pay(''))),
      ],
    },
    {
      name: 'basket-open',
      what: 'The basket (F10): every bill, one sum, one amount of cash, one key that pays them all',
      isMain: true,
      goesOn: true,
      async reach({ page }) {
        await press(page, '+');
        await expect(page.getByTestId('basket-strip')).toContainText('3');
        await openPlace(page, 'F10');
        await page.keyboard.type('500000');
        await expect(basket(page).getByTestId('basket-change')).toHaveText('65.050');
      },
      inView: (page, words) => [
        dialogOf(page),
        basket(page).getByTestId('basket-total'),
        basket(page).getByTestId('basket-change'),
        button(page, words.basket.pay(3, '434.950')),
      ],
    },
    {
      name: 'basket-halted',
      what: 'One of them is not certain: it stops, says where the money is, and asks',
      isMain: true,
      goesOn: true,
      async reach({ page }) {
        await press(page, 'Enter');
        await inState(page, 'halted');
      },
      inView: (page, words) => [
        dialogOf(page),
        basket(page).getByTestId('basket-halt'),
        button(page, words.basket.haltStop),
        button(page, words.basket.goOn(2)),
      ],
    },
    {
      name: 'basket-done',
      what: 'The rest was paid but for one: what goes back, what stays in the drawer, and why it was refused',
      isMain: true,
      goesOn: true,
      async reach({ page }) {
        await expect(async () => {
          await button(basket(page), m.basket.goOn(2)).click({ timeout: 1000 });
          await expect(basket(page)).not.toHaveAttribute('data-state', 'halted', { timeout: 1000 });
        }).toPass({ timeout: 30_000 });
        await inState(page, 'done');
        await expect(basket(page).getByTestId('refused-why')).toBeVisible();
      },
      inView: (page, words) => [
        dialogOf(page),
        basket(page).getByTestId('basket-back'),
        basket(page).getByTestId('refused-why'),
        button(page, words.basket.recap),
        button(page, words.basket.finish),
      ],
    },
  ],
};
