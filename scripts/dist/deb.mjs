import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @typedef {import('./fpm-arguments.mjs').DebOrder} DebOrder */

/**
 * Makes a Debian package by `dpkg-deb`.
 * @param {DebOrder} order
 * @param {string | undefined} level of the compression, 0 to 9; undefined for its usual one
 */
export function makeDeb(order, level) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-deb-'));
  try {
    for (const { source, target } of order.files) copy(source, path.join(root, target));
    const files = straightened(root);
    const control = path.join(root, 'DEBIAN');
    fs.mkdirSync(control, { mode: 0o755 });
    const bytes = files.reduce((sum, file) => sum + fs.statSync(path.join(root, file)).size, 0);
    fs.writeFileSync(path.join(control, 'control'), controlText(order, bytes));
    fs.writeFileSync(path.join(control, 'md5sums'), files.map((file) => sumLine(root, file)).join(''));
    for (const [name, script] of Object.entries(order.scripts)) {
      fs.copyFileSync(script, path.join(control, name));
      fs.chmodSync(path.join(control, name), 0o755);
    }
    const packed = [`-Z${order.compression}`, ...(level === undefined ? [] : [`-z${level}`])];
    execFileSync('dpkg-deb', ['--root-owner-group', ...packed, '--build', root, order.output], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function copy(source, target) {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.cpSync(source, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

/**
 * Gives every file and folder the modes that a package has, whatever the umask and the working copy's were.
 * @param {string} root
 * @returns {string[]} the files, relative to `root`, sorted
 */
function straightened(root) {
  fs.chmodSync(root, 0o755);
  const entries = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return entries.filter((name) => {
    const file = path.join(root, name);
    const stat = fs.lstatSync(file);
    if (stat.isDirectory()) fs.chmodSync(file, 0o755);
    if (!stat.isFile()) return false;
    fs.chmodSync(file, (stat.mode & 0o111) === 0 ? 0o644 : 0o755);
    return true;
  });
}

/**
 * @param {string} root
 * @param {string} file
 */
function sumLine(root, file) {
  const content = fs.readFileSync(path.join(root, file));
  return `${createHash('md5').update(content).digest('hex')}  ${file}\n`;
}

/**
 * The control file, by Debian's policy 5.3.
 * @param {DebOrder} order
 * @param {number} bytes of all files together
 * @returns {string}
 */
export function controlText(order, bytes) {
  const lines = order.description
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [synopsis = order.name, ...rest] = lines;
  /** @type {[string, string][]} */
  const fields = [
    ['Package', order.name],
    ['Version', order.version],
    ['Architecture', order.architecture],
    ['Maintainer', order.maintainer],
    ['Installed-Size', String(Math.ceil(bytes / 1024))],
    ['Depends', order.depends.join(', ')],
    ['Recommends', order.recommends.join(', ')],
    ['Section', order.section],
    ['Priority', order.priority],
    ['Homepage', order.homepage],
    ['Description', [synopsis, ...rest.map((line) => ` ${line}`)].join('\n')],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
