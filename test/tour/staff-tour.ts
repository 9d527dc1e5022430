import { expect } from 'playwright/test';
import { staffIdSchema } from '../../shared/staff/staff.ts';
import { openCounter } from '../electron/counter-driver.ts';
import { storedPin } from '../electron/owner-pin.ts';
import { button, dataFolderOf, desk, dialogOf, handsOn, m, openPlace, press, type Tour } from './tour.ts';
import { pressTab } from '../electron/settings-driver.ts';

const staff = ['Sari', 'Budi', 'Wati'].map((name, n) => ({
  id: staffIdSchema.parse(`0000000${n}`),
  name,
  role: name === 'Wati' ? ('supervisor' as const) : ('cashier' as const),
  pin: storedPin(`${n + 1}`.repeat(4)),
}));

/** A counter where people sign in. */
export const staffTour: Tour = {
  name: 'who is at the counter',
  size: desk,
  async open(ground) {
    return handsOn(
      await openCounter({
        dataFolder: dataFolderOf(ground),
        settings: { pin: storedPin(), staff },
        shop: { shop: ground.shop },
      }),
    );
  },
  stops: [
    {
      name: 'locked',
      what: 'The counter is locked: who is there?',
      isMain: true,
      goesOn: true,
      async reach({ page }) {
        await page.getByTestId('sign-in-names').getByRole('button').first().waitFor();
      },
      inView: (page) => [page.getByTestId('sign-in-names')],
    },
    {
      name: 'pin-entry',
      what: 'The PIN, by keyboard or by touch',
      isMain: true,
      goesOn: true,
      async reach({ page }) {
        await press(page, '3');
        await expect(page.locator('#sign-in-pin')).toBeFocused();
        await page.keyboard.type('98', { delay: 80 });
      },
      inView: (page, words) => [page.locator('#sign-in-pin'), button(page, words.signIn.enter)],
    },
    {
      name: 'wrong-pin',
      what: 'Another’s PIN opens nothing',
      goesOn: true,
      async reach({ page }) {
        await page.keyboard.type('76', { delay: 80 });
        await press(page, 'Enter');
        await page.getByTestId('lock-screen').getByRole('alert').waitFor();
      },
    },
    {
      name: 'forgotten-pin',
      what: 'A forgotten PIN is set anew on the word of the owner',
      goesOn: true,
      async reach({ page }) {
        await button(page, m.signIn.forgotten).click();
        await page.getByLabel(m.signIn.newPin, { exact: true }).fill('7777');
      },
      inView: (page, words) => [button(page, words.signIn.setPin)],
    },
    {
      name: 'signed-in',
      what: 'Wati is at the counter: her name is the key that locks it',
      goesOn: true,
      async reach({ page }) {
        await press(page, 'Escape');
        await expect(page.locator('#sign-in-pin')).toBeFocused();
        await page.keyboard.type('3333', { delay: 80 });
        await press(page, 'Enter');
        await expect(page.getByTestId('lock-screen')).toHaveCount(0);
      },
      inView: (page) => [page.getByTestId('present')],
    },
    {
      name: 'staff',
      what: 'Who sells here, as a supervisor changes it',
      async reach({ page }) {
        const dialog = await openPlace(page, 'Control+,');
        await pressTab(dialog.getByRole('tab', { name: m.settings.tabs.staff }));
        await dialog.getByTestId('staff-list').waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
  ],
};
