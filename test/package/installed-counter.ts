import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { chromium, type Page } from 'playwright';
import { expect } from 'playwright/test';
import type { User } from './user.ts';

/** The installed program as its user started it. */
export interface InstalledCounter {
  readonly page: Page;
  readonly pid: number;
  /** All it has said on the console. */
  said(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as a system does that shuts down, and waits until it has ended. */
  close(): Promise<void>;
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it by its name, with nothing of our own environment, and takes hold of its page as a browser's tools do. */
export async function startInstalled(user: User, options: StartOptions = {}): Promise<InstalledCounter> {
  const { args = [], env = {} } = options;
  const variables = {
    HOME: user.home,
    USER: user.name,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    DISPLAY: process.env['DISPLAY'] ?? '',
    // Else the toolkit opens what drivers it finds, which a bare system has not.
    GDK_GL: 'disable',
    ...env,
  };
  const as = [`--reuid=${user.uid}`, `--regid=${user.uid}`, '--init-groups'];
  const program = ['/usr/bin/loket', '--disable-gpu', '--remote-debugging-port=0', ...args];
  const child = spawn('setpriv', [...as, ...program], {
    cwd: user.home,
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const { pid } = child;
  if (pid === undefined) throw new Error('the installed program did not start');

  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const tools = /DevTools listening on (ws:\S+)/;
    await expect.poll(() => tools.test(said) || child.exitCode !== null, { timeout: 30_000 }).toBe(true);
    const address = tools.exec(said)?.[1];
    if (address === undefined) throw new Error(`the installed program ended at once: ${said}`);
    const browser = await chromium.connectOverCDP(address);
    const page = await counterPage(() => browser.contexts().flatMap((context) => context.pages()));
    // Before that it looks as it did last.
    await page.locator('.counter[aria-busy="false"] #customer-number').waitFor();
    return {
      page,
      pid,
      said: () => said,
      kill: end,
      async close() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  } catch (fault) {
    await end();
    throw fault;
  }
}

async function counterPage(pages: () => readonly Page[]): Promise<Page> {
  const find = (): Page | undefined => pages().find((page) => page.url().includes('/index.html'));
  await expect.poll(() => find() !== undefined, { timeout: 30_000 }).toBe(true);
  const page = find();
  if (page === undefined) throw new Error('the counter has gone');
  return page;
}

/** What the system says of each process that the installed program has started for a page. */
export function rendererStatuses(): readonly string[] {
  return ofEachProcess((read) => (read('cmdline').includes('--type=renderer') ? [read('status')] : []));
}

/**
 * The libraries of the system, right below its folder of libraries, that the installed program has opened. Not those of its process
 * for graphics, which takes what drivers it finds and draws without any.
 */
export function openedLibraries(): readonly string[] {
  const all = ofEachProcess((read) =>
    read('cmdline').includes('--type=gpu-process')
      ? []
      : [...read('maps').matchAll(/ (\/(?:usr\/)?lib\/[^/]+\/[^/\n]+\.so[.\d]*)$/gm)].map(
          ([, file = '']) => file,
        ),
  );
  return [...new Set(all)].toSorted();
}

/** Looks at each process of the installed program, by the system's files of it. */
function ofEachProcess(look: (read: (file: string) => string) => readonly string[]): readonly string[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const read = (file: string): string => fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
      try {
        return read('cmdline').startsWith('/opt/Loket/loket') ? look(read) : [];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}
