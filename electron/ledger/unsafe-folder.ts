import fs from 'node:fs';
import path from 'node:path';

/** Why a ledger must not lie in a folder. */
export type UnsafeFolder =
  /** Its file system is another machine's, where SQLite's locks cannot be relied on. */
  | 'network'
  /** Another program uploads its files and writes them over with what it took for newer. */
  | 'synced';

/** What the system tells about a folder. */
export interface FolderFacts {
  readonly platform: NodeJS.Platform;
  /** The folder with all links, mapped and substituted drives followed. */
  readonly realFolder: string;
  /** `f_type` of Linux's statfs(2), which each C library signs in its own way; `undefined` elsewhere. */
  readonly fileSystem: bigint | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a ledger in `folder` could be damaged by where it lies; `undefined` where nothing speaks against it.
 * Source: sqlite.org/howtocorrupt.html, 2.1 (locks of network file systems) and 1.2 (files copied while in use).
 *
 * Not told: a mapped drive of Windows whose real path the system does not give, macOS's network volumes, and all that
 * FUSE mounts on Linux outside of GNOME's folder, for FUSE also mounts the local NTFS disk.
 */
export function unsafeFolder(folder: string, facts: FolderFacts): UnsafeFolder | undefined {
  const folders = [folder, facts.realFolder];
  if (isNetworkFileSystem(facts) || folders.some((one) => isNetworkPath(one, facts.platform)))
    return 'network';
  return folders.some((one) => isSyncedPath(one, facts)) ? 'synced' : undefined;
}

/**
 * Linux's numbers of file systems that other machines write to as well (statfs(2), linux/magic.h), and of shared folders
 * between a virtual machine and its host, whose locks the other side does not see.
 */
const networkFileSystems: ReadonlySet<bigint> = new Set([
  0x69_69n, // NFS
  0x51_7bn, // SMB
  0xff_53_4d_42n, // CIFS
  0xfe_53_4d_42n, // SMB 2 and 3
  0x01_02_19_97n, // 9p: also the Windows disks in WSL 2
  0x53_46_41_4fn, // AFS, OpenAFS
  0x6b_41_46_53n, // AFS, the kernel's
  0x00_c3_64_00n, // Ceph
  0x73_75_72_45n, // Coda
  0x56_4cn, // NCP
  0x01_16_19_70n, // GFS2
  0x74_61_63_6fn, // OCFS2
  0x0b_d0_0b_d3n, // Lustre
  0x19_83_03_26n, // BeeGFS
  0x47_50_46_53n, // GPFS
  0x78_6f_42_56n, // VirtualBox
  0xba_cb_ac_bcn, // VMware
  0x7c_7c_66_73n, // Parallels
]);

const isNetworkFileSystem = ({ platform, fileSystem }: FolderFacts): boolean =>
  platform === 'linux' &&
  fileSystem !== undefined &&
  // 0xff534d42 comes as a negative number, or with 32 more bits set, where `f_type` is a signed word of 32 bits.
  networkFileSystems.has(BigInt.asUintN(32, fileSystem));

function isNetworkPath(folder: string, platform: NodeJS.Platform): boolean {
  // GNOME mounts shares here by FUSE.
  if (platform !== 'win32') return /^\/run\/user\/\d+\/gvfs(?:\/|$)/.test(folder);
  // `\\server\share` and `\\?\UNC\server\share`, but not `\\?\C:\` and `\\.\`, which are this machine's.
  return /^\\\\(?:[?.]\\UNC\\|[^\\?.])/i.test(folder.replaceAll('/', '\\'));
}

/** The names that the programs which sync give their folders. A name may stand for a family: `OneDrive - Shop`. */
const syncedNames: readonly RegExp[] = [
  /^OneDrive(?: ?- ?.+)?$/,
  /^(?:.+ )?Dropbox(?: \(.+\))?$/,
  // English and Indonesian; on macOS with the account's name behind it.
  /^Google ?Drive(?:-.+)?$/,
  /^(?:My Drive|Drive Saya|Shared drives|Drive bersama)$/,
  /^iCloud ?Drive$/,
  // Where macOS keeps iCloud's files and those of all others.
  /^(?:Mobile Documents|CloudStorage)$/,
  /^(?:Nextcloud|ownCloud)\d*$/,
  /^pCloud(?: ?(?:Drive|Sync))?$/,
  /^MEGA(?:sync)?$/,
  /^(?:Box Sync|Proton Drive|SynologyDrive|Syncthing|Resilio Sync|Yandex\.Disk|Creative Cloud Files)$/,
];

/** Where OneDrive's own variables say that it syncs, whatever the folder is called. */
const syncedVariables: ReadonlySet<string> = new Set(['ONEDRIVE', 'ONEDRIVECOMMERCIAL', 'ONEDRIVECONSUMER']);

function isSyncedPath(folder: string, { platform, environment }: FolderFacts): boolean {
  const ignoresCase = platform === 'win32' || platform === 'darwin';
  const segments = segmentsOf(folder, platform);
  const names = ignoresCase ? syncedNames.map(({ source }) => new RegExp(source, 'i')) : syncedNames;
  const isSynced = (segment: string): boolean => names.some((name) => name.test(segment));
  if (segments.some((segment, index) => !isUserName(segments, index) && isSynced(segment))) return true;
  return Object.entries(environment)
    .filter(([name]) => syncedVariables.has(name.toUpperCase()))
    .some(
      ([, value]) => value !== undefined && value !== '' && isWithin(segments, segmentsOf(value, platform)),
    );
}

/** Mega is a woman's name in Indonesia, and `C:\Users\Mega` her home. */
const isUserName = (segments: readonly string[], index: number): boolean =>
  /^(?:users|home)$/i.test(segments[index - 1] ?? '');

const segmentsOf = (folder: string, platform: NodeJS.Platform): readonly string[] =>
  folder
    .split(platform === 'win32' ? /[\\/]+/ : /\/+/)
    .filter((segment) => segment !== '' && segment !== '?');

/** OneDrive is told by variables on Windows only, where case never counts. */
const isWithin = (segments: readonly string[], root: readonly string[]): boolean =>
  root.length > 0 && root.every((name, index) => name.toLowerCase() === segments[index]?.toLowerCase());

/** What this system tells about `folder`, which need not be there yet: then its nearest parent is asked. */
export function folderFacts(folder: string): FolderFacts {
  const nearest = nearestThere(path.resolve(folder));
  return {
    platform: process.platform,
    realFolder: path.join(realPath(nearest), path.relative(nearest, path.resolve(folder))),
    fileSystem: process.platform === 'linux' ? fileSystemOf(nearest) : undefined,
    environment: { ...process.env },
  };
}

function nearestThere(folder: string): string {
  const parent = path.dirname(folder);
  return fs.existsSync(folder) || parent === folder ? folder : nearestThere(parent);
}

/**
 * On Windows, statfs tells nothing of the network. The native call names a mapped drive by its share (`\\server\share`),
 * as Vite's users found out (vitejs/vite#17853); on some RAM disks it fails (vitejs/vite#13655).
 */
function realPath(folder: string): string {
  try {
    return fs.realpathSync.native(folder);
  } catch {
    return folder;
  }
}

function fileSystemOf(folder: string): bigint | undefined {
  try {
    return fs.statfsSync(folder, { bigint: true }).type;
  } catch {
    return undefined;
  }
}
