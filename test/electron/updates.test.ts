import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { migrations } from '../../electron/ledger/schema.ts';
import { defaultSettings } from '../../electron/settings/settings-file.ts';
import { manifestName } from '../../shared/update/manifest.ts';
import { memoryPlace } from '../fixtures/memory-place.ts';
import { releaseKey, spki, writeRelease } from '../fixtures/release.ts';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { axeFindings } from './axe.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  resize,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { pin, storedPin } from './owner-pin.ts';
import { picture } from './pictures.ts';
import { openSettings, pressAndLeave } from './settings-driver.ts';

const projectRoot = path.resolve(import.meta.dirname, '../..');
const { privateKey, publicKey } = releaseKey();

/** The program as `npm run build` makes it, but with a key of ours packed beside main's code, and as version 1.2.0. */
function buildWithKey(folder: string): string {
  const out = path.join(projectRoot, 'out');
  fs.mkdirSync(path.join(folder, 'out/main'), { recursive: true });
  for (const name of fs.readdirSync(out))
    if (name !== 'main') fs.symlinkSync(path.join(out, name), path.join(folder, 'out', name));
  fs.cpSync(path.join(out, 'main'), path.join(folder, 'out/main'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'out/main/release-keys.json'), JSON.stringify([spki(publicKey)]));
  fs.symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
  const about = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as object;
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...about, version: '1.2.0' }));
  return folder;
}

/** Another version in this one's place, all the way: the real program, which runs out of an AppImage as far as it can see. */
describe('updates', () => {
  let home: string;
  let stick: string;
  let image: string;
  let next: string;
  let dataFolder: string;
  let appFolder: string;
  let appDir = '';
  let counter: CounterApp | undefined;

  const open = async (): Promise<CounterApp> => {
    counter = await openCounter({
      dataFolder,
      appFolder,
      ...(fs.existsSync(dataFolder) ? { shop: null } : { settings: { pin: storedPin() } }),
      // What an AppImage's runtime says.
      env: { APPIMAGE: image, APPDIR: appDir },
    });
    return counter;
  };
  const opened = (): CounterApp => {
    if (counter === undefined) throw new Error('no program');
    return counter;
  };
  const page = () => opened().page;
  const settings = (): Promise<Locator> => openSettings(page(), 'Pembaruan');
  const problem = () => page().getByTestId('update-problem');
  const installKey = () => page().getByRole('button', { name: 'Pasang…' });
  const imageNow = (): string => fs.readFileSync(image, 'utf8');

  const install = async (typed: string): Promise<void> => {
    await installKey().click();
    const ask = page().getByRole('alertdialog');
    await expect(ask.getByRole('button', { name: /Batal/ })).toBeFocused();
    await ask.getByLabel(/PIN/).fill(typed);
    await page().keyboard.press('Enter');
  };

  beforeAll(() => {
    home = fs.mkdtempSync(path.join(memoryPlace(), 'loket-updates-'));
    [stick, dataFolder] = [path.join(home, 'stick'), path.join(home, 'data')];
    appFolder = buildWithKey(path.join(home, 'app'));
    image = path.join(home, 'Loket.AppImage');
    fs.writeFileSync(image, 'version 1.2.0', { mode: 0o755 });
    // The next version is a script that notes how it was started.
    next = `#!/bin/sh\nprintf '%s\\n' "$@" > '${home}/started.part'\nmv '${home}/started.part' '${home}/started'\n`;
    const content = Buffer.from(next);
    writeRelease({ folder: stick, key: privateKey, version: '1.3.0', package: 'AppImage', content });
  });
  afterAll(async () => {
    await counter?.close();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it('are taken by no build that was given no key, which says so', async () => {
    const plain = await openCounter();
    appDir = await plain.app.evaluate(() => process.execPath);
    appDir = path.dirname(appDir);
    await openSettings(plain.page, 'Pembaruan');
    await expect(plain.page.getByTestId('takes-no-updates')).toContainText('tidak menerima pembaruan');
    await expect(plain.page.getByRole('radio', { name: 'Alamat https' })).toHaveCount(0);
    await picture(plain.page, 'updates-none');
    await plain.close();
  });

  it('are off until the owner says where from', async () => {
    await open();
    await settings();
    await expect(page().getByTestId('running-version')).toHaveText('Yang sekarang: Loket 1.2.0 (AppImage)');
    await expect(page().getByRole('radio', { name: 'Mati' })).toBeChecked();
    await expect(page().getByRole('button', { name: 'Lihat sekarang' })).toBeDisabled();
    await page().getByRole('radio', { name: 'Alamat https' }).check();
    await page().getByLabel('Alamat', { exact: true }).fill('http://example.org/loket');
    await page().keyboard.press('Enter');
    await expect(page().getByRole('alert')).toContainText('harus https');

    await answerFileDialogs(opened().app, stick);
    await page().getByRole('radio', { name: 'Folder atau flashdisk' }).check();
    await page().getByRole('button', { name: 'Pilih folder…' }).click();
    await expect(page().getByLabel('Folder', { exact: true })).toHaveValue(stick);
    await page()
      .getByRole('button', { name: /^Simpan/ })
      .click();
    await expect(page().getByText('Tersimpan.', { exact: true })).toBeVisible();
  });

  it('that somebody else has signed, or changed, are refused by name', async () => {
    const file = path.join(stick, manifestName);
    const signed = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, signed.replace('"1.3.0"', '"1.4.0"'));
    await page().getByRole('button', { name: 'Lihat sekarang' }).click();
    await expect(problem()).toHaveAttribute('data-code', 'bad-signature');
    await expect(problem()).toContainText('Jangan pakai sumber itu');
    await picture(page(), 'updates-refused');
    fs.writeFileSync(file, signed);
  });

  it('are offered, and fetched when the owner wants it', async () => {
    await page().getByRole('button', { name: 'Lihat sekarang' }).click();
    const offered = page().getByTestId('offered-version');
    await expect(offered).toContainText('Ada Loket 1.3.0');
    await expect(installKey()).toHaveCount(0);
    for (const size of [
      { width: 1024, height: 600 },
      { width: 1366, height: 768 },
    ]) {
      await resize(opened(), size);
      await picture(page(), `updates-offered-${size.width}`);
    }
    expect(await axeFindings(page())).toEqual([]);
    await page().getByRole('button', { name: 'Ambil berkasnya' }).click();
    await expect(offered).toContainText('sudah ada di komputer ini dan utuh');
    expect(fs.readdirSync(path.join(dataFolder, 'updates'))).toEqual(['1.3.0']);
    expect(imageNow()).toBe('version 1.2.0');
  });

  it('are not installed by the end of the program', async () => {
    await opened().close();
    expect(imageNow()).toBe('version 1.2.0');
    expect(fs.readdirSync(home).filter((name) => name.startsWith('Loket'))).toEqual(['Loket.AppImage']);
    // What was fetched is there still, also without its stick.
    fs.rmSync(stick, { recursive: true });
    await open();
    await settings();
    await expect(page().getByTestId('offered-version')).toContainText('sudah ada di komputer ini');
    await page().keyboard.press('Escape');
  });

  it('are refused while a payment is not certain', async () => {
    await askFor(page(), 'pln-postpaid', '530000002000');
    await waitForBill(page());
    await payExactly(page());
    await outcomeOf(page(), 'unknown').waitFor();
    await settings();
    await install(pin);
    await expect(problem()).toHaveAttribute('data-code', 'payment-open');
    await picture(page(), 'updates-payment-open');
    expect(imageNow()).toBe('version 1.2.0');
    await expect(page().getByTestId('stopped')).toHaveCount(0);
    await page().keyboard.press('Escape');
  });

  it('are installed on the owner’s word once it is, after a backup, and the program begins anew', async () => {
    await decideByHand();
    await settings();
    await install('000000');
    const ask = page().getByRole('alertdialog');
    await expect(ask.getByRole('alert')).toContainText('PIN salah');
    expect(imageNow()).toBe('version 1.2.0');
    await picture(page(), 'updates-install');
    await ask.getByLabel(/PIN/).fill(pin);
    const backups = path.join(dataFolder, 'backup');
    const before = fs.existsSync(backups) ? fs.readdirSync(backups).length : 0;
    const gone = new Promise((resolve) => opened().app.process().once('exit', resolve));
    // The program may be gone before the click is acknowledged.
    const click = ask.getByRole('button', { name: /^Pasang dan buka ulang/ }).click();
    await Promise.all([gone, click.catch(() => undefined)]);
    expect(imageNow()).toBe(next);
    const started = path.join(home, 'started');
    await expect.poll(() => fs.existsSync(started), { timeout: 20_000 }).toBe(true);
    expect(fs.readFileSync(started, 'utf8').split('\n')).toContain(`--user-data-dir=${dataFolder}`);
    expect(fs.statSync(image).mode & 0o777).toBe(0o755);
    expect(fs.readdirSync(backups).length).toBe(before + 1);
    expect(opened().complaints).toEqual([]);
  });

  /** A signed release of before, as it lay here since it was installed. */
  const keep = (ledgerSchema: number): void => {
    fs.rmSync(path.join(dataFolder, 'updates'), { recursive: true, force: true });
    writeRelease({
      folder: path.join(dataFolder, 'updates/1.1.0'),
      key: privateKey,
      version: '1.1.0',
      package: 'AppImage',
      content: Buffer.from('version 1.1.0'),
      over: { ledgerSchema, settingsVersion: defaultSettings.version },
    });
  };
  const previous = () => page().getByRole('region', { name: 'Versi sebelumnya' });

  it('cannot be undone once the ledger has moved on, and the page says why', async () => {
    keep(migrations.length - 1);
    await open();
    await settings();
    await expect(previous()).toContainText('Buku pembayaran sudah maju');
    await expect(previous()).toContainText('Buku lama tidak dikembalikan');
    await expect(previous().getByRole('button')).toHaveCount(0);
    await picture(page(), 'updates-moved-on');
    await opened().close();
  });

  const payments = async (): Promise<number> =>
    (await page().evaluate('window.loket.recentPayments().then((result) => result.value.length)')) as number;
  let paid = 0;

  it('can be undone while it has not: the program goes back', async () => {
    keep(migrations.length);
    await open();
    paid = await payments();
    expect(paid).toBeGreaterThan(0);
    await settings();
    await expect(page().getByTestId('previous-version')).toContainText('Loket 1.1.0');
    await picture(page(), 'updates-previous');
    await page().getByRole('button', { name: 'Pasang kembali…' }).click();
    const ask = page().getByRole('alertdialog');
    await ask.getByLabel(/PIN/).fill(pin);
    await pressAndLeave(opened(), ask.getByRole('button', { name: /^Kembali dan buka ulang/ }));
    expect(imageNow()).toBe('version 1.1.0');
  });

  it('leaves the ledger as it was by that', async () => {
    await open();
    expect(await payments()).toBe(paid);
    await opened().close();
  });

  /** The owner decides about the unknown payment. */
  async function decideByHand(): Promise<void> {
    await page().keyboard.press('Control+b');
    const decide = page().getByRole('dialog', { name: /^Putuskan/ });
    await expect(page().getByTestId('open-payment')).toBeVisible();
    await page().keyboard.press('Control+d');
    await decide.getByText('Terbayar', { exact: true }).click();
    await decide.getByLabel('Ref dari Teleanjar').fill('VSI-TELEPON-1');
    await decide.getByText('Teleanjar mengatakannya').click();
    await decide.getByRole('textbox', { name: /^Bukti/ }).fill('Bu Ani, Teleanjar, pukul 14.05, tiket 4711');
    await decide.getByLabel(/PIN/).fill(pin);
    await decide.getByRole('button', { name: 'Catat terbayar' }).click();
    await expect(decide).toHaveCount(0);
    await page().keyboard.press('Escape');
  }
});
