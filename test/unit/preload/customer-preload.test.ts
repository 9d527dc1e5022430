import { EventEmitter } from 'node:events';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { customerViewChannel } from '../../../shared/customer-display/channel.ts';

type Display = { readonly onView: (listener: (view: unknown) => void) => void };

const exposed = new Map<string, Display>();
let ipc = new EventEmitter();
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: Display) => exposed.set(name, api) },
  // Nothing but hearing: what asked of main would not be there.
  ipcRenderer: { on: (channel: string, listener: (...args: unknown[]) => void) => ipc.on(channel, listener) },
}));

afterAll(() => vi.doUnmock('electron'));

async function load(): Promise<Display> {
  vi.resetModules();
  exposed.clear();
  ipc = new EventEmitter();
  await import('../../../electron/window/customer-preload.ts');
  const display = exposed.get('loketCustomer');
  if (display === undefined) throw new Error('nothing is exposed');
  return display;
}

describe('what the page of the customer’s display has', () => {
  let display: Display;
  beforeEach(async () => {
    display = await load();
  });
  const tell = (view: unknown): void =>
    void ipc.emit(customerViewChannel, { sender: 'ipcRenderer' }, view, 'more');

  it('is one function that hears, on one channel', () => {
    expect([...exposed.keys()]).toEqual(['loketCustomer']);
    expect(Object.keys(display)).toEqual(['onView']);
    expect(ipc.eventNames()).toEqual([customerViewChannel]);
  });

  it('hands on the view and never the event', () => {
    const heard: unknown[][] = [];
    display.onView((...args: unknown[]) => heard.push(args));
    tell({ n: 1 });
    tell({ n: 2 });
    expect(heard).toEqual([[{ n: 1 }], [{ n: 2 }]]);
  });

  it('has a listener that comes late hear the newest view, and it alone', () => {
    tell({ n: 1 });
    tell({ n: 2 });
    const heard: unknown[] = [];
    display.onView((view) => heard.push(view));
    expect(heard).toEqual([{ n: 2 }]);
  });

  it('tells a listener in whose place another is nothing more', () => {
    const heard: string[] = [];
    display.onView(() => heard.push('first'));
    display.onView(() => heard.push('second'));
    tell({});
    expect(heard).toEqual(['second']);
  });
});
