import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A Secret Service of its own that is open already, as it is where somebody has logged in. */
export interface KeyStore {
  /** What a program needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/** Its keyring lies in `folder`. @throws where there is no session bus or no GNOME Secret Service. */
export async function openKeyStore(folder: string): Promise<KeyStore> {
  const [data, runtime] = [path.join(folder, 'share'), path.join(folder, 'run')];
  for (const each of [data, runtime]) fs.mkdirSync(each, { recursive: true, mode: 0o700 });
  const own = { XDG_DATA_HOME: data, XDG_RUNTIME_DIR: runtime, XDG_CURRENT_DESKTOP: 'GNOME' };
  // The bus has no screen: what would ask somebody for the keyring's password gives up at once.
  const { DISPLAY: _screen, ...env } = process.env;
  const script =
    'printf loket | gnome-keyring-daemon --unlock --components=secrets >/dev/null; echo "$DBUS_SESSION_BUS_ADDRESS"; cat';
  const child = spawn('dbus-run-session', ['--', 'sh', '-c', script], {
    env: { ...env, ...own },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [address] = await Promise.race([
    new Promise<[string]>((resolve) => {
      createInterface(child.stdout).once('line', (line) => resolve([line]));
    }),
    new Promise<never>((_resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => reject(new Error('there is no key store')));
    }),
  ]);
  return { env: { ...own, DBUS_SESSION_BUS_ADDRESS: address }, close: () => child.stdin.end() };
}
