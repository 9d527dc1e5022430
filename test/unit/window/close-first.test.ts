import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeFirst } from '../../../electron/window/close-first.ts';

/** Electron's `app` as far as its end goes: `quit` asks, and ends where nobody objects. */
class FakeApp extends EventEmitter {
  hasEnded = false;
  quit(): void {
    let isHeld = false;
    this.emit('will-quit', {
      preventDefault: () => {
        isHeld = true;
      },
    });
    this.hasEnded ||= !isHeld;
  }
}

describe('the end of the program', () => {
  let app: FakeApp;
  let finish: () => void;
  let fail: (error: Error) => void;
  let closings: number;

  beforeEach(() => {
    vi.useFakeTimers();
    app = new FakeApp();
    closings = 0;
    closeFirst(app as never, () => {
      closings += 1;
      return new Promise((resolve, reject) => {
        finish = resolve;
        fail = reject;
      });
    });
  });
  afterEach(() => vi.useRealTimers());

  it('waits until what must be closed is closed, once, however often it is asked for', async () => {
    app.quit();
    app.quit();
    expect([app.hasEnded, closings]).toEqual([false, 1]);
    finish();
    await vi.advanceTimersByTimeAsync(1);
    expect([app.hasEnded, closings]).toEqual([true, 1]);
  });

  it('comes all the same where closing fails or hangs', async () => {
    app.quit();
    fail(new Error('a bug'));
    await vi.advanceTimersByTimeAsync(1);
    expect(app.hasEnded).toBe(true);

    const hanging = new FakeApp();
    closeFirst(hanging as never, () => new Promise(() => undefined));
    hanging.quit();
    await vi.advanceTimersByTimeAsync(7_999);
    expect(hanging.hasEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(hanging.hasEnded).toBe(true);
  });
});
