import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect as playwrightExpect } from 'playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { readTable } from '../../electron/tables/table-files.ts';
import { readDistConfig } from '../../scripts/dist/config.mjs';
import {
  foreignFiles,
  packagesToRun,
  packedFiles as packedFilesIn,
  weigh,
} from '../../scripts/dist/contents.mjs';
import { fuseFaults, readFuseWire } from '../../scripts/dist/fuses.mjs';
import { testPackages } from '../../scripts/dist/test-packages.mjs';
import { packagesFor } from '../../scripts/setup/debian-packages.mjs';
import { openedLater } from '../../scripts/setup/shared-libraries.mjs';
import { describeWhere } from '../devices/describe-where.ts';
import { answerFileDialogs } from '../electron/answer-file-dialogs.ts';
import { askFor, openCounter, outcomeOf, payExactly, waitForBill } from '../electron/counter-driver.ts';
import { pin, storedPin } from '../electron/owner-pin.ts';
import { openSettings } from '../electron/settings-driver.ts';
import { freePort } from '../fixtures/free-port.ts';
import { onePrinter } from '../fixtures/one-printer.ts';
import { startPaperSink, type PaperSink } from '../servers/paper-sink.ts';
import {
  broughtWith,
  changedFiles,
  dependencies,
  filesOfOthers,
  install,
  installedVersion,
  packedFiles,
  purge,
  remove,
  whyNoInstall,
} from './debian.ts';
import {
  openedLibraries,
  rendererStatuses,
  startInstalled,
  type InstalledCounter,
  type StartOptions,
} from './installed-counter.ts';
import { isOfLibc, linkedLibraries } from './libraries.ts';
import { isTaken } from './ports.ts';
import { judgedByUdev } from './udev.ts';
import { addUser, writeAs, type User } from './user.ts';

/** Beside a machine at work a worker takes its time to start. */
const expect = playwrightExpect.configure({ timeout: 30_000 });
const noUmockdev = spawnSync('umockdev-run', ['--version']).status !== 0;
const [first = '', next = ''] = testPackages();

/** What a shop's PC goes through: installed, sold with, cut off, upgraded, removed; each step stands on the one before. */
describeWhere(whyNoInstall(), 'the Debian package', () => {
  let user: User;
  let printer: PaperSink;
  let counter: InstalledCounter | undefined;
  const program = (): InstalledCounter => {
    if (counter === undefined) throw new Error('no program runs');
    return counter;
  };
  const start = async (options: StartOptions = {}) => {
    counter = await startInstalled(user, options);
    return counter.page;
  };
  const data = (...names: readonly string[]): string => path.join(user.home, '.config/Loket', ...names);

  beforeAll(async () => {
    if (installedVersion() !== undefined) purge();
    user = addUser();
    printer = await startPaperSink();
    const provision = {
      version: 1,
      open: 'training',
      printing: onePrinter({ kind: 'network', host: '127.0.0.1', port: printer.port }),
    };
    writeAs(user, '.config/Loket/provision.json', JSON.stringify(provision));
  });
  afterAll(async () => {
    await counter?.kill();
    if (installedVersion() !== undefined) purge();
    await printer.close();
    user.remove();
  });

  it('is installed by apt, with all that it needs, and as it was packed', () => {
    install(first);
    expect(installedVersion()).toMatch(/~test\.1$/);
    expect(changedFiles()).toBe('');
    for (const file of packedFiles()) expect(file).not.toContain(' ');
  });

  it.skipIf(noUmockdev)(
    'lets whoever sits at the screen use a printer of any maker, and no other device',
    () => {
      const usable = judgedByUdev('070102');
      expect(usable.tags).toContain('uaccess');
      expect(usable.said).toMatch(/60-loket-printers\.rules:\d+ GROUP/);
      expect(usable.said).not.toMatch(/60-loket-printers\.rules:\d+ (Unknown|Invalid)/);
      const disk = judgedByUdev('080650');
      expect(disk.said).toContain('ID_USB_INTERFACES=:080650:');
      expect(disk.tags).not.toContain('uaccess');
    },
  );

  it('has an entry in the menu and an icon that desktops understand', () => {
    const entry = '/usr/share/applications/loket.desktop';
    const checked = spawnSync('desktop-file-validate', [entry], { encoding: 'utf8' });
    expect(checked.stdout + checked.stderr).toBe('');
    expect(fs.readFileSync(entry, 'utf8')).toContain('StartupWMClass=loket\n');
    expect(fs.existsSync('/usr/share/icons/hicolor/48x48/apps/loket.png')).toBe(true);
  });

  it('names as its dependencies all that its program and its native code link against', () => {
    const binaries = packedFiles().filter((file) => /^\/opt\/.*(\/loket|\.so(\.\d+)*|\.node)$/.test(file));
    expect(binaries.length).toBeGreaterThan(8);
    const beside = new Set(binaries.map((file) => path.basename(file)));
    const wanted = binaries.flatMap(linkedLibraries).filter((name) => !beside.has(name) && !isOfLibc(name));
    const { packages, unknown } = packagesFor(wanted);
    expect(unknown).toEqual([]);
    const later = packagesFor(openedLater).packages;
    expect([...packages, ...later].filter((name) => !dependencies(first).includes(name))).toEqual([]);
  });

  it('has every fuse as it was decided, and none that nobody has', async () => {
    const { electronFuses } = await readDistConfig();
    const wire = await readFuseWire('/opt/Loket/loket');
    expect(wire.length).toBeGreaterThanOrEqual(8);
    expect(fuseFaults({ ...electronFuses }, wire)).toEqual([]);
  });

  it('holds nothing that is on no list, and is hardly larger than the bare runtime', () => {
    const files = packedFilesIn('/opt/Loket');
    expect(foreignFiles(files, packagesToRun(), 'linux-x64')).toEqual([]);
    expect(weigh(files).share).toBeLessThan(0.1);
  });

  it('runs its workers for tables and archives from inside of its archive', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-saved-'));
    const saved = path.join(folder, 'laporan.xlsx');
    const archive = path.join(folder, 'loket.age');
    // The same archive in a runtime that lets a test answer the system's own dialogs.
    const opened = await openCounter({
      appFolder: '/opt/Loket/resources/app.asar',
      settings: { pin: storedPin() },
    });
    const { app, page } = opened;
    const answer = (file: string) => answerFileDialogs(app, file);
    try {
      await askFor(page, 'pln-postpaid', '530000000001');
      await waitForBill(page);
      await payExactly(page);
      await outcomeOf(page, 'paid').waitFor();
      await answer(saved);
      await page.keyboard.press('Control+l');
      await page
        .getByRole('dialog', { name: 'Laporan' })
        .getByRole('button', { name: 'Simpan Excel' })
        .click();
      await expect(page.getByTestId('reports-said')).toContainText(saved);
      expect((await readTable(fs.readFileSync(saved), 'xlsx')).ok).toBe(true);
      await page.keyboard.press('Escape');

      await answer(archive);
      const settings = await openSettings(page, 'Arsip & pindah');
      const make = settings.getByRole('region', { name: 'Buat arsip' });
      await make.getByLabel('Kata sandi arsip').fill('kunci sepanjang ini');
      await make.getByLabel('Ketik sekali lagi').fill('kunci sepanjang ini');
      await page.keyboard.press('Enter');
      await page.getByRole('alertdialog').getByLabel(/PIN/).fill(pin);
      await page.keyboard.press('Enter');
      // Its lock is slow on purpose.
      await settings.getByTestId('archive-written').waitFor();
      expect(fs.statSync(archive).size).toBeGreaterThan(1000);
    } finally {
      await opened.close();
      fs.rmSync(folder, { recursive: true });
    }
  });

  it('starts as an ordinary user, its page in a sandbox of the system, and takes no other program for its own', async () => {
    const stranger = '/opt/Loket/resources/app';
    fs.mkdirSync(stranger);
    fs.writeFileSync(path.join(stranger, 'package.json'), '{ "name": "stranger", "main": "main.js" }');
    fs.writeFileSync(path.join(stranger, 'main.js'), 'process.exit(3);');
    try {
      const page = await start();
      await expect(page.getByTestId('ledger-banner')).toHaveText(/MODE LATIHAN/);
    } finally {
      fs.rmSync(stranger, { recursive: true });
    }
    const seccomp = rendererStatuses().map((status) => /^Seccomp:\s*(\d)/m.exec(status)?.[1]);
    expect(seccomp.length).toBeGreaterThan(0);
    expect(new Set(seccomp)).toEqual(new Set(['2']));
    const uids = rendererStatuses().map((status) => /^Uid:\s*(\d+)/m.exec(status)?.[1]);
    expect(new Set(uids)).toEqual(new Set([String(user.uid)]));
  });

  it('sells a token and prints it', async () => {
    const { page } = program();
    // The first steps of a fresh counter.
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await askFor(page, 'pln-prepaid', '53000000001');
    await page.getByRole('button', { name: /^50\.000/ }).waitFor();
    await page.keyboard.press('2');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
    const token = (await page.getByTestId('token').textContent())?.replaceAll(/\D/g, '') ?? '';
    expect(token).toMatch(/^\d{20}$/);
    await expect.poll(() => printer.jobs.length).toBe(1);
    const bytes = printer.jobs[0] ?? Buffer.alloc(0);
    // Reset, and only then what is printed: what comes before asks the printer how it is.
    expect(bytes.indexOf(Buffer.of(0x1b, 0x40))).toBeGreaterThanOrEqual(0);
    expect(bytes.toString('latin1').replaceAll(/\D/g, '')).toContain(token);
  });

  it('has opened no library that its dependencies do not bring to a bare system', () => {
    const opened = openedLibraries();
    expect(opened.length).toBeGreaterThan(50);
    expect(filesOfOthers(opened, broughtWith(dependencies(first)))).toEqual([]);
  });

  it('finds it in the history, which a worker reads from inside of the archive', async () => {
    const { page } = program();
    await page.keyboard.press('Control+r');
    const history = page.getByRole('dialog', { name: 'Riwayat' });
    await expect(history.getByRole('option', { name: /·/ })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await history.waitFor({ state: 'detached' });
  });

  it('makes a verified backup, by a worker of its own', async () => {
    const { page } = program();
    const settings = await openSettings(page, 'Cadangan');
    await settings.getByRole('button', { name: 'Cadangkan sekarang' }).click();
    await expect(settings.getByRole('list').getByRole('button')).toHaveCount(1);
    expect(fs.readdirSync(data('backup'))).toEqual([expect.stringMatching(/^loket-training-.*\.db$/)]);
    await page.keyboard.press('Escape');
  });

  it('opens with the payment that it was killed in the middle of', async () => {
    const { page } = program();
    await askFor(page, 'pln-postpaid', '530000002001');
    await waitForBill(page);
    await payExactly(page);
    await expect(page.getByTestId('paying')).toContainText('Pembayaran dikirim');
    await program().kill();
    counter = undefined;
    const again = await start();
    await expect(again.getByRole('dialog')).toContainText('Jangan bayar ulang');
    await expect(again.getByTestId('open-payment')).toContainText('5300 0000 2001');
    await program().close();
    counter = undefined;
  });

  it('is upgraded to the next version, which goes on with its ledger', async () => {
    install(next);
    expect(installedVersion()).toMatch(/~test\.2$/);
    expect(changedFiles()).toBe('');
    const page = await start();
    await expect(page.getByTestId('open-payment')).toContainText('5300 0000 2001');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+r');
    await expect(
      page.getByRole('dialog', { name: 'Riwayat' }).getByRole('option', { name: /·/ }),
    ).toHaveCount(2);
    await program().close();
    counter = undefined;
  });

  it('sets up a fresh counter by the file that lies beside the program, which the one who sells cannot write', async () => {
    const file = '/opt/Loket/provision.json';
    const provision = {
      version: 1,
      open: 'training',
      shop: { name: 'Warung di Sebelah', address: 'Jl. Uji 1' },
    };
    fs.writeFileSync(file, JSON.stringify(provision));
    writeAs(user, 'fresh/none', '');
    try {
      const page = await start({ env: { XDG_CONFIG_HOME: path.join(user.home, 'fresh') } });
      await expect(page.getByText('Warung di Sebelah').first()).toBeVisible();
      await program().close();
      counter = undefined;
      expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(provision);
    } finally {
      fs.rmSync(file);
    }
  });

  it('runs nobody else’s code: not as Node, not by NODE_OPTIONS, and lets no debugger in', async () => {
    const mark = path.join(user.home, 'it-ran');
    const port = await freePort();
    writeAs(user, 'strange.cjs', `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'yes');`);
    const strange = path.join(user.home, 'strange.cjs');
    await start({
      args: [`--inspect=${port}`, '-r', strange],
      env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${strange}` },
    });
    expect(fs.existsSync(mark)).toBe(false);
    expect(program().said()).not.toContain('Debugger listening');
    expect(await isTaken(port)).toBe(false);
    await program().close();
    counter = undefined;
  });

  it('goes without a trace of the program, and leaves what is the shop’s', () => {
    const files = packedFiles().filter((file) => fs.statSync(file).isFile());
    const ledger = data('training/ledger.db');
    const before = fs.readFileSync(ledger);
    remove();
    expect(installedVersion()).toBeUndefined();
    expect(files.filter((file) => fs.existsSync(file))).toEqual([]);
    expect(fs.existsSync('/opt/Loket')).toBe(false);
    purge();
    expect(fs.readFileSync(ledger).equals(before)).toBe(true);
    expect(fs.readdirSync(data('backup')).length).toBeGreaterThan(0);
    const owner = execFileSync('stat', ['-c', '%U', ledger], { encoding: 'utf8' }).trim();
    expect(owner).toBe(user.name);
  });
});
