import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { TransportFault } from '../../transport.ts';
import { within } from '../../../within.ts';
import { powershellArguments, powershellDeadlineMs } from './powershell.ts';
import { readSessionLine, type SessionLine, type SessionState } from './session-line.ts';
import { problemOfError } from './spooler-numbers.ts';

/** A program at work for one queue: see `spooler-script.ts`. */
export interface SpoolerSession {
  /** What it said last; `undefined` before it says anything. */
  readonly last: SessionLine | undefined;
  /** Whether it has ended, as it should or not. It says nothing more then. */
  readonly isOver: boolean;
  /** Called with every state, in order. */
  onState(listener: (state: SessionState) => void): void;
  /**
   * The last line, once it is one that is wanted, or the session is over.
   *
   * @throws TransportFault `stalled` where `signal` fires before.
   */
  until(isWanted: (line: SessionLine) => boolean, signal: AbortSignal): Promise<SessionLine | undefined>;
  /** Hands it a file, whole. @throws TransportFault where the disk does not take it. */
  put(name: 'document' | 'cancel', bytes: Uint8Array): Promise<void>;
  /** Ends it, whatever it is doing, and removes its folder. May be called twice; never rejects. */
  end(): Promise<void>;
}

/** Runs the program in its folder. It may still fail at once: it says so, or is over. */
function startSession(
  powershell: string,
  env: NodeJS.ProcessEnv,
  folder: string,
  given: Readonly<Record<string, string>>,
): SpoolerSession {
  const child = spawn(powershell, powershellArguments, {
    env: { ...env, ...given, LOKET_SPOOL_FOLDER: folder, LOKET_SPOOL_PARENT: String(process.pid) },
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const listeners: ((state: SessionState) => void)[] = [];
  const waiting = new Set<() => void>();
  let last: SessionLine | undefined;
  let isOver = false;
  const wake = (): void => {
    for (const look of waiting) look();
  };
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = readSessionLine(text);
    if (line === undefined) return;
    last = line;
    if (!('error' in line)) for (const listener of listeners) listener(line);
    wake();
  });
  const over = (): void => {
    isOver = true;
    wake();
  };
  // `close` comes after the last line, and also where the program could not be started.
  child.on('error', over).on('close', over);

  return {
    get last() {
      return last;
    },
    get isOver() {
      return isOver;
    },
    onState: (listener) => void listeners.push(listener),
    until: (isWanted, signal) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void): void => {
          waiting.delete(look);
          signal.removeEventListener('abort', giveUp);
          act();
        };
        const giveUp = (): void => settle(() => reject(new TransportFault('stalled')));
        const look = (): void => {
          if (isOver || (last !== undefined && isWanted(last))) settle(() => resolve(last));
        };
        waiting.add(look);
        signal.addEventListener('abort', giveUp, { once: true });
        look();
        if (signal.aborted) giveUp();
      }),
    async put(name, bytes) {
      try {
        // Under another name first: the program must not read half of it.
        const part = path.join(folder, `${name}.part`);
        await fs.writeFile(part, bytes, { mode: 0o600 });
        await fs.rename(part, path.join(folder, name));
      } catch (error) {
        throw new TransportFault('faulty', error);
      }
    },
    async end() {
      child.kill('SIGKILL');
      const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
      await fs.rm(folder, removal).catch(() => undefined);
    },
  };
}

/**
 * Starts a session and waits for its first word.
 *
 * @throws TransportFault where there is no such queue, no PowerShell, or it hangs; `stalled` where `signal` fired.
 */
export async function openSession(
  powershell: string,
  env: NodeJS.ProcessEnv,
  queue: string,
  title: string,
  signal: AbortSignal,
): Promise<{ readonly session: SpoolerSession; readonly state: SessionState }> {
  // Receipts hold tokens: the system makes the folder for this user alone.
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'loket-print-')).catch((error: unknown) => {
    throw new TransportFault('faulty', error);
  });
  const given = { LOKET_SPOOL_ACTION: 'session', LOKET_SPOOL_QUEUE: queue, LOKET_SPOOL_TITLE: title };
  let session: SpoolerSession | undefined;
  try {
    const started = startSession(powershell, env, folder, given);
    session = started;
    const line = await within(powershellDeadlineMs, signal, (bounded) => started.until(() => true, bounded));
    if (line === undefined) throw new TransportFault('unreachable');
    if ('error' in line) throw new TransportFault(problemOfError(line.error));
    return { session: started, state: line };
  } catch (error) {
    await session?.end();
    await fs.rm(folder, { recursive: true, force: true }).catch(() => undefined);
    const isHanging = error instanceof TransportFault && error.problem === 'stalled' && !signal.aborted;
    if (error instanceof TransportFault && !isHanging) throw error;
    // It hangs, or what it was given cannot stand in an environment at all.
    throw new TransportFault(isHanging ? 'unreachable' : 'unplugged', error);
  }
}
