import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { openBooks, type BookEntry } from './books.ts';

/** The fake billers, seen from the test that started them. */
export interface FakeBiller {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Everything in the books so far. */
  entries(): readonly BookEntry[];
  /** Waits until nothing that a counter which is gone had sent can change the books any more. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface FakeBillerOptions {
  /** The bundled program. */
  readonly program: string;
  readonly folder: string;
  readonly seed: string;
  /** The biller's clock less the machine's, in milliseconds. */
  readonly aheadMs: number;
  /** How long after its latency a late answer comes, in milliseconds. */
  readonly lateMs: number;
}

export async function startFakeBiller(options: FakeBillerOptions): Promise<FakeBiller> {
  const file = path.join(options.folder, 'books.jsonl');
  fs.writeFileSync(file, '');
  const { program, seed, aheadMs, lateMs } = options;
  const child = spawn(process.execPath, [program, file, seed, String(aheadMs), String(lateMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the fake biller ended')));
  });
  const origin = `http://127.0.0.1:${port}`;
  const books = openBooks(file);
  return {
    origin,
    entries: () => books.read(),
    async settled() {
      await (await fetch(`${origin}/settled`)).text();
    },
    stop() {
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      return gone.then(() => undefined);
    },
  };
}
