import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { npmCommand } from '../../../scripts/setup/command.mjs';
import { displaySwitches, hasDisplay, onVirtualDisplay } from '../../../scripts/setup/display.mjs';
import { nodeIsNewEnough } from '../../../scripts/setup/entry.mjs';
import { launcherFrom, launcherVariables, quoted, startScript } from '../../../scripts/setup/launcher.mjs';

describe('how Electron is started', () => {
  it('root starts it as an ordinary user of a new user namespace', () => {
    expect(startScript('/cache/electron', 'as-user')).toBe(
      '#!/bin/sh\nexec unshare --user --map-user=1000 --map-group=1000 -- /cache/electron "$@"\n',
    );
  });

  it('without a sandbox only where there can be none', () => {
    expect(startScript('/cache/electron', 'none')).toBe(
      '#!/bin/sh\nexec /cache/electron --no-sandbox "$@"\n',
    );
    expect(startScript('/cache/electron', 'plain')).toBeUndefined();
  });

  it.each(["it's", 'a b', '$(x)', '`x`', 'a\nb', '*', '~', '\\', '', 'plain/path-1.0'])(
    '%j reaches it unchanged',
    (word) => {
      expect(execFileSync('sh', ['-c', `printf %s ${quoted(word)}`], { encoding: 'utf8' })).toBe(word);
    },
  );

  it('tests get what the set-up found', () => {
    const launcher = {
      executablePath: '/cache/start.sh',
      sandboxed: true,
      version: '45.4.1',
      source: 'its own download',
    };
    expect(launcherFrom(launcherVariables(launcher))).toEqual(launcher);
    expect(launcherFrom(launcherVariables({ ...launcher, sandboxed: false }))?.sandboxed).toBe(false);
    expect(launcherFrom({})).toBeUndefined();
  });
});

describe('the display', () => {
  it('only Linux can be without one', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });

  it('Electron is told of Wayland where there is no X11', () => {
    expect(displaySwitches({ WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['--ozone-platform=wayland']);
    expect(displaySwitches({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' })).toEqual([]);
  });

  it('a virtual one is not overruled by a Wayland session', () => {
    const { command, options } = onVirtualDisplay(
      'node',
      [],
      { WAYLAND_DISPLAY: 'wayland-0', HOME: '/h' },
      'linux',
    );
    expect(command).toBe('xvfb-run');
    expect(options).toEqual({ env: { HOME: '/h' }, ownGroup: true });
    expect(onVirtualDisplay('node', ['x'], {}, 'darwin').command).toBe('node');
  });
});

describe('the tools', () => {
  it('Node must be 20.19 or newer', () => {
    expect(['20.19.0', '20.20.2', '22.1.0', '26.0.0'].map(nodeIsNewEnough)).toEqual([true, true, true, true]);
    expect(['20.18.3', '18.20.8'].map(nodeIsNewEnough)).toEqual([false, false]);
  });

  it('npm is the one that started us, never another package manager', () => {
    expect(npmCommand({ npm_execpath: '/n/npm-cli.js' }, 'linux')).toEqual([
      process.execPath,
      ['/n/npm-cli.js'],
    ]);
    expect(npmCommand({ npm_execpath: '/y/yarn.js' }, 'linux')).toEqual(['npm', []]);
    expect(npmCommand({}, 'linux')).toEqual(['npm', []]);
  });
});
