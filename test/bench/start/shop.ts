import fs from 'node:fs';
import path from 'node:path';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { startIakServer } from '../../../electron/training/iak-server.ts';
import { startTeleanjarServer } from '../../../electron/training/teleanjar-server.ts';
import { z } from '../../../shared/zod.ts';
import { filledKind, filledLedger } from '../ledger/fill-ledger.ts';
import { filledUntil } from '../ledger/sold-payment.ts';
import { startOnce, type Program } from './start-once.ts';

/** A shop with an account at either biller, both on this machine. */
export interface Shop {
  /** Makes a program's data folder that of a counter which has sold for years and knows the outcome of every payment. */
  furnish(program: Program, payments: number): Promise<void>;
  close(): Promise<void>;
}

export async function openShop(env: Readonly<Record<string, string>>): Promise<Shop> {
  const iakSecrets = { username: '081200000000', apiKey: 'start-iak' };
  const teleanjarSecrets = { uuid: 'start', username: 'start', password: 'start', apiKey: 'start-teleanjar' };
  const iak = await startIakServer({ account: iakSecrets });
  const teleanjar = await startTeleanjarServer({
    account: { ...teleanjarSecrets, outletId: '40014002', outletName: 'WARUNG' },
  });
  const provision = {
    version: 1,
    open: filledKind,
    preferredBiller: 'teleanjar',
    shop: { name: 'Warung Bu Sri', address: 'Jl. Melati 7, Sleman' },
    fees: { 'pln-postpaid': 2000 },
    pin: '246813',
    billers: {
      iak: { profile: { baseUrl: iak.baseUrl }, secrets: iakSecrets },
      teleanjar: { profile: { baseUrl: teleanjar.baseUrl }, secrets: teleanjarSecrets },
    },
  };
  return {
    async furnish(program, payments) {
      const { dataFolder } = program;
      fs.writeFileSync(path.join(dataFolder, 'provision.json'), JSON.stringify(provision));
      fs.symlinkSync(settledLedger(payments), path.join(dataFolder, filledKind));
      await startOnce(program, env);
      leaveFirstSteps(path.join(dataFolder, 'settings.json'));
    },
    async close() {
      await iak.close();
      await teleanjar.close();
    },
  };
}

/** A counter that was only just set up shows its first steps over the sale. */
function leaveFirstSteps(settingsFile: string): void {
  const settings = z.looseObject({}).parse(JSON.parse(fs.readFileSync(settingsFile, 'utf8')));
  fs.writeFileSync(settingsFile, JSON.stringify({ ...settings, isIntroduced: true }));
}

/**
 * The folder of a filled ledger that has nothing open: with an uncertain payment the counter begins with the list of those, and
 * not with the sale. Kept beside the filled one, since it may be ten gigabytes.
 */
function settledLedger(payments: number): string {
  const filled = filledLedger(payments);
  const folder = path.join(path.dirname(filled), 'settled');
  if (fs.existsSync(folder)) return folder;
  const making = `${folder}.making`;
  fs.rmSync(making, { recursive: true, force: true });
  fs.mkdirSync(making);
  const file = path.join(making, 'ledger.db');
  fs.copyFileSync(filled, file);
  const opened = openLedger(file, filledKind, filledUntil);
  if (!opened.ok) throw new Error(opened.error.code);
  const ledger = opened.value;
  for (const { quote } of ledger.openPayments()) {
    const outcome = {
      kind: 'rejected-by-hand',
      reason: 'biller-said',
      evidence: 'said by telephone',
    } as const;
    const settled = ledger.settle({
      payment: quote.id,
      at: filledUntil,
      actor: 'owner',
      person: 'Sri',
      outcome,
      by: 'hand',
    });
    if (!settled.ok) throw new Error('an open payment was not settled');
  }
  ledger.close();
  fs.renameSync(making, folder);
  return folder;
}
