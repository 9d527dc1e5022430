import { EventEmitter } from 'node:events';
import type { App, BrowserWindow, PowerMonitor } from 'electron';
import { describe, expect, it } from 'vitest';
import { holdClosing } from '../../../electron/window/hold-closing.ts';

function bench() {
  let busy = false;
  let quits = 0;
  const app = Object.assign(new EventEmitter(), { quit: () => void (quits += 1) });
  const window = new EventEmitter();
  const power = new EventEmitter();
  const blockers = new Set<number>();
  let started = 0;
  const hold = holdClosing({
    app: app as unknown as App,
    powerMonitor: power as unknown as PowerMonitor,
    powerSaveBlocker: {
      start(type) {
        if (type !== 'prevent-app-suspension') throw new Error(`the screen may go dark: ${type}`);
        blockers.add((started += 1));
        return started;
      },
      stop: (id) => blockers.delete(id),
    },
    isBusy: () => busy,
  });
  hold.guard(window as unknown as BrowserWindow);
  const ask = (whom: EventEmitter, event: string): boolean => {
    let prevented = false;
    whom.emit(event, { preventDefault: () => (prevented = true) });
    return prevented;
  };
  return {
    hold,
    quits: () => quits,
    become: (state: boolean) => {
      busy = state;
    },
    close: () => ask(window, 'close'),
    quit: () => ask(app, 'before-quit'),
    'log off': () => ask(window, 'query-session-end'),
    'shut down': () => ask(power, 'shutdown'),
    blockers,
    started: () => started,
  };
}

describe('the end of the program', () => {
  it('is not held while nothing is waited for', () => {
    const { close, quit, hold, quits } = bench();
    expect(close()).toBe(false);
    expect(quit()).toBe(false);
    hold.reconsider();
    expect(quits()).toBe(0);
  });

  it.each(['close', 'quit', 'log off', 'shut down'] as const)(
    'is held by %s while it is, and comes by itself afterwards, once',
    (way) => {
      const { become, hold, quits, ...ways } = bench();
      become(true);
      expect(ways[way]()).toBe(true);
      hold.reconsider();
      expect(quits()).toBe(0);
      become(false);
      hold.reconsider();
      hold.reconsider();
      expect(quits()).toBe(1);
    },
  );

  it('keeps the system awake exactly while something is waited for', () => {
    const { hold, become, blockers, started } = bench();
    hold.reconsider();
    expect(blockers.size).toBe(0);
    become(true);
    hold.reconsider();
    hold.reconsider();
    expect([blockers.size, started()]).toEqual([1, 1]);
    become(false);
    hold.reconsider();
    expect([blockers.size, started()]).toEqual([0, 1]);
  });

  it('is held during a work that must not be cut off, and comes afterwards also where it failed', async () => {
    const { close, hold, quits, blockers } = bench();
    let fail = (_reason: Error): void => undefined;
    const work = hold.during(
      () =>
        new Promise<void>((_, reject) => {
          fail = reject;
        }),
    );
    expect(close()).toBe(true);
    expect([quits(), blockers.size]).toEqual([0, 1]);
    fail(new Error('half done'));
    await expect(work).rejects.toThrow('half done');
    expect([quits(), blockers.size]).toEqual([1, 0]);
    expect(close()).toBe(false);
  });
});
