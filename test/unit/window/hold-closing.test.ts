import { EventEmitter } from 'node:events';
import type { App, BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { holdClosing } from '../../../electron/window/hold-closing.ts';

function bench() {
  let busy = false;
  let quits = 0;
  const app = Object.assign(new EventEmitter(), { quit: () => void (quits += 1) });
  const window = new EventEmitter();
  const hold = holdClosing(app as unknown as App, () => busy);
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

  it.each(['close', 'quit'] as const)(
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
});
