import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { App, BrowserWindow } from 'electron';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { desktopEntry, startWithSystem } from '../../../electron/window/autostart.ts';
import { isSamePage } from '../../../electron/window/guards.ts';
import { holdKiosk } from '../../../electron/window/hold-kiosk.ts';
import { leavesWindow } from '../../../electron/window/kiosk-keys.ts';
import { otherDisplay } from '../../../electron/window/other-display.ts';
import { createReloadLimit } from '../../../electron/window/reload-limit.ts';
import { keyComboSchema, usualKeys } from '../../../shared/key-bindings.ts';

const display = (id: number, x: number, y: number, width = 1366, height = 768) => ({
  id,
  bounds: { x, y, width, height },
});

describe('the screen of the customer’s display', () => {
  const counter = display(1, 0, 0);

  it('is the one the counter is not on', () => {
    const other = display(2, 1366, 0, 1024, 600);
    expect(otherDisplay([counter, other], counter)).toBe(other);
    expect(otherDisplay([counter, other], other)).toBe(counter);
    expect(otherDisplay([counter, display(2, -600, 0, 600, 1024)], counter)?.id).toBe(2);
  });

  it('is none where there is one screen only, or the other shows the same', () => {
    expect(otherDisplay([counter], counter)).toBeUndefined();
    expect(otherDisplay([], counter)).toBeUndefined();
    expect(otherDisplay([counter, display(2, 0, 0)], counter)).toBeUndefined();
  });

  it('never covers a dot of the counter’s, however the screens stand', () => {
    const place = fc.tuple(
      fc.integer({ min: -3000, max: 3000 }),
      fc.integer({ min: -3000, max: 3000 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 3000 }),
    );
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), fc.nat(), (places, n) => {
        const all = places.map(([x, y, width, height], id) => display(id, x, y, width, height));
        const here = all[n % all.length] ?? counter;
        const found = otherDisplay(all, here);
        if (found === undefined) return;
        const a = found.bounds;
        const b = here.bounds;
        const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        expect(wide > 0 && high > 0).toBe(false);
      }),
    );
  });
});

describe('a page that breaks off', () => {
  it('is loaded anew three times a minute and no more', () => {
    let now = 0;
    const mayReload = createReloadLimit(() => now);
    expect([mayReload(), mayReload(), mayReload(), mayReload()]).toEqual([true, true, true, false]);
    now = 59_999;
    expect(mayReload()).toBe(false);
    now = 60_000;
    expect(mayReload()).toBe(true);
  });
});

describe('a key in a kiosk', () => {
  const no = { control: false, meta: false, alt: false, shift: false };

  it('leaves the window by none of the usual ways', () => {
    for (const key of ['F4', 'ArrowLeft', 'ArrowRight', 'Home', 'Tab', ' '])
      expect([key, leavesWindow({ ...no, key, alt: true })]).toEqual([key, true]);
    for (const key of ['+', '-', '0', 'F4', 'F5', 'Tab'])
      expect([key, leavesWindow({ ...no, key, control: true })]).toEqual([key, true]);
    for (const key of 'IJCRNWQT')
      expect([key, leavesWindow({ ...no, key, control: true, shift: true })]).toEqual([key, true]);
    expect(leavesWindow({ ...no, key: 'd', meta: true })).toBe(true);
    expect(leavesWindow({ ...no, key: 'BrowserBack' })).toBe(true);
  });

  it('takes no key away that an action of the counter is on, or may be', () => {
    const combos = [
      ...Object.values(usualKeys),
      ...'BDEFGHIJKLMNOPQRSTUW,./;'.split('').map((key) => `Ctrl+${key}`),
      ...Array.from({ length: 12 }, (_, n) => `F${n + 1}`),
    ].map((combo) => keyComboSchema.parse(combo));
    for (const combo of combos) {
      const control = combo.startsWith('Ctrl+');
      const key = control ? combo.slice(5).toLowerCase() : combo;
      expect([combo, leavesWindow({ ...no, key, control })]).toEqual([combo, false]);
    }
    for (const key of ['1', '2', '3', '4', '9'])
      expect([key, leavesWindow({ ...no, key, alt: true })]).toEqual([key, false]);
    for (const key of ['5', 'Enter', 'Escape', 'Backspace', 'Tab', 'a'])
      expect([key, leavesWindow({ ...no, key })]).toEqual([key, false]);
    expect(leavesWindow({ ...no, key: 'K', control: true, shift: true })).toBe(false);
  });
});

describe('a kiosk', () => {
  function bench() {
    const app = new EventEmitter();
    const blockers = new Map<number, string>();
    let started = 0;
    const kiosk = holdKiosk({
      app: app as unknown as App,
      powerSaveBlocker: {
        start(type) {
          blockers.set((started += 1), type);
          return started;
        },
        stop: (id) => blockers.delete(id),
      },
    });
    const did: string[] = [];
    const state = { isKiosk: false };
    const contents = Object.assign(new EventEmitter(), {
      setZoomLevel: (level: number) => did.push(`zoom ${level}`),
      setVisualZoomLevelLimits: () => Promise.resolve(),
    });
    const window = Object.assign(new EventEmitter(), {
      webContents: contents,
      isDestroyed: () => false,
      isKiosk: () => state.isKiosk,
      setKiosk(isOn: boolean) {
        state.isKiosk = isOn;
        did.push(`kiosk ${isOn}`);
      },
      setMinimizable: () => undefined,
      restore: () => did.push('restore'),
    });
    kiosk.guard(window as unknown as BrowserWindow);
    const ask = (whom: EventEmitter, name: string, isRefused = false): boolean => {
      const event = {
        defaultPrevented: isRefused,
        preventDefault() {
          event.defaultPrevented = true;
        },
      };
      whom.emit(name, event);
      return event.defaultPrevented;
    };
    return {
      kiosk,
      did,
      state,
      blockers,
      window,
      contents,
      close: () => ask(window, 'close'),
      quit: (isRefused = false) => ask(app, 'before-quit', isRefused),
    };
  }

  it('holds nothing while it is off', () => {
    const { close, window, did, blockers } = bench();
    expect(close()).toBe(false);
    window.emit('minimize');
    expect([did, blockers.size]).toEqual([[], 0]);
  });

  it('refuses to be closed, and lets the program end', () => {
    const { kiosk, close, quit, blockers, state } = bench();
    kiosk.hold(true);
    expect([state.isKiosk, [...blockers.values()]]).toEqual([true, ['prevent-display-sleep']]);
    expect(close()).toBe(true);
    expect(quit()).toBe(false);
    expect(close()).toBe(false);
  });

  it('holds on after an end that was refused, since a payment was made', () => {
    const { kiosk, close, quit } = bench();
    kiosk.hold(true);
    quit(true);
    expect(close()).toBe(true);
  });

  it('comes back from being minimised or made small, and forgets a zoom', () => {
    const { kiosk, window, contents, did } = bench();
    kiosk.hold(true);
    window.emit('minimize');
    window.emit('leave-full-screen');
    contents.emit('zoom-changed');
    expect(did).toEqual(['kiosk true', 'restore', 'kiosk true', 'zoom 0']);
  });

  it('is a window again, which may sleep, once it is left', () => {
    const { kiosk, close, state, blockers } = bench();
    kiosk.hold(true);
    kiosk.hold(false);
    expect([state.isKiosk, blockers.size, close()]).toEqual([false, 0, false]);
  });
});

describe('a page of ours', () => {
  it('may go to itself, and to no other page of ours', () => {
    const here = 'app://loket/index.html';
    expect(isSamePage(here, here)).toBe(true);
    expect(isSamePage(here, `${here}#place`)).toBe(true);
    for (const there of ['app://loket/paper.html', 'app://loket/customer.html', 'https://example.com/', 'x'])
      expect([there, isSamePage(here, there)]).toEqual([there, false]);
  });
});

describe('starting with the system', () => {
  function bench(isPackaged = true) {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'loket autostart-'));
    onTestFinished(() => fs.rmSync(home, { recursive: true, force: true }));
    const login: unknown[] = [];
    const app = {
      isPackaged,
      getPath: () => home,
      getAppPath: () => '/opt/loket app',
      setLoginItemSettings: (item: unknown) => void login.push(item),
    };
    const start = (isOn: boolean, over: object = {}): void =>
      startWithSystem(
        { app, platform: 'linux', execPath: '/opt/Loket/loket', appImage: undefined, ...over },
        isOn,
      );
    return { start, login, home, file: path.join(home, 'autostart/loket.desktop') };
  }

  it('is a file in the user’s folder, which goes again', () => {
    const { start, file } = bench();
    start(true);
    start(true);
    expect(fs.readFileSync(file, 'utf8')).toBe(desktopEntry(['/opt/Loket/loket']));
    expect(fs.readFileSync(file, 'utf8')).toContain('\nTryExec=/opt/Loket/loket\n');
    expect(fs.readdirSync(path.dirname(file))).toEqual(['loket.desktop']);
    start(false);
    start(false);
    expect(fs.existsSync(file)).toBe(false);
  });

  it('starts the AppImage where there is one, and a copy that is developed with its folder', () => {
    const image = bench();
    image.start(true, { appImage: '/home/sri/Loket 1.AppImage' });
    expect(fs.readFileSync(image.file, 'utf8')).toContain('Exec="/home/sri/Loket 1.AppImage"\n');
    const copy = bench(false);
    copy.start(true);
    expect(fs.readFileSync(copy.file, 'utf8')).toContain('Exec="/opt/Loket/loket" "/opt/loket app"\n');
  });

  it('quotes what a desktop entry would take for its own signs', () => {
    expect(desktopEntry(['/a "b" $c `d` \\ 50%'])).toContain(
      String.raw`Exec="/a \\"b\\" \\$c \\` + '`d' + String.raw`\\` + '`' + String.raw` \\\\ 50%%"`,
    );
  });

  it('says so where the folder takes no writing', () => {
    const { start, home } = bench();
    fs.writeFileSync(path.join(home, 'autostart'), 'a file');
    expect(() => start(true)).toThrow();
  });

  it('is a login item on Windows', () => {
    const { start, login } = bench();
    start(true, { platform: 'win32', execPath: 'C:\\Loket\\Loket.exe' });
    start(false, { platform: 'win32', execPath: 'C:\\Loket\\Loket.exe' });
    expect(login).toEqual([
      { openAtLogin: true, path: 'C:\\Loket\\Loket.exe', args: [] },
      { openAtLogin: false, path: 'C:\\Loket\\Loket.exe', args: [] },
    ]);
  });
});
