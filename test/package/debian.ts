import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { canTryPackages, testPackages } from '../../scripts/dist/test-packages.mjs';

/** Why the packages cannot be installed here; undefined: they can. */
export function whyNoInstall(): string | undefined {
  if (!canTryPackages()) return 'packages are installed on Linux x64 as root only, by dpkg and apt';
  if (!testPackages().every((file) => fs.existsSync(file)))
    return '`npm test -- package` has not packed them';
  const version = installedVersion();
  return version === undefined || isOfTest(version)
    ? undefined
    : `Loket ${version} is installed here, and stays`;
}

/** The version that is installed, as Debian writes it. */
export function installedVersion(): string | undefined {
  const { status, stdout } = spawnSync(
    'dpkg-query',
    ['--show', '-f', '${db:Status-Status} ${Version}', 'loket'],
    {
      encoding: 'utf8',
    },
  );
  const [state, version] = stdout.split(' ');
  return status === 0 && state === 'installed' ? version : undefined;
}

/** By its name a program is known that a test which was cut off has left behind. */
const isOfTest = (version: string): boolean => version.includes('~test.');

export const install = (deb: string): string => apt('install', '-y', '--no-install-recommends', deb);

export const remove = (): string => apt('remove', '-y', 'loket');

export const purge = (): string => apt('purge', '-y', 'loket');

function apt(...args: readonly string[]): string {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const words = ['-o', 'DPkg::Lock::Timeout=120', '-q', ...args];
  const { status, stdout, stderr } = spawnSync('apt-get', words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return stdout + stderr;
}

/** Files of the package that are not as they were packed. */
export const changedFiles = (): string =>
  spawnSync('dpkg', ['--verify', 'loket'], { encoding: 'utf8' }).stdout.trim();

export const packedFiles = (): readonly string[] =>
  execFileSync('dpkg', ['--listfiles', 'loket'], { encoding: 'utf8' }).trim().split('\n');

export const dependencies = (deb: string): readonly string[] =>
  execFileSync('dpkg-deb', ['--field', deb, 'Depends'], { encoding: 'utf8' }).trim().split(', ');

/** Those files of the system that belong to none of these packages. */
export function filesOfOthers(files: readonly string[], packages: ReadonlySet<string>): readonly string[] {
  // Where /lib is a link to /usr/lib, dpkg still knows some files by their old place.
  const places = (file: string): readonly string[] => {
    const real = fs.realpathSync(file);
    return [real, real.replace(/^\/usr/, '')];
  };
  const { stdout } = spawnSync('dpkg', ['--search', ...files.flatMap(places)], { encoding: 'utf8' });
  const owned = stdout.split('\n').map((line) => /^([^:]+)(?::[^:]+)?: (.*)$/.exec(line) ?? []);
  const ours = new Set(owned.flatMap(([, name = '', file = '']) => (packages.has(name) ? [file] : [])));
  return files.filter((file) => !places(file).some((place) => ours.has(place)));
}

/** All packages that come to a bare system with these, those that they depend on with them. */
export function broughtWith(packages: readonly string[]): ReadonlySet<string> {
  const others = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map(
    (of) => `--no-${of}`,
  );
  const words = ['depends', '--recurse', ...others, ...packages.map((name) => name.split(/[ (|]/)[0] ?? '')];
  const listed = execFileSync('apt-cache', words, { encoding: 'utf8', maxBuffer: 1 << 24 });
  return new Set(
    listed
      .split('\n')
      .filter((line) => /^[a-z0-9]/.test(line))
      .map((line) => line.split(':')[0] ?? ''),
  );
}
