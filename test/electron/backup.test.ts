import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { pin, storedPin } from './owner-pin.ts';
import { picture } from './pictures.ts';
import { openSettings, pressAndLeave } from './settings-driver.ts';

describe('a backup', () => {
  let dataFolder: string;
  let counter: CounterApp;
  const open = async (): Promise<void> => {
    counter = await openCounter({ dataFolder, settings: { pin: storedPin() } });
  };
  beforeAll(async () => {
    dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-backup-'));
    await open();
  });
  afterAll(async () => {
    await counter.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });
  const sell = async (number: string): Promise<void> => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', number);
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
  };

  it('is made by a key, verified, and stands in the list', async () => {
    await sell('530000000001');
    const settings = await openSettings(counter.page, 'Cadangan');
    await settings.getByRole('button', { name: 'Cadangkan sekarang' }).click();
    await expect(settings.getByRole('list').getByRole('button')).toHaveCount(1);
    const made = fs.readdirSync(path.join(dataFolder, 'backup'));
    expect(made).toHaveLength(1);
    expect(made[0]).toMatch(/^loket-training-\d{8}-\d{6}\.db$/);
    await counter.page.keyboard.press('Escape');
  });

  it('shows what it holds and what a restore would lose, and takes the owner’s PIN', async () => {
    const { page } = counter;
    await sell('530000000003');
    const settings = await openSettings(page, 'Cadangan');
    await settings.getByRole('list').getByRole('button').first().click();
    await expect(settings).toContainText('1 pembayaran');
    await picture(page, 'backups');
    await settings.getByRole('button', { name: /^Pulihkan/ }).click();
    const restore = page.getByRole('alertdialog');
    await restore.getByLabel(/PIN/).fill(pin);
    await pressAndLeave(counter, restore.getByRole('button', { name: /^Pulihkan/ }));
  });

  it('is the ledger at the next start; what it does not know is a gap, shown before anybody can sell', async () => {
    await open();
    const { page } = counter;
    await expect(page.getByRole('dialog').getByTestId('gap')).toContainText('dipulihkan dari cadangan');
    await picture(page, 'gap');
    const names = fs.readdirSync(path.join(dataFolder, 'training'));
    expect(names.filter((name) => /^ledger-replaced-\d{8}-\d{6}\.db$/.test(name))).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /BUDI SANTOSO/ })).toHaveCount(1);
  });

  it('makes every payment ask twice, until the owner has closed the gap', async () => {
    const { page } = counter;
    await askFor(page, 'telkom-pstn', '021530000001');
    await waitForBill(page);
    await payExactly(page);
    await expect(page.getByTestId('doubts')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await outcomeOf(page, 'paid').waitFor();

    await page.keyboard.press('Control+b');
    await page.keyboard.press('Control+d');
    const close = page.getByRole('dialog', { name: /Tutup celah/ });
    await close.getByRole('textbox', { name: /Dicocokkan/ }).fill('Daftar Teleanjar, oleh Bu Sri');
    await close.getByLabel(/PIN/).fill(pin);
    await close.getByRole('button', { name: 'Tutup celah ini' }).click();
    await expect(close).toHaveCount(0);
    await page.keyboard.press('Escape');
    await sell('530000000002');
    expect(counter.complaints).toEqual([]);
  });
});
