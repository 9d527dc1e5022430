import path from 'node:path';
import { expect } from 'playwright/test';
import { askFor, openCounter, outcomeOf, waitForBill } from '../electron/counter-driver.ts';
import { pin, storedPin } from '../electron/owner-pin.ts';
import { onePrinter } from '../fixtures/one-printer.ts';
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
  press,
  type Ground,
  type Tour,
} from './tour.ts';

/** Where the printer of this tour leaves its papers, as pictures. */
export const papersOf = ({ folder }: Pick<Ground, 'folder'>): string => path.join(folder, 'papers');

/** A shop that counts its drawer, and whose printer draws what it prints. */
export const tillTour: Tour = {
  name: 'a shift',
  size: desk,
  async open(ground) {
    const connection = { kind: 'picture', format: 'png', folder: papersOf(ground) } as const;
    return handsOn(
      await openCounter({
        dataFolder: dataFolderOf(ground),
        settings: { pin: storedPin(), printing: onePrinter(connection) },
        shop: { keepsTill: true, shop: ground.shop },
      }),
    );
  },
  stops: [
    {
      name: 'no-shift',
      what: 'Nothing is sold before the shift is open, and the counter says where',
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '530000000001');
        await page.locator('[data-code="no-shift"]').waitFor();
      },
    },
    {
      name: 'shift-open',
      what: 'The shift is opened with what lies in the drawer (Ctrl+J)',
      async reach({ page }) {
        await openPlace(page, 'Control+j');
        await page.keyboard.type('100000');
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'receipt',
      what: 'A token is sold, and its receipt comes out of the printer',
      goesOn: true,
      paper: 'token',
      async reach({ page }) {
        await press(page, 'Enter');
        await expect(page.getByTestId('drawer-expected')).toHaveText('100.000');
        await backToCounter(page);
        await askFor(page, 'pln-prepaid', '53000000001');
        await button(page, /^50\.000/).waitFor();
        await press(page, '2');
        await waitForBill(page);
        await page.keyboard.type('60000');
        await press(page, 'Enter');
        await outcomeOf(page, 'paid').waitFor();
        await expect(page.getByTestId('print-status')).toHaveAttribute('data-status', /printed|sent/);
      },
    },
    {
      name: 'cash-out',
      what: 'Cash is taken out, with the reason',
      async reach({ page }) {
        await openPlace(page, 'Control+j');
        await press(page, 'F2');
        await page.keyboard.type('50000');
        await press(page, 'Enter');
        await page.keyboard.type(m.shift.reasons.out[1] ?? '');
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'shift',
      what: 'The shift: what the drawer should hold, and why; X is printed',
      isMain: true,
      goesOn: true,
      paper: 'x-report',
      async reach({ page }) {
        await press(page, 'Enter');
        await expect(page.getByTestId('drawer-said')).toHaveText(m.shift.notes.moved);
        await press(page, 'Control+p');
        await expect(page.getByTestId('drawer-said')).toHaveText(m.shift.notes.printed);
      },
      inView: (page) => [dialogOf(page), page.getByTestId('drawer-expected')],
    },
    {
      name: 'give-back',
      what: 'A payment that was not certain and is not paid: the cash must go back, and is noted when it has',
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '530000002000');
        await waitForBill(page);
        await payInto(page, 'unknown');
        await openPlace(page, 'Control+b');
        await page.getByTestId('open-payment').waitFor();
        await press(page, 'Control+d');
        const decide = page.getByRole('dialog', { name: beginning(m.resolve.title) });
        await decide.getByText(m.resolve.verdicts.rejected, { exact: true }).click();
        await decide.getByText(/^Teleanjar mengatakannya/).click();
        await decide
          .getByRole('textbox', { name: beginning(m.resolve.evidence) })
          .fill('Bu Ani, pukul 14.05');
        await decide.getByLabel(/PIN/).fill(pin);
        await button(decide, m.resolve.confirm.rejected).click();
        await expect(decide).toHaveCount(0);
        await backToCounter(page);
        const dialog = await openPlace(page, 'Control+r');
        await expect(dialog.getByRole('option', { name: /·/ })).toHaveCount(2);
        await press(page, 'Enter');
        await button(dialog, beginning(m.history.refund)).waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'count',
      what: 'The drawer is counted, before anybody is told what it should hold',
      async reach({ page }) {
        await openPlace(page, 'Control+j');
        await press(page, 'F4');
        await page.keyboard.type('2');
        await press(page, 'ArrowDown', 'ArrowDown');
        await page.keyboard.type('1');
        await expect(page.getByTestId('counted')).toHaveText('250.000');
      },
      inView: (page) => [
        dialogOf(page),
        ...Array.from({ length: 12 }, (_, n) => dialogOf(page).getByRole('textbox').nth(n)),
      ],
    },
    {
      name: 'close-shift',
      what: 'Once more before the shift is closed for good',
      goesOn: true,
      async reach({ page }) {
        for (let field = 3; field <= 12; field += 1) await press(page, 'Enter');
        await dialogOf(page).getByText(m.shift.confirmNote).waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'closed-shift',
      what: 'The shift is closed: the difference in words, and the Z report',
      goesOn: true,
      paper: 'z-report',
      async reach({ page }) {
        await press(page, 'Enter');
        await page.getByTestId('difference').waitFor();
      },
      inView: (page) => [dialogOf(page), page.getByTestId('difference')],
    },
  ],
};
