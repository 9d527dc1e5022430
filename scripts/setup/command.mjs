import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [ownGroup] put the command and all that it starts into a process group of its own,
 *   so that a signal reaches everything: xvfb-run, a shell script, passes none on
 * @property {(pid: number) => void} [onStart] told the process id as soon as the command runs
 */

/**
 * @typedef {object} Captured
 * @property {number} code exit code; 127 where the command does not exist, 128 + n after signal n
 * @property {string} stdout
 * @property {string} stderr
 */

/** @type {Map<import('node:child_process').ChildProcess, boolean>} what runs now, and whether it leads a group */
const running = new Map();
/** @type {{ signal: NodeJS.Signals, at: number } | undefined} */
let stopping;

/**
 * Runs a command on our own terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export async function run(command, args, options = {}) {
  const { code } = await start(command, args, options, 'inherit');
  return code;
}

/**
 * Runs a command and keeps what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<Captured>}
 */
export function capture(command, args, options = {}) {
  return start(command, args, options, 'pipe');
}

/**
 * Runs npm: the very one that started us, where there is one.
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<Captured>}
 */
export function captureNpm(args, options = {}) {
  const [command, first] = npmCommand(process.env, process.platform);
  return capture(command, [...first, ...args], options);
}

/**
 * How npm is called: by the script that npm itself names in the environment of what it runs, because on
 * Windows `npm` is a batch file, which Node starts only through a shell.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {[command: string, args: string[]]}
 */
export function npmCommand(env, platform) {
  const script = env['npm_execpath'];
  if (script && /^npm-cli\.[cm]?js$/.test(path.basename(script))) return [process.execPath, [script]];
  if (platform === 'win32') {
    return [process.execPath, [path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')]];
  }
  return ['npm', []];
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} options
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<Captured>}
 */
function start(command, args, options, output) {
  listenForSignals();
  const ownGroup = options.ownGroup === true && process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      detached: ownGroup,
      windowsHide: true,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
    });
    running.set(child, ownGroup);
    if (child.pid !== undefined) options.onStart?.(child.pid);
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    child.on('error', (fault) => {
      running.delete(child);
      if ('code' in fault && fault.code === 'ENOENT')
        resolve({ code: 127, stdout: '', stderr: fault.message });
      else reject(fault);
    });
    child.on('close', (code, signal) => {
      const result = { code: code ?? signalCode(signal ?? 'SIGKILL'), stdout: stdout(), stderr: stderr() };
      if (stopping) void leave(child, ownGroup);
      else {
        running.delete(child);
        resolve(result);
      }
    });
  });
}

/**
 * @param {import('node:stream').Readable | null} stream
 * @returns {() => string} everything so far
 */
function collect(stream) {
  /** @type {Buffer[]} */
  const chunks = [];
  stream?.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

/** @param {NodeJS.Signals} signal */
function signalCode(signal) {
  return 128 + os.constants.signals[signal];
}

let listening = false;

/**
 * From the first command on, a signal stops what runs and only then us: an npm left behind would go on
 * writing into node_modules while the next start installs there.
 */
function listenForSignals() {
  if (listening) return;
  listening = true;
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => stop(signal));
  }
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  if (running.size === 0) process.exit(signalCode(signal));
  const now = Date.now();
  // One Ctrl-C arrives twice, from the terminal and from npm: only a later one is a second wish.
  const insisted = stopping !== undefined && now - stopping.at > 1000;
  if (stopping && !insisted) return;
  stopping = { signal, at: now };
  for (const [child, ownGroup] of running) {
    // The terminal sends Ctrl-C to the whole foreground group; Electron takes a second one as "at once".
    if (signal === 'SIGINT' && !ownGroup && !insisted) continue;
    kill(child, ownGroup, insisted ? 'SIGKILL' : signal);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} ownGroup
 * @param {NodeJS.Signals} signal
 */
function kill(child, ownGroup, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(ownGroup ? -child.pid : child.pid, signal);
  } catch {
    // It ended in this very moment.
  }
}

/**
 * A command has ended because we are stopping: leaves when it was the last one.
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} ownGroup
 */
async function leave(child, ownGroup) {
  if (ownGroup && child.pid !== undefined) await endGroup(child.pid);
  running.delete(child);
  if (stopping && running.size === 0) process.exit(signalCode(stopping.signal));
}

/**
 * Waits for the rest of a stopped group, whose leader is gone, and ends by force what does not go.
 * @param {number} leader
 */
async function endGroup(leader) {
  try {
    for (let waited = 0; waited < 3000; waited += 100) {
      process.kill(-leader, 0);
      await sleep(100);
    }
    process.kill(-leader, 'SIGKILL');
  } catch {
    // No process of the group is left.
  }
}
