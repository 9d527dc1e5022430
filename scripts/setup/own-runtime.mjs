import fs from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';

/**
 * The executable inside an Electron distribution, as the electron package names it.
 * @param {NodeJS.Platform} platform
 * @returns {string}
 */
export function executableName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * The electron package in node_modules. It is read, never imported: version 45 starts a download of
 * 120 MB as soon as it is required.
 * @param {string} root
 */
function packageFolder(root) {
  return path.join(root, 'node_modules/electron');
}

/**
 * The version the project asks for.
 * @param {string} root
 * @returns {string}
 */
export function ownVersion(root) {
  const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder(root), 'package.json'), 'utf8'));
  return String(version);
}

/**
 * The electron package's own binary, if it is there, whole and of the right version. The test is the
 * package's: its install.js writes path.txt last.
 * @param {string} root
 * @returns {string | undefined}
 */
export function ownExecutable(root) {
  const folder = packageFolder(root);
  const name = executableName(process.platform);
  const executable = path.join(folder, 'dist', name);
  const whole =
    readText(path.join(folder, 'dist/version')).replace(/^v/, '') === ownVersion(root) &&
    readText(path.join(folder, 'path.txt')) === name;
  return whole && fs.existsSync(executable) ? executable : undefined;
}

/**
 * Downloads it with the package's own installer, which checks its hash.
 * @param {string} root
 * @returns {Promise<boolean>} whether it is there now
 */
export async function downloadOwn(root) {
  await run(process.execPath, [path.join(packageFolder(root), 'install.js')], { cwd: root });
  return ownExecutable(root) !== undefined;
}

/** @param {string} file */
function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
