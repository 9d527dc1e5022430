import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { arming, quote, quoteId, start } from './documents.ts';
import { rawConnection } from './open-ledger.ts';
import { tempFolder } from './temp-folder.ts';

describe('a counter killed the moment a payment was armed', () => {
  it('still has the payment, and the customer’s place is taken', { timeout: 30_000 }, async () => {
    const file = path.join(tempFolder(), 'ledger.db');
    const script = path.join(import.meta.dirname, 'arm-and-wait.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    const exit = once(child, 'exit');
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('\n')) resolve();
      });
      void exit.then(() => resolve());
    });
    expect(said, complaint).toBe('armed\n');
    child.kill('SIGKILL');
    expect(await exit).toEqual([null, 'SIGKILL']);

    const opened = openLedger(file, 'live', start);
    if (!opened.ok) throw new Error(opened.error.code);
    const ledger = opened.value;
    onTestFinished(() => ledger.close());
    expect(ledger.payment(quoteId(1))).toMatchObject({ state: 'sent', reply: null, quote: quote(1) });
    expect(ledger.openPayments()).toHaveLength(1);
    ledger.addQuote(quote(3, { customer: quote(1).customer }));
    expect(ledger.arm(arming(3))).toEqual({ ok: false, error: { code: 'payment-open' } });
    expect(ledger.expireQuotes(start)).toBe(2);
    expect(rawConnection(file).prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  });
});
