// The development loop behind `npm run dev`: Vite's server with hot reload for the renderer, watch builds
// for main, its worker and preload; a new main or worker restarts Electron, a new preload reloads the page.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createBuilder, createServer, type ViteDevServer } from 'vite';
import { displaySwitches } from './setup/display.mjs';
import { electronLauncher } from './setup/launcher.mjs';
import { say } from './setup/progress.mjs';
import { projectRoot } from './setup/project-root.mjs';

/** What is built beside the renderer: environments of `vite.config.ts`. */
const sides = ['main', 'ledgerWorker', 'queryWorker', 'tablesWorker', 'preload'] as const;
type Side = (typeof sides)[number];

/** What watching a build gives back: Rolldown's watcher, of which this is all we use. */
interface Watcher {
  on(event: 'event', listener: (event: WatchEvent) => void): void;
  close(): Promise<void>;
}

interface WatchEvent {
  readonly code: string;
  readonly result?: { close(): Promise<void> };
}

const configFile = path.join(projectRoot, 'vite.config.ts');
const launcher = await electronLauncher();
const server = await createServer({ configFile });
await server.listen();
const url = addressOf(server);
say(`the renderer is served at ${url}`);

let electron: ChildProcess | undefined;
let stopping = false;
const built = new Set<Side>();
const watchers = await watchBuilds((side) => {
  const first = !built.has(side);
  built.add(side);
  if (first) {
    if (built.size === sides.length) startElectron();
  } else if (side === 'preload') reloadPage();
  else restartElectron();
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

function addressOf(running: ViteDevServer): string {
  const address = running.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('Vite serves no local address');
  return address;
}

function startElectron(): void {
  const args = ['.', ...displaySwitches(), ...process.argv.slice(2)];
  const env = { ...process.env, VITE_DEV_SERVER_URL: url };
  const started = spawn(launcher.executablePath, args, { cwd: projectRoot, stdio: 'inherit', env });
  electron = started;
  started.on('exit', (code) => {
    // Closing the window ends the loop; a restart has taken this Electron out of the variable before.
    if (electron === started) void stop(code ?? 1);
  });
}

function restartElectron(): void {
  const old = electron;
  // None: a restart is under way already, and will load the newest files.
  if (old === undefined) return;
  electron = undefined;
  old.once('exit', () => {
    if (stopping) return;
    say('main has changed: Electron restarted');
    startElectron();
  });
  old.kill();
}

function reloadPage(): void {
  say('preload has changed: page reloaded');
  server.ws.send({ type: 'full-reload' });
}

/** Builds each side now and after each change of their sources. */
async function watchBuilds(onBuilt: (side: Side) => void): Promise<Watcher[]> {
  const builder = await createBuilder({ configFile, mode: 'development' });
  const started: Watcher[] = [];
  for (const side of sides) {
    const environment = builder.environments[side];
    if (environment === undefined) throw new Error(`vite.config.ts has no environment "${side}"`);
    environment.config.build.watch = {};
    const watcher = asWatcher(await builder.build(environment));
    let sound = true;
    watcher.on('event', (event) => {
      if (event.code === 'START') sound = true;
      if (event.code === 'BUNDLE_END') void event.result?.close();
      if (event.code === 'ERROR') {
        sound = false;
        say(`${side} does not build; Electron stays as it is until it does`);
      }
      if (event.code === 'END' && sound) onBuilt(side);
    });
    started.push(watcher);
  }
  return started;
}

function asWatcher(result: object): Watcher {
  if (!('on' in result) || !('close' in result)) throw new Error('Vite built once instead of watching');
  return result as Watcher;
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  electron?.kill();
  await Promise.all([...watchers.map((watcher) => watcher.close()), server.close()]);
  process.exit(code);
}
