import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { electronLauncher } from '../../scripts/setup/launcher.mjs';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { instant } from '../../shared/time.ts';
import { askFor, openCounter, payExactly, waitForBill } from './counter-driver.ts';

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
    await first.page.getByTestId('paying').waitFor();
    const dead = new Promise((resolve) => first.app.process().once('exit', resolve));
    // The request has been on its way for long enough that the fake biller has it.
    await first.page.waitForTimeout(600);
    first.app.process().kill('SIGKILL');
    await dead;

    const second = await openCounter({ dataFolder });
    try {
      await expect(second.page.getByText('1 belum pasti')).toBeVisible();
      await second.page.keyboard.press('Control+b');
      await expect(second.page.getByRole('dialog')).toContainText('Jangan bayar ulang');
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

  it('never makes a counter that was live train by itself', async () => {
    fs.mkdirSync(path.join(dataFolder, 'live'));
    const { executablePath } = await electronLauncher();
    const program = spawn(executablePath, ['--disable-gpu', `--user-data-dir=${dataFolder}`, '.']);
    let said = '';
    program.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(/real payments|pembayaran sungguhan/);
    program.kill('SIGKILL');
    expect(fs.existsSync(path.join(dataFolder, 'training'))).toBe(false);
    expect(fs.existsSync(path.join(dataFolder, 'settings.json'))).toBe(false);
  });
});
