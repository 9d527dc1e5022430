import { spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';
import { afterAll } from 'vitest';
import { virtualScreen } from '../../scripts/setup/display.mjs';

// Two files run side by side, and on one screen the windows of two programs would take the focus from each other: each
// file has a screen of its own. Where there is no Xvfb, on other systems than Linux, there is one for all.
if (hasXvfb()) {
  const screen = await startDisplay();
  process.env['DISPLAY'] = `:${screen.display}`;
  // It would be preferred to the X display.
  delete process.env['WAYLAND_DISPLAY'];
  afterAll(() => screen.stop());
}

function hasXvfb(): boolean {
  return process.platform === 'linux' && spawnSync('which', ['Xvfb'], { stdio: 'ignore' }).status === 0;
}

/** Xvfb chooses a number that is free, and says it as soon as it can be used. */
async function startDisplay(): Promise<{ readonly display: number; stop(): Promise<void> }> {
  const server = spawn('Xvfb', ['-displayfd', '3', ...virtualScreen()], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => void server.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  let complaint = '';
  server.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
  const display = await new Promise<number>((resolve, reject) => {
    let said = '';
    const told = server.stdio[3] as Readable;
    told.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.endsWith('\n')) resolve(Number(said));
    });
    server.once('error', reject);
    void ended.then(() => reject(new Error(`Xvfb has ended: ${complaint}`)));
  });
  return {
    display,
    async stop() {
      process.off('exit', kill);
      server.kill();
      await ended;
    },
  };
}
