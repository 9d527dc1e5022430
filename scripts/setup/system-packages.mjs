import fs from 'node:fs';
import { capture } from './command.mjs';
import { aptLine, packagesFor } from './debian-packages.mjs';
import { missingEmulatorPackages } from './device-emulator.mjs';
import { commandExists } from './find-command.mjs';
import { tail } from './install.mjs';
import { duration, say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';
import { missingLibraries } from './shared-libraries.mjs';

/**
 * What is needed besides Electron's own libraries.
 * @typedef {object} Needs
 * @property {boolean} virtualDisplay a display without a screen
 * @property {boolean} keyStore a Secret Service, in which tests keep credentials as a shop's PC does
 * @property {boolean} failingDisks what tests make disks fail with: a compiler, mounts, a count of system calls
 * @property {boolean} otherPrograms what opens files of ours without us, as an owner does: tables (some 90 MB), archives, signatures
 * @property {boolean} fakeDevices what stands in for printers: emulated USB and serial ports, a print server, a code reader
 * @property {boolean} screens a second screen, a window manager and real keys
 * @property {boolean} pictures what makes the pictures of the documentation small
 */

/**
 * Makes sure that the system has what Electron needs: installs it as root, and otherwise says with which
 * line to install it. Only on Linux; elsewhere Electron brings everything along.
 * @param {string} executable Electron's
 * @param {Needs} needs
 * @throws {SetupError} where something is missing that we cannot install
 */
export async function provideSystemPackages(executable, needs) {
  if (process.platform !== 'linux') return;
  await provide(() => missingPackages(executable, needs));
}

/**
 * Makes sure that packages can be made and tried: on Linux only, where they are Debian's.
 * @throws {SetupError} where something is missing that we cannot install
 */
export async function providePackagingTools() {
  if (process.platform !== 'linux' || !commandExists('dpkg-deb')) return;
  await provide(async () =>
    packagingPrograms.filter(({ program }) => !commandExists(program)).map((entry) => entry.package),
  );
}

/** @param {() => Promise<string[]>} find Debian's names of what is missing */
async function provide(find) {
  const missing = await find();
  if (missing.length === 0) return;
  if (!commandExists('apt-get')) {
    throw new SetupError(
      `The system lacks what Debian calls ${missing.join(', ')}.\nInstall it with the system's package manager and start again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `The system lacks some packages. Install them and start again:\n  ${aptLine(missing)}`,
    );
  }
  await aptInstall(missing);
  const still = await find();
  if (still.length > 0) {
    throw new SetupError(
      `apt-get installed all it was asked for, but these are still missing: ${still.join(', ')}`,
    );
  }
}

/**
 * @param {string} executable
 * @param {Needs} needs
 * @returns {Promise<string[]>} Debian's names
 */
async function missingPackages(
  executable,
  { virtualDisplay, keyStore, failingDisks, otherPrograms, fakeDevices, screens, pictures },
) {
  const { packages, unknown } = packagesFor(await missingLibraries(executable));
  if (unknown.length > 0) {
    throw new SetupError(
      `Electron needs libraries which this system lacks and this project knows no package for: ${unknown.join(', ')}.\n` +
        'Install the packages that hold them and start again.',
    );
  }
  const programs = [
    ...(virtualDisplay ? displayPrograms : []),
    ...(keyStore ? keyStorePrograms : []),
    ...(failingDisks ? diskPrograms : []),
    ...(otherPrograms ? ownersPrograms : []),
    ...(fakeDevices ? devicePrograms : []),
    ...(screens ? screenPrograms : []),
    ...(pictures ? picturePrograms : []),
  ];
  const absent = programs.filter(({ program }) => !commandExists(program));
  // The compiler only recommends what it compiles against.
  const compiles = failingDisks || fakeDevices;
  const headers = compiles && !fs.existsSync('/usr/include/errno.h') ? ['libc6-dev'] : [];
  const secondScreen = screens && !fs.existsSync(dummyDriver) ? ['xserver-xorg-video-dummy'] : [];
  const emulator = fakeDevices ? missingEmulatorPackages() : [];
  return [
    ...packages,
    ...new Set(absent.map((entry) => entry.package)),
    ...headers,
    ...secondScreen,
    ...emulator,
  ];
}

const displayPrograms = [
  { program: 'xvfb-run', package: 'xvfb' },
  { program: 'xauth', package: 'xauth' },
];
const keyStorePrograms = [
  { program: 'dbus-run-session', package: 'dbus-daemon' },
  { program: 'gnome-keyring-daemon', package: 'gnome-keyring' },
];

const diskPrograms = [
  { program: 'cc', package: 'gcc' },
  { program: 'strace', package: 'strace' },
  { program: 'mount', package: 'mount' },
];

/** `expect` types an archive's passphrase: `age` takes it from a terminal only. */
const ownersPrograms = [
  { program: 'soffice', package: 'libreoffice-calc-nogui' },
  { program: 'age', package: 'age' },
  { program: 'expect', package: 'expect' },
  { program: 'gpg', package: 'gpg' },
  { program: 'gpg-agent', package: 'gpg-agent' },
];

const devicePrograms = [
  { program: 'cc', package: 'gcc' },
  { program: 'python3', package: 'python3' },
  { program: 'udevadm', package: 'udev' },
  { program: 'ip', package: 'iproute2' },
  { program: 'cupsd', package: 'cups' },
  { program: 'lpadmin', package: 'cups-client' },
  { program: 'zbarimg', package: 'zbar-tools' },
  { program: 'mcs', package: 'mono-mcs' },
  { program: 'mono', package: 'mono-runtime' },
];

/** Xorg's driver of screens that are not there. */
const dummyDriver = '/usr/lib/xorg/modules/drivers/dummy_drv.so';
const screenPrograms = [
  { program: 'Xorg', package: 'xserver-xorg-core' },
  { program: 'xrandr', package: 'x11-xserver-utils' },
  { program: 'xdotool', package: 'xdotool' },
  { program: 'openbox', package: 'openbox' },
];

const packagingPrograms = [
  { program: '7za', package: 'p7zip-full' },
  { program: 'xz', package: 'xz-utils' },
  { program: 'desktop-file-validate', package: 'desktop-file-utils' },
];

const picturePrograms = [{ program: 'pngquant', package: 'pngquant' }];

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  const began = Date.now();
  say(`installing system packages with apt-get: ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work, on a fresh machine above all; waiting for it is better than giving up.
  const patient = ['-o', 'DPkg::Lock::Timeout=300'];
  const update = await capture('apt-get', [...patient, '-q', 'update'], { env });
  const install = await capture(
    'apt-get',
    [...patient, '-q', 'install', '-y', '--no-install-recommends', ...packages],
    { env },
  );
  if (install.code !== 0) {
    // An update that reached nothing still ends well; its warnings then hold the reason.
    const reason = `${update.stderr}\n${install.stderr}`.trim();
    throw new SetupError(
      `apt-get could not install ${packages.join(' ')}:\n${tail(reason, 12)}\n` +
        `Check the network and the package sources, or install them by hand:\n  ${aptLine(packages)}`,
    );
  }
  say(`system packages installed in ${duration(Date.now() - began)}`);
}
