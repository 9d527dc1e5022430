/**
 * A counter whose disk fails: it opens its ledger and makes payment 1 on a healthy disk, then tries on, first on a disk
 * that fails in the way given (`LOKET_FAIL_SYNC=…` or `LOKET_FAIL_WRITE=…`) and then on a healthy one, and prints, as a
 * line of JSON each, what came of each call. At its end it is closed or `killed`.
 */
import fs from 'node:fs';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { instant } from '../../../shared/time.ts';
import { arming, paid, quote, quoteId, reply, settlement, start } from '../../unit/ledger/documents.ts';
import type { Attempt } from './attempt.ts';

const [file = '', marks = '', fault = '', end = ''] = process.argv.slice(2);

function attempt(call: string, work: () => unknown): void {
  // The recording has this line among the operations on the disk.
  fs.appendFileSync(marks, `${call}\n`);
  let result: Attempt;
  try {
    result = { call, returned: work() ?? null };
  } catch (error) {
    const { name, code = null, message } = error as Error & { readonly code?: string };
    result = { call, threw: { name, code, message } };
  }
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

const opened = openLedger(file, 'training', start);
if (!opened.ok) throw new Error(opened.error.code);
const ledger = opened.value;
for (const n of [1, 2, 3]) ledger.addQuote(quote(n));
attempt('arm 1', () => ledger.arm(arming(1)));

const [variable = '', value = ''] = fault.split('=');
process.env[variable] = value;
attempt('arm 2', () => ledger.arm(arming(2)));
attempt('state of 2', () => ledger.payment(quoteId(2))?.state);
process.env[variable] = '';

attempt('arm 2 again', () => ledger.arm(arming(2)));
attempt('arm 3', () => ledger.arm(arming(3)));
attempt('quote 4', () => ledger.addQuote(quote(4)));
attempt('reply 1', () => ledger.recordReply(quoteId(1), reply('paid'), instant(arming(1).at + 1000)));
attempt('settle 1', () => ledger.settle(settlement(1, paid)));
attempt('state of 1', () => ledger.payment(quoteId(1))?.state);
attempt('end', () => undefined);
if (end === 'killed') process.kill(process.pid, 'SIGKILL');
ledger.close();
