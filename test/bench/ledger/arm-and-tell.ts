/** Arms a few payments and says on the standard output when each begins and is done: run under strace. */
import fs from 'node:fs';
import { afterFilling, CounterAtWork, startOn, type FilledLedger } from './counter-at-work.ts';

const filled = JSON.parse(process.argv[2] ?? '') as FilledLedger;
const ledger = startOn(filled.file, afterFilling);
const work = new CounterAtWork(ledger, filled);
for (let n = 0; n < 10; n += 1) {
  const sold = work.quote();
  fs.writeSync(1, 'arming\n');
  work.arm(sold);
  fs.writeSync(1, 'armed\n');
  work.settle(sold);
}
ledger.close();
