import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { messagesFor } from '../../shared/i18n/messages.ts';
import { instant } from '../../shared/time.ts';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { axeFindings } from './axe.ts';
import { askFor, openCounter, resize, waitForBill, type CounterApp } from './counter-driver.ts';
import { picture } from './pictures.ts';

const m = messagesFor('id');

/** Three that are paid, one twice, one without a bill, one refused, one whose answer is late, one whose answer is lost, one more. */
const numbers = [
  '530000000001',
  '530000000002',
  '530000000004',
  '530000000001',
  '530000000014',
  '530000001014',
  '530000002001',
  '530000002000',
  '530000000005',
] as const;
/** The bills of lines 1, 2, 3, 6, 7, 8 and 9, each with the bank's fee. */
const due = [302_500, 129_950, 40_905, 152_500, 152_500, 152_500, 1_847_810] as const;
const rp = (amount: number): string => String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.');
const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);

const place = (page: Page): Locator => page.getByTestId('lots');
const lines = (page: Page): Locator => page.getByRole('listbox', { name: m.lots.lines }).getByRole('option');
const line = (page: Page, nth: number): Locator => lines(page).nth(nth - 1);
const said = (page: Page): Locator => page.getByTestId('lots-said');

/** At both sizes: the picture, and everything that can be pressed wholly in the window and large enough. */
async function looksWell(counter: CounterApp, name: string): Promise<void> {
  const { page } = counter;
  for (const size of [
    { width: 1024, height: 600 },
    { width: 1366, height: 768 },
  ]) {
    await resize(counter, size);
    for (const button of await page.getByRole('dialog').getByRole('button').all()) {
      await expect(button).toBeInViewport({ ratio: 1 });
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), await button.innerText()).toBeGreaterThanOrEqual(
        44,
      );
    }
    await picture(page, `${name}-${size.width}`);
  }
  expect(await axeFindings(page)).toEqual([]);
}

/** By keyboard alone, killed in the middle, and nobody is paid twice. */
describe('a lot', () => {
  let dataFolder: string;
  let counter: CounterApp;
  beforeAll(async () => {
    dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-lot-'));
    counter = await openCounter({ dataFolder });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });

  it('begins with a group, typed by the rules of the counter', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+o');
    await expect(place(page)).toContainText(m.lots.empty);
    await looksWell(counter, 'lots-empty');
    await page.keyboard.press('F1');
    await expect(page.getByRole('textbox', { name: m.lots.group.name })).toBeFocused();
    await page.keyboard.type('RT 05');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Pak Karto');
    const number = page.getByRole('textbox', { name: m.number.labels['pln-postpaid'] });
    await number.focus();
    await page.keyboard.type('53000');
    await page.keyboard.press('Enter');
    await expect(number).toHaveAttribute('aria-invalid', 'true');
    await number.fill('');
    for (const each of numbers) {
      await page.keyboard.type(each);
      await page.keyboard.press('Enter');
      await expect(number).toHaveValue('');
    }
    const members = page.getByRole('listbox', { name: m.lots.group.members(numbers.length) });
    await expect(members.getByRole('option')).toHaveCount(numbers.length);
    await looksWell(counter, 'lots-group');
    // Moved up and down again, and changed.
    await members.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(members.getByRole('option').nth(7)).toContainText('5300 0000 0005');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: m.lots.group.note }).fill('toko depan');
    await page.keyboard.press('Enter');
    await expect(members.getByRole('option').nth(8)).toContainText('toko depan');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('group-said')).toHaveText(m.lots.group.unsaved);
    await page.keyboard.press('F2');
    await expect(page.getByTestId('group-said')).toHaveText(m.lots.group.saved);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('groups')).toContainText(`Pak Karto · ${m.lots.count(numbers.length)}`);
    await looksWell(counter, 'lots-groups');
  });

  it('finds all bills beside the counter, and says of each that is left out why', async () => {
    const { page } = counter;
    const box = page.getByRole('checkbox', { name: /^RT 05/ });
    await box.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByTestId('lot').waitFor();
    // The counter is used meanwhile, and tells how it goes.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByTestId('lot-light')).toBeVisible();
    await askFor(page, 'pln-postpaid', '530000000006');
    await waitForBill(page);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('lot-light')).toHaveText(m.lots.light.idle);
    await picture(page, 'lot-counter-1366');
    await resize(counter, { width: 1024, height: 600 });
    await picture(page, 'lot-counter-1024');
    await page.keyboard.press('Control+o');
    await expect(lines(page)).toHaveCount(numbers.length);
    await expect(page.getByTestId('lot-total')).toContainText(rp(sum(due)));
    await expect(line(page, 4)).toContainText(m.lots.obstacles.duplicate(1));
    await expect(line(page, 5)).toContainText(m.lots.obstacles['no-bill']);
    await expect(page.getByTestId('lot-collectors')).toContainText('Pak Karto');
    await looksWell(counter, 'lot-asked');
  });

  it('is chosen from by Space, never where somebody could be paid twice', async () => {
    const { page } = counter;
    await expect(page.getByRole('listbox', { name: m.lots.lines })).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByTestId('lot-total')).toContainText(rp(sum(due) - 129_950));
    await expect(line(page, 2)).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('Space');
    await expect(page.getByTestId('lot-total')).toContainText(rp(sum(due)));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: m.lots.choose })).toBeDisabled();
    await expect(page.getByTestId('lot-total')).toContainText(rp(sum(due)));
  });

  it('is paid after one question, whose safe answer has the focus; a kill leaves it where it was', async () => {
    const { page, app } = counter;
    await page.keyboard.press('F2');
    const question = page.getByTestId('lots-question');
    await expect(question).toContainText(m.lots.payTitle(7, rp(sum(due))));
    await expect(question.getByRole('button', { name: m.lots.back })).toBeFocused();
    await looksWell(counter, 'lot-question');
    await page.keyboard.press('Enter');
    await expect(question).toHaveCount(0);
    await page.keyboard.press('F2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(line(page, 6)).toContainText(m.lots.states.refused);
    await expect(page.getByTestId('lot-progress')).toContainText(m.lots.progress.paying(4, 7));
    await picture(page, 'lot-paying-1366');
    await expect
      .poll(() =>
        page.evaluate('window.loket.counterState().then(({ value }) => value?.exchange?.phase ?? null)'),
      )
      .toBe('waiting');
    const dead = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await dead;
    counter = await openCounter({ dataFolder });
    await expect(counter.page.getByRole('dialog')).toContainText('Jangan bayar ulang');
    await counter.page.keyboard.press('Escape');
    await expect(counter.page.getByTestId('lot-light')).toHaveText(m.lots.light.halted);
  });

  it('says after a restart where it stands, and goes on with what is not paid', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+o');
    const halt = page.getByTestId('lot-halt');
    await expect(halt).toHaveAttribute('data-because', 'restarted');
    for (const nth of [1, 2, 3]) await expect(line(page, nth)).toContainText(m.lots.states.paid);
    await expect(line(page, 7)).toContainText(m.lots.states.unknown);
    await looksWell(counter, 'lot-restarted');
    await page.keyboard.press('F1');
    await expect(page.getByTestId('lot-total')).toContainText(rp(152_500 + 1_847_810));
    await page.keyboard.press('F2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(halt).toHaveAttribute('data-because', 'unknown');
    await expect(halt).toContainText('jangan bayar ulang');
    await looksWell(counter, 'lot-halted');
    await page.keyboard.press('F2');
    await expect(line(page, 9)).toContainText(m.lots.states.paid);
  });

  it('ends with what became of each, on the screen, on paper and in a question before it is closed', async () => {
    const { page } = counter;
    await expect(page.getByTestId('lot-standing')).toBeVisible();
    const sums = page.getByTestId('lot-collectors');
    const paid = [due[0], due[1], due[2], due[6]];
    await expect(sums.locator('[data-name="refused"]')).toContainText(rp(due[3]));
    await looksWell(counter, 'lot-done');
    await page.keyboard.press('Control+p');
    await expect(said(page)).toHaveText(m.lots.recapPrinted);
    await page.keyboard.press('Control+u');
    await expect(said(page)).toHaveText(m.lots.receiptsPrinted(0));
    const pages = path.join(dataFolder, 'rekap.pdf');
    await answerFileDialogs(counter.app, pages);
    await page.keyboard.press('Control+f');
    await expect(said(page)).toHaveText(m.lots.exported(pages));
    expect(fs.readFileSync(pages).subarray(0, 5).toString()).toBe('%PDF-');
    if (process.env['LOKET_PICTURES'] !== undefined)
      fs.copyFileSync(pages, path.join(process.env['LOKET_PICTURES'], 'lot-recap.pdf'));
    await page.keyboard.press('F9');
    await expect(page.getByRole('button', { name: m.lots.back })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText(m.lots.closed);
    await page.keyboard.press('Escape');
    await expect(place(page)).toContainText(m.lots.title(1));
    await looksWell(counter, 'lots-former');
    await page.keyboard.press('Escape');

    await counter.close();
    const ledger = openLedger(path.join(dataFolder, 'training/ledger.db'), 'training', instant(Date.now()));
    if (!ledger.ok) throw new Error('the ledger cannot be opened');
    const payments = ledger.value.recentPayments(100);
    const customers = payments.map(({ customerNumber }) => customerNumber);
    expect(new Set(customers).size).toBe(customers.length);
    expect(customers).toHaveLength(7);
    // What was lost on its way may have been asked after by now.
    const settled = payments.filter(({ customerNumber }) => !/200[01]$/.test(customerNumber));
    const took = settled.filter(({ state }) => state === 'paid').map(({ total }) => total);
    expect(sum(took)).toBe(sum(paid));
    ledger.value.close();
    counter = await openCounter({ dataFolder });
  });
});

/** By fingers alone. */
describe('a lot on a touch screen', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ size: { width: 1024, height: 600 } });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  /** Presses what is wholly in the window and large enough for a finger. */
  const touch = async (target: Locator): Promise<void> => {
    await expect(target).toBeInViewport({ ratio: 1 });
    const box = await target.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await target.click();
  };
  const touchButton = (name: string | RegExp): Promise<void> =>
    touch(counter.page.getByRole('dialog').getByRole('button', { name }));

  it('is typed, asked, chosen from, paid and closed', async () => {
    const { page } = counter;
    await page.getByRole('button', { name: m.touchPad.show }).click();
    await touch(page.getByRole('button', { name: m.lots.label }));
    await touchButton(m.lots.newGroup);
    // A name needs letters: whoever has no keyboard has the system's.
    await page.getByRole('textbox', { name: m.lots.group.name }).fill('RT 05');
    const number = page.getByRole('textbox', { name: m.number.labels['pln-postpaid'] });
    for (const last of ['1', '2']) {
      await touch(number);
      for (const key of ['5', '3', '000', '000', '000', last]) await touchButton(new RegExp(`^${key}$`));
      await expect(number).toBeInViewport({ ratio: 1 });
      await touchButton(m.lots.group.add);
    }
    await picture(page, 'lots-group-pad-1024');
    await touchButton(m.lots.group.save);
    await expect(page.getByTestId('group-said')).toHaveText(m.lots.group.saved);
    await touchButton(m.lots.back);
    await touch(page.getByTestId('groups').locator('label'));
    await touchButton(m.lots.begin(2));
    await expect(page.getByTestId('lot-total')).toContainText(rp(due[0] + due[1]));
    await touch(page.getByTestId('lot-tick-2'));
    await expect(page.getByTestId('lot-total')).toContainText(rp(due[0]));
    await touchButton(new RegExp(`^BAYAR ${rp(due[0])}`));
    await touchButton(new RegExp(`^BAYAR ${rp(due[0])}`));
    await expect(line(page, 1)).toContainText(m.lots.states.paid);
    await touchButton(m.lots.close);
    await expect(page.getByTestId('lots-question')).toBeVisible();
    await touchButton(m.lots.close);
    await expect(said(page)).toHaveText(m.lots.closed);
    await line(page, 1).click();
    await touchButton(m.lots.show);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('.recent-entry[aria-current="true"]')).toContainText(rp(due[0]));
  });
});
