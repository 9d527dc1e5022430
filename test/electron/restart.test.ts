import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect } from 'playwright/test';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { electronLauncher } from '../../scripts/setup/launcher.mjs';
import { migrations } from '../../electron/ledger/schema.ts';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { lockDataFolder } from '../../electron/ledger/instance-lock.ts';
import { newQuoteId } from '../../electron/app/new-id.ts';
import { doubtKey } from '../../shared/payment/doubt.ts';
import { instant } from '../../shared/time.ts';
import { askFor, openCounter, outcomeOf, payExactly, waitForBill } from './counter-driver.ts';
import { familyCounter } from '../fixtures/at-counter.ts';

describe('a program that is killed', () => {
  let dataFolder: string;
  beforeEach(() => {
    dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-killed-'));
  });
  afterEach(() => fs.rmSync(dataFolder, { recursive: true, force: true }));

  it('while a payment is under way comes back with it as unknown, and says so at once', async () => {
    const first = await openCounter({ dataFolder });
    await askFor(first.page, 'pln-postpaid', '530000002001');
    await waitForBill(first.page);
    await payExactly(first.page);
    await expect(first.page.getByTestId('paying')).toContainText('Pembayaran dikirim');
    const dead = new Promise((resolve) => first.app.process().once('exit', resolve));
    first.app.process().kill('SIGKILL');
    await dead;

    const second = await openCounter({ dataFolder });
    try {
      // Before anybody can sell.
      await expect(second.page.getByRole('dialog')).toContainText('Jangan bayar ulang');
      await expect(second.page.getByTestId('open-payment')).toContainText('5300 0000 2001');
      await second.page.keyboard.press('Escape');
      await expect(second.page.getByText('1 belum pasti')).toBeVisible();
    } finally {
      await second.close();
    }
    const ledger = openLedger(path.join(dataFolder, 'training/ledger.db'), 'training', instant(Date.now()));
    if (!ledger.ok) throw new Error('the ledger cannot be opened');
    const [payment] = ledger.value.openPayments();
    expect(payment?.state).toBe('unknown');
    expect(payment?.outcome).toEqual({ kind: 'unknown', reason: 'interrupted' });
    ledger.value.close();
  });

  it('by its window while a payment is under way ends only when that is settled', async () => {
    const counter = await openCounter({ dataFolder });
    await askFor(counter.page, 'pln-postpaid', '530000000001');
    await waitForBill(counter.page);
    await payExactly(counter.page);
    await counter.page.getByTestId('paying').waitFor();
    const gone = new Promise((resolve) => counter.app.process().once('exit', resolve));
    await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
    const ledger = openLedger(path.join(dataFolder, 'training/ledger.db'), 'training', instant(Date.now()));
    if (!ledger.ok) throw new Error('the ledger cannot be opened');
    expect(ledger.value.recentPayments(1)[0]?.state).toBe('paid');
    ledger.value.close();
  });

  it('between the reply and its outcome opens again, settles from the reply, and prints', async () => {
    const first = await openCounter({ dataFolder });
    await askFor(first.page, 'pln-postpaid', '530000000001');
    await waitForBill(first.page);
    await payExactly(first.page);
    await outcomeOf(first.page, 'paid').waitFor();
    await first.close();
    // As a kill would have left it: the reply is there, what it says is not.
    const file = path.join(dataFolder, 'training/ledger.db');
    leaveRepliedTo(file);

    const second = await openCounter({ dataFolder });
    try {
      await expect(second.page.getByRole('button', { name: /BUDI SANTOSO.*terbayar/ })).toHaveCount(2);
      await expect(second.page.getByText('belum pasti')).toHaveCount(0);
    } finally {
      await second.close();
    }
    const ledger = openLedger(file, 'training', instant(Date.now()));
    if (!ledger.ok) throw new Error('the ledger cannot be opened');
    const [payment, before] = ledger.value.recentPayments(2);
    expect([payment?.state, before?.state]).toEqual(['paid', 'paid']);
    expect(payment && ledger.value.printJobs.latestOf(payment.id)?.state).toBe('printed');
    ledger.value.close();
  });

  it('refuses a data folder that another program works on, whoever runs it, and one that is synced', async () => {
    const lock = lockDataFolder(dataFolder);
    if (!lock.ok) throw new Error(lock.error);
    expect(await sayingOf(dataFolder, /Another Loket|Loket lain/)).toContain(dataFolder);
    lock.value.release();
    const synced = path.join(dataFolder, 'Dropbox', 'loket');
    fs.mkdirSync(synced, { recursive: true });
    expect(await sayingOf(synced, /synchronises|disinkronkan/)).toContain(synced);
    expect(fs.existsSync(path.join(synced, 'training'))).toBe(false);
  });

  it('refuses a ledger that a newer Loket has used by the version it needs, and changes nothing', async () => {
    const { page, app } = await openCounter({ dataFolder });
    await askFor(page, 'pln-postpaid', '530000000001');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
    await app.close();
    const file = path.join(dataFolder, 'training/ledger.db');
    const raw = new DatabaseSync(file);
    raw.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    raw.close();
    fs.writeFileSync(
      path.join(dataFolder, 'opened-by.json'),
      JSON.stringify({ version: '9.8.7', ledgerSchema: migrations.length + 1 }),
    );
    const before = fs.readFileSync(file);
    const said = await sayingOf(dataFolder, /older ledger|buku lama/);
    expect(said).toMatch(/Loket 9\.8\.7/);
    expect(said).toContain(file);
    expect(said).toMatch(/no payment is sent|tidak ada pembayaran yang dikirim/);
    expect(fs.readFileSync(file)).toEqual(before);
    expect(fs.readFileSync(path.join(dataFolder, 'opened-by.json'), 'utf8')).toContain('9.8.7');
  });

  it('never makes a counter that was live train by itself', async () => {
    fs.mkdirSync(path.join(dataFolder, 'live'));
    await sayingOf(dataFolder, /real payments|pembayaran sungguhan/);
    expect(fs.existsSync(path.join(dataFolder, 'training'))).toBe(false);
    expect(fs.existsSync(path.join(dataFolder, 'settings.json'))).toBe(false);
  });
});

/** Sends the newest payment once more, as the program would, up to the commit of its reply. */
function leaveRepliedTo(file: string): void {
  const now = instant(Date.now());
  const opened = openLedger(file, 'training', now);
  if (!opened.ok) throw new Error('the ledger cannot be opened');
  const ledger = opened.value;
  const [newest] = ledger.recentPayments(1);
  const paid = newest === undefined ? undefined : ledger.payment(newest.id);
  if (paid?.reply === undefined || paid.reply === null) throw new Error('nothing was paid');
  const id = newQuoteId();
  ledger.addQuote({ ...paid.quote, id, inquiryId: 'AGAIN' });
  const { cash, host, account, request } = paid;
  const confirmed = ledger.doubts(id, now).map(doubtKey);
  const armed = ledger.arm({
    quote: id,
    at: now,
    cash,
    host,
    account,
    request,
    depositBefore: null,
    confirmed,
    day: familyCounter.dayOf(now),
    cashier: null,
  });
  if (!armed.ok) throw new Error(armed.error.code);
  ledger.recordReply(id, paid.reply, now);
  ledger.close();
}

/** Starts a program that will not open, waits until it says why, and ends it. */
async function sayingOf(dataFolder: string, why: RegExp): Promise<string> {
  const { executablePath } = await electronLauncher();
  const program = spawn(executablePath, ['--disable-gpu', `--user-data-dir=${dataFolder}`, '.']);
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  // Whatever it has started writes to the same pipe, and lives a moment longer.
  const allGone = new Promise((resolve) => program.once('close', resolve));
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(why);
  program.kill('SIGKILL');
  await allGone;
  return said;
}
