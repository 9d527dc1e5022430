import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../fixtures/free-port.ts';

/** What the printer behind every queue does with its next job, or with the one that it is at. */
export type PrinterMood =
  /** It takes all. */
  | 'ok'
  /** It takes all, after a second. */
  | 'slow'
  /** It waits until it is better, and says why (`STATE: +media-empty-error` …). */
  | 'paper-out'
  | 'cover-open'
  | 'offline'
  /** It is not reached; what CUPS's own backends say then. */
  | 'connecting'
  | 'unplugged'
  /** The backend ends with an error. */
  | 'fail';

export interface CupsOptions {
  /** What CUPS does after a backend's error. `retry-job`: again after a second. Default: `retry-job`. */
  readonly errorPolicy?: 'retry-job' | 'retry-current-job' | 'stop-printer' | 'abort-job';
  /** Whether a job that has ended is remembered. Default: yes. */
  readonly history?: boolean;
  /** Listens on a port of 127.0.0.1 too. Default: no. */
  readonly tcp?: boolean;
  /** Every request must say who asks, and prove it. Default: no. */
  readonly authenticated?: boolean;
}

/** What came out of a queue once. */
export interface CapturedJob {
  readonly job: number;
  readonly queue: string;
  readonly bytes: Buffer;
}

/** A CUPS daemon of its own: own spool, own log, own queues; the system's is not touched. */
export interface Cups {
  /** What a program needs in its environment to see this daemon, and no other. */
  readonly env: Readonly<Record<string, string>>;
  /** `host:port`, where it listens on one. */
  readonly tcpServer: string | undefined;
  /** A raw queue that prints into memory. More arguments go to `lpadmin`. */
  addQueue(name: string, ...more: readonly string[]): Promise<void>;
  /** Everything that has come out, in the order of the jobs; the same job twice where it came out twice. */
  jobs(): readonly CapturedJob[];
  /** Resolves with `jobs()` once there are that many. */
  captured(count: number): Promise<readonly CapturedJob[]>;
  /** From now on, every printer of this daemon is in that mood. */
  tell(mood: PrinterMood): void;
  /**
   * Runs one of CUPS's programs (`cupsdisable`, `lpstat` …) against this daemon.
   *
   * @throws Error with the program's words where it fails.
   */
  run(program: string, ...args: readonly string[]): Promise<string>;
  /** The daemon answers nothing until `wake`: connections stand, requests wait. */
  hang(): void;
  wake(): void;
  /** Kills it, without a chance to tidy up. `start` brings it back with its queues, and the jobs that it had saved. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** What the daemon has written about its doings. */
  log(): string;
  /** Every request that it has answered, a line each: with the status of HTTP, the operation, and the status of IPP. */
  requests(): readonly string[];
  /** Ends it and removes every trace. May be called twice. */
  stop(): Promise<void>;
}

const daemon = '/usr/sbin/cupsd';
const library = '/usr/lib/cups';

/** Why there can be no CUPS daemon of our own on this machine, or undefined. */
export function whyNoCups(): string | undefined {
  if (process.platform !== 'linux') return 'the private CUPS daemon is for Linux';
  if (process.getuid?.() !== 0) return 'cupsd wants to be started by root';
  if (!fs.existsSync(daemon)) return 'cups is not installed';
  return fs.existsSync('/usr/sbin/lpadmin') ? undefined : 'cups-client is not installed';
}

const filesConf = (at: string): string => `
User lp
Group lp
SystemGroup root lpadmin
ServerRoot ${at}/etc
ServerBin ${at}/bin
RequestRoot ${at}/spool
TempDir ${at}/spool/tmp
CacheDir ${at}/cache
StateDir ${at}/state
ServerKeychain ${at}/ssl
AccessLog ${at}/log/access_log
ErrorLog ${at}/log/error_log
PageLog ${at}/log/page_log
`;

const daemonConf = (socket: string, tcpServer: string | undefined, options: CupsOptions): string => `
LogLevel info
AccessLogLevel all
MaxLogSize 0
Listen ${socket}
${tcpServer === undefined ? '' : `Listen ${tcpServer}`}
Browsing No
WebInterface No
IdleExitTimeout 0
ErrorPolicy ${options.errorPolicy ?? 'retry-job'}
JobRetryInterval 1
JobKillDelay 1
DirtyCleanInterval 0
PreserveJobHistory ${options.history === false ? 'No' : 'Yes'}
DefaultAuthType ${options.authenticated === true ? 'Basic' : 'None'}
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  <Limit All>
    ${options.authenticated === true ? 'AuthType Default\n    Require valid-user' : ''}
    Order deny,allow
  </Limit>
</Policy>
`;

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = net.connect(socket);
    const settle = (isUp: boolean): void => {
      probe.destroy();
      resolve(isUp);
    };
    probe.once('connect', () => settle(true)).once('error', () => settle(false));
  });

/** `JOB.QUEUE.PID`, where the queue's name may hold dots. */
function readCaptured(folder: string): readonly CapturedJob[] {
  const files = fs.readdirSync(folder).filter((file) => /^\d+\..+\.\d+$/.test(file));
  return files
    .map((file) => ({
      job: Number(file.slice(0, file.indexOf('.'))),
      queue: file.slice(file.indexOf('.') + 1, file.lastIndexOf('.')),
      bytes: fs.readFileSync(path.join(folder, file)),
    }))
    .sort((a, b) => a.job - b.job);
}

/**
 * Starts a daemon. It ends with the process that called, however that ends.
 *
 * @throws Error with the daemon's log where it does not come up; see `whyNoCups`.
 */
export async function startCups(options: CupsOptions = {}): Promise<Cups> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-cups-'));
  const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
  const socket = at('cups.sock');
  const tcpServer = options.tcp === true ? `127.0.0.1:${await freePort()}` : undefined;
  const env = { CUPS_SERVER: socket };

  for (const part of ['etc/ppd', 'spool/tmp', 'cache', 'state', 'log', 'ssl', 'bin/backend', 'captured'])
    fs.mkdirSync(at(part), { recursive: true });
  for (const part of fs.readdirSync(library))
    if (part !== 'backend') fs.symlinkSync(path.join(library, part), at('bin', part));
  const backend = at('bin', 'backend', 'capture');
  fs.copyFileSync(path.join(import.meta.dirname, 'capture-backend.sh'), backend);
  fs.writeFileSync(at('captured', 'state'), 'ok');
  fs.writeFileSync(at('cups-files.conf'), filesConf(folder));
  fs.writeFileSync(at('cupsd.conf'), daemonConf(socket, tcpServer, options));
  // Backends run as lp, which must get in; CUPS runs none that others may write.
  spawnSync('chown', ['-R', 'root:lp', folder]);
  spawnSync('chown', ['-R', 'lp:lp', at('captured')]);
  fs.chmodSync(folder, 0o755);
  fs.chmodSync(at('spool'), 0o710);
  fs.chmodSync(at('spool', 'tmp'), 0o1770);
  fs.chmodSync(backend, 0o755);

  let child: ChildProcess | undefined;
  const readLog = (name: string): string =>
    fs.existsSync(at('log', name)) ? fs.readFileSync(at('log', name), 'utf8') : '';
  const log = (): string => readLog('error_log');
  const kill = async (): Promise<void> => {
    const dying = child;
    child = undefined;
    if (dying === undefined || dying.exitCode !== null || dying.signalCode !== null) return;
    dying.kill('SIGKILL');
    await once(dying, 'exit');
  };
  const start = async (): Promise<void> => {
    fs.rmSync(socket, { force: true });
    // The system kills it when the thread that started it is gone, whatever became of that.
    const args = ['--pdeathsig', 'KILL', daemon, '-f', '-c', at('cupsd.conf'), '-s', at('cups-files.conf')];
    const started = spawn('setpriv', args, { stdio: 'ignore' });
    child = started;
    while (!(await answers(socket))) {
      if (started.exitCode !== null || started.signalCode !== null)
        throw new Error(`cupsd has ended:\n${log()}`);
      await sleep(20);
    }
  };
  const run = async (program: string, ...args: readonly string[]): Promise<string> => {
    const environment = { ...process.env, ...env, LC_ALL: 'C' };
    return (await promisify(execFile)(program, args, { env: environment, timeout: 20_000 })).stdout;
  };
  const jobs = (): readonly CapturedJob[] => readCaptured(at('captured'));

  await start();
  return {
    env,
    tcpServer,
    run,
    jobs,
    log,
    requests: () => readLog('access_log').split('\n').slice(0, -1),
    start,
    kill,
    async addQueue(name, ...more) {
      await run('lpadmin', '-p', name, '-E', '-v', `capture:${at('captured')}`, ...more);
    },
    async captured(count) {
      for (;;) {
        const found = jobs();
        if (found.length >= count) return found;
        await sleep(20);
      }
    },
    tell(mood) {
      // Another name first: the backend must never read half a word.
      fs.writeFileSync(at('captured', '.state'), mood);
      fs.renameSync(at('captured', '.state'), at('captured', 'state'));
    },
    hang: () => void child?.kill('SIGSTOP'),
    wake: () => void child?.kill('SIGCONT'),
    async stop() {
      await kill();
      // Backends see within moments that their daemon is gone; until then they may still write.
      await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}
