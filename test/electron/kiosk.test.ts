import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { billIsNewForMs } from '../../renderer/features/keys/key-bursts.ts';
import { usualScreens } from '../../shared/screens.ts';
import { instant } from '../../shared/time.ts';
import { describeWhere } from '../devices/describe-where.ts';
import { askFor, openCounter, outcomeOf, waitForBill, type CounterApp } from './counter-driver.ts';
import { pin, storedPin } from './owner-pin.ts';
import { picture } from './pictures.ts';
import { startManagedScreen, whyNoManager } from './screens.ts';
import { pressTab } from './settings-driver.ts';

const settings = { pin: storedPin(), screens: { ...usualScreens, kiosk: true } };

/** What a way out of the window would change. */
const standing = ({ app }: CounterApp) =>
  app.evaluate(({ BrowserWindow, powerSaveBlocker }) => {
    const [window, ...others] = BrowserWindow.getAllWindows();
    const contents = window?.webContents;
    return {
      others: others.length,
      isKiosk: window?.isKiosk(),
      isMinimized: window?.isMinimized(),
      isVisible: window?.isVisible(),
      url: contents?.getURL(),
      zoom: contents?.getZoomFactor(),
      hasTools: contents?.isDevToolsOpened(),
      goesBack: contents?.navigationHistory.canGoBack(),
      isAwake: [0, 1, 2, 3, 4].some((id) => powerSaveBlocker.isStarted(id)),
    };
  });
const held = {
  others: 0,
  isKiosk: true,
  isMinimized: false,
  isVisible: true,
  url: 'app://loket/index.html',
  zoom: 1,
  hasTools: false,
  goesBack: false,
  isAwake: true,
};
/** Whether the page is still the one that was marked: not loaded anew. */
const mark = ({ page }: CounterApp) => page.evaluate(() => void (document.body.dataset['mark'] = 'same'));
const isMarked = ({ page }: CounterApp) => page.evaluate(() => document.body.dataset['mark'] === 'same');

describeWhere(whyNoManager(), 'a kiosk, on a desktop with a window manager and real keys', () => {
  let desk: Awaited<ReturnType<typeof startManagedScreen>>;
  let counter: CounterApp;
  const open = async (): Promise<void> => {
    counter = await openCounter({ settings, env: { DISPLAY: desk.display } });
    await expect.poll(() => counter.page.evaluate(() => document.hasFocus())).toBe(true);
    await mark(counter);
  };
  beforeAll(async () => {
    desk = await startManagedScreen();
    await open();
  });
  afterAll(async () => {
    await counter.close().catch(() => undefined);
    desk.close();
  });
  /** A place that a key opened is left again. */
  const leavePlaces = async (): Promise<void> => {
    const { page } = counter;
    for (let n = 0; n < 3 && (await page.getByRole('dialog').count()) > 0; n += 1)
      await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  const stays = async (): Promise<void> => {
    await leavePlaces();
    expect(await standing(counter)).toEqual(held);
    expect(await isMarked(counter)).toBe(true);
  };

  it('fills the screen, keeps it lit, and shows the digits for fingers for good', async () => {
    await stays();
    await expect.poll(() => counter.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768]);
    await expect(counter.page.getByTestId('touch-pad')).toBeVisible();
    await expect(counter.page.getByRole('button', { name: 'Papan angka' })).toHaveCount(0);
    await picture(counter.page, 'kiosk');
  });

  it.each([
    'F11',
    'F12',
    'F5',
    'alt+F4',
    'alt+Left',
    'alt+Right',
    'alt+Home',
    'alt+space',
    'BackSpace',
    'Escape',
    'ctrl+w',
    'ctrl+q',
    'ctrl+r',
    'ctrl+shift+r',
    'ctrl+n',
    'ctrl+shift+n',
    'ctrl+t',
    'ctrl+shift+t',
    'ctrl+p',
    'ctrl+shift+p',
    'ctrl+o',
    'ctrl+s',
    'ctrl+u',
    'ctrl+l',
    'ctrl+d',
    'ctrl+h',
    'ctrl+j',
    'ctrl+plus',
    'ctrl+minus',
    'ctrl+0',
    'ctrl+F4',
    'ctrl+F5',
    'ctrl+Tab',
    'ctrl+shift+i',
    'ctrl+shift+j',
    'ctrl+shift+c',
    'ctrl+shift+w',
    'ctrl+shift+q',
    'ctrl+Prior',
    'ctrl+Next',
    'Menu',
    'shift+F10',
    'XF86Back',
    'XF86HomePage',
    'XF86Reload',
    'Print',
  ])('is not left by %s', async (key) => {
    desk.press(key);
    // A key that follows it shows that the one before has been heard.
    await counter.page.evaluate(() => new Promise(requestAnimationFrame));
    await stays();
  });

  it.each([
    ['the right button', ['click', '3']],
    ['the middle button', ['click', '2']],
    ['the button that goes back', ['click', '8']],
    ['the button that goes forward', ['click', '9']],
    ['Ctrl and the wheel', ['keydown', 'ctrl', 'click', '4', 'click', '4', 'click', '5', 'keyup', 'ctrl']],
  ])('is not left by %s', async (_way, words) => {
    desk.run('xdotool', 'mousemove', '500', '700', ...words);
    await counter.page.evaluate(() => new Promise(requestAnimationFrame));
    await stays();
    expect(await counter.page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  it('grants no permission that would hold or leave the screen', async () => {
    const answers = await counter.page.evaluate(async () => {
      const tried = (attempt: () => Promise<unknown> | undefined): Promise<string> =>
        Promise.race([
          Promise.resolve()
            .then(attempt)
            .then(
              () => 'granted',
              () => 'refused',
            ),
          // Neither: nobody is there to answer.
          new Promise<string>((resolve) => setTimeout(() => resolve('pending'), 3000)),
        ]);
      const { keyboard } = navigator as unknown as { keyboard?: { lock(): Promise<void> } };
      return [
        await tried(() => document.documentElement.requestFullscreen()),
        await tried(() => (keyboard === undefined ? Promise.reject(new Error('none')) : keyboard.lock())),
        await tried(() => navigator.mediaDevices.getDisplayMedia()),
        await tried(() => navigator.clipboard.readText()),
        Notification.permission,
      ];
    });
    // One that nobody answers grants nothing either.
    expect(answers).not.toContain('granted');
    expect(answers.at(-1)).toBe('denied');
    await stays();
  });

  it('takes no file, address or text that is dropped on it', async () => {
    const { page } = counter;
    const session = await page.context().newCDPSession(page);
    const file = path.join(os.tmpdir(), 'loket-dropped.html');
    fs.writeFileSync(file, '<h1>elsewhere</h1>');
    const drops = [
      { items: [], files: [file], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/uri-list', data: 'app://loket/paper.html' }], dragOperationsMask: 1 },
      {
        items: [{ mimeType: 'text/html', data: '<a href="https://example.com">x</a>' }],
        dragOperationsMask: 1,
      },
    ];
    for (const data of drops) {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: 500, y: 700, data });
    }
    fs.rmSync(file);
    await stays();
  });

  it('has no field that opens the system’s dialog of files', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+,');
    const dialog = page.getByRole('dialog', { name: 'Setelan' });
    await dialog.getByRole('tab', { name: 'Toko' }).waitFor();
    for (const tab of await dialog.getByRole('tab').all()) {
      await tab.click();
      const files = page.locator('input[type=file]');
      for (let n = 0; n < (await files.count()); n += 1) await expect(files.nth(n)).toBeDisabled();
    }
    await pressTab(dialog.getByRole('tab', { name: 'Layar' }));
    await picture(page, 'settings-screens');
    await stays();
  });

  it('refuses whoever closes its window, not being asked for a PIN', async () => {
    await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await stays();
    await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    await expect.poll(async () => (await standing(counter)).isMinimized).toBe(false);
    await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setFullScreen(false));
    await expect.poll(async () => (await standing(counter)).isKiosk).toBe(true);
    expect(
      await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen()),
    ).toBe(true);
    await stays();
  });

  it('is not loosened by a request without the PIN', async () => {
    const ask = (name: string, input: unknown) =>
      counter.page.evaluate(
        async ([request, argument]) => {
          const { loket } = window as unknown as {
            loket: Record<string, (input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>;
          };
          return (await loket[request]?.(argument))?.error?.code ?? 'done';
        },
        [name, input] as const,
      );
    expect(await ask('saveScreens', { screens: usualScreens, pin: null })).toBe('wrong-pin');
    expect(await ask('saveScreens', { screens: usualScreens, pin: '0000' })).toBe('wrong-pin');
    expect(await ask('leaveKiosk', { pin: '0000', to: 'quit' })).toBe('wrong-pin');
    await stays();
  });

  it('ends when the system says so', async () => {
    const gone = new Promise((resolve) => counter.app.process().once('exit', resolve));
    counter.app.process().kill('SIGTERM');
    await gone;
    await open();
    await stays();
  });

  it('opens by the corner and the PIN, and by nothing else is it a window that Alt+F4 closes', async () => {
    const { page } = counter;
    // Not by a tap.
    desk.run('xdotool', 'mousemove', '10', '10', 'click', '1');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    desk.run('xdotool', 'mousemove', '10', '10', 'mousedown', '1');
    const dialog = page.getByRole('dialog', { name: 'Keluar dari mode kiosk' });
    await dialog.waitFor();
    desk.run('xdotool', 'mouseup', '1');
    await picture(page, 'leave-kiosk');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    desk.press('ctrl+shift+k');
    await dialog.waitFor();
    await expect(dialog.locator('#owner-pin')).toBeFocused();
    for (const digit of '0000') await dialog.getByRole('button', { name: digit, exact: true }).click();
    await dialog.getByRole('button', { name: /^Keluar/ }).click();
    await expect(dialog.getByRole('alert')).toContainText('PIN');
    expect(await standing(counter)).toEqual(held);
    await page.keyboard.type(pin);
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(async () => (await standing(counter)).isKiosk).toBe(false);
    expect((await standing(counter)).isAwake).toBe(false);
    // The same key that did nothing before.
    const gone = new Promise((resolve) => counter.app.process().once('exit', resolve));
    desk.press('alt+F4');
    await gone;
  });
});

describeWhere(whyNoManager(), 'what leads out of a page', () => {
  let desk: Awaited<ReturnType<typeof startManagedScreen>>;
  let counter: CounterApp;
  beforeAll(async () => {
    desk = await startManagedScreen();
    counter = await openCounter({ settings, env: { DISPLAY: desk.display } });
    await mark(counter);
  });
  afterAll(async () => {
    await counter.close().catch(() => undefined);
    desk.close();
  });
  /** The driver waits for ever for a navigation that was refused: here nothing is asked of it that would wait for one. */
  const stays = async (): Promise<void> => {
    expect(await standing(counter)).toEqual(held);
    expect(await isMarked(counter)).toBe(true);
  };

  it.each([
    ['window.close', () => window.close()],
    ['location', () => void (location.href = 'https://example.com/')],
    ['another page of ours', () => location.assign('app://loket/paper.html')],
    ['a new window', () => void window.open('about:blank', '_blank', 'popup')],
    ['a window of ours', () => void window.open('app://loket/index.html')],
    ['print', () => window.print()],
    ['alert', () => window.alert('x')],
    ['a question', () => void window.confirm('x')],
    [
      'a form',
      () => {
        const form = document.createElement('form');
        form.action = 'https://example.com/';
        document.body.append(form);
        form.submit();
        form.remove();
      },
    ],
    ['full screen', () => void document.documentElement.requestFullscreen().catch(() => undefined)],
    ['leaving full screen', () => void document.exitFullscreen().catch(() => undefined)],
    [
      'a download',
      () => {
        const link = document.createElement('a');
        link.download = 'x.txt';
        link.href = URL.createObjectURL(new Blob(['x']));
        link.click();
      },
    ],
    ['history', () => history.back()],
  ])('is not left by what a page’s script may try: %s', async (_name, attempt) => {
    await counter.page.evaluate(attempt);
    await counter.page.evaluate(() => new Promise(requestAnimationFrame));
    await stays();
  });

  it('is not left by a link, whichever way it is pressed', async () => {
    const { page } = counter;
    await page.evaluate(() => {
      for (const [name, href] of [
        ['inside', 'paper.html'],
        ['outside', 'https://example.com/'],
      ]) {
        for (const target of ['', '_blank', '_top']) {
          const link = document.createElement('a');
          Object.assign(link, { href, target, className: 'test-link', textContent: `${name} ${target}` });
          link.style.cssText = 'position:relative;z-index:99;display:inline-block';
          document.body.prepend(link);
        }
      }
    });
    const places = await page.evaluate(() =>
      [...document.querySelectorAll('.test-link')].map((link) => {
        const { x, y } = link.getBoundingClientRect();
        return [String(Math.round(x + 4)), String(Math.round(y + 4))] as const;
      }),
    );
    expect(places).toHaveLength(6);
    for (const at of places) {
      desk.run('xdotool', 'mousemove', ...at, 'click', '1', 'click', '2');
      desk.run('xdotool', 'keydown', 'ctrl', 'click', '1', 'keyup', 'ctrl');
      desk.run('xdotool', 'keydown', 'shift', 'click', '1', 'keyup', 'shift');
    }
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.evaluate(() => document.querySelectorAll('.test-link').forEach((link) => link.remove()));
    await stays();
  });
});

describe('a counter whose page breaks off', () => {
  let dataFolder: string;
  let counter: CounterApp;
  beforeAll(async () => {
    dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-crash-'));
    counter = await openCounter({ dataFolder });
  });
  afterAll(async () => {
    await counter.close().catch(() => undefined);
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });
  /** By main alone: the driver gives a page up that broke off. What was asked of one that is gone is never answered. */
  const ask = async (script: string): Promise<string> => {
    const answer: unknown = await counter.app.evaluate(
      ({ BrowserWindow }, text) =>
        Promise.race([
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
          new Promise((resolve) => setTimeout(resolve, 500)),
        ]),
      script,
    );
    return String(answer);
  };
  const press = (keyCode: string) =>
    counter.app.evaluate(({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.sendInputEvent({ type: 'keyDown', keyCode: key });
      if (key === 'Enter') contents?.sendInputEvent({ type: 'char', keyCode: '\r' });
      contents?.sendInputEvent({ type: 'keyUp', keyCode: key });
    }, keyCode);
  /** Resolves once its process is gone and a page is there again. */
  const crash = () =>
    counter.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error('no window');
      const isGone = new Promise((resolve) => contents.once('render-process-gone', resolve));
      const isBack = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
      contents.forcefullyCrashRenderer();
      await isGone;
      await isBack;
    });
  const step = () => ask('document.querySelector(".counter")?.dataset.step ?? "none"');
  const comesBackTo = (wanted: string) =>
    expect.poll(step, { timeout: 30_000, intervals: [20] }).toBe(wanted);
  const payments = () => {
    const ledger = openLedger(path.join(dataFolder, 'training/ledger.db'), 'training', instant(Date.now()));
    if (!ledger.ok) throw new Error(JSON.stringify(ledger.error));
    const all = ledger.value.recentPayments(10).map(({ state }) => state);
    ledger.value.close();
    return all;
  };

  it('comes back to the same bill, with the cash that was counted', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await page.keyboard.type('350000');
    // Main is told of it once no digit came for a moment.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const { loket } = window as unknown as {
            loket: { whereWasI(): Promise<{ value: { cash?: number } }> };
          };
          return (await loket.whereWasI()).value.cash;
        }),
      )
      .toBe(350_000);
    const began = performance.now();
    await crash();
    await comesBackTo('bill');
    await expect
      .poll(() => ask('document.querySelector("#cash")?.value'), { intervals: [20] })
      .toBe('350.000');
    process.stdout.write(`back on the bill ${Math.round(performance.now() - began)} ms after the crash\n`);
  });

  it('comes back to the outcome of a payment that was under way, and pays nothing twice', async () => {
    // Nobody has read the bill before, and Enter does not pay it.
    await new Promise((resolve) => setTimeout(resolve, billIsNewForMs));
    await press('Enter');
    // While it is paid, unless this machine looked up too late.
    await expect.poll(step, { timeout: 30_000, intervals: [10] }).toMatch(/^(paying|done)$/);
    await crash();
    await comesBackTo('done');
    expect(await ask('document.querySelector("[data-testid=outcome]")?.dataset.kind')).toBe('paid');
  });

  it('shows a plain page once it has broken off more often than three times a minute', async () => {
    await crash();
    await comesBackTo('done');
    await crash();
    await expect
      .poll(() => ask('document.body.innerText'), { timeout: 30_000 })
      .toContain('jangan bayar ulang');
    await counter.close();
    expect(payments()).toEqual(['paid']);
  });
});

describeWhere(whyNoManager(), 'a page that closes its own window past main', () => {
  /** As a script does that was tampered with: by the function of a frame, which nobody has taken away. */
  const closeIt = ({ page }: CounterApp) =>
    page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const { close } = frame.contentWindow as unknown as { readonly close: (this: Window) => void };
      setTimeout(() => close.call(window), 0);
    });
  let desk: Awaited<ReturnType<typeof startManagedScreen>>;
  beforeAll(async () => {
    desk = await startManagedScreen();
  });
  afterAll(() => desk.close());
  const open = () => openCounter({ settings, env: { DISPLAY: desk.display } });
  /** No kiosk: a frame takes of the screen what it needs. */
  const openSmall = () =>
    openCounter({
      settings: { ...settings, screens: usualScreens },
      env: { DISPLAY: desk.display },
      size: { width: 1024, height: 600 },
    });

  it('in a kiosk is given another, in which the sale goes on', async () => {
    const counter = await open();
    await askFor(counter.page, 'pln-postpaid', '530000000001');
    await waitForBill(counter.page);
    const next = counter.app.waitForEvent('window');
    await closeIt(counter);
    const page = await next;
    await waitForBill(page);
    await expect.poll(async () => await standing(counter)).toEqual(held);
    // Nor by the usual way.
    await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await standing(counter)).toEqual(held);
    await counter.close();
  });

  it('while a payment is made is given another, which shows what came of it', async () => {
    const counter = await openSmall();
    await askFor(counter.page, 'pln-postpaid', '530000000001');
    await waitForBill(counter.page);
    await counter.page.keyboard.press('p');
    await counter.page.keyboard.press('Enter');
    const next = counter.app.waitForEvent('window');
    await closeIt(counter);
    const page = await next;
    await outcomeOf(page, 'paid').waitFor();
    await counter.close();
  });

  it('has ended the program where neither is so', async () => {
    const counter = await openSmall();
    const gone = new Promise((resolve) => counter.app.process().once('exit', resolve));
    await closeIt(counter);
    await gone;
    await counter.close().catch(() => undefined);
  });
});
