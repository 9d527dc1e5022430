/**
 * Counts what a start and an arming read and write on a filled ledger: a child process of the benchmark, for counting
 * slows down what is counted. What it says is JSON.
 */
import fs from 'node:fs';
import { register } from 'node:module';
import type { FilledLedger } from './counter-at-work.ts';
import type { Counted } from './counted.ts';

register('./watch-sqlite.mjs', import.meta.url);
const { countWork } = await import('./counted.ts');
const of = JSON.parse(process.argv[2] ?? '') as FilledLedger;
const counted: Counted = countWork(of);
fs.writeSync(1, JSON.stringify(counted));
