import { spawn } from 'node:child_process';
import type { Answer, Command, Line, Word } from './protocol.ts';

/** One counter program, from its start to its death. */
export interface Life {
  /** All it said so far on its way. */
  readonly words: readonly Word[];
  /** What it wrote where nobody looks: a bug's stack. */
  readonly complaints: string;
  readonly isDead: boolean;
  /** Does one command; `dead` where the counter died of it, or was dead. */
  tell(command: Command): Promise<Answer | 'dead'>;
  /** Kills it after so many milliseconds, whatever it does then. */
  killAfter(ms: number): void;
  /** Kills it and resolves once it is gone, which it may have been already. */
  kill(): Promise<void>;
}

function begin(program: string, aheadMs: number): Life {
  const child = spawn(process.execPath, [program, String(aheadMs)], { stdio: ['pipe', 'pipe', 'pipe'] });
  const words: Word[] = [];
  let complaints = '';
  let isDead = false;
  let waiting: ((answer: Answer | 'dead') => void) | undefined;
  let rest = '';
  const settle = (answer: Answer | 'dead'): void => {
    waiting?.(answer);
    waiting = undefined;
  };
  // Its pipe may break while something is said to it.
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
  child.stdout.on('data', (chunk: Buffer) => {
    const [last = '', ...before] = (rest + chunk.toString('utf8')).split('\n').toReversed();
    rest = last;
    for (const text of before.toReversed()) {
      const { say, ...said } = JSON.parse(text) as Line;
      if (say === 'word') words.push(said as Word);
      else settle(said as Answer);
    }
  });
  // Not `exit`: what it said last is still in the pipe then.
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      isDead = true;
      settle('dead');
      resolve();
    });
  });
  return {
    words,
    get complaints() {
      return complaints;
    },
    get isDead() {
      return isDead;
    },
    tell(command) {
      if (isDead) return Promise.resolve('dead');
      return new Promise((resolve) => {
        waiting = resolve;
        child.stdin.write(`${JSON.stringify(command)}\n`);
      });
    },
    killAfter: (ms) => void setTimeout(() => child.kill('SIGKILL'), ms).unref(),
    kill() {
      child.kill('SIGKILL');
      return gone;
    },
  };
}

/** Counters that are started while another still lives, so that a restart costs no waiting. */
export interface Nursery {
  next(): Life;
  close(): Promise<void>;
}

export function createNursery(program: string, aheadMs: number): Nursery {
  const born: Life[] = [];
  const bear = (): Life => {
    const life = begin(program, aheadMs);
    born.push(life);
    return life;
  };
  let spare = bear();
  return {
    next() {
      const life = spare;
      spare = bear();
      // Of the dead nobody needs to be reminded.
      born.splice(0, born.length, ...born.filter((each) => !each.isDead));
      return life;
    },
    async close() {
      await Promise.all(born.map((life) => life.kill()));
    },
  };
}
