import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAlive } from '../../../electron/window/keep-alive.ts';

const page = 'app://loket/index.html';
const plainPage = 'app://loket/crashed.html';

function bench({ reloads }: { reloads: number }) {
  const loaded: string[] = [];
  let left = reloads;
  let isGone = false;
  const webContents = new EventEmitter();
  const kept = keepAlive(
    {
      webContents,
      isDestroyed: () => isGone,
      loadURL: (url: string) => {
        loaded.push(url);
        return Promise.reject(new Error('a newer page is loaded'));
      },
    } as unknown as Parameters<typeof keepAlive>[0],
    { page, plainPage, mayReload: () => (left -= 1) >= 0 },
  );
  kept.load();
  return {
    loaded,
    kept,
    breakOff: () => webContents.emit('render-process-gone'),
    close: () => (isGone = true),
    allow: (more: number) => (left = more),
  };
}

describe('a window whose page breaks off', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gets its page anew each time, as long as that is seldom', () => {
    const { loaded, breakOff } = bench({ reloads: 2 });
    breakOff();
    breakOff();
    expect(loaded).toEqual([page, page, page]);
  });

  it('gets the plain page where it is not, once, and its own a minute later', () => {
    const { loaded, breakOff, allow } = bench({ reloads: 0 });
    breakOff();
    expect(loaded).toEqual([page, plainPage]);
    // The plain one breaks off too: nothing is left to try until the minute is over.
    breakOff();
    vi.advanceTimersByTime(59_999);
    expect(loaded).toEqual([page, plainPage]);
    vi.advanceTimersByTime(1);
    expect(loaded).toEqual([page, plainPage, page]);
    allow(1);
    breakOff();
    expect(loaded).toEqual([page, plainPage, page, page]);
  });

  it('is left alone once it is closed', () => {
    const { loaded, breakOff, close } = bench({ reloads: 0 });
    breakOff();
    close();
    breakOff();
    vi.advanceTimersByTime(60_000);
    expect(loaded).toEqual([page, plainPage]);
  });
});
