import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlText, makeDeb } from '../../../scripts/dist/deb.mjs';
import { readFpmArguments } from '../../../scripts/dist/fpm-arguments.mjs';
import { describeWhere } from '../../devices/describe-where.ts';

/** As electron-builder 26.17 calls it. */
const words = (output: string, ...files: readonly string[]): string[] => [
  ...'-s dir --force -t deb -d libgtk-3-0 -d udev --deb-recommends cups-client'.split(' '),
  ...'--deb-compression gz --architecture amd64 --version 0.1.0~test.1 --name loket'.split(' '),
  ...'--vendor x --url https://l.example/ --deb-priority optional --license MIT'.split(' '),
  '--description',
  'a counter\n For paying bills.',
  '--package',
  output,
  '--maintainer',
  'Somebody <a@b.example>',
  ...files,
];

describe('what electron-builder asks of fpm', () => {
  it('is read as an order for a Debian package', () => {
    expect(
      readFpmArguments([...words('/x/l.deb', 'a/b/=/opt/Loket', 'c=d=/usr/bin/c'), '--after-install', '/p']),
    ).toMatchObject({
      output: '/x/l.deb',
      name: 'loket',
      version: '0.1.0~test.1',
      compression: 'gzip',
      depends: ['libgtk-3-0', 'udev'],
      recommends: ['cups-client'],
      scripts: { postinst: '/p' },
      files: [
        { source: 'a/b/', target: '/opt/Loket' },
        { source: 'c=d', target: '/usr/bin/c' },
      ],
    });
  });

  it.each([
    ['an option that is not known', ['--deb-systemd', 'x'], '--deb-systemd'],
    ['another kind of package', ['-t', 'rpm'], 'rpm'],
    ['a file that goes nowhere', ['LICENSE'], 'LICENSE'],
    ['an option without its value', ['--name'], '--name'],
    ['a compression that is not known', ['--deb-compression', 'lzo'], 'lzo'],
  ])('is refused where it is %s', (_what, more, named) => {
    expect(() => readFpmArguments([...words('/x/l.deb'), ...more])).toThrow(named);
  });

  it('is refused where it does not say which version', () => {
    const rest = words('/x/l.deb');
    rest.splice(rest.indexOf('--version'), 2);
    expect(() => readFpmArguments(rest)).toThrow('version');
  });

  it('gives a control file with the synopsis first and its size in kibibytes', () => {
    const text = controlText(readFpmArguments(words('/x/l.deb')), 1025);
    expect(text).toContain('Installed-Size: 2\n');
    expect(text).toContain('Depends: libgtk-3-0, udev\n');
    expect(text.endsWith('Description: a counter\n For paying bills.\n')).toBe(true);
  });
});

const noDpkg = spawnSync('dpkg-deb', ['--version']).status === 0 ? undefined : 'there is no dpkg-deb';

describeWhere(noDpkg, 'a Debian package', () => {
  let folder: string;
  let deb: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-fpm-'));
    deb = path.join(folder, 'made.deb');
    const app = path.join(folder, 'app');
    fs.mkdirSync(path.join(app, 'sub'), { recursive: true });
    fs.writeFileSync(path.join(app, 'loket'), 'program', { mode: 0o700 });
    fs.writeFileSync(path.join(app, 'sub/data.pak'), 'data', { mode: 0o600 });
    fs.symlinkSync('loket', path.join(app, 'link'));
    fs.writeFileSync(path.join(folder, 'postinst'), '#!/bin/sh\ntrue\n');
    makeDeb(
      readFpmArguments([
        ...words(deb, `${app}/=/opt/Loket`),
        '--after-install',
        path.join(folder, 'postinst'),
      ]),
      '1',
    );
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('has every file as root’s, with the modes of a system and not of whoever built it', () => {
    const listed = execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' });
    const modes = listed
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/))
      .map(([mode, owner, , , , name]) => `${mode} ${owner} ${name}`)
      .sort();
    expect(modes).toEqual([
      '-rw-r--r-- root/root ./opt/Loket/sub/data.pak',
      '-rwxr-xr-x root/root ./opt/Loket/loket',
      'drwxr-xr-x root/root ./',
      'drwxr-xr-x root/root ./opt/',
      'drwxr-xr-x root/root ./opt/Loket/',
      'drwxr-xr-x root/root ./opt/Loket/sub/',
      'lrwxrwxrwx root/root ./opt/Loket/link',
    ]);
  });

  it('carries its scripts and the sums by which dpkg sees a changed file', () => {
    const control = path.join(folder, 'control');
    execFileSync('dpkg-deb', ['--control', deb, control]);
    expect(fs.statSync(path.join(control, 'postinst')).mode & 0o777).toBe(0o755);
    expect(fs.readFileSync(path.join(control, 'md5sums'), 'utf8')).toBe(
      'a9c449d4fa44e9e5a41c574ae55ce4d9  opt/Loket/loket\n8d777f385d3dfec8815d20f7496026dc  opt/Loket/sub/data.pak\n',
    );
  });
});
