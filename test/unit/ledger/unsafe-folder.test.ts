import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderFacts, unsafeFolder, type FolderFacts } from '../../../electron/ledger/unsafe-folder.ts';
import { tempFolder } from './temp-folder.ts';

const judge = (folder: string, facts: Partial<FolderFacts> = {}) =>
  unsafeFolder(folder, {
    platform: 'win32',
    realFolder: folder,
    fileSystem: undefined,
    environment: {},
    ...facts,
  });

describe('a folder on another machine', () => {
  it.each([
    String.raw`\\server\share\Loket`,
    '//server/share/Loket',
    String.raw`\\?\UNC\server\share\Loket`,
    String.raw`\\?\unc\server\share`,
    String.raw`\\.\UNC\server\share`,
    String.raw`\\192.168.1.2\d$\Loket`,
    String.raw`\\wsl.localhost\Ubuntu\home\siti`,
  ])('%s is told on Windows by its path', (folder) => {
    expect(judge(folder)).toBe('network');
  });

  it.each([
    String.raw`C:\Users\siti\AppData\Roaming\Loket`,
    'C:/Users/siti/AppData/Roaming/Loket',
    String.raw`\\?\C:\Users\siti\AppData\Roaming\Loket`,
    String.raw`\\.\C:\Loket`,
    String.raw`D:\UNC\server`,
  ])('%s is none', (folder) => {
    expect(judge(folder)).toBeUndefined();
  });

  it('is told behind a mapped drive or a link by where that leads', () => {
    expect(judge(String.raw`Z:\Loket`, { realFolder: String.raw`\\server\share\Loket` })).toBe('network');
  });

  it('is no matter of two slashes where a path may begin with them', () => {
    expect(judge('//srv/loket', { platform: 'linux' })).toBeUndefined();
    expect(judge('/run/user/1000/gvfs/smb-share:server=nas,share=kas', { platform: 'linux' })).toBe(
      'network',
    );
  });

  it.each([
    ['NFS', 0x6969n],
    ['SMB', 0x517bn],
    ['CIFS', 0xff534d42n],
    ['CIFS, signed', -11317950n],
    ['CIFS, with its sign carried to 64 bits', 0xffffffffff534d42n],
    ['SMB 2', 0xfe534d42n],
    ['SMB 2, signed', -28095166n],
    ['9p', 0x01021997n],
    ['AFS', 0x5346414fn],
    ['Ceph', 0xc36400n],
    ['VirtualBox', 0x786f4256n],
  ])('is told on Linux by its file system: %s', (_name, fileSystem) => {
    expect(judge('/home/siti/.config/loket', { platform: 'linux', fileSystem })).toBe('network');
  });

  it.each([
    ['ext4', 0xef53n],
    ['btrfs', 0x9123683en],
    ['xfs', 0x58465342n],
    ['tmpfs', 0x01021994n],
    ['overlay', 0x794c7630n],
    ['FUSE, as a local NTFS disk has it', 0x65735546n],
  ])('is not %s', (_name, fileSystem) => {
    expect(judge('/home/siti/.config/loket', { platform: 'linux', fileSystem })).toBeUndefined();
  });

  it('is not told by numbers that mean something else on macOS', () => {
    expect(judge('/Users/siti/Loket', { platform: 'darwin', fileSystem: 0x6969n })).toBeUndefined();
  });
});

describe('a folder that another program syncs', () => {
  it.each([
    String.raw`C:\Users\siti\OneDrive\Loket`,
    String.raw`C:\Users\siti\onedrive\Documents\Loket`,
    String.raw`C:\Users\siti\OneDrive - Toko Siti\Loket`,
    'C:/Users/siti/Dropbox/Loket',
    String.raw`C:\Users\siti\Dropbox (Toko)\Loket`,
    String.raw`C:\Users\siti\Toko Dropbox\Siti\Loket`,
    String.raw`C:\Users\siti\Google Drive\Loket`,
    String.raw`G:\My Drive\Loket`,
    String.raw`G:\Drive Saya\Loket`,
    String.raw`C:\Users\siti\iCloudDrive\Loket`,
    String.raw`C:\Users\siti\Nextcloud\Loket`,
    String.raw`C:\Users\siti\Documents\MEGAsync\Loket`,
    String.raw`P:\pCloud Drive\Loket`,
  ])('%s is told by a name in its path', (folder) => {
    expect(judge(folder)).toBe('synced');
  });

  it.each([
    '/Users/siti/Library/CloudStorage/OneDrive-Personal/Loket',
    '/Users/siti/Library/CloudStorage/GoogleDrive-siti@toko.id/Loket',
    '/Users/siti/Library/Mobile Documents/com~apple~CloudDocs/Loket',
    '/Users/siti/dropbox/Loket',
  ])('%s is told on macOS', (folder) => {
    expect(judge(folder, { platform: 'darwin' })).toBe('synced');
  });

  it('is told by its exact name where case counts', () => {
    expect(judge('/home/siti/Nextcloud/loket', { platform: 'linux' })).toBe('synced');
    expect(judge('/home/siti/nextcloud/loket', { platform: 'linux' })).toBeUndefined();
  });

  it.each([
    String.raw`C:\Users\siti\OneDriveBackup\Loket`,
    String.raw`C:\Users\siti\MyDropboxes\Loket`,
    String.raw`C:\Users\siti\Documents\Megaphone\Loket`,
    String.raw`C:\Users\Mega\AppData\Roaming\Loket`,
  ])('%s is none: only whole names count, and a person may be called Mega', (folder) => {
    expect(judge(folder)).toBeUndefined();
  });

  it('is told by OneDrive’s own variables, whatever it is called', () => {
    const environment = {
      OneDrive: 'D:\\Awan\\',
      ONEDRIVECOMMERCIAL: String.raw`E:\Kantor`,
      OneDriveConsumer: '',
    };
    expect(judge(String.raw`d:\awan\Loket`, { environment })).toBe('synced');
    expect(judge('D:/Awan', { environment })).toBe('synced');
    expect(judge(String.raw`\\?\E:\Kantor\Loket`, { environment })).toBe('synced');
    expect(judge(String.raw`D:\Awan2\Loket`, { environment })).toBeUndefined();
    expect(judge(String.raw`C:\Loket`, { environment })).toBeUndefined();
  });
});

describe('the facts of a folder', () => {
  it('follow links, also for a folder that is not there yet', () => {
    const folder = tempFolder();
    fs.mkdirSync(path.join(folder, 'Dropbox'));
    fs.symlinkSync(path.join(folder, 'Dropbox'), path.join(folder, 'data'), 'junction');
    const facts = folderFacts(path.join(folder, 'data', 'live', 'new'));
    expect(facts.realFolder).toBe(path.join(fs.realpathSync.native(folder), 'Dropbox', 'live', 'new'));
    expect(unsafeFolder(path.join(folder, 'data', 'live', 'new'), facts)).toBe('synced');
  });

  it.runIf(process.platform === 'linux')('name the file system as the kernel does', () => {
    expect(folderFacts('/proc/none').fileSystem).toBe(0x9fa0n);
    expect(unsafeFolder(tempFolder(), folderFacts(tempFolder()))).toBeUndefined();
  });
});
