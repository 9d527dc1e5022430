import { beforeEach, describe, expect, it } from 'vitest';
import { createPrinters, type Printers } from '../../../electron/printing/printers.ts';
import type { PrinterLook } from '../../../electron/printing/printer.ts';
import { tryPrinter } from '../../../electron/printing/try-printer.ts';
import { watchEveryMs } from '../../../electron/printing/watch-printer.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { rulers } from '../../../shared/printing/test-page.ts';
import {
  untriedPrinter,
  type PrinterMemory,
  type PrinterSetup,
} from '../../../shared/printing/printing-settings.ts';
import { createManualTimers, settled, type ManualTimers } from './manual-timers.ts';
import { createSpeakingPrinter, type SpeakingPrinter } from './speaking-printer.ts';

const setupAt = (host: string, id = 'p'): PrinterSetup => ({
  id,
  name: 'Kasir',
  connection: { kind: 'network', host, port: 9100 },
  profile: printerProfiles['58mm'],
});

let setups: PrinterSetup[];
let wires: Map<string, SpeakingPrinter>;
let memories: Map<string, PrinterMemory>;
let looks: { readonly id: string; readonly look: PrinterLook }[];
let timers: ManualTimers;
let printers: Printers;

const wireOf = (setup: PrinterSetup): SpeakingPrinter => {
  const name = setup.connection.kind === 'network' ? setup.connection.host : setup.connection.kind;
  const standing = wires.get(name) ?? createSpeakingPrinter();
  wires.set(name, standing);
  return standing;
};

const cellOf = (id: string) => ({
  get: () => memories.get(id) ?? untriedPrinter,
  set: (memory: PrinterMemory) => void memories.set(id, memory),
});

beforeEach(() => {
  setups = [setupAt('a')];
  wires = new Map();
  memories = new Map();
  looks = [];
  timers = createManualTimers();
  printers = createPrinters({
    setups: () => setups,
    transportFor: wireOf,
    memory: { get: (id) => cellOf(id).get(), set: (id, memory) => cellOf(id).set(memory) },
    onLook: (id, look) => looks.push({ id, look }),
    onFault: (error) => {
      throw error;
    },
    onReason: () => undefined,
    timers,
  });
});

/** Lets what is under way come to rest. */
const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await settled();
};

describe('the printers that are set up', () => {
  it('are one object each for as long as their connection stands, whatever else changes', () => {
    const first = printers.all().get('p');
    setups = [{ ...setupAt('a'), name: 'Dapur', profile: printerProfiles['80mm'] }];
    expect(printers.all().get('p')).toBe(first);
    setups = [setupAt('b')];
    expect(printers.all().get('p')).not.toBe(first);
    setups = [setupAt('b'), setupAt('c', 'q')];
    expect([...printers.all().keys()]).toEqual(['p', 'q']);
  });

  it('are looked at every few seconds where they have answered, and never where they have not', async () => {
    printers.all();
    await timers.advance(10 * watchEveryMs);
    expect(wires.get('a')?.told).toEqual([]);

    memories.set('p', { answers: 'yes', confirms: 'yes' });
    await timers.advance(watchEveryMs);
    await rest();
    expect(wires.get('a')?.told).toEqual(['open', 'DLE EOT 1', 'DLE EOT 4', 'close']);
    expect(looks.at(-1)).toEqual({ id: 'p', look: { status: 'ok' } });
  });

  it('show an empty roll within two looks, and a full one again', async () => {
    memories.set('p', { answers: 'yes', confirms: 'yes' });
    printers.all();
    const shown = async (): Promise<PrinterLook | undefined> => {
      await timers.advance(watchEveryMs);
      await rest();
      return looks.at(-1)?.look;
    };
    const wire = wireOf(setupAt('a'));
    wire.paper = 'out';
    expect(await shown()).toEqual({ status: 'attention', problem: 'paper-out' });
    wire.paper = 'ok';
    expect(await shown()).toEqual({ status: 'ok' });
  });

  it('are looked at no more once they are gone or closed', async () => {
    memories.set('p', { answers: 'yes', confirms: 'yes' });
    printers.all();
    await rest();
    setups = [setupAt('b')];
    printers.all();
    await printers.close();
    const told = [...(wires.get('a')?.told ?? [])];
    await timers.advance(10 * watchEveryMs);
    expect(wires.get('a')?.told).toEqual(told);
    expect(timers.waiting).toBe(0);
  });
});

describe('trying a printer', () => {
  it('prints the rulers and tells what it answers, before it is set up', async () => {
    const setup = setupAt('new', 'x');
    const result = await tryPrinter(printers, { setup, part: 'page' }, cellOf('x'));
    expect(result).toEqual({
      state: 'printed',
      problem: null,
      memory: { answers: 'yes', confirms: 'yes' },
    });
    const text = Buffer.from(wires.get('new')?.taken ?? []).toString('latin1');
    for (const columns of [...rulers.A, ...rulers.B])
      expect(text).toMatch(new RegExp(`^.*${columns} [-+0-9]*\\|$`, 'm'));
    expect(wires.get('new')?.told.at(-1)).toBe('close');
  });

  it('uses the printer that is in use for that connection, and finds out anew what it answers', async () => {
    memories.set('p', { answers: 'never', confirms: 'never' });
    const inUse = printers.all().get('p');
    expect(printers.borrow(setupAt('a', 'y'), cellOf('y')).printer).toBe(inUse);
    const { memory } = await tryPrinter(printers, { setup: setupAt('a'), part: 'page' }, cellOf('p'));
    expect(memory.answers).toBe('yes');
  });

  it('says so where the printer is not there', async () => {
    wireOf(setupAt('away')).closedBy = 'unreachable';
    const result = await tryPrinter(printers, { setup: setupAt('away'), part: 'cut' }, cellOf('p'));
    expect(result).toMatchObject({ state: 'failed', problem: 'unreachable' });
  });

  it('moves the drawer by a pulse and nothing else, and only where there is one', async () => {
    const setup = setupAt('till');
    expect((await tryPrinter(printers, { setup, part: 'drawer' }, cellOf('p'))).state).toBe('failed');
    const drawer = { pin: 5, onMs: 50, offMs: 500 } as const;
    const withDrawer = { ...setup, profile: { ...setup.profile, drawer } };
    expect((await tryPrinter(printers, { setup: withDrawer, part: 'drawer' }, cellOf('p'))).state).toBe(
      'sent',
    );
    expect(wires.get('till')?.taken).toEqual([0x1b, 0x70, 1, 25, 250]);
  });
});
