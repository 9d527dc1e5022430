import { teleanjar } from '../../../electron/billers/teleanjar/teleanjar.ts';
import type { Biller, PaymentLine } from '../../../electron/billers/biller.ts';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { openHouse } from '../../contract/house.ts';
import type { LotLife, LotReport } from './lot-protocol.ts';

/**
 * A counter that opens the lot of its group, or goes on with the one there is, until it ends or is killed at the step it was
 * told:
 *
 *     node lot-life LIFE-AS-JSON
 */
const life = JSON.parse(process.argv[2] ?? '') as LotLife;

let steps = 0;
/** Ends this process as a power cut would: nothing is flushed, closed or caught. */
function step(): void {
  steps += 1;
  if (steps === life.dieAt) process.kill(process.pid, 'SIGKILL');
}

/** A step before and after what is written or sent. */
const stepped =
  <Args extends unknown[], T>(work: (...args: Args) => T) =>
  (...args: Args): T => {
    step();
    const done = work(...args);
    step();
    return done;
  };

const tap = (ledger: Ledger): Ledger => ({
  ...ledger,
  addQuote: stepped((...args) => ledger.addQuote(...args)),
  arm: stepped((arming) => ledger.arm(arming)),
  recordReply: stepped((...args) => ledger.recordReply(...args)),
  settle: stepped((settlement) => ledger.settle(settlement)),
  lots: {
    ...ledger.lots,
    open: stepped((lot) => ledger.lots.open(lot)),
    noteNoBill: stepped((...args) => ledger.lots.noteNoBill(...args)),
  },
});

const tapLine = (line: PaymentLine): PaymentLine => ({
  ...line,
  send: stepped(() => line.send()),
  abandon: () => line.abandon(),
});
const tapBiller = (biller: Biller): Biller => ({
  ...biller,
  async openPayment(quote, at) {
    const line = await biller.openPayment(quote, at);
    return line.ok ? { ok: true, value: tapLine(line.value) } : line;
  },
});

const house = openHouse({
  folder: life.folder,
  definition: { ...teleanjar, connect: (options) => tapBiller(teleanjar.connect(options)) },
  baseUrl: life.baseUrl,
  secrets: life.secrets,
  tap,
});
house.checker.stop();
const { groups, lots } = house.together;

function lotOfLife(): number {
  const open = house.counter.state().lot;
  if (open !== null) return open.number;
  const [former] = lots.former(null);
  if (former !== undefined) return former.number;
  const known = groups.all()[0]?.number;
  const members = life.numbers.map((number) => ({
    product: 'pln-postpaid' as const,
    service: null,
    number,
    extras: {},
    denomination: null,
    note: '',
  }));
  const saved = known ?? groups.save(null, { name: 'RT 03', collector: 'Pak Joko', members });
  const group = typeof saved === 'number' ? saved : saved.ok ? saved.value : 0;
  const opened = lots.open([group]);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function live(): Promise<void> {
  const lot = lotOfLife();
  if (lots.inquire(lot).ok) await lots.settled();
  // On, whatever it asks, as a cashier who wants it done.
  for (let begun = lots.pay(lot); begun.ok; begun = lots.answer(lot, true)) {
    await lots.settled();
    if ((house.counter.state().lot?.halt ?? null) === null) break;
  }
  const view = lots.find(lot);
  if (!view.ok) throw new Error(view.error.code);
  const report: LotReport = {
    steps,
    states: view.value.lines.map(({ state }) => state),
    payments: view.value.lines.flatMap(({ payment }) => payment ?? []),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  house.close();
}

void live().then(() => process.exit(0));
