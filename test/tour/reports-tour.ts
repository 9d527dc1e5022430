import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import { businessDay, usualDay } from '../../shared/business-day.ts';
import { instant } from '../../shared/time.ts';
import { answerFileDialogs } from '../electron/answer-file-dialogs.ts';
import { askFor, openCounter, waitForBill } from '../electron/counter-driver.ts';
import {
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
import { pressTab } from '../electron/settings-driver.ts';

const words = m.reports;
const tab = (page: Page, name: string) => dialogOf(page).getByRole('tab', { name });

const sell = async ({ page }: Hands, number: string, into: string): Promise<void> => {
  await askFor(page, 'pln-postpaid', number);
  await waitForBill(page);
  await payInto(page, into);
};

/** What the biller says it has paid: one bill for another amount, one that is not known here, and one that failed. */
function statement(): string {
  const day = businessDay(instant(Date.now()), usualDay);
  return [
    'Tanggal;IDPEL;Nominal;Status',
    `${day};530000000001;303.500;SUKSES`,
    `${day};530000000003;1.000;SUKSES`,
    `${day};530000009999;77.500;SUKSES`,
    `${day};530000008888;1.000;GAGAL`,
  ].join('\r\n');
}

/** What an owner does of an evening: looks at the figures, and compares them with the biller's list. */
export const reportsTour: Tour = {
  name: 'the reports',
  size: desk,
  async open(ground) {
    const file = path.join(ground.folder, 'mutasi.csv');
    const counter = await openCounter({ dataFolder: dataFolderOf(ground), shop: { shop: ground.shop } });
    return handsOn(counter, {
      async world(_event, { app }) {
        fs.writeFileSync(file, statement());
        await answerFileDialogs(app, file);
      },
    });
  },
  stops: [
    {
      name: 'reports-sales',
      what: 'What was sold, added up by day, product, cashier or biller (Ctrl+L); what was refused or is not certain stands apart',
      async reach(hands) {
        const { page } = hands;
        await sell(hands, '530000000001', 'paid');
        await sell(hands, '530000000003', 'paid');
        await sell(hands, '530000001014', 'rejected');
        await openPlace(page, 'Control+l');
        await expect(page.getByTestId('reports-table').getByRole('row')).toHaveCount(2);
      },
      inView: (page) => [dialogOf(page), page.getByTestId('reports-sums')],
    },
    {
      name: 'reports-products',
      what: 'The same by product',
      goesOn: true,
      async reach({ page }) {
        const by = dialogOf(page).getByRole('combobox', { name: words.by, exact: true });
        await by.selectOption({ label: words.ways.product });
        await expect(page.getByTestId('reports-table')).toContainText(m.products['pln-postpaid'].name);
      },
      inView: (page) => [dialogOf(page), page.getByTestId('reports-sums')],
    },
    {
      name: 'reports-deposit',
      what: 'What the biller told of its deposit, day by day, and how long it lasts',
      goesOn: true,
      async reach({ page }) {
        await pressTab(tab(page, words.tabs.deposits));
        await page.getByTestId('deposit-reach').waitFor();
      },
      inView: (page) => [dialogOf(page), page.getByTestId('deposit-reach')],
    },
    {
      name: 'reports-statement',
      what: 'The biller’s own list, and which of its columns is what',
      goesOn: true,
      async reach({ page, world }) {
        await world('a statement lies there');
        await pressTab(tab(page, words.tabs.reconcile));
        await page.keyboard.press('Control+o');
        await button(dialogOf(page), words.reconcile.compare).waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'reports-reconcile',
      what: 'Compared with it: what agrees, what differs, what stands only there or only here',
      goesOn: true,
      async reach({ page }) {
        await button(dialogOf(page), words.reconcile.compare).click();
        await page.getByTestId('group-other-amount').waitFor();
      },
      inView: (page) => [dialogOf(page), page.getByTestId('group-other-amount')],
    },
  ],
};
