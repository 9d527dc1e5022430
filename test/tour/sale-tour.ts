import { expect } from 'playwright/test';
import { messagesFor } from '../../shared/i18n/messages.ts';
import { askFor, openCounter, outcomeOf, waitForBill } from '../electron/counter-driver.ts';
import { pin, storedPin } from '../electron/owner-pin.ts';
import { onLine } from './held-line.ts';
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
  type Tour,
} from './tour.ts';
import { pressTab } from '../electron/settings-driver.ts';

const messages = messagesFor('id', 'Teleanjar');

/** The counter as most shops have it: nobody signs in, receipts on the screen, Teleanjar first. */
export const saleTour: Tour = {
  name: 'a sale',
  size: desk,
  async open(ground) {
    const counter = await openCounter({
      dataFolder: dataFolderOf(ground),
      settings: { pin: storedPin() },
      shop: { shop: ground.shop },
    });
    return handsOn(counter, { world: onLine });
  },
  stops: [
    {
      name: 'counter',
      what: 'The counter before the first sale: how one sells, in three steps',
      isMain: true,
      async reach({ page }) {
        await expect(page.locator('#customer-number')).toBeFocused();
      },
      inView: (page, words) => [page.locator('#customer-number'), button(page, words.topBar.settings)],
    },
    {
      name: 'number-hint',
      what: 'A number half typed: what is right is said before Enter',
      async reach({ page }) {
        await press(page, 'F1');
        await page.keyboard.type('5300000000');
      },
      inView: (page) => [page.locator('#customer-number')],
    },
    {
      name: 'number-extras',
      what: 'BPJS asks for the months as well, and says that thirty cannot be meant',
      async reach({ page }) {
        await press(page, 'F5');
        await page.locator('#customer-number').fill('');
        await page.keyboard.type('8801234560001');
        await press(page, 'Tab');
        await page.keyboard.type('30');
        await page.getByText(m.extras.faults.months).waitFor();
      },
    },
    {
      name: 'products',
      what: 'Everything without a key of its own, by a digit or a few letters (F7)',
      async reach({ page }) {
        await openPlace(page, 'F7');
      },
      inView: (page) => [dialogOf(page), dialogOf(page).getByRole('option').first()],
    },
    {
      name: 'companies',
      what: 'Which water company (F6, F8)',
      async reach({ page }) {
        await openPlace(page, 'F6');
      },
      inView: (page) => [dialogOf(page), dialogOf(page).getByRole('option').last()],
    },
    {
      name: 'waiting',
      what: 'The biller is asked: since when, and what happens at the deadline',
      async reach({ page, world }) {
        await world('hold');
        await askFor(page, 'pln-postpaid', '530000000001');
        await page.getByTestId('waiting').getByText(/2/).first().waitFor();
      },
    },
    {
      name: 'bill',
      what: 'The bill of one month; the cursor waits for the cash',
      isMain: true,
      goesOn: true,
      async reach({ page, world }) {
        await world('release');
        await waitForBill(page);
      },
      inView: (page, words) => [
        page.getByTestId('total'),
        button(page, beginning(words.cash.pay(''))),
        button(page, words.bill.cancel),
      ],
    },
    {
      name: 'bill-details',
      what: 'A bill with as many particulars as the tax on land and buildings has',
      async reach({ page }) {
        await askFor(page, 'pbb', '329801092375999901');
        await waitForBill(page);
      },
      inView: (page, words) => [
        page.getByTestId('total'),
        button(page, beginning(words.cash.pay('208.857'))),
        button(page, words.bill.cancel),
      ],
    },
    {
      name: 'bill-months',
      what: 'Three months at once, each on its line',
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '530000000003');
        await waitForBill(page);
      },
      inView: (page, words) => [page.getByTestId('total'), button(page, beginning(words.cash.pay('')))],
    },
    {
      name: 'cash',
      what: 'The cash typed, the change counted',
      isMain: true,
      goesOn: true,
      async reach({ page }) {
        await page.keyboard.type('1250000');
        await expect(page.getByTestId('change')).toHaveText('25.855');
      },
      inView: (page) => [page.getByTestId('total'), page.getByTestId('change')],
    },
    {
      name: 'paying',
      what: 'The payment is under way: it cannot be stopped, and that is said',
      goesOn: true,
      async reach({ page, world }) {
        await world('hold');
        await press(page, 'Enter');
        await expect(page.getByTestId('paying')).toContainText('Pembayaran dikirim');
      },
    },
    {
      name: 'paid',
      what: 'Paid: the change, the reference, and the receipt as it is on paper',
      isMain: true,
      goesOn: true,
      async reach({ page, world }) {
        await world('release');
        await outcomeOf(page, 'paid').waitFor();
        await page.getByTestId('paper').waitFor();
      },
      inView: (page, words) => [
        outcomeOf(page, 'paid').getByTestId('change'),
        button(page, words.outcome.dismiss),
        button(page, words.receipt.print),
      ],
    },
    {
      name: 'token-amounts',
      what: 'A token: the amounts, each on a digit',
      async reach({ page }) {
        await askFor(page, 'pln-prepaid', '53000000001');
        await button(page, /^50\.000/).waitFor();
      },
    },
    {
      name: 'token-paid',
      what: 'A token is paid: its twenty digits, large',
      isMain: true,
      goesOn: true,
      async reach({ page }) {
        await press(page, '3');
        await waitForBill(page);
        await payInto(page, 'paid');
        await page.getByTestId('paper').waitFor();
      },
      inView: (page) => [page.getByTestId('token')],
    },
    {
      name: 'confirm-token',
      what: 'A second token for the same meter: nothing is sent before a second yes',
      async reach({ page }) {
        await askFor(page, 'pln-prepaid', '53000000001');
        await button(page, /^50\.000/).waitFor();
        await press(page, '2');
        await waitForBill(page);
        await press(page, 'p', 'Enter');
        await page.getByTestId('doubts').waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'not-known',
      what: 'A number that nobody knows: what it means for the money, and what to do',
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '539999999999');
        await outcomeOf(page, 'problem').waitFor();
      },
    },
    {
      name: 'refused',
      what: 'A payment is refused: the money goes back',
      isMain: true,
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '530000001014');
        await waitForBill(page);
        await payInto(page, 'rejected');
      },
      inView: (page) => [outcomeOf(page, 'rejected').getByTestId('change')],
    },
    {
      name: 'unknown',
      what: 'A payment that is not certain: do not pay again, whom to ring, and a slip for the customer',
      isMain: true,
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '530000002000');
        await waitForBill(page);
        await payInto(page, 'unknown');
        await press(page, 'Control+e');
        await expect(page.getByTestId('paper')).toContainText('BUKTI SEMENTARA');
      },
      inView: (page, words) => [button(page, words.outcome.dismiss)],
    },
    {
      name: 'payment-open',
      what: 'The same customer again: not while the last payment is not certain',
      async reach({ page }) {
        await askFor(page, 'pln-postpaid', '530000002000');
        await page.locator('[data-code="payment-open"]').waitFor();
      },
    },
    {
      name: 'unresolved',
      what: 'All that is not certain, with the evidence that the counter has (Ctrl+B)',
      isMain: true,
      async reach({ page }) {
        const dialog = await openPlace(page, 'Control+b');
        await dialog.getByTestId('open-payment').waitFor();
        await press(page, 'Control+l');
        await expect(dialog.getByTestId('evidence').getByRole('listitem')).toHaveCount(1);
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'resolve',
      what: 'The owner decides: paid or not, on what grounds, with the PIN',
      goesOn: true,
      async reach({ page }) {
        await press(page, 'Control+d');
        const decide = page.getByRole('dialog', { name: beginning(m.resolve.title) });
        await decide.getByText(m.resolve.verdicts.paid, { exact: true }).click();
        await decide.getByLabel(messages.resolve.reference).fill('VSI-TELEPON-1');
        await decide.getByText(messages.handReasons['biller-said']).click();
        await decide
          .getByRole('textbox', { name: beginning(m.resolve.evidence) })
          .fill('Bu Ani, pukul 14.05, tiket 4711');
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'paid-by-hand',
      what: 'Paid by the owner’s word: the receipt says that it was copied',
      goesOn: true,
      async reach({ page }) {
        const decide = page.getByRole('dialog', { name: beginning(m.resolve.title) });
        await decide.getByLabel(/PIN/).fill(pin);
        await button(decide, m.resolve.confirm.paid).click();
        await expect(decide).toHaveCount(0);
        await backToCounter(page);
        await page.locator('.recent-entry').first().click();
        await expect(page.getByTestId('paper')).toContainText('DISALIN');
      },
    },
    {
      name: 'history',
      what: 'What was sold, found as one types (Ctrl+R)',
      isMain: true,
      async reach({ page }) {
        const dialog = await openPlace(page, 'Control+r');
        await expect(dialog.getByRole('option', { name: /·/ })).toHaveCount(4);
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'history-details',
      what: 'One payment, and all that happened to it',
      goesOn: true,
      async reach({ page }) {
        await press(page, 'Enter');
        await page.getByTestId('history-trail').getByRole('listitem').first().waitFor();
      },
    },
    {
      name: 'customers',
      what: 'Who has paid here before, by number or name (Ctrl+N)',
      async reach({ page }) {
        const dialog = await openPlace(page, 'Control+n');
        await page.keyboard.type('a');
        await dialog.getByRole('option', { selected: true }).waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'keys',
      what: 'All keys (?)',
      async reach({ page }) {
        await openPlace(page, '?');
      },
      inView: (page) => [dialogOf(page), dialogOf(page).locator('.keys-line').last()],
    },
    {
      name: 'keys-places',
      what: 'The keys of the places',
      goesOn: true,
      async reach({ page }) {
        await pressTab(dialogOf(page).getByRole('tab', { name: m.keys.parts.places }));
        await expect(dialogOf(page).getByRole('tab', { selected: true })).toHaveText(m.keys.parts.places);
      },
      inView: (page) => [dialogOf(page), dialogOf(page).locator('.keys-line').last()],
    },
    {
      name: 'not-sent',
      what: 'The line is gone before anything was sent: the deposit is safe, it may be tried again',
      async reach({ page, world }) {
        await askFor(page, 'telkom-pstn', '021530000001');
        await waitForBill(page);
        await world('cut');
        await press(page, 'p', 'Enter');
        await outcomeOf(page, 'not-sent').waitFor();
      },
    },
    {
      name: 'no-connection',
      what: 'The biller is not reached: nothing has moved',
      async reach({ page }) {
        await askFor(page, 'telkom-pstn', '021530000001');
        await outcomeOf(page, 'problem').waitFor();
      },
    },
  ],
};
