import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { LoketBridge } from '../../shared/contract/contract.ts';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { instant } from '../../shared/time.ts';
import { staffIdSchema } from '../../shared/staff/staff.ts';
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
import { pressTab } from './settings-driver.ts';

const pins = { Sari: '1111', Budi: '2222', Wati: '9999' } as const;
const staff = (Object.entries(pins) as [keyof typeof pins, string][]).map(([name, own], n) => ({
  id: staffIdSchema.parse(`0000000${n}`),
  name,
  role: name === 'Wati' ? ('supervisor' as const) : ('cashier' as const),
  pin: storedPin(own),
}));

/** What a page's script gets for a request: `error: <code>`, `rejected`, or `done`. */
const ask = (page: Page, name: string, input?: unknown): Promise<string> =>
  page.evaluate(
    async ([request, argument]) => {
      const { loket } = window as unknown as { readonly loket: LoketBridge };
      const make = loket[request as 'pay'] as unknown as (
        input?: unknown,
      ) => Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>;
      try {
        const answer = await (argument === undefined ? make() : make(argument));
        return answer.ok ? 'done' : `error: ${answer.error?.code ?? ''}`;
      } catch {
        return 'rejected';
      }
    },
    [name, input] as const,
  );

describe('a counter where people sign in', () => {
  let dataFolder: string;
  let counter: CounterApp;
  beforeAll(async () => {
    dataFolder = fs.mkdtempSync(path.join(memoryPlace(), 'loket-staff-'));
    counter = await openCounter({ dataFolder, settings: { pin: storedPin(), staff } });
  });
  afterAll(async () => {
    await counter.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });
  const lock = () => counter.page.getByTestId('lock-screen');
  const present = () => counter.page.getByTestId('present');
  const enter = async (name: keyof typeof pins, own: string): Promise<void> => {
    const { page } = counter;
    // Nobody types a PIN before they see where to; whoever does types it into the number behind.
    await lock().waitFor();
    await page.keyboard.press(String(Object.keys(pins).indexOf(name) + 1));
    await page.keyboard.type(own, { delay: 80 });
    await page.keyboard.press('Enter');
  };

  const signIn = async (name: keyof typeof pins): Promise<void> => {
    await enter(name, pins[name]);
    await expect(lock()).toHaveCount(0);
  };

  it('is locked at its start, and answers a page’s script nothing', async () => {
    const { page } = counter;
    await expect(lock()).toBeVisible();
    await expect(lock().getByRole('button', { name: /Sari/ })).toBeFocused();
    await picture(page, 'locked');
    const inquiry = { product: 'pln-postpaid', number: '530000000003' };
    expect(await ask(page, 'inquire', inquiry)).toBe('error: signed-out');
    expect(await ask(page, 'pay', { quote: '0'.repeat(32) })).toBe('error: signed-out');
    expect(await ask(page, 'switchLedger', { to: 'live' })).toBe('error: needs-supervisor');
    for (const name of ['recentPayments', 'openPayments', 'backups', 'diagnostics', 'cashiers'])
      expect([name, await ask(page, name)]).toEqual([name, 'rejected']);
    expect(await ask(page, 'staff')).toBe('done');
  });

  it('lets no key, no scan and no focus through to what lies behind', async () => {
    const { page } = counter;
    await page.keyboard.press('F5');
    await page.keyboard.press('Control+,');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // A scanner: no pause between the digits, and an Enter.
    await counter.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const keyCode of ['5', '3', '0', '0', '0', '0', '0', '0', '0', '0', '0', '3', 'Enter']) {
        contents?.sendInputEvent({ type: 'keyDown', keyCode });
        contents?.sendInputEvent({ type: 'keyUp', keyCode });
      }
    });
    await expect(lock().getByRole('alert')).toContainText('pemindai');
    await expect(page.locator('#customer-number')).toHaveValue('');
    for (let n = 0; n < 12; n += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.counter') === null)).toBe(true);
    }
  });

  it('lets in who knows the PIN, and nobody by another’s', async () => {
    const { page } = counter;
    await enter('Sari', pins.Budi);
    await expect(lock().getByRole('alert')).toContainText('PIN salah');
    await picture(page, 'wrong-pin');
    await page.keyboard.press('Escape');
    await signIn('Sari');
    await expect(lock()).toHaveCount(0);
    await expect(present()).toHaveText('Sari');
    await expect(page.locator('#customer-number')).toBeFocused();
  });

  it('keeps what was typed and the bill behind the lock', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000003');
    await waitForBill(page);
    await page.keyboard.press('Control+q');
    await expect(lock()).toBeVisible();
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await signIn('Sari');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
  });

  it('knows who is there after the page is loaded anew, whatever the page says', async () => {
    const { page } = counter;
    await page.reload();
    await page.locator('#customer-number').waitFor();
    await expect(present()).toHaveText('Sari');
    expect(await ask(page, 'savePrinting', {})).toBe('rejected');
    expect(await ask(page, 'preferBiller', { biller: 'iak' })).toBe('error: needs-supervisor');
    // By a wrong PIN nobody becomes Budi, and Sari stays.
    expect(await ask(page, 'signIn', { id: staff[1]?.id, pin: pins.Sari })).toBe('error: wrong-pin');
    await expect(present()).toHaveText('Sari');
  });

  it('hears keys and the mouse in main, where the lock by itself is decided', async () => {
    const { app, page } = counter;
    await app.evaluate(({ BrowserWindow }) => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.on('input-event', (_event, { type }) => void heard.push(type));
    });
    await page.keyboard.press('Shift');
    await page.mouse.move(5, 5);
    await page.mouse.move(9, 9);
    const heard = () => app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    await expect.poll(heard).toEqual(expect.arrayContaining(['rawKeyDown', 'mouseMove']));
  });

  it('writes down who sold what, from its own knowledge', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+q');
    await signIn('Budi');
    await expect(present()).toHaveText('Budi');
    await page.reload();
    await page.locator('#customer-number').waitFor();
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
    await counter.close();
    const ledger = openLedger(path.join(dataFolder, 'training/ledger.db'), 'training', instant(Date.now()));
    if (!ledger.ok) throw new Error(JSON.stringify(ledger.error));
    const sold = ledger.value.recentPayments(2).map(({ id }) => ledger.value.payment(id)?.cashier);
    ledger.value.close();
    expect(sold).toEqual(['Budi', 'Sari']);
    counter = await openCounter({ dataFolder, shop: null, staysAtFirstSteps: true });
    await expect(lock()).toBeVisible();
  });

  it('mends a forgotten PIN by the owner’s, at the locked screen', async () => {
    const { page } = counter;
    await page.keyboard.press('2');
    await lock().getByRole('button', { name: 'Lupa PIN?' }).click();
    await lock().getByLabel('PIN baru', { exact: true }).fill('7777');
    await lock().getByLabel('PIN pemilik atau pengawas').fill(pin);
    await picture(page, 'forgotten-pin');
    await lock().getByRole('button', { name: 'Pasang PIN' }).click();
    await page.locator('#sign-in-pin').waitFor();
    for (const digit of '7777') await lock().getByRole('button', { name: digit, exact: true }).click();
    await lock()
      .getByRole('button', { name: /^Masuk/ })
      .click();
    await expect(present()).toHaveText('Budi');
  });

  it('has its people changed on the word of a supervisor, and signs out who is removed', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+,');
    const dialog = page.getByRole('dialog', { name: 'Setelan' });
    await pressTab(dialog.getByRole('tab', { name: 'Kasir & PIN' }));
    await picture(page, 'staff');
    await dialog.getByRole('button', { name: 'Tambah orang' }).click();
    await dialog.getByLabel('Nama', { exact: true }).fill('Tono');
    await dialog.getByLabel('PIN', { exact: true }).fill('3333');
    await dialog.getByLabel('PIN pemilik atau pengawas').fill(pins.Wati);
    await dialog.getByRole('button', { name: /^Simpan/ }).click();
    await expect(dialog.getByTestId('staff-list')).toContainText('Tono');
    await dialog.getByRole('button', { name: 'Hapus Budi' }).click();
    await dialog.getByLabel('PIN pemilik atau pengawas').fill(pin);
    await dialog.getByRole('button', { name: /^Hapus Enter|^Hapus/ }).click();
    await expect(lock()).toBeVisible();
    await expect(lock().getByRole('button', { name: /Budi/ })).toHaveCount(0);
  });

  it('speaks English at the locked screen too, and complained of nothing', async () => {
    await lock().getByRole('button', { name: 'Inggris' }).click();
    await expect(lock()).toContainText('Who is at the counter?');
    expect(counter.complaints).toEqual([]);
  });
});
