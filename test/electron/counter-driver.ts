import fs from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { expect } from 'playwright/test';
import { electronLauncher } from '../../scripts/setup/launcher.mjs';
import { burstGapMs } from '../../renderer/features/keys/key-bursts.ts';
import { defaultSettings } from '../../electron/settings/settings-file.ts';
import type { Settings } from '../../electron/settings/settings.ts';
import type { ExtraField } from '../../shared/biller-profile.ts';
import { messagesFor } from '../../shared/i18n/messages.ts';
import type { ProductId } from '../../shared/products.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import { memoryPlace } from '../fixtures/memory-place.ts';

const projectRoot = path.resolve(import.meta.dirname, '../..');

/** The real program with a data folder of its own, and the hands of a cashier. */
export interface CounterApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Everything that the page complained of: console errors, policy violations, uncaught exceptions. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Of the window's content, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface CounterOptions {
  /** Default: a new folder, in memory where there is room, removed on `close`. What is about the disk gives one of its own. */
  readonly dataFolder?: string;
  /** What the shop has set; `null` for a fresh folder without settings. */
  readonly shop?: Partial<ShopSettings> | null;
  readonly settings?: Partial<Settings>;
  /** Default: until it has told how the counter is; before that the page may look as it did last. */
  readonly waitsForMain?: boolean;
  /** A fresh counter's first steps stay open. */
  readonly staysAtFirstSteps?: boolean;
  readonly size?: Size;
  /** Another way to start Electron than the usual one. */
  readonly executablePath?: string;
  /** Another build than the project's own. */
  readonly appFolder?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What Chromium warns of in a frame, and says of a whole page whose policy is a sandbox, where it means nothing. */
const saidOfFrames = 'An iframe which has both allow-scripts and allow-same-origin';
/** … and of a machine without a sound device. */
const saidOfSound = 'The AudioContext encountered an error from the audio device';

export async function openCounter(options: CounterOptions = {}): Promise<CounterApp> {
  const { size = { width: 1366, height: 768 }, shop = {}, settings = {}, args = [], env = {} } = options;
  const { staysAtFirstSteps = false, waitsForMain = true } = options;
  const dataFolder = options.dataFolder ?? fs.mkdtempSync(path.join(memoryPlace(), 'loket-data-'));
  const showsFirstSteps = shop === null && !isIntroduced(dataFolder);
  if (shop !== null) writeSettings(dataFolder, { ...defaultSettings, isIntroduced: true, ...settings }, shop);

  const launcher = await electronLauncher();
  const app = await _electron.launch({
    executablePath: options.executablePath ?? launcher.executablePath,
    chromiumSandbox: launcher.sandboxed,
    cwd: projectRoot,
    // A machine that runs tests has no loudspeaker, and Chromium complains of it now and then.
    args: [
      '--disable-gpu',
      '--disable-audio-output',
      `--user-data-dir=${dataFolder}`,
      ...args,
      options.appFolder ?? projectRoot,
    ],
    env: { ...inheritedEnvironment(), ...env },
    // A program that stops at its start says why on its way out: the fault then shows it.
    timeout: 40_000,
  });
  const complaints: string[] = [];
  const page = await counterPage(app);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && ![saidOfFrames, saidOfSound].some((said) => message.text().startsWith(said)))
      complaints.push(message.text());
  });
  // Until the counter is drawn nobody listens to its keys, and no cashier presses one; and main is busy with its start.
  if (waitsForMain) {
    await page.locator('.counter[aria-busy="false"] #customer-number').waitFor();
    await resize({ app, page }, size);
  }
  // A fresh counter shows its first steps: whoever wants to sell at once leaves them for later.
  if (showsFirstSteps && !staysAtFirstSteps) await leaveFirstSteps(page);
  return {
    app,
    page,
    dataFolder,
    complaints,
    async close() {
      await app.close();
      if (options.dataFolder === undefined) fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The counter's own page: the customer's display may be there before it. */
async function counterPage(app: ElectronApplication): Promise<Page> {
  await app.firstWindow();
  const find = (): Page | undefined => app.windows().find((page) => page.url().includes('/index.html'));
  await expect.poll(() => find() !== undefined, { timeout: 30_000 }).toBe(true);
  const page = find();
  if (page === undefined) throw new Error('the counter has gone');
  return page;
}

/** Whether the counter in that folder has been through its first steps, or was set up before there were any. */
function isIntroduced(dataFolder: string): boolean {
  const file = path.join(dataFolder, 'settings.json');
  if (!fs.existsSync(file)) return false;
  const settings: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  const isNew = typeof settings === 'object' && settings !== null && 'isIntroduced' in settings;
  return !isNew || settings.isIntroduced === true;
}

async function leaveFirstSteps(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

function writeSettings(dataFolder: string, settings: Settings, shop: Partial<ShopSettings>): void {
  fs.mkdirSync(dataFolder, { recursive: true });
  const all: Settings = { ...settings, shop: { ...settings.shop, ...shop } };
  fs.writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify(all));
}

function inheritedEnvironment(): Record<string, string> {
  const known = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(known);
}

/** Gives the window that size, and waits until the page has it. */
export async function resize(
  { app, page }: Pick<CounterApp, 'app' | 'page'>,
  { width, height }: Size,
): Promise<void> {
  // Others come and go: a receipt is drawn in one.
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
        ?.setContentSize(wide, high),
    [width, height] as const,
  );
  await page.waitForFunction(([wide, high]) => window.innerWidth === wide && window.innerHeight === high, [
    width,
    height,
  ] as const);
}

/** So long as a hand rests between two things: keys that follow each other quicker are taken for a scanner's. */
export const restHand = (page: Page): Promise<void> => page.waitForTimeout(burstGapMs);

/** The keys of the products that have one of their own; the others are in the list behind F7. */
export const productKeys: Readonly<Partial<Record<ProductId, string>>> = {
  'pln-postpaid': 'F1',
  'pln-prepaid': 'F2',
  'pln-nontaglis': 'F3',
  'telkom-pstn': 'F4',
  bpjs: 'F5',
  pdam: 'F6',
};

/** What is told besides the number, as a cashier types it. */
export interface Told {
  /** The company or city, where the product has several. */
  readonly service?: string;
  readonly extras?: Readonly<Partial<Record<ExtraField, string>>>;
}

/** Product key, company where there are several, number, what else is asked for, Enter. */
export async function askFor(
  page: Page,
  product: ProductId,
  number: string,
  { service, extras = {} }: Told = {},
): Promise<void> {
  const key = productKeys[product];
  await page.keyboard.press(key ?? 'F7');
  if (key === undefined) await chooseInList(page, messagesFor('id').products[product].name);
  if (service !== undefined) {
    // The list opens by itself only until a company has been chosen.
    if (!(await page.getByRole('listbox').isVisible())) await page.keyboard.press('F8');
    await chooseInList(page, service);
  }
  for (const [name, value] of Object.entries(extras)) await page.locator(`#extra-${name}`).fill(value);
  const field = page.locator('#customer-number');
  await field.fill('');
  await field.pressSequentially(number);
  await page.keyboard.press('Enter');
}

async function chooseInList(page: Page, typed: string): Promise<void> {
  const field = page.getByRole('combobox');
  await field.fill(typed);
  await field.press('Enter');
}

/** Waits until a bill can be paid. */
export async function waitForBill(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Uang diterima' }).waitFor();
}

/** Exact cash and Enter, as fast as hands are: the key goes up in between. */
export async function payExactly(page: Page): Promise<void> {
  await page.keyboard.press('p');
  await page.keyboard.press('Enter');
}

export const outcomeOf = (page: Page, kind: string) =>
  page.locator(`[data-testid="outcome"][data-kind="${kind}"]`);
