import path from 'node:path';
import type { UpdatePackage } from '../../shared/update/manifest.ts';

/** What a program can see of how it came onto this machine. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly execPath: string;
  /** `false`: a build that is run out of its sources. */
  readonly isPackaged: boolean;
  /** What an AppImage's runtime says: the image, and the folder that it is mounted at. */
  readonly appImage: string | undefined;
  readonly appDir: string | undefined;
  /** The files that Debian's package manager has installed for Loket, one a line; `undefined` where it knows none. */
  readonly dpkgList: string | undefined;
}

/**
 * How this program was installed. An image's name in the environment is believed only where the program runs out of that
 * image: whatever is started from another AppImage inherits that one's name, and would write over it.
 */
export function installedBy(seen: Surroundings): UpdatePackage {
  if (appImageOf(seen) !== undefined) return 'AppImage';
  if (!seen.isPackaged) return 'tar.gz';
  if (seen.platform === 'win32') return 'nsis';
  return seen.platform === 'linux' && seen.dpkgList?.split('\n').includes(seen.execPath) === true
    ? 'deb'
    : 'tar.gz';
}

/** The image that the program runs out of. */
export function appImageOf({
  platform,
  execPath,
  appImage,
  appDir,
}: Pick<Surroundings, 'platform' | 'execPath' | 'appImage' | 'appDir'>): string | undefined {
  if (platform !== 'linux' || appImage === undefined || appDir === undefined) return undefined;
  if (appDir === '' || !path.isAbsolute(appImage)) return undefined;
  const inside = path.relative(appDir, execPath);
  return inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside) ? appImage : undefined;
}
