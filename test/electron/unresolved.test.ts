import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { instant } from '../../shared/time.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { memoryPlace } from '../fixtures/memory-place.ts';
import { pin, storedPin } from './owner-pin.ts';
import { picture } from './pictures.ts';

/** Teleanjar's document has no status call: what it does not say, people find out and the owner decides. */
describe('a payment that nobody knows', () => {
  let dataFolder: string;
  let counter: CounterApp;
  const open = async (): Promise<void> => {
    counter = await openCounter({ dataFolder, settings: { pin: storedPin() } });
  };
  beforeAll(async () => {
    dataFolder = fs.mkdtempSync(path.join(memoryPlace(), 'loket-unresolved-'));
    await open();
  });
  afterAll(async () => {
    await counter.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });
  const dialog = () => counter.page.getByRole('dialog');
  const chosen = () => dialog().getByTestId('open-payment');

  it('gives the customer a slip that says so, and no receipt', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000002000');
    await waitForBill(page);
    await payExactly(page);
    const unknown = outcomeOf(page, 'unknown');
    await expect(unknown).toContainText('Belum pasti');
    await page.keyboard.press('Control+e');
    await expect(page.getByTestId('paper')).toContainText('BELUM PASTI');
    await expect(page.getByTestId('paper')).toContainText('BUKTI SEMENTARA');
    await picture(page, 'unknown');
  });

  it('is what the program opens with at its next start, before anybody can sell', async () => {
    await counter.close();
    await open();
    await expect(dialog()).toContainText('Jangan bayar ulang');
    await expect(chosen()).toContainText('5300 0000 2000');
    await expect(chosen()).toContainText('Loket tidak bisa memeriksa sendiri');
    await expect(chosen()).toContainText('Teleanjar');
  });

  it('shows what this counter itself knows, and what a fresh inquiry finds', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+l');
    await expect(chosen().getByTestId('evidence').getByRole('listitem')).toHaveCount(1);
    await expect(chosen().getByTestId('evidence')).toContainText('Bukti');
    await picture(page, 'unresolved');
  });

  it('is decided by nobody without the owner’s PIN, a reason and evidence', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+d');
    const decide = page.getByRole('dialog', { name: /^Putuskan/ });
    await expect(decide.getByRole('button', { name: /Batal/ })).toBeFocused();
    await decide.getByText('Terbayar', { exact: true }).click();
    await decide.getByLabel('Ref dari Teleanjar').fill('VSI-TELEPON-1');
    await decide.getByLabel(/PIN/).fill('000000');
    await expect(decide.getByRole('button', { name: 'Catat terbayar' })).toBeDisabled();
    await decide.getByText('Teleanjar mengatakannya').click();
    await decide.getByRole('textbox', { name: /^Bukti/ }).fill('Bu Ani, Teleanjar, pukul 14.05, tiket 4711');
    await picture(page, 'resolve');
    await decide.getByRole('button', { name: 'Catat terbayar' }).click();
    await expect(decide.getByRole('alert')).toContainText('PIN salah');
    await decide.getByLabel(/PIN/).fill(pin);
    await decide.getByRole('button', { name: 'Catat terbayar' }).click();
    await expect(decide).toHaveCount(0);
  });

  it('is then paid by hand, and its receipt says that it was copied', async () => {
    const { page } = counter;
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('paper')).toContainText('DISALIN');
    await expect(page.getByTestId('paper')).toContainText('VSI-TELEPON-1');
    await expect(page.getByText('1 belum pasti')).toHaveCount(0);
    await picture(page, 'paid-by-hand');
  });

  it('asks the owner before the same bill is paid once more', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000002000');
    await waitForBill(page);
    await payExactly(page);
    const again = page.getByRole('dialog').filter({ has: page.getByTestId('doubts') });
    await expect(again).toContainText('PIN');
    await picture(page, 'confirm-again');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('asks a plain yes before a second token, and takes it', async () => {
    const { page } = counter;
    for (const isSecond of [false, true]) {
      await askFor(page, 'pln-prepaid', '53000000001');
      await page.getByRole('button', { name: /^50\.000/ }).waitFor();
      await page.keyboard.press('2');
      await waitForBill(page);
      await payExactly(page);
      if (isSecond) {
        const again = page.getByRole('dialog').filter({ has: page.getByTestId('doubts') });
        await expect(again.getByLabel(/PIN/)).toHaveCount(0);
        await page.keyboard.press('Control+Enter');
      }
      await outcomeOf(page, 'paid').waitFor();
    }
  });

  it('complained of nothing, and stands in the ledger with who, why and on what grounds', async () => {
    expect(counter.complaints).toEqual([]);
    await counter.app.close();
    const opened = openLedger(path.join(dataFolder, 'training/ledger.db'), 'training', instant(Date.now()));
    if (!opened.ok) throw new Error(opened.error.code);
    const ledger = opened.value;
    const payments = ledger.recentPayments(10);
    expect(payments.map(({ state }) => state)).toEqual(['paid', 'paid', 'paid-by-hand']);
    const byHand = payments.at(-1);
    const last = byHand === undefined ? undefined : ledger.events(byHand.id).at(-1);
    expect(last).toMatchObject({ actor: 'owner', event: 'hand-paid', from: 'unknown', to: 'paid-by-hand' });
    expect(JSON.parse(last?.evidence ?? '')).toMatchObject({
      reference: 'VSI-TELEPON-1',
      evidence: 'Bu Ani, Teleanjar, pukul 14.05, tiket 4711',
    });
    ledger.close();
  });
});
