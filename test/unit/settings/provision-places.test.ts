import { describe, expect, it } from 'vitest';
import {
  besideProgram,
  drives,
  findOnSticks,
  mediaFolders,
  type Sticks,
} from '../../../electron/settings/provision-places.ts';

const beside = { portableFolder: undefined, appImage: undefined };

describe('the file beside the program', () => {
  it('lies beside its executable', () => {
    expect(besideProgram({ ...beside, platform: 'linux', program: '/opt/Loket/loket' })).toBe(
      '/opt/Loket/provision.json',
    );
    expect(
      besideProgram({ ...beside, platform: 'win32', program: 'C:\\Program Files\\Loket\\Loket.exe' }),
    ).toBe('C:\\Program Files\\Loket\\provision.json');
  });

  it('lies beside the one file of a program that is unpacked elsewhere', () => {
    expect(
      besideProgram({
        ...beside,
        platform: 'win32',
        program: 'C:\\Temp\\x\\Loket.exe',
        portableFolder: 'E:\\Alat',
      }),
    ).toBe('E:\\Alat\\provision.json');
    expect(
      besideProgram({
        ...beside,
        platform: 'linux',
        program: '/tmp/.mount/loket',
        appImage: '/home/sari/Loket.AppImage',
      }),
    ).toBe('/home/sari/provision.json');
  });
});

describe('the files on sticks', () => {
  const never = new Promise<void>(() => undefined);
  const sticks = (roots: readonly string[], files: readonly string[]): Sticks => ({
    roots: () => Promise.resolve(roots),
    isFile: (file) => Promise.resolve(files.includes(file)),
  });

  it('are at the root of each, or in a folder of ours', async () => {
    const files = ['/m/A/loket/provision.json', '/m/A/provision.json', '/m/C/provision.json', '/m/C/x.json'];
    expect(await findOnSticks(sticks(['/m/A', '/m/B', '/m/C'], files), never)).toEqual(files.slice(0, 3));
  });

  it('are looked for where sticks are, and not on the disk of the system', () => {
    expect(mediaFolders('sari')).toEqual(['/media/sari', '/run/media/sari']);
    expect(drives[0]).toBe('D:\\');
    expect(drives).toHaveLength(23);
    expect(drives).not.toContain('C:\\');
  });

  it('are those that were found when it was enough, also where a drive never answers', async () => {
    let isEnough = (): void => undefined;
    const enough = new Promise<void>((resolve) => (isEnough = resolve));
    const asked: string[] = [];
    const found = findOnSticks(
      {
        roots: () => Promise.resolve(['/m/A', '/m/dead', '/m/C']),
        isFile(file) {
          asked.push(file);
          if (!file.startsWith('/m/dead')) return Promise.resolve(true);
          isEnough();
          return new Promise(() => undefined);
        },
      },
      enough,
    );
    expect(await found).toEqual(['/m/A/loket/provision.json', '/m/A/provision.json']);
    expect(asked.filter((file) => file.startsWith('/m/dead'))).toHaveLength(1);
  });
});
