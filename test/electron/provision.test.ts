import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { electronLauncher } from '../../scripts/setup/launcher.mjs';
import { startIakServer, type IakServer } from '../../electron/training/iak-server.ts';
import { startTeleanjarServer, type TeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import { provisionWords, startupWords } from '../../shared/i18n/startup.ts';
import { describeWhere } from '../devices/describe-where.ts';
import { foundIn, formsOf } from './canary.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from './key-store.ts';
import { openSettings } from './settings-driver.ts';

const iakSecrets = { username: '0817KENARI5511', apiKey: 'KENARI-KUNCI-IAK-5511' };
const teleanjarSecrets = {
  uuid: 'KENARI-UUID-5511',
  username: 'kenari-pengguna-5511',
  password: 'kenari-sandi-5511',
  apiKey: 'KENARI-KUNCI-TJ-5511',
};

describeWhere(whyNoKeyStore(), 'a provisioning file in the data folder of a fresh counter', () => {
  let iak: IakServer;
  let teleanjar: TeleanjarServer;
  let folder: string;
  let data: string;
  let file: string;
  let counter: CounterApp | undefined;

  const open = async (): Promise<CounterApp> => {
    counter = await openCounter({ dataFolder: data, shop: null, ...(await withKeyStore(folder)) });
    return counter;
  };
  const close = async (): Promise<void> => {
    await counter?.close();
    counter = undefined;
  };

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-provision-'));
    data = path.join(folder, 'data');
    file = path.join(data, 'provision.json');
    iak = await startIakServer({ account: iakSecrets });
    teleanjar = await startTeleanjarServer({
      account: { ...teleanjarSecrets, outletId: '40014002', outletName: 'WARUNG' },
    });
    fs.mkdirSync(data);
    const provision = {
      version: 1,
      open: 'sandbox',
      preferredBiller: 'iak',
      shop: { name: 'Warung Bu Tini' },
      pin: '246813',
      billers: {
        iak: { profile: { baseUrl: iak.baseUrl, options: { format: 'xml' } }, secrets: iakSecrets },
        teleanjar: { profile: { baseUrl: teleanjar.baseUrl }, secrets: teleanjarSecrets },
      },
    };
    fs.writeFileSync(file, JSON.stringify(provision));
  });
  afterAll(async () => {
    await close();
    await iak.close();
    await teleanjar.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('sets the counter up at its first start, which sells by both billers without a word from the owner', async () => {
    const { page } = await open();
    await expect(page.getByTestId('ledger-banner')).toContainText('UJI COBA');
    await expect(page.getByRole('heading', { name: 'Warung Bu Tini' })).toBeVisible();
    await askFor(page, 'telkom-pstn', '6391601201');
    await waitForBill(page);
    await payExactly(page);
    await expect(outcomeOf(page, 'paid')).toContainText('JAORAH');
    expect(iak.books.transactions().map(({ outcome }) => outcome.kind)).toEqual(['paid']);
    await askFor(page, 'pln-prepaid', '53000000001');
    await expect(page.getByRole('group', { name: 'Pilih nominal' })).toBeVisible();
    expect(teleanjar.requests.inquiry).toBe(1);
    const dialog = await openSettings(page, 'PIN pemilik');
    await expect(dialog.getByTestId('pin-state')).toContainText('PIN sudah ada.');
  });

  it('has no secret in it afterwards, and neither has any other file', () => {
    const after = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(after['applied']).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(after).not.toHaveProperty('pin');
    expect(after).toHaveProperty('billers.iak.profile.baseUrl', iak.baseUrl);
    expect(after).not.toHaveProperty('billers.iak.secrets');
    expect(after).not.toHaveProperty('billers.teleanjar.secrets');
    const secrets = [...Object.values(iakSecrets), ...Object.values(teleanjarSecrets)];
    expect(foundIn(data, secrets.flatMap(formsOf))).toEqual([]);
  });

  it('is not applied again at the next start, which leaves what was changed meanwhile', async () => {
    await close();
    const applied = fs.readFileSync(file, 'utf8');
    const settings = path.join(data, 'settings.json');
    const name = '"name":"Warung Bu Tini"';
    const text = fs.readFileSync(settings, 'utf8').replaceAll(/("name":)\s+/g, '$1');
    expect(text).toContain(name);
    fs.writeFileSync(settings, text.replace(name, '"name":"Warung Pak Dedi"'));
    const { page } = await open();
    await expect(page.getByRole('heading', { name: 'Warung Pak Dedi' })).toBeVisible();
    await expect(page.getByTestId('ledger-banner')).toContainText('UJI COBA');
    expect(fs.readFileSync(file, 'utf8')).toBe(applied);
    await close();
  });
});

describe('a provisioning file that is not right', () => {
  let data: string;
  beforeAll(() => {
    data = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-provision-'));
  });
  afterAll(() => fs.rmSync(data, { recursive: true, force: true }));

  it('keeps a fresh counter from opening, which says so, what is wrong and where', async () => {
    fs.writeFileSync(
      path.join(data, 'provision.json'),
      JSON.stringify({
        version: 1,
        open: 'sandbox',
        billers: { iak: { profile: { baseUrl: 'http://iak.example' } } },
      }),
    );
    const { executablePath } = await electronLauncher();
    const program = spawn(executablePath, ['--disable-gpu', `--user-data-dir=${data}`, '.']);
    let said = '';
    program.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const words = (['id', 'en'] as const).map(
      (language) =>
        startupWords(
          {
            code: 'provision-refused',
            reason: 'address-not-allowed',
            where: 'billers.iak.profile.baseUrl',
            file: path.join(data, 'provision.json'),
          },
          language,
        ).body,
    );
    try {
      await expect.poll(() => words.some((each) => said.includes(each)), { timeout: 20_000 }).toBe(true);
    } finally {
      program.kill('SIGKILL');
    }
    expect(fs.existsSync(path.join(data, 'training'))).toBe(false);
    expect(fs.existsSync(path.join(data, 'settings.json'))).toBe(false);
  });

  it('is told at one that was set up before, which opens as it was', async () => {
    fs.writeFileSync(path.join(data, 'provision.json'), '{ "version": 1, ');
    // Boxes of the system are no page: what is told by them is noted, and answered.
    const noted = path.join(data, 'boxes.json');
    const note = path.join(data, 'note-boxes.cjs');
    fs.writeFileSync(
      note,
      `const { dialog } = require('electron');
       dialog.showMessageBox = async (box) => {
         require('node:fs').writeFileSync(${JSON.stringify(noted)}, JSON.stringify(box));
         return { response: 0, checkboxChecked: false };
       };`,
    );
    const counter = await openCounter({ dataFolder: data, shop: {}, args: ['-r', note] });
    try {
      await expect(counter.page.getByTestId('ledger-banner')).toContainText('MODE LATIHAN');
      await expect.poll(() => fs.existsSync(noted)).toBe(true);
      const { title, body } = provisionWords(
        { code: 'not-json', where: '', file: path.join(data, 'provision.json') },
        'id',
      );
      expect(JSON.parse(fs.readFileSync(noted, 'utf8'))).toMatchObject({
        type: 'warning',
        message: title,
        detail: body,
      });
      await askFor(counter.page, 'pln-postpaid', '530000000001');
      await waitForBill(counter.page);
    } finally {
      await counter.close();
    }
  });
});
