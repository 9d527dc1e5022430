import fs from 'node:fs';
import path from 'node:path';

export const provisionName = 'provision.json';

/** What tells where an installed program lies. */
export interface ProgramPlace {
  readonly platform: NodeJS.Platform;
  /** The running program's own file. */
  readonly program: string;
  /** Where a portable program's one file lies: what runs is unpacked elsewhere. */
  readonly portableFolder: string | undefined;
  /** The file of an AppImage, for the same reason. */
  readonly appImage: string | undefined;
}

/** The file beside the installed program, which who installs it may put there. */
export function besideProgram({ platform, program, portableFolder, appImage }: ProgramPlace): string {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  return paths.join(portableFolder ?? paths.dirname(appImage ?? program), provisionName);
}

/** Folders whose every subfolder is a stick or card of this user's; on Windows the drives themselves. */
export const mediaFolders = (user: string): readonly string[] => [`/media/${user}`, `/run/media/${user}`];
export const drives: readonly string[] = 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `${letter}:\\`);

const byName = (one: string, other: string): number => (one < other ? -1 : 1);

/** What looks at sticks. */
export interface Sticks {
  /** The roots there may be. */
  readonly roots: () => Promise<readonly string[]>;
  readonly isFile: (file: string) => Promise<boolean>;
}

export const sticksOf = (platform: NodeJS.Platform, user: string): Sticks => ({
  async roots() {
    if (platform === 'win32') return drives;
    const found = await Promise.all(
      mediaFolders(user).map(async (folder) => {
        const names = await fs.promises.readdir(folder).catch(() => []);
        return names.toSorted(byName).map((name) => path.join(folder, name));
      }),
    );
    return found.flat();
  },
  isFile: (file) =>
    fs.promises.stat(file).then(
      (found) => found.isFile(),
      () => false,
    ),
});

/**
 * The files on sticks, as far as they were found when `enough` says so: a drive that does not answer holds up nobody. One
 * after another, so that such a drive keeps one thread of the program waiting and not all of them.
 */
export async function findOnSticks(
  { roots, isFile }: Sticks,
  enough: Promise<void>,
): Promise<readonly string[]> {
  const found: string[] = [];
  let isEnough = false;
  const look = async (): Promise<void> => {
    for (const root of await roots()) {
      for (const file of [path.join(root, 'loket', provisionName), path.join(root, provisionName)]) {
        if (isEnough) return;
        if (await isFile(file)) found.push(file);
      }
    }
  };
  await Promise.race([look(), enough]);
  isEnough = true;
  return [...found];
}
