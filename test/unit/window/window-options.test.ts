import { describe, expect, it } from 'vitest';
import {
  counterWindowOptions,
  paperWindowOptions,
  webPreferences,
} from '../../../electron/window/window-options.ts';

const windows = [
  ['the counter', counterWindowOptions],
  ['the paper', paperWindowOptions],
] as const;

describe.each(windows)('the window of %s', (_name, options) => {
  it.each([true, false])('is untrusted code as far as main is concerned (packaged: %s)', (isPackaged) => {
    expect(options('/p/preload.cjs', isPackaged).webPreferences).toMatchObject({
      preload: '/p/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    });
  });

  it.each([
    'webSecurity',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'enableWebSQL',
    'plugins',
    'partition',
    'session',
    'additionalArguments',
    'enableRemoteModule',
  ])('leaves %s as Chromium has it', (key) => {
    expect(options('/p', false).webPreferences).not.toHaveProperty(key);
  });

  it('is not shown before it has something to show', () => {
    expect(options('/p', true).show).toBe(false);
  });

  it('has developer tools in development and only there', () => {
    expect(options('/p', false).webPreferences?.devTools).toBe(true);
    expect(options('/p', true).webPreferences?.devTools).toBe(false);
  });
});

describe('the counter’s window', () => {
  it('fits a screen of 1024×600', () => {
    const { minWidth = 0, minHeight = 0 } = counterWindowOptions('/p', true);
    expect(minWidth).toBeLessThanOrEqual(1024);
    expect(minHeight).toBeLessThanOrEqual(600);
  });
});

it('no two windows share the object of their preferences', () => {
  expect(webPreferences('/p', true)).not.toBe(webPreferences('/p', true));
});
