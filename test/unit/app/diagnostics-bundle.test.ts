import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSaveDiagnostics } from '../../../electron/app/diagnostics-bundle.ts';
import { createDiagnostics } from '../../../electron/app/diagnostics.ts';
import { createDroppedControls } from '../../../electron/app/dropped-controls.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import { basketSchema } from '../../../shared/contract/basket.ts';
import { redactor } from '../../../shared/redact.ts';
import { staffIdSchema } from '../../../shared/staff/staff.ts';
import { untriedPrinter } from '../../../shared/printing/printing-settings.ts';
import { paid, quote, quoteId } from '../ledger/documents.ts';
import { saleBench } from './sale-bench.ts';

const pin = {
  salt: 'c2FsdHNhbHRzYWx0c2FsdA==',
  hash: 'aGFzaGhhc2hoYXNoaGFzaA==',
  cost: 2 ** 14,
  failures: 0,
};
const secret = 'kata-sandi-h2h-7731';

/** As it stands on the screen while a customer waits. */
const openBasket = basketSchema.parse({
  number: null,
  state: 'open',
  halt: null,
  lines: [
    {
      quote: quoteId(7),
      product: 'pln-postpaid',
      biller: 'teleanjar',
      service: 'TELE-PLN-POSTPAID',
      customerNumber: '530000000777',
      name: 'IBU KERANJANG',
      due: 777_500,
      state: 'waiting',
      problem: null,
      isKept: false,
    },
  ],
  sum: 777_500,
  cash: 800_000,
  paid: 0,
  uncertain: 0,
  kept: 0,
  back: null,
  startedAt: null,
  cashier: 'Sari Dewi',
});

async function bundle({ isFolderAFile = false } = {}) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-bundle-'));
  onTestFinished(() => fs.rmSync(home, { recursive: true, force: true }));
  const logFolder = path.join(home, 'logs');
  fs.mkdirSync(logFolder);
  fs.writeFileSync(path.join(logFolder, 'loket.log'), `the biller answered 5300 0000 0001 with ${secret}\n`);
  const bench = saleBench();
  bench.fake.read = () => ({ outcome: paid });
  bench.putQuote(1);
  await bench.pay(quoteId(1));
  bench.counter.change({ basket: openBasket });
  const printing = () => defaultSettings.printing;
  const save = createSaveDiagnostics({
    machine: { loket: '1.2.3', electron: '33.2.1' },
    diagnostics: createDiagnostics({
      version: '1.2.3',
      printing,
      counter: bench.counter,
      memory: { get: () => untriedPrinter },
      dropped: createDroppedControls(),
    }),
    settings: () => ({
      ...defaultSettings,
      pin,
      staff: [{ id: staffIdSchema.parse('a'.repeat(8)), name: 'Sari Dewi', role: 'cashier', pin }],
    }),
    ledger: bench.ledger,
    counter: bench.counter,
    logFolder,
    redact: redactor([secret]),
    clock: bench.clock,
    folder: () => (isFolderAFile ? path.join(logFolder, 'loket.log') : home),
    log: bench.log,
  });
  const saved = await save();
  if (!saved.ok && !isFolderAFile) throw new Error('nothing was saved');
  const files = saved.ok
    ? Object.entries(unzipSync(fs.readFileSync(saved.value.path))).map(
        ([name, bytes]) => [name, strFromU8(bytes)] as const,
      )
    : [];
  return { saved, files: Object.fromEntries(files), bench };
}

describe('the file for a technician', () => {
  it('says what runs, what is set, how the printers are, what happened to the payments, and the log', async () => {
    const { files } = await bundle();
    expect(Object.keys(files).toSorted()).toEqual([
      'counter.json',
      'logs/loket.log',
      'machine.json',
      'payments.json',
      'printers.json',
      'settings.json',
    ]);
    expect(files['machine.json']).toContain('33.2.1');
    expect(JSON.parse(files['payments.json'] ?? '')).toMatchObject([
      { product: 'pln-postpaid', state: 'paid', outcome: { kind: 'paid' } },
    ]);
    expect(JSON.parse(files['settings.json'] ?? '')).toMatchObject({ hasPin: true, staff: ['cashier'] });
  });

  it('has nobody’s number, name, reference or amount in it, no PIN in any form, and no secret', async () => {
    const { files } = await bundle();
    const { customerNumber, customer } = quote(1);
    if (paid.kind !== 'paid') throw new Error('not paid');
    const { reference, token } = paid.confirmation;
    const nowhere = [customerNumber, '5300 0000 0001', customer.name, 'Sari Dewi', '303500', reference];
    const ofBasket = ['530000000777', 'IBU KERANJANG', '777500'];
    for (const text of Object.values(files)) {
      for (const each of [...nowhere, ...ofBasket, token ?? reference, pin.hash, pin.salt, secret])
        expect(text).not.toContain(each);
    }
    expect(files['logs/loket.log']).toBe('the biller answered **** **** *001 with [secret]\n');
  });

  it('that cannot be written is said to be so, and logged', async () => {
    const { saved, bench } = await bundle({ isFolderAFile: true });
    expect(saved).toEqual({ ok: false, error: { code: 'file-not-written' } });
    expect(bench.faults).toEqual(['the diagnostics could not be saved']);
  });
});
