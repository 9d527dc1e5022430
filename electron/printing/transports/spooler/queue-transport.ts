import os from 'node:os';
import type { FoundPrinter, PrinterConnectionOf } from '../../../../shared/printing/printer-connection.ts';
import { throwIfGivenUp } from '../give-up.ts';
import { TransportFault, type Transport } from '../transport.ts';
import { cupsClient, type CupsClient } from './cups/cups-client.ts';
import { openCupsQueue } from './cups/cups-queue.ts';
import { findCupsServer } from './cups/cups-server.ts';
import { findCupsQueues } from './cups/find-cups-queues.ts';
import { queueConnection, queueDeadlines, type QueueDeadlines } from './queue-connection.ts';
import type { Spooler } from './spooler.ts';
import { findWindowsQueues } from './windows/find-windows-queues.ts';
import { powershellPath } from './windows/powershell.ts';
import { openWindowsQueue } from './windows/windows-queue.ts';

/** What everybody with a look at the queue reads: nothing about a customer. */
const jobTitle = 'Loket';

/** The system's own programs for its print system, and what they run with. */
export interface SpoolerTools {
  readonly platform: NodeJS.Platform;
  /** `CUPS_SERVER` is heeded. */
  readonly env: NodeJS.ProcessEnv;
  readonly lpstat: string;
  readonly powershell: string;
}

const systemTools = (): SpoolerTools => ({
  platform: process.platform,
  env: process.env,
  lpstat: 'lpstat',
  powershell: powershellPath(process.env),
});

/** Jobs are owned by this name. Some users have none, in containers. */
function userName(env: NodeJS.ProcessEnv): string {
  try {
    return os.userInfo().username;
  } catch {
    return env['USER'] ?? 'unknown';
  }
}

function spoolerOf({ platform, env, lpstat, powershell }: SpoolerTools): Spooler {
  if (platform === 'win32')
    return {
      open: (queue, signal) => openWindowsQueue(powershell, env, queue, jobTitle, signal),
      find: () => findWindowsQueues(powershell, env),
    };
  // A queue is opened every few seconds: its daemon stays the one that it was until that fails.
  let known: CupsClient | undefined;
  const connect = async (signal: AbortSignal): Promise<CupsClient> =>
    (known ??= cupsClient(await findCupsServer(lpstat, env, signal), userName(env)));
  return {
    async open(queue, signal) {
      try {
        return await openCupsQueue(await connect(signal), queue, jobTitle, signal);
      } catch (error) {
        if (!signal.aborted) known = undefined;
        throw error;
      }
    },
    async find() {
      const { signal } = new AbortController();
      try {
        return await findCupsQueues(await connect(signal), signal);
      } catch (error) {
        if (error instanceof TransportFault) return [];
        throw error;
      }
    },
  };
}

/**
 * A printer behind a print queue of this computer: CUPS, or the Windows spooler. The bytes go as they are, as one job.
 * Nobody there knows about paper: the best answer is `sent`.
 */
export const queueTransport = (
  connection: PrinterConnectionOf<'queue'>,
  tools: SpoolerTools = systemTools(),
  deadlines: QueueDeadlines = queueDeadlines,
): Transport => {
  const spooler = spoolerOf(tools);
  return {
    // Others print on it too.
    staysOpen: false,
    // Windows compiles a program for every look.
    isCheapToOpen: tools.platform !== 'win32',
    async open(signal) {
      throwIfGivenUp(signal);
      return queueConnection(await spooler.open(connection.name, signal), deadlines);
    },
  };
};

/** The queues that a receipt printer may stand behind; none where there is no print system. Takes seconds on Windows. */
export const findQueues = (tools: SpoolerTools = systemTools()): Promise<readonly FoundPrinter[]> =>
  spoolerOf(tools).find();
