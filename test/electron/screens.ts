import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const dummyDriver = '/usr/lib/xorg/modules/drivers/dummy_drv.so';
const missingOf = (commands: readonly string[]): readonly string[] =>
  commands.filter((command) => spawnSync('which', [command], { stdio: 'ignore' }).status !== 0);
const told = (missing: readonly string[]): string | undefined =>
  missing.length === 0 ? undefined : `${missing.join(' and ')} missing`;

/** Why this machine has no second screen. Xorg's dummy driver has outputs that `xrandr` plugs in: to Electron they are screens. */
export function whyNoTwoScreens(): string | undefined {
  if (process.platform !== 'linux') return 'no Xorg on this system';
  if (process.getuid?.() !== 0) return 'only root may start Xorg with a driver of its own';
  return told([
    ...missingOf(['Xorg', 'xrandr']),
    ...(fs.existsSync(dummyDriver) ? [] : ['Xorg’s dummy driver']),
  ]);
}

/** Why nothing here presses real keys, and manages windows that know what they mean. */
export const whyNoManager = (): string | undefined =>
  process.platform === 'linux' ? told(missingOf(['Xvfb', 'xdotool', 'openbox'])) : 'no X on this system';

const dummy = `
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 4096 2048
  EndSubSection
EndSection
`;

export interface Screens {
  /** What `DISPLAY` is there. */
  readonly display: string;
  run(command: string, ...args: readonly string[]): string;
  close(): void;
}

/** Starts an X server; it says itself which display is free. */
async function startServer(command: string, args: readonly string[]): Promise<Screens> {
  const server = spawn(command, ['-displayfd', '3', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.on('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once('exit', (code) => reject(new Error(`${command} ended with ${code}`)));
  });
  const display = `:${number}`;
  const env = { ...process.env, DISPLAY: display };
  return {
    display,
    run(tool, ...words) {
      const done = spawnSync(tool, words, { env, encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`${tool} ${words.join(' ')}: ${done.stderr}`);
      return done.stdout;
    },
    close() {
      server.kill();
    },
  };
}

/** One screen of 1368×768, and a second one of 1024×768 at its right that is not plugged in yet. */
export async function startTwoScreens() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-xorg-'));
  const config = path.join(folder, 'xorg.conf');
  fs.writeFileSync(config, dummy);
  const log = path.join(folder, 'log');
  const server = await startServer('Xorg', [
    '-config',
    config,
    '-noreset',
    '-nolisten',
    'tcp',
    '-logfile',
    log,
  ]);
  try {
    server.run('xrandr', '--output', 'DUMMY0', '--mode', '1368x768', '--pos', '0x0');
    server.run('xrandr', '--addmode', 'DUMMY1', '1024x768');
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    ...server,
    plug() {
      server.run('xrandr', '--output', 'DUMMY1', '--mode', '1024x768', '--pos', '1368x0');
      // The driver finds out that an output is there only when somebody asks for all of them.
      server.run('xrandr', '--query');
    },
    unplug: () => server.run('xrandr', '--output', 'DUMMY1', '--off'),
    close() {
      server.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One screen with a window manager, as a desktop has it, and keys that come from the keyboard. */
export async function startManagedScreen() {
  const server = await startServer('Xvfb', ['-screen', '0', '1366x768x24', '-nolisten', 'tcp']);
  const manager = spawn('openbox', ['--sm-disable'], {
    env: { ...process.env, DISPLAY: server.display },
    stdio: 'ignore',
  });
  return {
    ...server,
    press: (...keys: readonly string[]) => server.run('xdotool', 'key', '--clearmodifiers', ...keys),
    close() {
      manager.kill();
      server.close();
    },
  };
}
