import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface ScriptRun {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of this folder in a Node of its own. `under` is a command it is run by, as `strace` is. */
export async function runScript(
  script: string,
  args: readonly string[],
  { env = {}, under = [] }: { env?: Readonly<Record<string, string>>; under?: readonly string[] } = {},
): Promise<ScriptRun> {
  const words = [
    ...under,
    process.execPath,
    '--import',
    'tsx',
    path.join(import.meta.dirname, script),
    ...args,
  ];
  const [command = '', ...rest] = words;
  // By io_uring Node could reach the disk past libc, and so past the shims.
  const child = spawn(command, rest, {
    env: { ...process.env, UV_USE_IO_URING: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code, signal] = await once(child, 'close');
  // A script may kill itself: that is how a counter ends that nobody closes.
  if (code !== 0 && signal !== 'SIGKILL')
    throw new Error(`${script} ended with ${String(code ?? signal)}:\n${stdout}\n${stderr}`);
  return { stdout, stderr };
}
