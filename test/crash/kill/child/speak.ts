import fs from 'node:fs';
import type { Answer, Word } from '../protocol.ts';

/** In the pipe when this returns: a counter that is killed the moment after has said it. */
const write = (line: object): void => void fs.writeSync(1, `${JSON.stringify(line)}\n`);

export const say = (word: Word): void => write({ say: 'word', ...word });
export const answer = (what: Answer): void => write({ say: 'answer', ...what });
