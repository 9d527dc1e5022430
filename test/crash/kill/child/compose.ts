import path from 'node:path';
import type { StatusChecker } from '../../../../electron/app/check-status.ts';
import type { Clock } from '../../../../electron/app/clock.ts';
import { createConfirmAgain, type ConfirmAgain } from '../../../../electron/app/confirm-again.ts';
import { createCounter } from '../../../../electron/app/counter.ts';
import { followPayments } from '../../../../electron/app/follow-payments.ts';
import type { Inquire } from '../../../../electron/app/inquire.ts';
import { joinSale } from '../../../../electron/app/join-sale.ts';
import { notePapers, printersOf } from '../../../../electron/app/note-printing.ts';
import type { Pay } from '../../../../electron/app/pay.ts';
import { recover } from '../../../../electron/app/recover.ts';
import { createSellers } from '../../../../electron/app/sellers.ts';
import { watchClock } from '../../../../electron/app/watch-clock.ts';
import type { Biller, BillerDefinition } from '../../../../electron/billers/biller.ts';
import { billerDefinitions } from '../../../../electron/billers/registry.ts';
import { lockDataFolder } from '../../../../electron/ledger/instance-lock.ts';
import type { Ledger } from '../../../../electron/ledger/ledger.ts';
import { openForRun } from '../../../../electron/ledger/open-for-run.ts';
import { encodeReceipt } from '../../../../electron/printing/encode.ts';
import { createPrintQueue } from '../../../../electron/printing/queue.ts';
import { defaultSettings } from '../../../../electron/settings/settings-file.ts';
import type { BillerSecrets } from '../../../../shared/biller-profile.ts';
import { err } from '../../../../shared/result.ts';
import { deadlines } from '../pace.ts';
import type { Opening } from '../protocol.ts';
import type { KillSwitch } from './kill-switch.ts';
import { say } from './speak.ts';
import { paperPrinter, tapBiller, tapLedger } from './tapped.ts';
import { nobodySignsIn } from '../../../fixtures/counter-state.ts';
import { familyCounter } from '../../../fixtures/at-counter.ts';

/** The program as `electron/main.ts` joins it, without its window and with kill points round its ports. */
export interface CounterProgram {
  readonly ledger: Ledger;
  readonly sale: Inquire;
  readonly pay: Pay;
  readonly confirmAgain: ConfirmAgain;
  readonly checker: StatusChecker;
}

const secrets: Readonly<Record<string, BillerSecrets>> = {
  teleanjar: { uuid: 'PARTNER01', username: 'demo', password: 'secret', apiKey: 'KEY123' },
  iak: { username: '08123456789', apiKey: 'abc123' },
};

export async function compose(opening: Opening, clock: Clock, kill: KillSwitch): Promise<CounterProgram> {
  const ledger = tapLedger(await openLedger(opening.ledger, clock), kill);
  const log = {
    fault: (what: string, cause: unknown) => say({ kind: 'fault', what: `${what}: ${String(cause)}` }),
    note: () => undefined,
  };
  const billers = billerDefinitions.map((definition) => tapBiller(connect(definition, opening), kill));
  const sellers = createSellers(billers, opening.preferredBiller);
  const { printing } = defaultSettings;
  const counter = createCounter({
    ...nobodySignsIn,
    ledger: ledger.kind,
    billers: billers.map(({ id, name }) => ({
      id,
      name,
      ready: true,
      connection: 'untried' as const,
      deposit: null,
      clockAheadMs: 0,
    })),
    printers: printersOf(printing, []),
    receiptPrinter: printing.receipts,
    papersWaiting: ledger.printJobs.countWaiting(),
    unresolved: 0,
    gaps: ledger.openGaps().length,
    stopped: null,
    clock: { kind: 'ok' },
    backup: { at: null, problem: null },
    exchange: null,
    ledgerRevision: 0,
  });
  const printer = paperPrinter(opening.paper, kill);
  const printers = new Map([[printing.receipts, printer]]);
  const queue = createPrintQueue({
    store: ledger.printJobs,
    printers: () => printers,
    askAfterMs: () => printing.askAfterMinutes * 60_000,
    now: () => clock.now(),
    onChange: () => notePapers(counter, ledger.printJobs),
    onFault: (error) => log.fault('the print queue met what should not happen', error),
  });
  const shop = () => defaultSettings.shop;
  const { desk, settle, sale, pay, checker } = joinSale({
    atCounter: familyCounter,
    ledger,
    sellers,
    counter,
    clock,
    shop,
    printing: () => printing,
    queue,
    encode: encodeReceipt,
    openDrawer: () => undefined,
    printPastQueue: (bytes) => printer.print(bytes),
    log,
  });
  queue.recover();
  recover({ ledger, clock, settle });
  counter.ledgerChanged(ledger.countOpen());

  // The owner is never there.
  const approve = () => Promise.resolve(err('wrong-pin' as const));
  const confirmAgain = createConfirmAgain({ ledger, desk, clock, approve });
  if (opening.checks) followPayments(counter, () => checker.reconsider());
  watchClock(counter, clock, ledger.newestAt());
  return { ledger, sale, pay, confirmAgain, checker };
}

async function openLedger(file: string, clock: Clock): Promise<Ledger> {
  const folder = path.dirname(file);
  const locked = lockDataFolder(folder);
  if (!locked.ok) throw new Error(locked.error);
  const backupFolder = path.join(folder, 'backup');
  const opened = await openForRun({ file, kind: 'sandbox', backupFolder, now: clock.now() });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

function connect(definition: BillerDefinition, { origin, statusCall }: Opening): Biller {
  const { form } = definition;
  const { defaults } = form;
  const isTeleanjar = form.id === 'teleanjar';
  return definition.connect({
    profile: {
      ...defaults,
      baseUrl: isTeleanjar ? `${origin}/tele-api-v2/h2h/trx` : origin,
      options: { ...defaults.options, ...(isTeleanjar && statusCall ? { statusCall: 'on' } : {}) },
      route: { ...defaults.route, ...deadlines },
    },
    credentials: () => secrets[form.id],
    lateMs: 60_000,
  });
}
