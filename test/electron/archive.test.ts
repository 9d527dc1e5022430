import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { readArchive } from '../../electron/archive/read-archive.ts';
import { verifyWhole } from '../../electron/ledger/verify.ts';
import { settingsSchema } from '../../electron/settings/settings-schema.ts';
import { describeWhere } from '../devices/describe-where.ts';
import { memoryPlace } from '../fixtures/memory-place.ts';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { axeFindings } from './axe.ts';
import { foundIn, formsOf, heldByPage } from './canary.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  resize,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from './key-store.ts';
import { pin, storedPin } from './owner-pin.ts';
import { picture } from './pictures.ts';
import { openSettings, pressAndLeave } from './settings-driver.ts';

const passphrase = 'kunci warung bu sri 7731';
const secrets = {
  uuid: 'KENARI-UUID-7731',
  username: 'kenari-pengguna-7731',
  password: 'kenari-sandi-7731',
  apiKey: 'KENARI-KUNCI-7731',
};

/** The whole way of a counter from one machine to another: each has a data folder and a key store of its own. */
describeWhere(whyNoKeyStore(), 'a counter that is moved', () => {
  let home: string;
  let archive: string;
  let counter: CounterApp | undefined;

  const settingsOf = (machine: string) =>
    settingsSchema.parse(JSON.parse(fs.readFileSync(path.join(home, machine, 'data/settings.json'), 'utf8')));

  const open = async (machine: string, isNew: boolean): Promise<CounterApp> => {
    const folder = path.join(home, machine);
    fs.mkdirSync(folder, { recursive: true });
    const isOld = machine === 'old' && isNew;
    const opened = await openCounter({
      dataFolder: path.join(folder, 'data'),
      staysAtFirstSteps: machine === 'new',
      ...(isOld
        ? { settings: { pin: storedPin() }, shop: { shop: { name: 'Warung Bu Sri', address: '' } } }
        : { shop: null }),
      ...(await withKeyStore(folder)),
    });
    await answerFileDialogs(opened.app, archive);
    counter = opened;
    return opened;
  };
  const opened = (): CounterApp => {
    if (counter === undefined) throw new Error('no program');
    return counter;
  };

  const sell = async (page: Page, number: string): Promise<void> => {
    await askFor(page, 'pln-postpaid', number);
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
  };

  const groupsOf = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const { loket } = window as unknown as { loket: { groups(): Promise<unknown> } };
      return JSON.stringify(await loket.groups());
    });

  beforeAll(() => {
    home = fs.mkdtempSync(path.join(memoryPlace(), 'loket-archive-'));
    fs.mkdirSync(path.join(home, 'stick'));
    archive = path.join(home, 'stick/pindah.age');
  });
  afterAll(async () => {
    await counter?.close();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it('is written to a stick in one locked file, and retired by that', async () => {
    const { page } = await open('old', true);
    await sell(page, '530000000001');
    await page.evaluate(async (given) => {
      interface Loket {
        settings(): Promise<{
          value: { billers: readonly { form: { id: string }; profile: object }[] };
        }>;
        saveBiller(change: unknown): Promise<{ ok: boolean }>;
        saveGroup(change: unknown): Promise<{ ok: boolean }>;
      }
      const { loket } = window as unknown as { loket: Loket };
      const { value } = await loket.settings();
      const profile = value.billers.find(({ form }) => form.id === 'teleanjar')?.profile;
      const saved = await loket.saveBiller({
        biller: 'teleanjar',
        profile: { ...profile, baseUrl: 'http://127.0.0.1:9' },
        secrets: given,
      });
      const group = {
        name: 'RT 03',
        collector: 'Pak Darto',
        members: [
          {
            product: 'pln-postpaid',
            service: null,
            number: '530000000001',
            extras: {},
            denomination: null,
            note: '',
          },
        ],
      };
      const grouped = await loket.saveGroup({ number: null, group });
      if (!saved.ok || !grouped.ok) throw new Error(JSON.stringify([saved, grouped]));
    }, secrets);

    const settings = await openSettings(page, 'Arsip & pindah');
    const make = settings.getByRole('region', { name: 'Buat arsip' });
    await make.getByRole('radio', { name: 'Pindah komputer' }).check();
    await make.getByLabel('Kata sandi arsip').fill('pendek');
    await page.keyboard.press('Enter');
    await expect(make).toContainText('Paling sedikit 8 huruf.');
    await make.getByLabel('Kata sandi arsip').fill(passphrase);
    await make.getByLabel('Ketik sekali lagi').fill(passphrase);
    for (const size of [
      { width: 1024, height: 600 },
      { width: 1366, height: 768 },
    ]) {
      await resize(opened(), size);
      await picture(page, `archive-${size.width}`);
    }
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const ask = page.getByRole('alertdialog');
    await ask.getByLabel(/PIN/).fill(pin);
    await picture(page, 'archive-move');
    await page.keyboard.press('Enter');
    await settings.getByTestId('archive-written').waitFor();
    await expect(settings.getByTestId('archive-written')).toContainText('terbaca utuh');
    await picture(page, 'archive-written');
    expect(fs.readdirSync(path.dirname(archive))).toEqual(['pindah.age']);
    expect(await heldByPage(page)).not.toContain(passphrase);
    expect(settingsOf('old').retired).toMatchObject({ archive });
  });

  it('holds everything but the secrets, and nothing of it in the clear', async () => {
    const folder = path.join(home, 'looked-at');
    fs.mkdirSync(folder);
    const read = await readArchive({ file: archive, passphrase, folder });
    if (!read.ok) throw new Error(read.error);
    expect(read.value.facts).toMatchObject({
      kind: 'move',
      ledger: 'training',
      shop: 'Warung Bu Sri',
      counter: settingsOf('old').counterId,
    });
    fs.writeFileSync(path.join(folder, 'settings.json'), read.value.settings);
    const forms = Object.values(secrets).flatMap(formsOf);
    expect(foundIn(folder, forms)).toEqual([]);
    // The search itself finds what is there.
    expect(foundIn(folder, ['RT 03', storedPin().hash])).toHaveLength(2);
    expect(foundIn(path.dirname(archive), ['RT 03', 'Warung Bu Sri', 'SQLite', storedPin().hash])).toEqual(
      [],
    );
    expect(foundIn(path.join(home, 'old/data/logs'), [passphrase])).toEqual([]);
  });

  it('sells nothing at its old place, says when and where it went, and is opened again by the PIN alone', async () => {
    let { page } = opened();
    await page.keyboard.press('Escape');
    for (const run of ['the run that moved it', 'the next one']) {
      if (run === 'the next one') {
        await opened().close();
        ({ page } = await open('old', false));
      }
      await expect(page.getByTestId('stopped')).toHaveAttribute('data-reason', 'retired');
      await expect(page.getByTestId('stopped')).toContainText(archive);
      await askFor(page, 'pln-postpaid', '530000000003');
      await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toHaveCount(0);
      await page.keyboard.press('Escape');
    }
    for (const size of [
      { width: 1024, height: 600 },
      { width: 1366, height: 768 },
    ]) {
      await resize(opened(), size);
      await picture(page, `retired-${size.width}`);
    }
    await page.getByRole('button', { name: 'Buka lagi di sini…' }).click();
    const ask = page.getByRole('alertdialog');
    await ask.getByLabel(/PIN/).fill('000000');
    await page.keyboard.press('Enter');
    await expect(ask).toContainText('PIN salah.');
    expect(settingsOf('old').retired).not.toBeNull();
    await picture(page, 'reopen');
    await ask.getByLabel(/PIN/).fill(pin);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('stopped')).toHaveCount(0);
    expect(settingsOf('old').retired).toBeNull();
    // What the other counter sold meanwhile is not known here: whatever is paid now asks twice.
    await askFor(page, 'telkom-pstn', '021530000001');
    await waitForBill(page);
    await payExactly(page);
    await expect(page.getByTestId('doubts')).toBeVisible();
    await page.keyboard.press('Escape');
    expect(opened().complaints).toEqual([]);
    await opened().close();
  });

  it('is looked at on a fresh machine, from its first steps, and takes its place there', async () => {
    const { page } = await open('new', true);
    await page.getByRole('button', { name: 'Pulihkan dari arsip…' }).click();
    const restore = page.getByRole('region', { name: 'Pulihkan dari arsip' });
    await restore.getByRole('button', { name: 'Pilih berkas…' }).click();
    await expect(restore).toContainText('pindah.age');
    await restore.getByLabel('Kata sandi arsip').fill('bukan kata sandinya');
    await page.keyboard.press('Enter');
    await restore.getByRole('alert').waitFor();
    await expect(restore.getByRole('alert')).toContainText('Kata sandi itu tidak membuka arsip ini.');
    await restore.getByLabel('Kata sandi arsip').fill(passphrase);
    await page.keyboard.press('Enter');
    const preview = restore.getByTestId('archive-preview');
    await preview.waitFor();
    await expect(preview).toContainText('Warung Bu Sri');
    await expect(preview).toContainText('Pindah komputer');
    await expect(preview.locator('dd').nth(4)).toHaveText('1');
    expect(await axeFindings(page)).toEqual([]);
    for (const size of [
      { width: 1024, height: 600 },
      { width: 1366, height: 768 },
    ]) {
      await resize(opened(), size);
      await picture(page, `archive-preview-${size.width}`);
    }
    await preview.getByRole('button', { name: 'Pulihkan…' }).click();
    const ask = page.getByRole('alertdialog');
    // A fresh machine has nobody to ask.
    await expect(ask.getByLabel(/PIN/)).toHaveCount(0);
    await picture(page, 'archive-restore');
    await pressAndLeave(opened(), ask.getByRole('button', { name: /^Pulihkan dan buka ulang/ }));
  });

  it('goes on there whole: its sales, groups and people, under a name of its own and without a gap', async () => {
    const { page } = await open('new', false);
    await expect(page.getByRole('button', { name: /BUDI SANTOSO/ })).toHaveCount(1);
    expect(await groupsOf(page)).toContain('RT 03');
    await expect(page.getByTestId('stopped')).toHaveCount(0);
    await sell(page, '530000000003');
    expect(opened().complaints).toEqual([]);
    await opened().close();

    const [old, here] = [settingsOf('old'), settingsOf('new')];
    expect(here.counterId).toMatch(/^[0-9a-f]{8}$/);
    expect(here.counterId).not.toBe(old.counterId);
    expect(here).toMatchObject({ retired: null, pin: { hash: storedPin().hash }, isIntroduced: true });
    const data = path.join(home, 'new/data');
    expect(foundIn(data, Object.values(secrets).flatMap(formsOf))).toEqual([]);
    expect(fs.readdirSync(data).filter((name) => /archive-|restore/.test(name))).toEqual([]);
    const ledger = new DatabaseSync(path.join(data, 'training/ledger.db'), { readOnly: true });
    expect(verifyWhole(ledger).alteration).toBeUndefined();
    ledger.close();
  });
});
