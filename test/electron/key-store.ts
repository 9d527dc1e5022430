import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { electronLauncher } from '../../scripts/setup/launcher.mjs';

/** Why this machine has no real key store, where it lacks a session bus or GNOME's Secret Service. */
export function whyNoKeyStore(): string | undefined {
  const missing = ['dbus-run-session', 'gnome-keyring-daemon'].filter(
    (command) => spawnSync('which', [command], { stdio: 'ignore' }).status !== 0,
  );
  return missing.length === 0 ? undefined : `${missing.join(' and ')} missing`;
}

/** Opens the keyring of whoever calls it by its fixed password. */
export const unlockKeyring = 'printf loket | gnome-keyring-daemon --unlock --components=secrets >/dev/null';

/** Makes a keyring's place in `folder`; answers what a session needs in its environment to have its keyring there. */
export function keyringIn(folder: string): Readonly<Record<string, string>> {
  const [data, runtime] = [path.join(folder, 'share'), path.join(folder, 'run')];
  for (const each of [data, runtime]) fs.mkdirSync(each, { recursive: true, mode: 0o700 });
  return { XDG_DATA_HOME: data, XDG_RUNTIME_DIR: runtime, XDG_CURRENT_DESKTOP: 'GNOME' };
}

/**
 * How to start the program beside a Secret Service of its own, whose keyring lies in `folder` and is opened by a
 * fixed password, or stays locked. Nothing of the user's own keyring is touched.
 */
export async function withKeyStore(folder: string, state: 'open' | 'locked' = 'open') {
  const { executablePath } = await electronLauncher();
  const env = keyringIn(folder);
  const script = path.join(folder, `start-${state}.sh`);
  const begin =
    state === 'open' ? unlockKeyring : 'gnome-keyring-daemon --start --components=secrets >/dev/null';
  // The bus has no screen, so that what it would ask somebody for the keyring's password on gives up at once.
  // What the keyring says is for a file of its own: it says half lines, and Playwright waits for whole ones of Electron's.
  fs.writeFileSync(
    script,
    `#!/bin/sh
screen="$DISPLAY"
unset DISPLAY
exec 3>&2 2>>"${path.join(folder, 'keyring.log')}"
exec dbus-run-session -- sh -c '${begin}; DISPLAY="$0" exec "$@" 2>&3 3>&-' "$screen" "${executablePath}" "$@"
`,
    { mode: 0o755 },
  );
  return {
    executablePath: script,
    args: ['--password-store=gnome-libsecret'],
    env,
  };
}
