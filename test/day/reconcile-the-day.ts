import fs from 'node:fs';
import path from 'node:path';
import { businessDay, usualDay } from '../../shared/business-day.ts';
import { messagesFor } from '../../shared/i18n/messages.ts';
import { instant } from '../../shared/time.ts';
import { answerFileDialogs } from '../electron/answer-file-dialogs.ts';
import type { CounterApp } from '../electron/counter-driver.ts';
import type { BillersAtHand } from './billers-at-hand.ts';
import { handsOn } from './keyboard.ts';
import { expect } from './patient-expect.ts';

const words = messagesFor('id').reports;

/** What is wrong in the statement: a line that is missing, one with another amount, and one that nobody sold. */
const tooMuch = 5_000;
const stranger = { customer: '6391609999', price: 77_500 };

/** IAK's list of the day, three lines of it falsified: these three are found, and all the others agree. */
export async function reconcileFindsWhatDiffers(
  counter: CounterApp,
  folder: string,
  billers: BillersAtHand,
): Promise<void> {
  const sold = billers.sold().filter(({ biller }) => biller === 'iak');
  const [missing, altered, ...others] = sold;
  if (missing === undefined || altered === undefined) throw new Error('too little was sold to compare');
  const listed = [{ ...altered, price: altered.price + tooMuch }, ...others, stranger];
  const day = businessDay(instant(Date.now()), usualDay);
  const rows = listed.map(({ customer, price }) => `${day};${customer};${price};SUKSES`);
  const statement = path.join(folder, 'mutasi-iak.csv');
  fs.writeFileSync(statement, ['Tanggal;Nomor;Nominal;Status', ...rows].join('\r\n'));
  await answerFileDialogs(counter.app, statement);

  const { page } = counter;
  const { press, type, tabTo } = handsOn(page);
  const dialog = page.getByRole('dialog', { name: 'Laporan' });
  await press('Control+l');
  const tab = dialog.getByRole('tab', { name: words.tabs.reconcile });
  await tabTo(dialog.getByRole('tab', { name: words.tabs.sales }));
  await expect(async () => {
    await press('ArrowRight');
    await expect(tab).toBeFocused({ timeout: 200 });
  }).toPass({ timeout: 10_000 });
  await press('Enter');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await press('Control+o');
  await expect(dialog).toContainText(words.reconcile.file('mutasi-iak.csv', listed.length));
  await tabTo(dialog.getByRole('combobox', { name: words.reconcile.biller }));
  await type('IAK');
  await tabTo(dialog.getByRole('button', { name: words.reconcile.compare, exact: true }));
  await press('Enter');

  const group = (name: string) => page.getByTestId(`group-${name}`);
  const found = {
    'only-here': missing.customer,
    'other-amount': altered.customer,
    'only-there': stranger.customer,
  };
  for (const [name, customer] of Object.entries(found)) {
    await expect(group(name).locator('tbody').getByRole('row')).toHaveCount(1);
    await expect(group(name).locator('tbody')).toContainText(customer);
  }
  await expect(group('both').locator('summary')).toContainText(
    `${words.reconcile.groups.both}${others.length}`,
  );
  for (const name of ['uncertain', 'refused-here'])
    await expect(group(name).locator('summary')).toContainText(/0/);
  await press('Escape');
  await expect(dialog).toHaveCount(0);
}
