import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTeleanjarServer, type TeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import { describeWhere } from '../devices/describe-where.ts';
import { foundIn, formsOf, ppidsOf } from './canary.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from './key-store.ts';
import { pressTab } from './settings-driver.ts';

const secrets = {
  uuid: 'KENARI-UUID-7731',
  username: 'kenari-pengguna-7731',
  password: 'kenari-sandi-7731',
  apiKey: 'KENARI-KUNCI-7731',
};

const openAccount = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+,');
  await pressTab(page.getByRole('tab', { name: /^Teleanjar/ }));
};

/** Not PLN's products: on a ledger that is no training they are not paid around midnight in Jakarta. */
describeWhere(whyNoKeyStore(), 'an account with the biller, where the system has a key store', () => {
  let server: TeleanjarServer;
  let folder: string;
  let counter: CounterApp | undefined;

  const open = async (): Promise<CounterApp> => {
    const fresh = !fs.existsSync(path.join(folder, 'data/settings.json'));
    const started = await openCounter({
      dataFolder: path.join(folder, 'data'),
      ...(fresh ? {} : { shop: null }),
      ...(await withKeyStore(folder)),
    });
    // The test itself starts the program anew, so that it goes on holding it.
    await started.app.evaluate(({ app }) => {
      app.relaunch = () => undefined;
    });
    counter = started;
    return started;
  };

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-account-'));
    server = await startTeleanjarServer({
      account: { ...secrets, outletId: '40014002', outletName: 'WARUNG' },
    });
  });
  afterAll(async () => {
    await counter?.close();
    await server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is written once, sealed on disk, and never read back by the window', async () => {
    const { page, dataFolder } = await open();
    await openAccount(page);
    await page.getByLabel('Alamat layanan').fill(server.baseUrl);
    await page.getByLabel('UUID').fill(secrets.uuid);
    await page.getByLabel('Nama pengguna').fill(secrets.username);
    await page.getByLabel('Kata sandi').fill(secrets.password);
    await page.getByLabel('Kunci API').fill(secrets.apiKey);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByTestId('secrets-state')).toContainText('Tersimpan.');
    for (const label of ['UUID', 'Nama pengguna', 'Kata sandi', 'Kunci API']) {
      await expect(page.getByLabel(label)).toHaveValue('');
    }
    expect(fs.existsSync(path.join(dataFolder, 'vault.json'))).toBe(true);
    const view = await page.evaluate(async () => {
      const { loket } = window as unknown as { loket: { settings(): Promise<unknown> } };
      return JSON.stringify(await loket.settings());
    });
    expect(view).not.toContain('7731');
  });

  it('is used once the shop has switched, on a ledger of its own', async () => {
    if (counter === undefined) throw new Error('no program');
    const { page, app } = counter;
    await pressTab(page.getByRole('tab', { name: 'Latihan & data' }));
    await page.getByRole('button', { name: 'Pindah ke uji coba' }).click();
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    // The program may be gone before the click is acknowledged.
    const click = page.getByRole('button', { name: 'Pindah dan buka ulang' }).click();
    await Promise.all([gone, click.catch(() => undefined)]);

    const again = await open();
    await expect(again.page.getByTestId('ledger-banner')).toContainText('UJI COBA');
    await askFor(again.page, 'telkom-pstn', '021530000001');
    await waitForBill(again.page);
    await payExactly(again.page);
    await expect(outcomeOf(again.page, 'paid')).toBeVisible();
    expect(server.books.payments()).toHaveLength(1);
    expect(server.requests.payment).toBe(1);
    await expect(again.page.getByTestId('paper')).toContainText('UJI COBA');
    expect(fs.existsSync(path.join(again.dataFolder, 'sandbox/ledger.db'))).toBe(true);
  });

  it('says that nothing was sent when the line is gone before the payment, and lets it be tried again', async () => {
    if (counter === undefined) throw new Error('no program');
    const { page } = counter;
    await askFor(page, 'telkom-pstn', '023158334621');
    await waitForBill(page);
    await server.close();
    await payExactly(page);
    await expect(outcomeOf(page, 'not-sent')).toContainText('Tidak terkirim');
    await expect(outcomeOf(page, 'not-sent')).toContainText('Saldo aman');
    await expect(page.getByText('belum pasti')).toHaveCount(0);
    await askFor(page, 'telkom-pstn', '023158334621');
    await expect(outcomeOf(page, 'problem')).toContainText('tidak bisa dihubungi');
  });

  it('stands nowhere in the data folder, in no form that opens', async () => {
    await counter?.close();
    counter = undefined;
    const forms = [
      ...Object.values(secrets).flatMap(formsOf),
      ...ppidsOf(secrets.username, secrets.password),
    ];
    expect(foundIn(path.join(folder, 'data'), forms)).toEqual([]);
  });
});

describe('an account with the biller, where the system has no key store', () => {
  it('is refused, not kept in plain text, and training goes on', async () => {
    const counter = await openCounter({ args: ['--password-store=basic'] });
    try {
      const { page, dataFolder } = counter;
      await openAccount(page);
      await expect(page.getByTestId('secrets-state')).toContainText('tidak punya tempat menyimpan rahasia');
      await expect(page.getByLabel('Kata sandi')).toBeDisabled();
      const answer = await page.evaluate(async () => {
        const { loket } = window as unknown as {
          loket: { saveBiller(input: unknown): Promise<unknown>; settings(): Promise<unknown> };
        };
        const { value } = (await loket.settings()) as { value: { billers: { profile: object }[] } };
        return await loket.saveBiller({
          biller: 'teleanjar',
          profile: {
            ...value.billers[0]?.profile,
            baseUrl: 'https://biller.invalid/tele-api-v2/h2h/trx',
          },
          secrets: { uuid: 'a', username: 'b', password: 'c', apiKey: 'd' },
        });
      });
      expect(answer).toEqual({ ok: false, error: { code: 'no-key-store' } });
      expect(fs.existsSync(path.join(dataFolder, 'vault.json'))).toBe(false);
    } finally {
      await counter.close();
    }
  });
});
