/** A counter that is killed: it commits one payment as sent, says so, and would wait for the answer for ever. */
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { arming, quote, start } from './documents.ts';

const opened = openLedger(process.argv[2] ?? '', 'live', start);
if (!opened.ok) throw new Error(opened.error.code);
opened.value.addQuote(quote(1));
opened.value.addQuote(quote(2));
const armed = opened.value.arm(arming(1));
process.stdout.write(armed.ok ? 'armed\n' : `${armed.error.code}\n`);
setInterval(() => undefined, 1000);
