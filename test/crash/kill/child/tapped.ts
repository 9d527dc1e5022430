import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { Biller, PaymentLine, RawReply } from '../../../../electron/billers/biller.ts';
import type { Ledger } from '../../../../electron/ledger/ledger.ts';
import type { Printer } from '../../../../electron/printing/printer.ts';
import type { Quote } from '../../../../shared/payment/quote.ts';
import type { KillSwitch } from './kill-switch.ts';
import { say } from './speak.ts';

/** The program's ports with a kill point on either side of what they do. The program knows nothing of them. */

export const tapLedger = (ledger: Ledger, kill: KillSwitch): Ledger => ({
  ...ledger,
  arm(arming) {
    kill.reach('before-journal');
    const armed = ledger.arm(arming);
    if (armed.ok) {
      say({ kind: 'armed', payment: arming.quote });
      kill.reach('after-journal');
    }
    return armed;
  },
  recordReply(payment, reply, at) {
    ledger.recordReply(payment, reply, at);
    say({ kind: 'recorded', payment });
    kill.reach('after-raw-reply');
  },
  settle(settlement) {
    kill.reach('before-commit');
    const settled = ledger.settle(settlement);
    if (settled.ok) {
      const { payment, actor } = settlement;
      say({ kind: 'settled', payment, state: settled.value, actor });
      kill.reach('after-commit');
    }
    return settled;
  },
});

export const tapBiller = (biller: Biller, kill: KillSwitch): Biller => ({
  ...biller,
  async openPayment(quote, at) {
    const line = await biller.openPayment(quote, at);
    if (!line.ok) return line;
    kill.reach('after-connect');
    return { ok: true, value: tapLine(line.value, quote, kill) };
  },
});

function tapLine(line: PaymentLine, quote: Quote, kill: KillSwitch): PaymentLine {
  const heard = (reply: RawReply | undefined): RawReply | undefined => {
    if (reply !== undefined) {
      say({ kind: 'answered', payment: quote.id });
      kill.reach('after-reply');
    }
    return reply;
  };
  return {
    ...line,
    send() {
      const exchange = line.send();
      say({ kind: 'sending', payment: quote.id });
      kill.reach('after-send');
      // Node writes in the next tick, and what a payment has to say fits into one write.
      setImmediate(() => kill.reach('after-last-byte'));
      return { byDeadline: exchange.byDeadline.then(heard), late: exchange.late.then(heard) };
    },
  };
}

/** Paper: a line for each receipt, in a file that no crash takes back. */
export const paperPrinter = (file: string, kill: KillSwitch): Printer => ({
  async print(bytes) {
    kill.reach('before-print');
    const line = createHash('sha256').update(bytes).digest('hex');
    fs.appendFileSync(file, `${line}\n`);
    say({ kind: 'printing', line });
    kill.reach('after-print');
    return { state: 'printed' };
  },
  look: () => Promise.resolve({ status: 'ok' }),
  watches: () => false,
  close: () => Promise.resolve(),
});
