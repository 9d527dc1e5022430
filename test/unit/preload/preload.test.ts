import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { createBuilder } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookChannel } from '../../../shared/contract/look.ts';
import {
  noticeChannel,
  noticeNames,
  requestChannel,
  requestNames,
} from '../../../shared/contract/channels.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
let folder = '';
let bundle = '';

/** The bundle as it ships, but written elsewhere. */
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-preload-'));
  const builder = await createBuilder({
    configFile: path.join(repository, 'vite.config.ts'),
    logLevel: 'silent',
    environments: { preload: { build: { outDir: folder } } },
  });
  const preload = builder.environments['preload'];
  if (preload === undefined) throw new Error('vite.config.ts has no environment for the preload bundle');
  await builder.build(preload);
  bundle = fs.readFileSync(path.join(folder, 'preload.cjs'), 'utf8');
}, 60_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

type Bridge = Record<string, (input?: unknown) => unknown> & {
  readonly on: Record<string, (listener: (...args: unknown[]) => void) => () => void>;
};

/** Runs the bundle as Electron would, with an Electron that only notes what is asked of it. */
function load() {
  const ipc = new EventEmitter();
  const invoked: unknown[][] = [];
  const exposed = new Map<string, unknown>();
  const required: string[] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => exposed.set(name, api) },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        invoked.push(args);
        return Promise.resolve({ ok: true });
      },
      on: (channel: string, listener: (...args: unknown[]) => void) => ipc.on(channel, listener),
      off: (channel: string, listener: (...args: unknown[]) => void) => ipc.off(channel, listener),
    },
  };
  const require = (name: string): unknown => {
    required.push(name);
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`);
    return electron;
  };
  // Nothing of Node but what a sandboxed preload has.
  const world = { require, module: { exports: {} }, exports: {} };
  vm.runInNewContext(bundle, world, { filename: 'preload.cjs' });
  return { ipc, invoked, exposed, required, bridge: exposed.get('loket') as Bridge };
}

describe('the preload bundle', () => {
  it('loads nothing but Electron', () => {
    expect(new Set(load().required)).toEqual(new Set(['electron']));
  });

  it('holds neither schemas nor Zod', () => {
    expect(bundle).not.toMatch(/zod|jitless|strictObject|safeParse|not a whole amount/i);
    expect(bundle.length).toBeLessThan(10_000);
  });

  it('runs no code from text', () => {
    expect(bundle).not.toMatch(/\beval\b|new Function/);
  });
});

describe('window.loket', () => {
  it('is the one thing exposed, with the names of the contract and no other', () => {
    const { exposed, bridge } = load();
    expect([...exposed.keys()]).toEqual(['loket']);
    expect(Object.keys(bridge).toSorted()).toEqual([...requestNames, 'look', 'on'].toSorted());
    expect(Object.keys(bridge.on).toSorted()).toEqual([...noticeNames].toSorted());
  });

  it('is made of functions: no object of Electron’s, no channel’s name', () => {
    const { bridge } = load();
    for (const name of requestNames) expect(typeof bridge[name]).toBe('function');
    for (const name of noticeNames) expect(typeof bridge.on[name]).toBe('function');
  });

  it.each(requestNames)('%s sends on its own channel, one value and no more', async (name) => {
    const { bridge, invoked } = load();
    const request = bridge[name] as (...args: unknown[]) => Promise<unknown>;
    expect(await request({ some: 'input' }, 'more', 'and more')).toEqual({ ok: true });
    expect(invoked).toEqual([[requestChannel(name), { some: 'input' }]]);
  });

  it('look sends nothing', async () => {
    const { bridge, invoked } = load();
    const look = bridge['look'] as (...args: unknown[]) => Promise<unknown>;
    expect(await look('more')).toEqual({ ok: true });
    expect(invoked).toEqual([[lookChannel]]);
  });

  it.each(noticeNames)('on.%s hands on the value and never the event', (name) => {
    const { ipc, bridge } = load();
    const heard: unknown[][] = [];
    bridge.on[name]?.((...args) => heard.push(args));
    ipc.emit(noticeChannel(name), { sender: 'ipcRenderer' }, { revision: 1 }, 'more');
    expect(heard).toEqual([[{ revision: 1 }]]);
  });

  it.each(noticeNames)(
    'on.%s is undone for its own listener alone, once is enough, and says nothing',
    (name) => {
      const { ipc, bridge } = load();
      const heard: string[] = [];
      const undo = bridge.on[name]?.(() => heard.push('first'));
      bridge.on[name]?.(() => heard.push('second'));
      expect(undo?.()).toBeUndefined();
      expect(undo?.()).toBeUndefined();
      ipc.emit(noticeChannel(name), {}, {});
      expect(heard).toEqual(['second']);
      expect(ipc.listenerCount(noticeChannel(name))).toBe(1);
    },
  );
});
