import { expect } from 'playwright/test';
import { openCounter, outcomeOf } from '../electron/counter-driver.ts';
import {
  beginning,
  button,
  dataFolderOf,
  dialogOf,
  handsOn,
  m,
  openPlace,
  small,
  type Hands,
  type Tour,
} from './tour.ts';

const pad = ({ page }: Pick<Hands, 'page'>) => page.getByTestId('touch-pad');

const typeOnPad = async (hands: Hands, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await pad(hands).getByRole('button', { name: key, exact: true }).click();
};

/** A small screen and the digits for fingers. */
export const touchTour: Tour = {
  name: 'a sale by touch',
  size: small,
  async open(ground) {
    const counter = await openCounter({
      dataFolder: dataFolderOf(ground),
      shop: { shop: ground.shop },
      size: small,
    });
    return handsOn(counter);
  },
  stops: [
    {
      name: 'touch-number',
      what: 'Digits for fingers beside the number, on a small screen',
      async reach(hands) {
        await button(hands.page, m.touchPad.show).click();
        await typeOnPad(hands, '5', '3', '000', '000', '0', '0', '0', '1');
      },
      inView: (page) => [page.getByTestId('touch-pad'), page.locator('#customer-number')],
    },
    {
      name: 'touch-bill',
      what: 'The bill and the cash by touch',
      goesOn: true,
      async reach(hands) {
        await button(hands.page, m.number.ask).click();
        await hands.page.getByTestId('total').waitFor();
        await typeOnPad(hands, '3', '5', '0', '000');
      },
      inView: (page, words) => [
        page.getByTestId('touch-pad'),
        page.getByTestId('total'),
        button(page, beginning(words.cash.pay(''))),
      ],
    },
    {
      name: 'touch-paid',
      what: 'Paid by touch: the digits stay where they were',
      goesOn: true,
      async reach({ page }) {
        await button(page, beginning(m.cash.pay(''))).click();
        await outcomeOf(page, 'paid').waitFor();
      },
      inView: (page) => [page.getByTestId('touch-pad'), outcomeOf(page, 'paid').getByTestId('change')],
    },
    {
      name: 'touch-history',
      what: 'The history searched by touch',
      async reach(hands) {
        const dialog = await openPlace(hands.page, 'Control+r');
        await typeOnPad(hands, '5', '3', '0');
        await expect(dialog.getByRole('option', { name: /·/ })).toHaveCount(1);
      },
      inView: (page) => [dialogOf(page), dialogOf(page).getByTestId('touch-pad')],
    },
  ],
};
