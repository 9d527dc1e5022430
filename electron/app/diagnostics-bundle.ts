import fs from 'node:fs';
import path from 'node:path';
import type { Diagnostics } from '../../shared/contract/printing.ts';
import { maskNumbers } from '../../shared/mask-numbers.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Ledger, PaymentRecord } from '../ledger/ledger.ts';
import type { Settings } from '../settings/settings.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';

/** As far back as a technician looks. */
const payments = 100;
/** Of each log file, from its end. In characters. */
const logLength = 2_000_000;

export interface DiagnosticsBundleParts {
  /** What runs here: names and versions, as a technician asks for them. */
  readonly machine: Readonly<Record<string, string>>;
  readonly diagnostics: () => Diagnostics;
  readonly settings: () => Settings;
  readonly ledger: Pick<Ledger, 'kind' | 'recentPayments' | 'payment' | 'events' | 'printJobs'>;
  readonly counter: Pick<Counter, 'state'>;
  readonly logFolder: string;
  /** Blanks the secrets that are stored on this counter. */
  readonly redact: (text: string) => string;
  readonly clock: Pick<Clock, 'now'>;
  /** Where the bundle is saved. */
  readonly folder: () => string;
  readonly log: Log;
}

/**
 * Writes one file that a technician may be sent: versions, settings, printers, what happened to the newest payments, and the
 * program's log. Nobody's number, name, token or amount is in it, no PIN in any form, and no secret.
 */
export type SaveDiagnostics = () => Promise<
  Result<{ readonly path: string }, { readonly code: 'file-not-written' }>
>;

export function createSaveDiagnostics(parts: DiagnosticsBundleParts): SaveDiagnostics {
  const { machine, diagnostics, settings, ledger, counter, logFolder, redact, clock, folder, log } = parts;

  const told = (document: unknown): string => redact(JSON.stringify(document, null, 2));

  const files = (): Readonly<Record<string, string>> => ({
    'machine.json': told({
      ...machine,
      made: new Date(clock.now()).toISOString(),
      ledger: ledger.kind,
    }),
    'settings.json': told(settingsToTell(settings())),
    'counter.json': told(stateToTell(counter.state())),
    'printers.json': told(diagnostics()),
    'payments.json': told(
      ledger.recentPayments(payments).flatMap(({ id }) => {
        const record = ledger.payment(id);
        return record === undefined ? [] : [paymentToTell(record, ledger)];
      }),
    ),
    ...Object.fromEntries(
      logsIn(logFolder).map(({ name, text }) => [`logs/${name}`, redact(maskNumbers(text))]),
    ),
  });

  return async () => {
    try {
      const { strToU8, zipSync } = await import('fflate');
      const entries = Object.entries(files()).map(([name, text]) => [name, strToU8(text)] as const);
      const stamp = new Date(clock.now())
        .toISOString()
        .slice(0, 19)
        .replaceAll(/[-:]/g, '')
        .replace('T', '-');
      const file = path.join(folder(), `loket-diagnosa-${stamp}.zip`);
      fs.mkdirSync(folder(), { recursive: true });
      fs.writeFileSync(file, zipSync(Object.fromEntries(entries)));
      return ok({ path: file });
    } catch (error) {
      log.fault('the diagnostics could not be saved', error);
      return err({ code: 'file-not-written' });
    }
  };
}

function logsIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => ({ name, text: fs.readFileSync(path.join(folder, name), 'utf8').slice(-logLength) }));
}

/** The shop's own, without PINs in any form, the names of people, and pictures. */
function settingsToTell({ pin, staff, shop, ...settings }: Settings): object {
  const { logo, ...slip } = shop.slip;
  return {
    ...settings,
    shop: { ...shop, slip: { ...slip, hasLogo: logo !== null } },
    hasPin: pin !== null,
    staff: staff.map(({ role }) => role),
  };
}

/** Named one by one: what the counter comes to show besides, a customer's basket for one, is told only once somebody lists it. */
const stateToTell = (state: ReturnType<Counter['state']>): object => ({
  revision: state.revision,
  ledgerRevision: state.ledgerRevision,
  billers: state.billers.map(({ deposit, ...biller }) => ({ ...biller, depositAt: deposit?.at ?? null })),
  receiptPrinter: state.receiptPrinter,
  papersWaiting: state.papersWaiting,
  unresolved: state.unresolved,
  gaps: state.gaps,
  stopped: state.stopped,
  clock: state.clock,
  backup: state.backup,
  exchange: state.exchange,
  signsIn: state.signsIn,
  present: state.present?.role ?? null,
  shift: state.shift === null ? null : { number: state.shift.number, day: state.shift.day },
  basket: state.basket === null ? null : { state: state.basket.state, lines: state.basket.lines.length },
  lot: state.lot,
});

/** What happened when, and what was not understood: nothing of whose it is, and what it came to. */
function paymentToTell(
  { quote, state, host, sentAt, replyAt, reply, settledAt, outcome }: PaymentRecord,
  { events, printJobs }: Pick<Ledger, 'events' | 'printJobs'>,
): object {
  return {
    id: quote.id.slice(0, 8),
    product: quote.product,
    biller: quote.biller,
    bills: quote.bills.length,
    host,
    state,
    sentAt,
    replyAt,
    reply:
      reply === null ? null : { status: reply.status, bytes: reply.body.length, complete: reply.complete },
    settledAt,
    outcome: outcome === null ? null : outcomeToTell(outcome),
    events: events(quote.id).map(({ at, actor, event, from, to }) => ({ at, actor, event, from, to })),
    papers: printJobs.eventsOf(quote.id).map(({ at, actor, event, ...paper }) => ({
      at,
      actor,
      event,
      problem: 'problem' in paper ? paper.problem : null,
    })),
  };
}

const outcomeToTell = (outcome: NonNullable<PaymentRecord['outcome']>): object => ({
  kind: outcome.kind,
  ...('reason' in outcome ? { reason: outcome.reason } : {}),
  ...('code' in outcome && outcome.code !== undefined ? { code: maskNumbers(outcome.code) } : {}),
});
