import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { UsbDeadlines } from '../../../electron/printing/transports/usb/usb-deadlines.ts';
import type { FoundPrinter } from '../../../shared/printing/printer-connection.ts';
import type { Answer, Event, Meant, Order, Report } from './usb-user-orders.ts';

/** What came of a write: every number that was told, and the problem it ended with, if it did. */
export interface Written {
  readonly taken: readonly number[];
  readonly problem?: string;
}

export interface OpenOptions {
  /** What this connection is called in what follows; default: `it`. */
  readonly name?: string;
  readonly deadlines?: Partial<UsbDeadlines>;
  /** When its signal fires, in milliseconds. */
  readonly abandonAfterMs?: number;
}

/** A program of its own that uses the printers of an emulated bus by the real transport. */
export interface UsbUser {
  find(): Promise<readonly FoundPrinter[]>;
  /** The problem, or undefined where it is open. */
  open(printer: Meant, options?: OpenOptions): Promise<string | undefined>;
  /** Whether the connection that was opened last can be listened to. */
  hears(): boolean;
  write(bytes: Uint8Array, name?: string): Promise<Written>;
  /** Fires the signal of the write that is under way. */
  abandon(name?: string): Promise<void>;
  listen(name?: string): Promise<void>;
  stopListening(name?: string): Promise<void>;
  condition(name?: string): Promise<string | undefined>;
  close(name?: string): Promise<void>;
  /** Whatever is open in this program. */
  closeAll(): Promise<void>;
  watch(printer: Meant, name?: string): Promise<void>;
  stopWatching(name?: string): Promise<void>;
  /** Everything that has happened so far. */
  events(): readonly Event[];
  /** Resolves when something that `isMeant` recognises has happened, also if it has already. */
  until(isMeant: (events: readonly Event[]) => boolean): Promise<void>;
  /** The same program, whose connections and events so far and of others nobody sees. */
  anew(): UsbUser;
  /** What it has written to stderr. */
  complaints(): string;
  /** No more orders; resolves with its exit code when it has ended by itself. */
  end(): Promise<number | null>;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
}

/** How a program is run that may open only what the file mode allows, also by root. */
const withoutPrivilege = [
  'setpriv',
  '--bounding-set',
  '-dac_override,-dac_read_search',
  '--inh-caps',
  '-all',
];

/**
 * umockdev brings hot plug to a socket that is named by its descriptor's number: of two programs on one bus that have it
 * by the same number the second would take it from the first. So each has some more open than the one before.
 */
const descriptorsApart = 32;
let started = 0;

/** Starts it under the emulation; it costs some 0.6 s. */
export function startUsbUser(
  env: Readonly<Record<string, string>>,
  { isPrivileged = true }: { readonly isPrivileged?: boolean } = {},
): UsbUser {
  const program = path.join(import.meta.dirname, 'usb-user-program.ts');
  const words = [process.execPath, '--import', 'tsx', program];
  const isRoot = process.getuid?.() === 0;
  const [command = '', ...args] = isPrivileged || !isRoot ? words : [...withoutPrivilege, ...words];
  const nowhere = fs.openSync('/dev/null', 'r');
  const unused = Array.from({ length: descriptorsApart * started }, () => nowhere);
  started += 1;
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe', ...unused],
  }) as ChildProcessByStdio<Writable, Readable, Readable>;
  fs.closeSync(nowhere);
  const exited = once(child, 'exit');
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  child.stdin.on('error', () => undefined);

  const events: Event[] = [];
  const waiting = new Map<number, (answer: Answer) => void>();
  const lookers = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const report = JSON.parse(line) as Report;
    if ('event' in report) {
      events.push(report);
      for (const look of lookers) look();
    } else waiting.get(report.id)?.(report);
  });
  const tooSoon = exited.then(([code, signal]: unknown[]) => {
    throw new Error(`the program has ended (${String(code ?? signal)}):\n${complaints}`);
  });
  tooSoon.catch(() => undefined);

  let lastId = 0;
  const order = (what: Order): Promise<Answer> => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    child.stdin.write(`${JSON.stringify({ id, ...what })}\n`);
    return Promise.race([answer, tooSoon]);
  };
  /** An order that must not fail. */
  const plainly = async (what: Order): Promise<Answer> => {
    const answer = await order(what);
    if (answer.problem !== undefined) throw new Error(answer.problem);
    return answer;
  };

  let lastView = 0;
  function anew(): UsbUser {
    lastView += 1;
    const prefix = `${lastView}/`;
    const called = (name = 'it'): string => prefix + name;
    const ownEvents = (): readonly Event[] =>
      events
        .filter(({ name }) => name.startsWith(prefix))
        .map((event) => ({ ...event, name: event.name.slice(prefix.length) }));
    let doesHear = false;
    return {
      async find() {
        return (await plainly({ do: 'find' })).found ?? [];
      },
      async open(printer, { name, deadlines = {}, abandonAfterMs } = {}) {
        const patience = abandonAfterMs === undefined ? {} : { abandonAfterMs };
        const answer = await order({ do: 'open', name: called(name), printer, deadlines, ...patience });
        doesHear = answer.hears === true;
        return answer.problem;
      },
      hears: () => doesHear,
      async write(bytes, name) {
        const inBase64 = Buffer.from(bytes).toString('base64');
        const { taken = [], problem } = await order({ do: 'write', name: called(name), bytes: inBase64 });
        return problem === undefined ? { taken } : { taken, problem };
      },
      async abandon(name) {
        await plainly({ do: 'abandon', name: called(name) });
      },
      async listen(name) {
        await plainly({ do: 'listen', name: called(name) });
      },
      async stopListening(name) {
        await plainly({ do: 'stop-listening', name: called(name) });
      },
      async condition(name) {
        return (await plainly({ do: 'condition', name: called(name) })).condition;
      },
      async close(name) {
        await plainly({ do: 'close', name: called(name) });
      },
      async closeAll() {
        await plainly({ do: 'close-all' });
      },
      async watch(printer, name) {
        await plainly({ do: 'watch', name: called(name), printer });
      },
      async stopWatching(name) {
        await plainly({ do: 'stop-watching', name: called(name) });
      },
      events: ownEvents,
      until: (isMeant) =>
        Promise.race([
          tooSoon,
          new Promise<void>((resolve) => {
            const look = (): void => {
              if (!isMeant(ownEvents())) return;
              lookers.delete(look);
              resolve();
            };
            lookers.add(look);
            look();
          }),
        ]),
      anew,
      complaints: () => complaints,
      async end() {
        child.stdin.end();
        const [code] = (await exited) as [number | null];
        return code;
      },
      async kill() {
        child.kill('SIGKILL');
        await exited;
      },
    };
  }
  return anew();
}
