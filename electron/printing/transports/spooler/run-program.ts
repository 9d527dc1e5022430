import { spawn } from 'node:child_process';
import { TransportFault } from '../transport.ts';
import { within } from '../../within.ts';

/** A program that only tells something takes moments, a busy PC or not. */
const programDeadlineMs = 5_000;
/** More than any list of queues. */
const answerLimitBytes = 4 * 1024 * 1024;

/** Not `execFile`: called off, that asks a program to end, and waits as long as one of its children holds the output. */
const run = (
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      signal,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let length = 0;
    const fail = (error: Error): void => {
      child.kill('SIGKILL');
      child.stdout.destroy();
      reject(error);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > answerLimitBytes) fail(new Error('the program says too much'));
      else chunks.push(chunk);
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new Error(`the program has ended with ${code}`));
    });
  });

/**
 * Runs a program without a shell, and answers what it says. It is killed at its deadline, or when `signal` fires.
 *
 * @throws TransportFault `unreachable` where it is missing, hangs or fails; `stalled` where `signal` fired.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  deadlineMs = programDeadlineMs,
): Promise<string> {
  try {
    return await within(deadlineMs, signal, (bounded) => run(program, args, env, bounded));
  } catch (error) {
    throw new TransportFault(signal.aborted ? 'stalled' : 'unreachable', error);
  }
}
