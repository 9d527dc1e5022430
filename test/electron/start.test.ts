import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterEach, beforeEach, describe, it } from 'vitest';
import type { LoketBridge } from '../../shared/contract/contract.ts';
import { usualScreens } from '../../shared/screens.ts';
import { staffIdSchema } from '../../shared/staff/staff.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  restHand,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { holdMain } from './held-main.ts';
import { pin, storedPin } from './owner-pin.ts';
import { picture } from './pictures.ts';

const sari = {
  id: staffIdSchema.parse('00000001'),
  name: 'Sari',
  role: 'cashier' as const,
  pin: storedPin('1111'),
};
const budi = { ...sari, id: staffIdSchema.parse('00000002'), name: 'Budi', pin: storedPin('2222') };

const isToldBy = (page: Page): Promise<unknown> => page.locator('.counter[aria-busy="false"]').waitFor();

describe('a counter that is started again', () => {
  let folder: string;
  let dataFolder: string;
  const lookFile = (): string => path.join(dataFolder, 'look.json');
  const counters: CounterApp[] = [];

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-start-'));
    dataFolder = path.join(folder, 'data');
    fs.mkdirSync(dataFolder);
  });
  afterEach(async () => {
    for (const counter of counters.splice(0)) await counter.close().catch(() => undefined);
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const open = async (options: Parameters<typeof openCounter>[0] = {}): Promise<CounterApp> => {
    const counter = await openCounter({ dataFolder, ...options });
    counters.push(counter);
    return counter;
  };
  /** Runs it for as long as it takes to know how it looks. */
  const runOnce = async (options: Parameters<typeof openCounter>[0] = {}): Promise<void> => {
    const counter = await open(options);
    await expect.poll(() => fs.existsSync(lookFile())).toBe(true);
    await counter.close();
  };
  const openHeld = async (options: Parameters<typeof openCounter>[0] = {}, inPage = '') => {
    const { args, release } = holdMain(folder, inPage);
    return { ...(await open({ shop: null, ...options, args, waitsForMain: false })), release };
  };
  const isVisible = ({ app }: Pick<CounterApp, 'app'>): Promise<boolean> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));

  it('stands there and takes a number before main does, and sells it when main does', async () => {
    await runOnce({ shop: { shop: { name: 'Warung Bu Sri', address: '' } } });
    const { app, page, complaints, release } = await openHeld();
    await expect(page.getByRole('heading', { name: 'Warung Bu Sri' })).toBeVisible();
    await expect.poll(() => isVisible({ app })).toBe(true);
    await expect(page.locator('#customer-number')).toBeFocused();
    await picture(page, 'start-as-it-looked-last');
    await page.keyboard.press('F1');
    await page.locator('#customer-number').fill('530000000001');
    await page.keyboard.press('Enter');
    await expect(page.locator('.counter')).toHaveAttribute('data-step', 'asking');
    await expect(page.locator('.counter')).toHaveAttribute('aria-busy', 'true');
    release();
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says that it begins where main is late, and keeps what was typed', async () => {
    await runOnce();
    const { page, release } = await openHeld();
    await page.locator('#customer-number').waitFor();
    await page.keyboard.type('5300', { delay: 70 });
    await expect(page.getByText('Membuka loket…')).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('#customer-number')).toHaveCount(0);
    await picture(page, 'start-late');
    release();
    await expect(page.locator('#customer-number')).toHaveValue('5300');
    await expect(page.locator('#customer-number')).toBeFocused();
  });

  it('asks for a PIN before main stands, and nobody is let in until it does', async () => {
    await runOnce({ settings: { pin: storedPin(), staff: [sari, budi] } });
    const { page, release } = await openHeld();
    await expect(page.getByTestId('lock-screen')).toBeVisible();
    await page.keyboard.press('2');
    await page.keyboard.type('2222', { delay: 100 });
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lock-screen')).toBeVisible();
    release();
    await expect(page.getByTestId('present')).toContainText('Budi');
    await expect(page.locator('#customer-number')).toBeFocused();
  });

  it('hears the first key that is pressed at what it shows, however soon that is', async () => {
    await runOnce({ settings: { pin: storedPin(), staff: [sari, budi] } });
    const { page, release } = await openHeld(
      {},
      `new MutationObserver((_changes, observer) => {
         if (document.querySelector('[data-testid="sign-in-names"] button') === null) return;
         observer.disconnect();
         window.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', cancelable: true }));
       }).observe(document, { childList: true, subtree: true });`,
    );
    await expect(page.getByTestId('lock-screen')).toContainText('Budi');
    await expect(page.getByTestId('sign-in-names')).toHaveCount(0);
    release();
    await isToldBy(page);
  });

  it('can be closed before main stands, and starts again', async () => {
    await runOnce();
    const { app, page, release } = await openHeld();
    await page.locator('#customer-number').waitFor();
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((each) => each.close()));
    expect(await ended).toBe(0);
    release();
    await open({ shop: null });
  });

  it('waits for main where what is kept of it is damaged, and keeps it anew', async () => {
    await runOnce();
    const kept = fs.readFileSync(lookFile(), 'utf8');
    fs.writeFileSync(lookFile(), kept.replace('"ledger"', '"lodger"'));
    const damaged = await openHeld();
    // Asked after the page's own question: that one has its answer by then.
    await damaged.page.evaluate(async () => {
      await (window as unknown as { readonly loket: LoketBridge }).loket.look();
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(await damaged.page.locator('#customer-number').count()).toBe(0);
    expect(await isVisible(damaged)).toBe(false);
    damaged.release();
    await isToldBy(damaged.page);
    await expect.poll(() => fs.readFileSync(lookFile(), 'utf8')).toBe(kept);
  });

  it('has no look as a kiosk, nor as one that was left: it is one again at the next start', async () => {
    await runOnce();
    const screens = { ...usualScreens, kiosk: true };
    const kiosk = await open({ settings: { pin: storedPin(), screens } });
    await expect.poll(() => fs.existsSync(lookFile())).toBe(false);
    const left = await kiosk.page.evaluate(
      (own) =>
        (window as unknown as { readonly loket: LoketBridge }).loket.leaveKiosk({ pin: own, to: 'window' }),
      pin,
    );
    expect(left.ok).toBe(true);
    await expect(kiosk.page.locator('#customer-number')).toBeVisible();
    await kiosk.close();
    expect(fs.existsSync(lookFile())).toBe(false);
  });

  it('pays nothing that is typed under the list of what is not certain, which opens by itself', async () => {
    const first = await open();
    await askFor(first.page, 'pln-postpaid', '530000002001');
    await waitForBill(first.page);
    await payExactly(first.page);
    await first.page.getByTestId('paying').waitFor();
    const dead = new Promise((resolve) => first.app.process().once('exit', resolve));
    first.app.process().kill('SIGKILL');
    await dead;

    const { page, release } = await openHeld();
    await page.locator('#customer-number').fill('530000000001');
    await page.keyboard.press('Enter');
    await expect(page.locator('.counter')).toHaveAttribute('data-step', 'asking');
    release();
    const list = page.getByRole('dialog');
    await list.waitFor();
    await expect(page.locator('.counter')).toHaveAttribute('data-step', 'bill');
    await page.waitForTimeout(300);
    expect(await list.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await page.keyboard.type('350000', { delay: 80 });
    await expect(page.locator('.counter')).toHaveAttribute('data-step', 'bill');
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toHaveValue('');
    await restHand(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
  });

  it('forgets how it looked where it is begun anew: it may be another ledger', async () => {
    await runOnce();
    const { app, page } = await open({ shop: null });
    // Nothing but the new program is left out: no test would have a hold on it.
    await app.evaluate((electron) => {
      electron.app.relaunch = () => undefined;
    });
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    await page.evaluate(() => {
      const { loket } = window as unknown as { readonly loket: LoketBridge };
      void loket.switchLedger({ to: 'training' });
    });
    await ended;
    expect(fs.existsSync(lookFile())).toBe(false);
  });
});
