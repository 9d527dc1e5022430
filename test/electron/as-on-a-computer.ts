import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { electronLauncher, quoted } from '../../scripts/setup/launcher.mjs';

/** Root of the computer as the program sees it: another user than the one it runs as, who here is root. */
const itsRoot = 100_000;

/**
 * Runs a command as user 1000 of a namespace that has a root too. `unshare` alone makes one with a single user; so the
 * process enters it with none, and one that stayed outside names the two.
 */
const asPlainUser = (command: string): string => `
  self=$$
  (
    while [ -n "$(cat /proc/$self/uid_map)" ]; do sleep 0.02; done
    for map in gid_map uid_map; do printf '1000 0 1\\n0 ${itsRoot} 1\\n' > /proc/$self/$map; done
  ) > /dev/null 2>&1 &
  exec unshare --user -- sh -c '
    until [ -n "$(cat /proc/self/gid_map)" ] && [ -n "$(cat /proc/self/uid_map)" ]; do sleep 0.02; done
    exec ${command} "$@"' sh "$@"`;

/** Why this machine cannot show the program an /etc and a /media of its own. */
export function whyNoComputer(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root can show it another /etc';
  const probe = spawnSync('unshare', ['--mount', '--', 'sh', '-c', asPlainUser('id -u'), 'sh'], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  return probe.stdout.trim() === '1000' ? undefined : 'namespaces refused';
}

/** A computer with an administrator and a user, as far as the program looks at it. */
export interface Computer {
  readonly executablePath: string;
  /** `/etc/loket/policy.json`, which its root writes. `mode`: who else may. */
  writePolicy(content: unknown, mode?: number): void;
  removePolicy(): void;
  /** A file on a stick of its user's; answers where it is seen by the program, and where by the test. */
  putOnStick(content: unknown): { readonly seen: string; readonly file: string };
  pullStick(): void;
}

/**
 * How to start the program in a mount namespace of its own, where /etc has a folder more and /media is in `folder`. Nothing
 * of this machine is changed.
 */
export async function computerIn(folder: string): Promise<Computer> {
  const { executablePath } = await electronLauncher();
  const etc = path.join(folder, 'etc');
  const media = path.join(folder, 'media');
  spawnSync('cp', ['-a', '/etc', etc]);
  fs.mkdirSync(media);
  const loket = path.join(etc, 'loket');
  const policy = path.join(loket, 'policy.json');
  fs.mkdirSync(loket, { mode: 0o755 });
  fs.chownSync(loket, itsRoot, itsRoot);

  // The launcher's own script makes the user's namespace; here it is made with a root in it.
  const electron = /^exec unshare .* -- (\S+) "\$@"$/m.exec(fs.readFileSync(executablePath, 'utf8'))?.[1];
  if (electron === undefined) throw new Error('Electron is started in another way than by a namespace');
  const user = 'sari';
  const passwd = path.join(etc, 'passwd');
  const others = fs
    .readFileSync(passwd, 'utf8')
    .split('\n')
    .filter((line) => line.split(':')[2] !== '1000');
  fs.writeFileSync(passwd, [`${user}:x:1000:1000::${folder}:/bin/sh`, ...others].join('\n'));
  const stick = path.join(media, user, 'STIK');
  const script = path.join(folder, 'start.sh');
  const inside = path.join(folder, 'inside.sh');
  fs.writeFileSync(
    inside,
    `mount --bind ${quoted(etc)} /etc && mount --bind ${quoted(media)} /media || exit 1\n${asPlainUser(electron)}\n`,
  );
  fs.writeFileSync(script, `#!/bin/sh\nexec unshare --mount -- sh ${quoted(inside)} "$@"\n`, { mode: 0o755 });
  return {
    executablePath: script,
    writePolicy(content, mode = 0o644) {
      fs.writeFileSync(policy, typeof content === 'string' ? content : JSON.stringify(content));
      fs.chownSync(policy, itsRoot, itsRoot);
      fs.chmodSync(policy, mode);
    },
    removePolicy: () => fs.rmSync(policy, { force: true }),
    putOnStick(content) {
      fs.mkdirSync(stick, { recursive: true });
      const file = path.join(stick, 'provision.json');
      fs.writeFileSync(file, JSON.stringify(content));
      return { seen: path.join('/media', user, 'STIK', 'provision.json'), file };
    },
    pullStick: () => fs.rmSync(stick, { recursive: true, force: true }),
  };
}
