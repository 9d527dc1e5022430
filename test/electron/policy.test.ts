import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { defaultSettings } from '../../electron/settings/settings-file.ts';
import type { LoketBridge } from '../../shared/contract/contract.ts';
import { describeWhere } from '../devices/describe-where.ts';
import { memoryPlace } from '../fixtures/memory-place.ts';
import { axeFindings } from './axe.ts';
import { computerIn, whyNoComputer, type Computer } from './as-on-a-computer.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { pin, storedPin } from './owner-pin.ts';
import { openSettings, save, pressTab } from './settings-driver.ts';

/** What a page's script gets that asks main for a change without the settings' pages. */
const askMain = (page: Page, request: 'shop' | 'biller' | 'screens' | 'printing'): Promise<string> =>
  page.evaluate(async (asked) => {
    const { loket } = window as unknown as { readonly loket: LoketBridge };
    const found = await loket.settings();
    if (!found.ok) return 'no settings';
    const { shop, screens, printing, billers } = found.value;
    const iak = billers.find(({ form }) => form.id === 'iak');
    if (iak === undefined) return 'no biller';
    const result = await {
      shop: () => loket.saveShopSettings({ ...shop, shop: { ...shop.shop, name: 'Toko Lain' } }),
      biller: () =>
        loket.saveBiller({
          biller: 'iak',
          profile: { ...iak.profile, baseUrl: 'https://elsewhere.example' },
          secrets: { username: 'x', apiKey: 'y' },
        }),
      screens: () => loket.saveScreens({ screens: { ...screens, kiosk: true }, pin: null }),
      printing: () => loket.savePrinting({ ...printing, askAfterMinutes: 99 }),
    }[asked]();
    return result.ok ? 'done' : result.error.code;
  }, request);

describeWhere(whyNoComputer(), 'a computer with a policy', () => {
  let folder: string;
  let data: string;
  let computer: Computer;
  let counter: CounterApp | undefined;

  const open = async (options: Parameters<typeof openCounter>[0] = { shop: null }): Promise<CounterApp> => {
    await counter?.close();
    counter = await openCounter({ dataFolder: data, executablePath: computer.executablePath, ...options });
    return counter;
  };
  const stored = () => JSON.parse(fs.readFileSync(path.join(data, 'settings.json'), 'utf8')) as unknown;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(memoryPlace(), 'loket-policy-'));
    data = path.join(folder, 'data');
    fs.mkdirSync(data);
    computer = await computerIn(folder);
  });
  afterAll(async () => {
    await counter?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('has it in force from the first start, and shows what it sets as locked, with the reason', async () => {
    computer.writePolicy({
      version: 1,
      shop: { name: 'Koperasi Melati' },
      keepsTill: false,
      fees: { pdam: 1500 },
      printing: defaultSettings.printing,
      kiosk: false,
      billers: { iak: { profile: { baseUrl: 'https://mobilepulsa.net', services: [] } } },
    });
    const { page } = await open();
    await expect(page.getByRole('heading', { name: 'Koperasi Melati' })).toBeVisible();
    const dialog = await openSettings(page, 'Toko');
    const name = dialog.getByLabel('Nama toko', { exact: true });
    const reason = 'Diatur oleh kebijakan komputer ini (/etc/loket/policy.json).';
    await expect(name).toHaveAttribute('aria-disabled', 'true');
    await expect(name).toHaveAccessibleDescription(reason);
    expect(await axeFindings(page)).toEqual([]);
    await name.pressSequentially('x');
    await expect(name).toHaveValue('Koperasi Melati');
    const address = dialog.getByLabel('Alamat', { exact: false }).first();
    await expect(address).toHaveAttribute('aria-disabled', 'false');

    await pressTab(dialog.getByRole('tab', { name: 'Hari' }));
    const drawer = dialog.getByRole('group', { name: 'Uang di laci' });
    await expect(drawer).toHaveAccessibleDescription(reason);
    await drawer.getByLabel('Dihitung tiap shift').click({ force: true });
    await expect(drawer.getByLabel('Tidak dihitung')).toBeChecked();

    await pressTab(dialog.getByRole('tab', { name: 'Printer' }));
    // The page that is left stays for a frame.
    await expect(dialog.getByRole('tabpanel', { name: 'Printer' }).getByText(reason)).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Simpan/ })).toBeDisabled();

    await pressTab(dialog.getByRole('tab', { name: 'IAK' }));
    await expect(dialog.getByLabel('Alamat layanan', { exact: true })).toHaveAccessibleDescription(reason);
  });

  it('lets everything else be saved, and refuses what it sets also to a page that asks main directly', async () => {
    const { page } = await open();
    const dialog = await openSettings(page, 'Hari');
    await dialog.getByLabel('Tagihan kolektif yang ditanyakan sekaligus').fill('9');
    await dialog.getByRole('button', { name: /^Simpan/ }).click();
    await expect(dialog.getByText('Antara 1 dan 8.')).toBeVisible();
    await dialog.getByLabel('Tagihan kolektif yang ditanyakan sekaligus').fill('2');
    await dialog
      .getByRole('group', { name: 'Rekap keranjang di kertas' })
      .getByLabel('Tidak dicetak')
      .click();
    await save(dialog);
    expect(stored()).toMatchObject({ shop: { lotAsksAtOnce: 2, basketRecap: false } });
    const before = stored();
    for (const request of ['shop', 'biller', 'screens', 'printing'] as const)
      expect(await askMain(page, request), request).toBe('set-by-policy');
    expect(stored()).toEqual(before);
  });

  it('opens and sells by its own settings where the policy is broken or another’s, and says so', async () => {
    computer.writePolicy('{ "version": 1, "shop": ');
    const broken = await open();
    await broken.page.keyboard.press('Control+m');
    await expect(broken.page.getByRole('dialog')).toContainText(
      'Kebijakan komputer ini tidak dipakai: /etc/loket/policy.json: isinya bukan JSON yang benar.',
    );
    await broken.page.keyboard.press('Escape');
    expect(await askMain(broken.page, 'printing')).toBe('done');

    computer.writePolicy({ version: 1, shop: { name: 'Orang lain' } }, 0o666);
    const { page } = await open();
    await expect(page.getByRole('heading', { name: 'Koperasi Melati' })).toBeVisible();
    await page.keyboard.press('Control+m');
    await expect(page.getByRole('dialog')).toContainText('bisa ditulisi orang lain');
    await page.keyboard.press('Escape');
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await payExactly(page);
    await expect(outcomeOf(page, 'paid')).toBeVisible();
    computer.removePolicy();
  });
});

describeWhere(whyNoComputer(), 'a stick with a provisioning file', () => {
  let folder: string;
  let computer: Computer;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(memoryPlace(), 'loket-stick-'));
    computer = await computerIn(folder);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  const content = { version: 1, shop: { name: 'Dari Stik' }, pin: '246813' };
  const dataOf = (name: string): string => {
    const data = path.join(folder, name);
    fs.mkdirSync(data);
    return data;
  };

  it('sets up a counter that is nobody’s yet, and has no PIN in it afterwards', async () => {
    const { file } = computer.putOnStick(content);
    const counter = await openCounter({
      dataFolder: dataOf('fresh'),
      shop: null,
      executablePath: computer.executablePath,
    });
    try {
      await expect(counter.page.getByRole('heading', { name: 'Dari Stik' })).toBeVisible();
      expect(fs.readFileSync(file, 'utf8')).not.toContain(content.pin);
      expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toHaveProperty('applied');
    } finally {
      await counter.close();
    }
  });

  it('does nothing by itself at one that is somebody’s, where only its owner can take it', async () => {
    const { file, seen } = computer.putOnStick(content);
    const before = fs.readFileSync(file, 'utf8');
    const counter = await openCounter({
      dataFolder: dataOf('owned'),
      shop: { shop: { name: 'Warung Sari', address: '' } },
      settings: { pin: storedPin() },
      executablePath: computer.executablePath,
    });
    const { page, app } = counter;
    try {
      await expect(page.getByRole('heading', { name: 'Warung Sari' })).toBeVisible();
      const dialog = await openSettings(page, 'Toko');
      const offer = dialog.getByTestId('stick-offer');
      await expect(offer).toContainText(seen);
      await offer.getByRole('button', { name: 'Pakai berkas ini…' }).click();
      const question = page.getByRole('alertdialog');
      await question.locator('#owner-pin').fill('9999');
      await page.keyboard.press('Enter');
      await expect(question.getByRole('alert')).toBeVisible();
      expect(fs.readFileSync(file, 'utf8')).toBe(before);
      await app.evaluate(({ app: program }) => {
        program.relaunch = (options) => {
          (globalThis as { relaunched?: unknown }).relaunched = options?.args;
        };
        // It ends when the test says so.
        const quit = program.quit.bind(program);
        program.quit = () => void (program.quit = quit);
      });
      await question.locator('#owner-pin').fill(pin);
      await page.keyboard.press('Enter');
      await expect
        .poll(() => app.evaluate(() => (globalThis as { relaunched?: unknown }).relaunched))
        .toEqual(expect.arrayContaining([`--provision=${seen}`]));
    } finally {
      await counter.close();
    }
  });

  it('is what the program that its owner has begun anew is set up by', async () => {
    const { seen } = computer.putOnStick(content);
    const anew = await openCounter({
      dataFolder: path.join(folder, 'owned'),
      shop: null,
      executablePath: computer.executablePath,
      args: [`--provision=${seen}`],
    });
    try {
      await expect(anew.page.getByRole('heading', { name: 'Dari Stik' })).toBeVisible();
    } finally {
      await anew.close();
    }
  });
});
