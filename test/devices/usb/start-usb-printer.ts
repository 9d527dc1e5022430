import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { missingEmulatorPackages } from '../../../scripts/setup/device-emulator.mjs';
import { compileShim, hasCompiler } from '../../fixtures/compile-shim.ts';

/** A receipt printer that does not exist, as the USB cable shows it. */
export interface UsbPrinterOptions {
  /** Default: 0x04b8, Epson. */
  readonly vendorId?: number;
  readonly productId?: number;
  /** `null`: it has none, as many cheap ones. */
  readonly serialNumber?: string | null;
  readonly manufacturer?: string | null;
  readonly product?: string | null;
  /** IEEE 1284; `null`: it does not know the request. */
  readonly deviceId?: string | null;
  /**
   * Of the printer's interface, an alternate setting each: 1 takes bytes and says nothing (no IN endpoint), 2 answers.
   * Default: `[2]`.
   */
  readonly protocols?: readonly (1 | 2)[];
  /** A second interface that is no printer's, with endpoints that take bytes. Default: `none`. */
  readonly companion?: 'none' | 'before' | 'after';
  /** How many bytes it takes while it cannot print; then the transfer hangs. Default: 4096 (TM-T88III). */
  readonly bufferBytes?: number;
  /** It never answers, neither `DLE EOT` nor `GS r`. */
  readonly mute?: boolean;
  /** Default: yes. */
  readonly plugged?: boolean;
}

/** A printer on the emulated bus. It answers `DLE EOT n` and `GS r n`, the latter after what came before is on paper. */
export interface UsbPrinter {
  /** What a program needs in its environment to see this bus, and no other USB device. */
  readonly env: Readonly<Record<string, string>>;
  /** The bytes that it has taken so far, in order, of all programs and over all plugs. */
  bytes(): Buffer;
  /** The bytes that went to the interface that is no printer's. */
  companionBytes(): Buffer;
  /**
   * `paper out`, `cover open`, `out hang 1000`, `unplug` …: the head of `usb-printer-server.py` lists them all. Resolves
   * when it is so.
   *
   * @throws Error where there is no such command.
   */
  tell(command: string): Promise<void>;
  /** What the system was asked to do with the device since the last call: `CLAIMINTERFACE 0`, `CONNECT 0 usblp` … */
  log(): Promise<readonly string[]>;
  /** Unplugs it for ever, and removes every trace. May be called twice. */
  stop(): Promise<void>;
}

/** Several printers on one bus. */
export interface UsbBus {
  readonly env: Readonly<Record<string, string>>;
  readonly printers: readonly UsbPrinter[];
  /** One more printer, plugged in beside the others where its options do not say otherwise. */
  add(options?: UsbPrinterOptions): Promise<UsbPrinter>;
  stop(): Promise<void>;
}

const plain: Required<UsbPrinterOptions> = {
  vendorId: 0x04b8,
  productId: 0x0202,
  serialNumber: 'FAKE0001',
  manufacturer: 'EPSON',
  product: 'TM-T88V',
  deviceId: 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;',
  protocols: [2],
  companion: 'none',
  bufferBytes: 4096,
  mute: false,
  plugged: true,
};

const python = '/usr/bin/python3';
const server = path.join(import.meta.dirname, 'usb-printer-server.py');

/** Why there can be no emulated USB device on this machine, or undefined. */
export function whyNoUsb(): string | undefined {
  if (process.platform !== 'linux') return 'umockdev is for Linux';
  const missing = [...missingEmulatorPackages(), ...(hasCompiler() ? [] : ['gcc', 'libc6-dev'])];
  return missing.length === 0 ? undefined : `${missing.join(', ')} is not installed`;
}

type Server = ChildProcessByStdio<Writable, Readable, Readable>;

/** The server's answers, one a line, in the order of the questions. */
interface Answers {
  next(): Promise<Readonly<Record<string, unknown>>>;
}

function answersOf(child: Server): Answers {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  return {
    async next() {
      const line = await lines.next();
      if (line.done === true) throw new Error(`the emulated USB bus has ended:\n${complaints}`);
      return JSON.parse(line.value) as Readonly<Record<string, unknown>>;
    },
  };
}

/**
 * Starts several printers on one emulated bus.
 *
 * @throws Error with the server's words where it cannot start; see `whyNoUsb`.
 */
export async function startUsbBus(options: readonly UsbPrinterOptions[]): Promise<UsbBus> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-usb-'));
  const config = { folder, printers: options.map((option) => ({ ...plain, ...option })) };
  const child: Server = spawn(python, [server, JSON.stringify(config)], {
    // The emulated /dev and /sys lie in the folder too, and go with it.
    env: { ...process.env, TMPDIR: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  // A server that has died is told by its answers.
  child.stdin.on('error', () => undefined);
  const answers = answersOf(child);
  let asking: Promise<unknown> = Promise.resolve();

  const ask = (place: number | '-', command: string): Promise<Readonly<Record<string, unknown>>> => {
    const answer = asking.then(async () => {
      child.stdin.write(`${place} ${command}\n`);
      const said = await answers.next();
      if (typeof said['error'] === 'string') throw new Error(said['error']);
      return said;
    });
    asking = answer.catch(() => undefined);
    return answer;
  };

  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };

  const first = await answers.next().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const own = first['env'] as Readonly<Record<'LD_PRELOAD' | 'UMOCKDEV_DIR', string>>;
  const guard = compileShim(path.join(import.meta.dirname, 'fork-guard.c'), folder);
  const env = { ...own, LD_PRELOAD: `${own.LD_PRELOAD} ${guard}` };
  const read = (name: string): Buffer => fs.readFileSync(path.join(folder, name));
  const printerAt = (place: number): UsbPrinter => ({
    env,
    bytes: () => read(`printer-${place}.bin`),
    companionBytes: () => read(`companion-${place}.bin`),
    async tell(command) {
      await ask(place, command);
    },
    async log() {
      return (await ask(place, 'log'))['log'] as readonly string[];
    },
    stop,
  });
  const printers = options.map((_, place) => printerAt(place));
  return {
    env,
    printers,
    async add(more = {}) {
      const printer = printerAt(printers.length);
      printers.push(printer);
      await ask('-', `add ${JSON.stringify({ ...plain, ...more })}`);
      return printer;
    },
    stop,
  };
}

/**
 * Starts one printer on an emulated bus of its own. A program started with `{ ...process.env, ...printer.env }` sees
 * this printer by libusb and libudev and no other USB device. It costs some 0.2 s. Of several such programs only the last
 * is sure to hear of plugs (see `descriptorsApart` in start-usb-user.ts).
 *
 * @throws Error with the server's words where it cannot start; see `whyNoUsb`.
 */
export async function startUsbPrinter(options: UsbPrinterOptions = {}): Promise<UsbPrinter> {
  const bus = await startUsbBus([options]);
  const [printer] = bus.printers;
  if (printer === undefined) throw new Error('a bus without its printer');
  return printer;
}
