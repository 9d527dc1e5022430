import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent } from 'electron';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { noticeChannel } from '../../../shared/contract/channels.ts';
import type { CounterState } from '../../../shared/contract/counter-state.ts';

/** A `BrowserWindow` as far as the counter's window needs one. Nothing here starts Electron. */
class FakeWindow extends EventEmitter {
  static readonly opened: FakeWindow[] = [];
  static nextId = 1;
  readonly sent: unknown[][] = [];
  readonly loaded: string[] = [];
  isGone = false;
  readonly webContents = Object.assign(new EventEmitter(), {
    id: FakeWindow.nextId++,
    mainFrame: { url: 'app://loket/index.html' },
    send: (...message: unknown[]) => void this.sent.push(message),
  });
  constructor() {
    super();
    FakeWindow.opened.push(this);
  }
  removeMenu = (): void => undefined;
  isShown = false;
  show = (): void => {
    this.isShown = true;
  };
  hide = (): void => {
    this.isShown = false;
  };
  focus = (): void => undefined;
  isMinimized = (): boolean => false;
  isDestroyed = (): boolean => this.isGone;
  loadURL = (url: string): Promise<void> => {
    this.loaded.push(url);
    return Promise.resolve();
  };
}

vi.mock('electron', () => ({ BrowserWindow: FakeWindow }));
afterAll(() => vi.doUnmock('electron'));
const { createWindows } = await import('../../../electron/window/windows.ts');

const state = { revision: 7 } as CounterState;
const options = { preloadFolder: '/p', isPackaged: true, devServer: undefined };

const mayGo = (): boolean => false;

function openCounter(mustStay = mayGo) {
  const windows = createWindows(options);
  windows.openCounter(() => undefined, mustStay);
  const window = FakeWindow.opened.at(-1);
  if (window === undefined) throw new Error('no window was opened');
  const event = (over: object = {}): IpcMainInvokeEvent =>
    ({
      sender: window.webContents,
      senderFrame: window.webContents.mainFrame,
      ...over,
    }) as unknown as IpcMainInvokeEvent;
  return { windows, window, event };
}

beforeEach(() => {
  FakeWindow.opened.length = 0;
});

describe('a message to main', () => {
  it('is trusted from the main frame of the counter’s window, on a page of ours', () => {
    const { windows, event } = openCounter();
    expect(windows.isTrusted(event())).toBe(true);
  });

  it('is not trusted from an inner frame, even one that shows a page of ours', () => {
    const { windows, event } = openCounter();
    expect(windows.isTrusted(event({ senderFrame: { url: 'app://loket/index.html' } }))).toBe(false);
  });

  it('is not trusted from a frame that is gone', () => {
    const { windows, event } = openCounter();
    expect(windows.isTrusted(event({ senderFrame: null }))).toBe(false);
  });

  it.each(['https://example.com/', 'about:blank', 'app://evil/', 'file:///x.html', ''])(
    'is not trusted from a page at %j',
    (url) => {
      const { windows, window, event } = openCounter();
      window.webContents.mainFrame.url = url;
      expect(windows.isTrusted(event())).toBe(false);
    },
  );

  it('is not trusted from contents that are not a window of ours', () => {
    const { windows } = openCounter();
    const stranger = new FakeWindow().webContents;
    const event = { sender: stranger, senderFrame: stranger.mainFrame } as unknown as IpcMainInvokeEvent;
    expect(windows.isTrusted(event)).toBe(false);
  });

  it('is not trusted once its window is closed', () => {
    const { windows, window, event } = openCounter();
    window.emit('closed');
    expect(windows.isTrusted(event())).toBe(false);
  });
});

describe('the state of the counter', () => {
  it('is told to its window alone, and to nobody once that is gone', () => {
    const { windows, window } = openCounter();
    windows.tellCounter(state);
    expect(window.sent).toEqual([[noticeChannel('counterState'), state]]);
    window.isGone = true;
    windows.tellCounter(state);
    window.emit('closed');
    windows.tellCounter(state);
    expect(window.sent).toHaveLength(1);
  });

  it('may be told before there is a window', () => {
    expect(() => createWindows(options).tellCounter(state)).not.toThrow();
  });
});

describe('the counter’s window', () => {
  it('shows our page by app:// where there is no development server', () => {
    expect(openCounter().window.loaded).toEqual(['app://loket/index.html']);
  });

  it('shows the development server’s page in development', () => {
    createWindows({ ...options, devServer: 'http://127.0.0.1:5199/' }).openCounter(() => undefined, mayGo);
    expect(FakeWindow.opened.at(-1)?.loaded).toEqual(['http://127.0.0.1:5199/index.html']);
  });

  it('is the one that was on its way already', () => {
    const windows = createWindows(options);
    windows.prepareCounter(false);
    const guarded: unknown[] = [];
    windows.openCounter((window) => void guarded.push(window), mayGo);
    expect(FakeWindow.opened).toHaveLength(1);
    expect(guarded).toEqual(FakeWindow.opened);
    expect(FakeWindow.opened[0]?.loaded).toEqual(['app://loket/index.html']);
  });

  it('is shown once it is both drawn and opened, whichever is first', async () => {
    const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    for (const isDrawnFirst of [true, false]) {
      FakeWindow.opened.length = 0;
      const windows = createWindows(options);
      windows.prepareCounter(false);
      const steps = [
        () => FakeWindow.opened[0]?.emit('ready-to-show'),
        () => windows.openCounter(() => undefined, mayGo),
      ];
      const shown = [];
      for (const step of isDrawnFirst ? steps : steps.toReversed()) {
        step();
        await settled();
        shown.push(FakeWindow.opened[0]?.isShown);
      }
      expect(shown).toEqual([false, true]);
    }
  });

  it('is shown once it is drawn where it looks as it did last', async () => {
    const windows = createWindows(options);
    windows.prepareCounter(true);
    const [window] = FakeWindow.opened;
    await new Promise((resolve) => setImmediate(resolve));
    expect(window?.isShown).toBe(false);
    window?.emit('ready-to-show');
    await new Promise((resolve) => setImmediate(resolve));
    expect(window?.isShown).toBe(true);
  });

  it('leaves the screen where something is said in its place, and does not come back to it', async () => {
    const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const windows = createWindows(options);
    windows.prepareCounter(true);
    const [window] = FakeWindow.opened;
    window?.emit('ready-to-show');
    await settled();
    windows.withdrawCounter();
    expect(window?.isShown).toBe(false);

    FakeWindow.opened.length = 0;
    const late = createWindows(options);
    late.prepareCounter(true);
    late.withdrawCounter();
    FakeWindow.opened[0]?.emit('ready-to-show');
    await settled();
    expect(FakeWindow.opened[0]?.isShown).toBe(false);
  });

  it('comes back where its page closed it and it must stay, guarded and trusted as before', () => {
    const windows = createWindows(options);
    const guarded: unknown[] = [];
    windows.openCounter(
      (window) => guarded.push(window),
      () => true,
    );
    FakeWindow.opened[0]?.emit('closed');
    const [first, second, third] = FakeWindow.opened;
    expect(third).toBeUndefined();
    expect(guarded).toEqual([first, second]);
    expect(second?.loaded).toEqual(['app://loket/index.html']);
    expect(windows.comesBack()).toBe(true);
    windows.tellCounter(state);
    expect([first?.sent, second?.sent]).toEqual([[], [[noticeChannel('counterState'), state]]]);
    const { webContents: sender } = second ?? new FakeWindow();
    const event = { sender, senderFrame: sender.mainFrame } as unknown as IpcMainInvokeEvent;
    expect(windows.isTrusted(event)).toBe(true);
  });

  it('stays away where it may go, and the program with it', () => {
    const { windows, window } = openCounter();
    window.emit('closed');
    expect(FakeWindow.opened).toEqual([window]);
    expect(windows.comesBack()).toBe(false);
    expect(createWindows(options).comesBack()).toBe(false);
  });

  it('shows the plain page once its page closes it over and over', () => {
    openCounter(() => true);
    for (let n = 0; n < 4; n += 1) FakeWindow.opened.at(-1)?.emit('closed');
    expect(FakeWindow.opened.map(({ loaded }) => loaded.join())).toEqual([
      ...Array.from({ length: 4 }, () => 'app://loket/index.html'),
      'app://loket/crashed.html',
    ]);
  });
});
