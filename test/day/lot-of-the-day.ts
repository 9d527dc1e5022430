import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { messagesFor } from '../../shared/i18n/messages.ts';
import { answerFileDialogs } from '../electron/answer-file-dialogs.ts';
import type { CounterApp } from '../electron/counter-driver.ts';
import { handsOn } from './keyboard.ts';
import { expect } from './patient-expect.ts';

const m = messagesFor('id');
const size = 40;

/** In the middle of the list: it is paid, but answers only long after. While it is waited for the plug is pulled. */
const slow = { nth: 18, number: '6391605001' };
const numbers = Array.from({ length: size }, (_, index) =>
  index + 1 === slow.nth ? slow.number : `639160${6100 + index}`,
);

export interface LotOfTheDay {
  readonly folder: string;
  /** Whoever is at the counter signs in again. */
  readonly reopen: () => Promise<CounterApp>;
  /** What is on paper by now. */
  readonly papers: () => readonly string[];
}

/**
 * A collector's forty numbers, from her table: asked, paid one after another, killed in the middle, and gone on with once the
 * biller has told what became of the one that was under way. Resolves with the counter as it is now, and how many were paid.
 */
export async function lotKilledAndGoneOnWith(
  counter: CounterApp,
  { folder, reopen, papers }: LotOfTheDay,
): Promise<{ readonly counter: CounterApp; readonly paid: number }> {
  const table = path.join(folder, 'rt-05.csv');
  fs.writeFileSync(table, `produk;nomor;nama\r\n${numbers.map(rowOf).join('\r\n')}\r\n`);
  await answerFileDialogs(counter.app, table);
  await importGroup(counter.page);
  await askAll(counter.page);
  await payAll(counter.page, size);
  await killWhileWaiting(counter);

  const again = await reopen();
  const { page } = again;
  const { press, tabTo } = handsOn(page);
  // IAK is asked by itself what became of it, and says that it is paid: before or after the list of what is open comes up.
  await expect
    .poll(() => page.evaluate('window.loket.counterState().then(({ value }) => value?.unresolved ?? null)'), {
      timeout: 60_000,
    })
    .toBe(0);
  if (await page.getByRole('dialog').isVisible()) await press('Escape');
  await press('Control+o');
  await expect(page.getByTestId('lot-halt')).toHaveAttribute('data-because', 'restarted');
  await expect(countOf(page, 'paid')).toHaveText(String(slow.nth));
  // What was found before the restart holds no longer.
  await press('F1');
  await payAll(page, size - slow.nth);
  await expect(page.getByTestId('lot-standing')).toHaveText(m.lots.done, { timeout: 120_000 });
  await expect(countOf(page, 'paid')).toHaveText(String(size));

  await press('Control+p');
  await expect(page.getByTestId('lots-said')).toHaveText(m.lots.recapPrinted);
  await expect.poll(() => papers().some((paper) => paper.includes('REKAP'))).toBe(true);
  await press('F9');
  await tabTo(page.getByTestId('lots-question').getByRole('button', { name: m.lots.close }));
  await press('Enter');
  await expect(page.getByTestId('lots-said')).toHaveText(m.lots.closed);
  await press('Escape');
  if (await page.getByRole('dialog').isVisible()) await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return { counter: again, paid: size };
}

const rowOf = (number: string, index: number): string => `Telkom;${number};Rumah ${index + 1}`;

/** How many of the lines the sum of that name counts. */
const countOf = (page: Page, name: 'paid' | 'chosen') =>
  page.getByTestId('lot-collectors').locator(`[data-name="${name}"] .small`);

async function importGroup(page: Page): Promise<void> {
  const { press, type } = handsOn(page);
  await press('Control+o');
  await expect(page.getByTestId('lots')).toContainText(m.lots.empty);
  await press('F1');
  await expect(page.getByRole('textbox', { name: m.lots.group.name })).toBeFocused();
  await type('RT 05');
  await press('Tab');
  await type('Bu Karto');
  await press('F3');
  await expect(page.getByTestId('imported')).toContainText(m.lots.group.imported(size));
  await press('Escape', 'F2');
  await expect(page.getByTestId('group-said')).toHaveText(m.lots.group.saved);
  await press('Escape');
}

async function askAll(page: Page): Promise<void> {
  const { press, tabTo } = handsOn(page);
  await tabTo(page.getByRole('checkbox', { name: /^RT 05/ }));
  await press('Space', 'Enter');
}

/** Once so many bills are found. */
async function payAll(page: Page, bills: number): Promise<void> {
  const { press, tabTo } = handsOn(page);
  await expect(page.getByTestId('lot-total')).toContainText(m.lots.bills(bills), { timeout: 60_000 });
  await press('F2');
  await tabTo(page.getByTestId('lots-question').getByRole('button', { name: /^BAYAR/ }));
  await press('Enter');
}

async function killWhileWaiting({ app, page }: CounterApp): Promise<void> {
  await expect(page.getByTestId('lot-progress')).toContainText(m.lots.payingNow(slow.nth, ''), {
    timeout: 60_000,
  });
  await expect
    .poll(() =>
      page.evaluate('window.loket.counterState().then(({ value }) => value?.exchange?.phase ?? null)'),
    )
    .toBe('waiting');
  // What was started is a session with a key store: the program itself is a child of it.
  const program = await app.evaluate(() => process.pid);
  const dead = new Promise((resolve) => app.process().once('exit', resolve));
  process.kill(program, 'SIGKILL');
  await dead;
}
