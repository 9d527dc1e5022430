/**
 * A counter that makes payments one after another and writes down each thing it was told is done, once it was told so.
 * Half way it is closed and opened anew. With `slack` as its last word it runs SQLite with `synchronous=NORMAL`, past
 * the ledger's back.
 */
import fs from 'node:fs';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { arming, job, quote, quoteId, settlement, start } from '../../unit/ledger/documents.ts';
import { instant } from '../../../shared/time.ts';
import { outcomeOf, replyTo } from './sales.ts';
import { slacken } from './slacken.ts';

const [file = '', acknowledgements = '', count = '', manner] = process.argv.slice(2);
const payments = Number(count);
if (manner === 'slack') slacken();

const paper = fs.openSync(acknowledgements, 'a');
const say = (line: string): void => void fs.writeSync(paper, `${line}\n`);

function open(): Ledger {
  const opened = openLedger(file, 'training', start);
  if (!opened.ok) throw new Error(`the ledger was not opened: ${opened.error.code}`);
  return opened.value;
}

let ledger = open();
say('opened');
for (let n = 1; n <= payments; n += 1) {
  say(`began ${n}`);
  ledger.addQuote(quote(n));
  say(`quoted ${n}`);
  if (!ledger.arm(arming(n)).ok) throw new Error(`${n} was not armed`);
  say(`armed ${n}`);
  ledger.recordReply(quoteId(n), replyTo(n), instant(arming(n).at + 1000));
  say(`replied ${n}`);
  const outcome = outcomeOf(n);
  const printed = outcome.kind === 'paid' ? { job: job(n, quoteId(n)) } : {};
  const settled = ledger.settle(settlement(n, outcome, printed));
  if (!settled.ok) throw new Error(`${n} was not settled`);
  say(`settled ${n} ${settled.value}`);
  if (n === Math.floor(payments / 2)) {
    ledger.close();
    say('closed');
    ledger = open();
  }
}
ledger.close();
say('closed');
