import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { UpdateFile } from '../../shared/update/manifest.ts';
import { appImageOf, installedBy, type Surroundings } from './installed-by.ts';
import { replaceImage } from './replace-image.ts';
import type { Installed, Installer, InstallFault } from './updates.ts';

export interface InstallerOptions {
  readonly surroundings: Surroundings;
  /** `process.resourcesPath`: where Windows' helper for rights lies. */
  readonly resources: string;
  readonly onFault: (what: string, error: unknown) => void;
}

/** The installer of the way that this program was installed. */
export function createInstaller(options: InstallerOptions): Installer {
  switch (installedBy(options.surroundings)) {
    case 'nsis':
      return windowsInstaller(options);
    case 'deb':
      return debInstaller(options);
    case 'AppImage':
      return imageInstaller(options);
    case 'tar.gz':
      return {
        package: 'tar.gz',
        byHand: (file) => ({ file, command: null }),
        install: () => Promise.resolve(err('by-hand')),
      };
  }
}

/**
 * Root copies the file to a place of its own, and looks at the hash of that copy: what this user's programs do to the file
 * after the password was typed changes nothing. `--allow-downgrades`: the previous version is put back by the same way.
 */
const asRoot = `set -eu
export DEBIAN_FRONTEND=noninteractive
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
chmod 755 "$place"
cp -- "$1" "$place/loket.deb"
chmod 644 "$place/loket.deb"
echo "$2  $place/loket.deb" | sha256sum -c --status || exit 65
apt-get install -y --allow-downgrades --no-remove "$place/loket.deb"`;
const alteredStatus = 65;

function debInstaller({ onFault }: InstallerOptions): Installer {
  return {
    package: 'deb',
    byHand: (file) =>
      findCommand('pkexec') === undefined
        ? { file, command: `sudo apt-get install -y --allow-downgrades ${quoted(file)}` }
        : null,
    async install(file, { sha256 }) {
      const pkexec = findCommand('pkexec');
      if (pkexec === undefined) return err('by-hand');
      const status = await run(pkexec, ['/bin/sh', '-c', asRoot, 'loket-update', file, sha256], onFault);
      if (status === 0) return ok({ kind: 'installed' });
      if (status === alteredStatus) return err('file-altered');
      // 126: nobody typed the password; 127: polkit did not let it, or there was nobody to ask.
      return err(status === 126 || status === 127 ? 'not-permitted' : 'install-failed');
    },
  };
}

function imageInstaller({ surroundings, onFault }: InstallerOptions): Installer {
  return {
    package: 'AppImage',
    byHand: () => null,
    async install(from, file) {
      const image = appImageOf(surroundings);
      return image === undefined ? err('by-hand') : await replaceImage(from, image, file, onFault);
    },
  };
}

/**
 * Windows does not let a program's files be replaced while it runs. The installer is started by the end of this one, starts
 * Loket itself when it is done (`--force-run`), and asks for the rights by the helper that lies beside the program.
 */
function windowsInstaller({ resources, onFault }: InstallerOptions): Installer {
  const begin = (file: string, { sha256 }: UpdateFile): void => {
    try {
      if (createHash('sha256').update(fs.readFileSync(file)).digest('hex') !== sha256)
        throw new Error('the installer is not what it was');
      const helper = path.join(resources, 'elevate.exe');
      const words = [file, '/S', '--force-run'];
      const [command = file, ...args] = fs.existsSync(helper) ? [helper, ...words] : words;
      spawn(command, args, { detached: true, stdio: 'ignore' }).unref();
    } catch (error) {
      onFault('the installer could not be started', error);
    }
  };
  return {
    package: 'nsis',
    byHand: () => null,
    install: (from, file): Promise<Result<Installed, InstallFault>> =>
      Promise.resolve(ok({ kind: 'when-closed', start: () => begin(from, file) })),
  };
}

/** A program of the system's, by its name. */
function findCommand(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        fs.accessSync(file, fs.constants.X_OK);
        return fs.statSync(file).isFile();
      } catch {
        return false;
      }
    });
}

/** Its exit status; `undefined` where it could not be started or was killed. */
function run(
  command: string,
  args: readonly string[],
  onFault: InstallerOptions['onFault'],
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-2000);
    });
    child.once('error', (error) => {
      onFault('the installer could not be started', error);
      resolve(undefined);
    });
    child.once('close', (status) => {
      if (status !== 0) onFault(`the installer ended with ${status ?? 'a signal'}`, new Error(said));
      resolve(status ?? undefined);
    });
  });
}

/** For a shell, whatever stands in it. */
const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;
