import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { contentSecurityPolicy } from '../../electron/window/content-security-policy.ts';
import { readDistConfig } from '../../scripts/dist/config.mjs';
import { requestNames } from '../../shared/contract/channels.ts';
import { usualScreens } from '../../shared/screens.ts';
import { decidedFuses } from '../fixtures/decided-fuses.ts';
import { memoryPlace } from '../fixtures/memory-place.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { isAt, sourcesOf } from './project-sources.ts';

interface SeenWindow {
  readonly url: string;
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly seccomp: string;
}

/** The bridge of a page, whatever it is called. */
interface Bridge {
  [name: string]: (input?: unknown) => Promise<unknown>;
}

const root = path.resolve(import.meta.dirname, '../..');
const isLinux = process.platform === 'linux';

/**
 * Electron's own checklist (docs/tutorial/security.md), each of its items on the values that the program really runs with, in
 * every window that it opens. The number of an item is its place there.
 */
describe('Electron’s security checklist', () => {
  let counter: CounterApp;
  let windows: readonly SeenWindow[];
  /** What the page complained of while it only worked. */
  let complaints: readonly string[];
  let visits = 0;
  const stranger = http.createServer((_request, response) => {
    visits += 1;
    response.end('<h1>elsewhere</h1>');
  });
  let elsewhere = '';
  const pictures = fs.mkdtempSync(path.join(memoryPlace(), 'loket-pictures-'));

  /** What a window's preferences have switched on of these; Electron leaves out some of those that are off. */
  const switchedOn = (...names: readonly string[]) =>
    windows.map(({ preferences }) => names.filter((name) => preferences[name] === true));
  const nowhere = () => windows.map(() => []);
  const inPage = async <T>(run: (url: string) => T | Promise<T>): Promise<T> =>
    await counter.page.evaluate(run as never, elsewhere);

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      stranger.listen(0, '127.0.0.1', resolve);
    });
    const address = stranger.address();
    elsewhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    counter = await openCounter({ shop: { pictureFolder: pictures } });
    windows = await everyWindow(counter);
    complaints = [...counter.complaints];
  });
  afterAll(async () => {
    await counter.close();
    stranger.close();
    fs.rmSync(pictures, { recursive: true, force: true });
  });

  it('looks at every window there is: the counter’s, the customer’s and the one that draws papers', () => {
    const pages = windows.map(({ url }) => new URL(url).pathname);
    expect(new Set(pages)).toEqual(new Set(['/index.html', '/customer.html', '/paper.html']));
  });

  it('1: loads secure content only: its pages are its own files, and nothing else can be loaded', async () => {
    expect(windows.every(({ url }) => url.startsWith('app://loket/'))).toBe(true);
    const loaded = await inPage(async (url) => {
      const came = (make: () => HTMLElement): Promise<boolean> =>
        new Promise((resolve) => {
          try {
            const element = make();
            element.addEventListener('load', () => resolve(true));
            element.addEventListener('error', () => resolve(false));
            document.head.append(element);
          } catch {
            // A script’s address must be a trusted one, and nobody makes any.
            resolve(false);
          }
        });
      const image = (): HTMLElement => Object.assign(new Image(), { src: `${url}picture.png` });
      const script = (): HTMLElement =>
        Object.assign(document.createElement('script'), { src: `${url}script.js` });
      const style = (): HTMLElement =>
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}style.css` });
      return await Promise.all([image, script, style].map(came));
    });
    expect(loaded).toEqual([false, false, false]);
    expect(visits).toBe(0);
  });

  it('2: no Node in any page, worker or frame', async () => {
    expect(switchedOn('nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames')).toEqual(
      nowhere(),
    );
    expect(
      await inPage(() => [typeof (globalThis as never)['require'], typeof (globalThis as never)['process']]),
    ).toEqual(['undefined', 'undefined']);
  });

  it('3: every page is isolated from its preload', () => {
    expect(switchedOn('contextIsolation')).toEqual(windows.map(() => ['contextIsolation']));
  });

  it('4: every page is in a sandbox, and on Linux the system says so', () => {
    expect(switchedOn('sandbox')).toEqual(windows.map(() => ['sandbox']));
    if (isLinux) expect(windows.map(({ seccomp }) => seccomp)).toEqual(windows.map(() => '2'));
  });

  it('5: no permission is granted, asked for or looked up', async () => {
    const states = await inPage(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
      const asked = await Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
      );
      const refused = async (attempt: () => Promise<unknown>): Promise<string> => {
        try {
          await attempt();
          return 'granted';
        } catch {
          return 'denied';
        }
      };
      return [
        ...asked.map(({ state }) => state as string),
        await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
        await refused(() => navigator.mediaDevices.getDisplayMedia()),
        await refused(() => new Promise((done, no) => navigator.geolocation.getCurrentPosition(done, no))),
      ];
    });
    expect(states).toEqual(states.map(() => 'denied'));
  });

  it('6: web security is on', () => {
    expect(switchedOn('webSecurity')).toEqual(windows.map(() => ['webSecurity']));
  });

  it('7: every page is served with the policy, and the policy lets nothing in', async () => {
    const pages = fs.readdirSync(path.join(root, 'out/renderer')).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(5);
    const served = await counter.app.evaluate(
      ({ session }, names) =>
        Promise.all(
          names.map(async (name) => {
            const answer = await session.defaultSession.fetch(`app://loket/${name}`);
            return answer.headers.get('content-security-policy');
          }),
        ),
      pages,
    );
    expect(served).toEqual(pages.map(() => contentSecurityPolicy()));
    expect(contentSecurityPolicy()).toContain("default-src 'none'");
    expect(contentSecurityPolicy()).not.toMatch(/unsafe|\*|https?:/);
    expect(complaints).toEqual([]);
  });

  it('8: no insecure content beside secure content', () => {
    expect(switchedOn('allowRunningInsecureContent')).toEqual(nowhere());
  });

  it('9: none of Chromium’s experiments', () => {
    expect(switchedOn('experimentalFeatures')).toEqual(nowhere());
  });

  it('10: no Blink feature is switched on by name', () => {
    expect(windows.map(({ preferences }) => preferences['enableBlinkFeatures'] ?? '')).toEqual(
      windows.map(() => ''),
    );
    expect(sourcesOf('electron').filter(({ text }) => /enable-?blink-?features/i.test(text))).toEqual([]);
  });

  it('11: no webview may open windows: there is none', async () => {
    expect(switchedOn('webviewTag')).toEqual(nowhere());
    expect(sourcesOf('renderer').filter(({ text }) => /<webview|allowpopups/i.test(text))).toEqual([]);
  });

  it('12: a webview that a page makes comes to nothing', async () => {
    const made = await inPage((url) => {
      const view = document.createElement('webview');
      view.setAttribute('src', url);
      view.setAttribute('allowpopups', '');
      document.body.append(view);
      const has = 'getWebContentsId' in view || 'loadURL' in view;
      view.remove();
      return has;
    });
    expect(made).toBe(false);
    expect(visits).toBe(0);
  });

  it('13: no page goes anywhere, not even to another page of ours', async () => {
    const before = counter.page.url();
    for (const to of [elsewhere, 'app://loket/paper.html', 'file:///etc/passwd', 'data:text/html,x']) {
      await counter.page.evaluate((url) => void (window.location.href = url), to);
      await counter.page.waitForTimeout(100);
    }
    expect(counter.page.url()).toBe(before);
    expect(visits).toBe(0);
  });

  it('14: no page opens a window', async () => {
    const count = () => counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    const before = await count();
    expect(
      await inPage((url) => [window.open(url) === null, window.open('app://loket/index.html') === null]),
    ).toEqual([true, true]);
    expect(await count()).toBe(before);
    expect(visits).toBe(0);
  });

  it('15: nothing is ever opened outside: no source of main has the shell', () => {
    const users = sourcesOf('electron').filter(({ text }) =>
      /\bshell\b[^'\n]*from 'electron'|openExternal/.test(text),
    );
    expect(users).toEqual([]);
  });

  it('17: an answer goes to the main frame of a window of ours and to nobody else', async () => {
    const answers = await counter.app.evaluate(async ({ BrowserWindow, app }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      const ask = "loket.settings().then(() => 'answered', (error) => String(error))";
      try {
        await foreign.loadURL('app://loket/crashed.html');
        return (await foreign.webContents.executeJavaScript(ask)) as string;
      } finally {
        foreign.destroy();
      }
    });
    expect(answers).toContain('refused');
    expect(answers).not.toContain('answered');
  });

  it('18: no page is a file, and no file can be read by its path', async () => {
    expect(windows.filter(({ url }) => url.startsWith('file:'))).toEqual([]);
    const read = await counter.app.evaluate(async ({ session }) => {
      const urls = ['app://loket/%2e%2e/main/main.cjs', 'app://loket/..%2fmain%2fmain.cjs'];
      const answers = await Promise.all(urls.map((url) => session.defaultSession.fetch(url)));
      return answers.map(({ status }) => status);
    });
    expect(read).toEqual([404, 404]);
    const inThePage = await inPage(async () => {
      const refused = await fetch('file:///etc/passwd').then(
        () => 'read',
        () => 'refused',
      );
      const frame = document.createElement('iframe');
      frame.src = 'file:///etc/passwd';
      document.body.append(frame);
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
      const text = frame.contentDocument?.body.textContent ?? '';
      frame.remove();
      return [refused, text];
    });
    expect(inThePage).toEqual(['refused', '']);
  });

  it('19: each fuse is set in the packaging as it should be', async () => {
    const { electronFuses } = await readDistConfig();
    expect(electronFuses).toEqual(decidedFuses);
  });

  it('20: a page gets named functions and nothing of Electron, the customer’s page a single one', async () => {
    const surface = (page: Page, bridge: string) =>
      page.evaluate((name) => {
        const own = (window as unknown as Record<string, Record<string, unknown>>)[name] ?? {};
        const kinds = Object.values(own).map((value) => typeof value);
        const others = ['loket', 'loketCustomer', 'ipcRenderer', 'electron', 'require'].filter(
          (each) => each !== name && each in window,
        );
        return { names: Object.keys(own).toSorted(), kinds: [...new Set(kinds)].toSorted(), others };
      }, bridge);
    expect(await surface(counter.page, 'loket')).toEqual({
      names: [...requestNames, 'look', 'on'].toSorted(),
      kinds: ['function', 'object'],
      others: [],
    });
    const customer = counter.app.windows().find(isAt('/customer.html'));
    if (customer === undefined) throw new Error('no customer’s window');
    expect(await surface(customer, 'loketCustomer')).toEqual({
      names: ['onView'],
      kinds: ['function'],
      others: [],
    });
  });
});

/** Has every window opened that the program knows, and says how each was made. */
async function everyWindow(counter: CounterApp): Promise<readonly SeenWindow[]> {
  const { app, page } = counter;
  await app.evaluate(({ BrowserWindow, app: program, screen }) => {
    const seen: unknown[] = [];
    const look = (window: Electron.BrowserWindow): void => {
      const contents = window.webContents as unknown as {
        getURL(): string;
        getOSProcessId(): number;
        getLastWebPreferences(): Record<string, unknown>;
      };
      const pid = contents.getOSProcessId();
      let status = '';
      try {
        status = process.getBuiltinModule('node:fs').readFileSync(`/proc/${pid}/status`, 'utf8');
      } catch {
        // Not on this system.
      }
      seen.push({
        url: contents.getURL(),
        preferences: { ...contents.getLastWebPreferences() },
        seccomp: /^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? '',
      });
    };
    for (const window of BrowserWindow.getAllWindows()) look(window);
    program.on('browser-window-created', (_event, window) => {
      window.webContents.once('did-finish-load', () => look(window));
    });
    Object.assign(globalThis, { seenWindows: seen });
    // A second screen, so that the customer's window opens.
    const real = screen.getAllDisplays();
    const [first] = real;
    screen.getAllDisplays = () =>
      first === undefined
        ? real
        : [...real, { ...first, id: 99, bounds: { x: 4000, y: 0, width: 800, height: 600 } }];
  });
  await page.evaluate(
    (screens) => (window as unknown as { loket: Bridge }).loket['saveScreens']?.({ screens, pin: null }),
    { ...usualScreens, customer: { ...usualScreens.customer, screen: 'other' } },
  );
  await expect.poll(() => app.windows().some(isAt('/customer.html'))).toBe(true);
  await askFor(page, 'telkom-pstn', '021530000001');
  await waitForBill(page);
  await payExactly(page);
  await expect(outcomeOf(page, 'paid')).toBeVisible();
  const saved = await page.evaluate(async () => {
    const { loket } = window as unknown as { loket: Bridge };
    const recent = (await loket['recentPayments']?.()) as { value: readonly { id: string }[] } | undefined;
    return await loket['savePicture']?.({ payment: recent?.value[0]?.id });
  });
  expect(saved).toMatchObject({ ok: true });
  const seen = () => app.evaluate(() => (globalThis as unknown as { seenWindows: SeenWindow[] }).seenWindows);
  await expect.poll(async () => (await seen()).length).toBeGreaterThanOrEqual(3);
  return await seen();
}
