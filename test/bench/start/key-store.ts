import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { keyringIn, unlockKeyring } from '../../electron/key-store.ts';

/** A Secret Service of its own that is open already, as it is where somebody has logged in. */
export interface KeyStore {
  /** What a program needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/** Its keyring lies in `folder`. @throws where there is no session bus or no GNOME Secret Service. */
export async function openKeyStore(folder: string): Promise<KeyStore> {
  const own = keyringIn(folder);
  // The bus has no screen: what would ask somebody for the keyring's password gives up at once.
  const { DISPLAY: _screen, ...env } = process.env;
  // It tells where it is only once the keyring is open, and lives until nobody writes to it any more.
  const script = `${unlockKeyring} && echo "$DBUS_SESSION_BUS_ADDRESS" && cat`;
  const child = spawn('dbus-run-session', ['--', 'sh', '-c', script], {
    env: { ...env, ...own },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('error', reject);
    child.once('exit', () => reject(new Error('there is no key store')));
  });
  return { env: { ...own, DBUS_SESSION_BUS_ADDRESS: address }, close: () => child.stdin.end() };
}
