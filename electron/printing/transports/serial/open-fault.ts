import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { problemOfErrno } from '../file/errno.ts';
import { TransportFault } from '../transport.ts';

/**
 * Why a port could not be opened. The library says so in words only: its own, English ones on Windows and for a lock,
 * the system's, in the user's language, for the rest. Of these the reason is got by asking the system once more.
 */
export async function openFault(path: string, error: unknown): Promise<TransportFault> {
  if (error instanceof TransportFault) return error;
  const words = error instanceof Error ? error.message : '';
  if (/cannot lock port|access denied/i.test(words)) return new TransportFault('no-access', error);
  if (/file not found/i.test(words)) return new TransportFault('unplugged', error);
  if (process.platform === 'win32') return new TransportFault('unreachable', error);
  return new TransportFault(problemOfPort(await errorOfOpening(path)), error);
}

const flags = constants.O_RDWR | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** `undefined` where it opens, or where it cannot be closed. */
async function errorOfOpening(path: string): Promise<unknown> {
  try {
    await (await open(path, flags)).close();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** A Bluetooth printer that is off or away has a port all the same. */
function problemOfPort(error: unknown): 'unplugged' | 'no-access' | 'unreachable' {
  const problem = problemOfErrno(error, 'device', 'unreachable');
  return problem === 'unplugged' || problem === 'no-access' ? problem : 'unreachable';
}
