import { expect } from 'playwright/test';
import { openCounter } from '../electron/counter-driver.ts';
import { onePrinter } from '../fixtures/one-printer.ts';
import { dataFolderOf, desk, dialogOf, handsOn, m, openPlace, press, type Tour } from './tour.ts';
import { papersOf } from './till-tour.ts';

/** The groups of two collectors. The answer to Bu Sumi's second payment is lost on its way. */
const groups = [
  {
    name: 'RT 05',
    collector: 'Pak Karto',
    numbers: ['530000000001', '530000000002', '530000000004', '530000000001', '530000000014'],
  },
  { name: 'Pasar', collector: 'Bu Sumi', numbers: ['530000001014', '530000002000', '530000000005'] },
] as const;

/** A collector's numbers, inquired together and paid one after another. */
export const lotsTour: Tour = {
  name: 'a lot',
  size: desk,
  async open(ground) {
    const connection = { kind: 'picture', format: 'png', folder: papersOf(ground) } as const;
    return handsOn(
      await openCounter({
        dataFolder: dataFolderOf(ground),
        settings: { printing: onePrinter(connection) },
        shop: { shop: ground.shop },
      }),
    );
  },
  stops: [
    {
      name: 'lots-groups',
      what: 'Collective payments (Ctrl+O): the groups of two collectors, picked for one lot',
      async reach({ page }) {
        await openPlace(page, 'Control+o');
        for (const { name, collector, numbers } of groups) {
          await press(page, 'F1');
          await page.getByRole('textbox', { name: m.lots.group.name }).fill(name);
          await page.getByRole('textbox', { name: m.lots.group.collector }).fill(collector);
          const number = page.getByRole('textbox', { name: m.number.labels['pln-postpaid'] });
          for (const each of numbers) {
            await number.fill(each);
            await press(page, 'Enter');
            await expect(number).toHaveValue('');
          }
          await press(page, 'F2');
          await expect(page.getByTestId('group-said')).toHaveText(m.lots.group.saved);
          await press(page, 'Escape');
          await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check();
        }
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'lot-asked',
      what: 'All bills are found; what is left out says why, and what is chosen what it comes to',
      isMain: true,
      goesOn: true,
      async reach({ page }) {
        await press(page, 'Enter');
        await page.getByTestId('lot-total').waitFor();
        await expect(page.getByTestId('lot-standing')).toHaveText(m.lots.ready(7, 1, 0));
      },
      inView: (page) => [dialogOf(page), page.getByTestId('lot-total'), page.getByTestId('lot-detail')],
    },
    {
      name: 'lot-halted',
      what: 'One outcome is not certain: the lot has stopped, and asks whether the rest goes on',
      goesOn: true,
      async reach({ page }) {
        await press(page, 'F2', 'Tab', 'Enter');
        await page.getByTestId('lot-halt').waitFor({ timeout: 60_000 });
      },
      inView: (page) => [dialogOf(page), page.getByTestId('lot-halt')],
    },
    {
      name: 'lot-done',
      what: 'The end: what was paid of each collector, refused and not certain, and the recap on paper',
      goesOn: true,
      paper: 'lot-recap',
      async reach({ page }) {
        await press(page, 'F2');
        await expect(page.getByTestId('lot-standing')).toHaveText(m.lots.done, { timeout: 60_000 });
        await press(page, 'Control+p');
        await expect(page.getByTestId('lots-said')).toHaveText(m.lots.recapPrinted);
      },
      inView: (page) => [dialogOf(page), page.getByTestId('lot-collectors')],
    },
  ],
};
