import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardContents, guardSession, isAllowedRequest, isOurUrl } from '../../../electron/window/guards.ts';

const vite = 'http://127.0.0.1:5199/';

const never = [
  '',
  'loket',
  'about:blank',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:app://loket/1',
  'file:///etc/passwd',
  'http://loket/',
  'https://loket/',
  'https://example.com/app://loket/',
  'app:loket',
  'app://',
  'app:///index.html',
  'app://evil/index.html',
  'app://loket.evil/index.html',
  'app://loket@evil/index.html',
  'app://loket:1/index.html',
  'apps://loket/',
  'view-source:app://loket/',
  'filesystem:app://loket/x',
  'chrome://settings',
  'ws://127.0.0.1:1/',
];

describe('a page', () => {
  it.each(['app://loket/', 'app://loket/index.html', 'app://loket/paper.html#job=1', 'app://loket/x?y#z'])(
    'of ours may be at %s',
    (url) => {
      expect(isOurUrl(url, undefined)).toBe(true);
      expect(isAllowedRequest(url, undefined)).toBe(true);
    },
  );

  it.each(never)('may never be at, nor ask for, %j', (url) => {
    for (const devServer of [undefined, vite]) expect(isOurUrl(url, devServer)).toBe(false);
    expect(isAllowedRequest(url, undefined)).toBe(false);
  });

  it.each([
    'http://127.0.0.1:5199/index.html',
    'ws://127.0.0.1:5199/?token=1',
    'blob:http://127.0.0.1:5199/1',
    'data:image/png;base64,AA==',
  ])('may ask for %s in development alone', (url) => {
    expect(isAllowedRequest(url, vite)).toBe(true);
    expect(isAllowedRequest(url, undefined)).toBe(false);
  });

  it.each([
    'http://127.0.0.1:51990/',
    'http://127.0.0.1/',
    'https://127.0.0.1:5199/',
    'http://127.0.0.1:5199.evil.example/',
    'http://127.0.0.1:5199@evil.example/',
    'ws://127.0.0.1:1/',
    'ws://evil.example/',
    'wss://127.0.0.1:5199/',
    'https://example.com/',
  ])('may not ask for %s even in development', (url) => {
    expect(isOurUrl(url, vite)).toBe(false);
    expect(isAllowedRequest(url, vite)).toBe(false);
  });

  it.each([
    'ws://127.0.0.1:51990/',
    'ws://127.0.0.1:5199.evil.example/',
    'ws://127.0.0.1:5199@evil.example/',
  ])('in development may not ask for %s, which only begins like the development server', (url) => {
    for (const devServer of [vite, 'http://127.0.0.1:5199']) {
      expect(isAllowedRequest(url, devServer)).toBe(false);
    }
  });
});

type Answer = (allowed: unknown) => void;

/** A session that keeps the handlers it is given. */
function fakeSession() {
  const handlers: Record<string, (...args: never[]) => unknown> = {};
  const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
    handlers[name] = handler;
  };
  const events = new EventEmitter();
  const session = {
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
    webRequest: { onBeforeRequest: keep('beforeRequest') },
    on: (name: string, listener: (...args: unknown[]) => void) => events.on(name, listener),
  } as unknown as Session;
  const call = (name: string, ...args: unknown[]): unknown => {
    const handler = handlers[name] as ((...given: unknown[]) => unknown) | undefined;
    if (handler === undefined) throw new Error(`no handler: ${name}`);
    return handler(...args);
  };
  const answerTo = (name: string, ...before: unknown[]): unknown => {
    let answered: unknown = 'nothing';
    const answer: Answer = (allowed) => {
      answered = allowed;
    };
    call(name, ...before, answer);
    return answered;
  };
  return { session, events, call, answerTo };
}

describe('a guarded session', () => {
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'clipboard-sanitized-write',
    'usb',
    'serial',
    'hid',
    'fullscreen',
    'openExternal',
    'storage-access',
    'fileSystem',
    'unknown',
  ];

  it.each(permissions)('denies %s, asked for and checked', (permission) => {
    const { session, call, answerTo } = fakeSession();
    guardSession(session, undefined);
    expect(answerTo('permissionRequest', {}, permission)).toBe(false);
    expect(call('permissionCheck', {}, permission, 'app://loket')).toBe(false);
  });

  it('denies devices and the picture of the screen', () => {
    const { session, call, answerTo } = fakeSession();
    guardSession(session, undefined);
    expect(call('device', { deviceType: 'usb', origin: 'app://loket', device: {} })).toBe(false);
    expect(answerTo('displayMedia', {})).toEqual({});
  });

  it('downloads nothing', () => {
    const { session, events } = fakeSession();
    guardSession(session, undefined);
    let prevented = false;
    events.emit('will-download', { preventDefault: () => (prevented = true) }, {}, {});
    expect(prevented).toBe(true);
  });

  it.each([
    ['app://loket/index.html', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:5199/', true],
    ['file:///etc/passwd', true],
    ['ws://127.0.0.1:5199/', true],
    ['nonsense', true],
  ])('of an installed counter: a request for %s is cancelled: %s', (url, cancel) => {
    const { session, answerTo } = fakeSession();
    guardSession(session, undefined);
    expect(answerTo('beforeRequest', { url })).toEqual({ cancel });
  });
});

describe('guarded contents', () => {
  function open(devServer?: string, at = 'app://loket/index.html') {
    const app = new EventEmitter();
    guardContents(app as unknown as App, devServer);
    const contents = new EventEmitter();
    let openHandler: (details: { url: string }) => unknown = () => ({ action: 'allow' });
    app.emit(
      'web-contents-created',
      {},
      Object.assign(contents, {
        getURL: () => at,
        setWindowOpenHandler: (handler: typeof openHandler) => {
          openHandler = handler;
        },
      }),
    );
    const isPrevented = (name: string, url: string): boolean => {
      let prevented = false;
      contents.emit(name, { url, preventDefault: () => (prevented = true) });
      return prevented;
    };
    return { isPrevented, openWindow: (url: string) => openHandler({ url }) };
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stay where they are on %s', (event) => {
    const { isPrevented } = open();
    for (const url of never) expect(isPrevented(event, url), url).toBe(true);
    expect(isPrevented(event, vite)).toBe(true);
    expect(isPrevented(event, 'app://loket/index.html')).toBe(false);
  });

  it('open no window, not even of our own page', () => {
    const { openWindow } = open();
    for (const url of ['https://example.com/', 'app://loket/index.html', 'about:blank', vite]) {
      expect(openWindow(url)).toEqual({ action: 'deny' });
    }
  });

  it('embed no page', () => {
    expect(open().isPrevented('will-attach-webview', 'app://loket/index.html')).toBe(true);
  });

  it('may be loaded anew by the development server in development', () => {
    const page = 'http://127.0.0.1:5199/index.html';
    expect(open(vite, page).isPrevented('will-navigate', page)).toBe(false);
    expect(open(vite, page).isPrevented('will-navigate', 'http://127.0.0.1:51990/')).toBe(true);
  });

  it('do not go from one page of ours to another: each has its window', () => {
    const { isPrevented } = open();
    for (const page of ['paper', 'customer', 'crashed'])
      expect(isPrevented('will-navigate', `app://loket/${page}.html`)).toBe(true);
  });

  it('do not hold their window open', () => {
    expect(open().isPrevented('will-prevent-unload', '')).toBe(true);
  });
});
