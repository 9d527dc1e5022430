import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { instant } from '../../../shared/time.ts';
import {
  arming,
  job,
  jobId,
  paid,
  quote,
  quoteId,
  reply,
  settlement,
  start,
} from '../../unit/ledger/documents.ts';
import { summarize } from '../size.ts';
import { faultsOfDatabase } from './check-database.ts';
import { fillDisk, noMounts, smallDisk } from './mounts.ts';
import { opened } from './opened.ts';
import { named } from './why-not.ts';

const megabytes = 24;
/** As large as a biller's answer gets. */
const answer = reply('an answer with a receipt '.repeat(4000));
const answered = instant(arming(1).at + 1000);
const full = expect.objectContaining({ name: 'LedgerWriteError', code: 'disk-full' });

describe.skipIf(noMounts !== undefined)(named('a full disk', noMounts), () => {
  it('lets nothing be armed, and when there is room again the same quote is', () => {
    const file = path.join(smallDisk(megabytes), 'ledger.db');
    const ledger = opened(file);
    ledger.addQuote(quote(1));
    const makeRoom = fillDisk(path.dirname(file));
    expect(() => ledger.arm(arming(1))).toThrow(full);
    expect(ledger.payment(quoteId(1))).toBeUndefined();
    makeRoom();
    expect(ledger.arm(arming(1))).toEqual({ ok: true, value: undefined });
    ledger.close();
    expect(opened(file).payment(quoteId(1))?.state).toBe('sent');
    expect(faultsOfDatabase(file)).toEqual([]);
  });

  it('takes the outcome of a payment that was sent before, and then lets nothing more be armed', () => {
    const file = path.join(smallDisk(megabytes), 'ledger.db');
    const ledger = opened(file);
    for (const n of [1, 2]) ledger.addQuote(quote(n));
    expect(ledger.arm(arming(1))).toEqual({ ok: true, value: undefined });
    fillDisk(path.dirname(file));
    ledger.recordReply(quoteId(1), answer, answered);
    const settled = ledger.settle(settlement(1, paid, { job: job(1, quoteId(1)) }));
    expect(settled).toEqual({ ok: true, value: 'paid' });
    expect(() => ledger.arm(arming(2))).toThrow(full);
    ledger.close();

    const after = opened(file);
    expect(after.payment(quoteId(1))).toMatchObject({ state: 'paid', outcome: paid });
    expect(Buffer.from(after.payment(quoteId(1))?.reply?.body ?? []).equals(answer.body)).toBe(true);
    expect(after.printJobs.find(jobId(1))?.state).toBe('queued');
    expect(after.payment(quoteId(2))).toBeUndefined();
    expect(faultsOfDatabase(file)).toEqual([]);
  });

  it('does not have the room that is kept for outcomes used up by a payment to come', () => {
    const file = path.join(smallDisk(megabytes), 'ledger.db');
    const ledger = opened(file);
    for (const n of [1, 2, 3]) ledger.addQuote(quote(n));
    expect(ledger.arm(arming(1))).toEqual({ ok: true, value: undefined });
    fillDisk(path.dirname(file));
    for (const n of [2, 3, 2, 3]) expect(() => ledger.arm(arming(n))).toThrow(full);
    ledger.recordReply(quoteId(1), answer, answered);
    expect(ledger.settle(settlement(1, paid))).toEqual({ ok: true, value: 'paid' });
  });

  it('that fills again between answer and outcome keeps the answer, and the outcome finds its place later', () => {
    const file = path.join(smallDisk(megabytes), 'ledger.db');
    const folder = path.dirname(file);
    const ledger = opened(file);
    ledger.addQuote(quote(1));
    expect(ledger.arm(arming(1))).toEqual({ ok: true, value: undefined });
    fillDisk(folder);
    ledger.recordReply(quoteId(1), answer, answered);
    const makeRoom = fillDisk(folder);
    expect(() => ledger.settle(settlement(1, paid, { job: job(1, quoteId(1)) }))).toThrow(full);
    expect(ledger.payment(quoteId(1))).toMatchObject({ state: 'sent', reply: { status: 200 } });
    expect(ledger.printJobs.find(jobId(1))).toBeUndefined();
    makeRoom();
    const settled = ledger.settle(settlement(1, paid, { job: job(1, quoteId(1)) }));
    expect(settled).toEqual({ ok: true, value: 'paid' });
    expect(faultsOfDatabase(file)).toEqual([]);
  });

  it('loses nothing when the counter is started on it, and when there is room again all is as it was', () => {
    const file = path.join(smallDisk(megabytes), 'ledger.db');
    const left = leaveMidway(file);
    const makeRoom = fillDisk(path.dirname(file));
    const opening = openLedger(left, 'training', start);
    summarize({ test: 'full-disk-start', opening: opening.ok ? 'opened' : opening.error.code });
    if (opening.ok) opening.value.close();
    else expect(opening.error).toEqual({ code: 'disk-full' });
    makeRoom();
    const after = opened(left);
    expect(after.payment(quoteId(1))).toMatchObject({
      state: 'sent',
      quote: quote(1),
      reply: { status: 200 },
    });
    expect(faultsOfDatabase(left)).toEqual([]);
  });
});

/** A ledger as a counter leaves it that is killed with a payment answered but not settled. Returns its file. */
function leaveMidway(file: string): string {
  const ledger = opened(file);
  ledger.addQuote(quote(1));
  expect(ledger.arm(arming(1))).toEqual({ ok: true, value: undefined });
  ledger.recordReply(quoteId(1), answer, answered);
  const left = path.join(path.dirname(file), 'killed', 'ledger.db');
  fs.mkdirSync(path.dirname(left));
  for (const suffix of ['', '-wal', '.reserve']) fs.renameSync(`${file}${suffix}`, `${left}${suffix}`);
  return left;
}
