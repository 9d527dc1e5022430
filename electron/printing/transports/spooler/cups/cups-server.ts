import { TransportFault } from '../../transport.ts';
import { runProgram } from '../run-program.ts';

/** Where a CUPS daemon listens, as `http.request` takes it. */
export type CupsServer = { readonly socketPath: string } | { readonly host: string; readonly port: number };

/** Reads what `lpstat -H` says: a socket's path, or `host:port`. `undefined` for anything else. */
export function readCupsServer(said: string): CupsServer | undefined {
  const place = said.trim();
  if (/^\/[^\n]*$/.test(place)) return { socketPath: place };
  const [, host, port] = /^([^\s/]+):(\d{1,5})$/.exec(place) ?? [];
  if (host === undefined || Number(port) > 65_535) return undefined;
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}

/**
 * Asks CUPS's own program where the daemon is: it knows the environment (`CUPS_SERVER`), both `client.conf` files and
 * where this system's socket lies, and asks nobody.
 *
 * @throws TransportFault `unreachable` where there is no CUPS; `stalled` where `signal` fired.
 */
export async function findCupsServer(
  lpstat: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<CupsServer> {
  const said = await runProgram(lpstat, ['-H'], { ...env, LC_ALL: 'C' }, signal);
  const server = readCupsServer(said);
  if (server === undefined) throw new TransportFault('unreachable');
  return server;
}
