import { describe, expect, it } from 'vitest';
import { createDiagnostics } from '../../../electron/app/diagnostics.ts';
import { createDroppedControls } from '../../../electron/app/dropped-controls.ts';
import { printersOf } from '../../../electron/app/note-printing.ts';
import { diagnosticsSchema } from '../../../shared/contract/printing.ts';
import { untriedPrinter, type PrinterMemory } from '../../../shared/printing/printing-settings.ts';
import { paid, quoteId } from '../ledger/documents.ts';
import { newCounter, saleBench } from './sale-bench.ts';
import { twoPrinters } from './two-printers.ts';

if (paid.kind !== 'paid') throw new Error('not paid');
const { confirmation } = paid;

describe('controls that were dropped from receipts', () => {
  it('are counted by biller and name, with how many receipts held them', () => {
    const dropped = createDroppedControls();
    dropped.note(quoteId(1), 'Teleanjar', [
      { name: 'ESC p', count: 2 },
      { name: 'NUL', count: 1 },
    ]);
    dropped.note(quoteId(2), 'Teleanjar', [{ name: 'ESC p', count: 3 }]);
    dropped.note(quoteId(3), 'IAK', [{ name: 'ESC p', count: 1 }]);
    dropped.note(quoteId(4), 'IAK', []);
    expect(dropped.view()).toEqual([
      { biller: 'Teleanjar', name: 'ESC p', count: 5, receipts: 2 },
      { biller: 'Teleanjar', name: 'NUL', count: 1, receipts: 1 },
      { biller: 'IAK', name: 'ESC p', count: 1, receipts: 1 },
    ]);
  });

  it('of one payment are counted once, however often its receipt is read', () => {
    const dropped = createDroppedControls();
    for (let n = 0; n < 3; n += 1) dropped.note(quoteId(1), 'Teleanjar', [{ name: 'ESC p', count: 2 }]);
    expect(dropped.view()).toEqual([{ biller: 'Teleanjar', name: 'ESC p', count: 2, receipts: 1 }]);
  });

  it('take no room without end, whatever a server makes up', () => {
    const dropped = createDroppedControls();
    for (let n = 0; n < 50; n += 1) {
      const names = Array.from({ length: 100 }, (_, index) => `U+${(n * 100 + index).toString(16)}`);
      dropped.note(
        quoteId(n),
        'Teleanjar',
        names.map((name) => ({ name, count: 1 })),
      );
    }
    const view = dropped.view();
    expect(view.length).toBeLessThanOrEqual(202);
    expect(view.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
    // One receipt counts once in what is summed up.
    expect(view.find(({ name }) => name === 'other')).toMatchObject({ receipts: 48, count: 4800 });
  });

  it('come from what the counter reads of a sale, and are told by the biller’s name', async () => {
    const bench = saleBench();
    const receiptText = `\u001bp\u0000\u0019\u00fa${confirmation.receiptText}\u001dV\u0000`;
    bench.fake.read = () => ({ outcome: { kind: 'paid', confirmation: { ...confirmation, receiptText } } });
    for (const n of [1, 2]) {
      bench.putQuote(n);
      await bench.pay(quoteId(n));
    }
    bench.receipts.reprint(quoteId(1));
    bench.receipts.text(quoteId(1));
    expect(bench.dropped.view()).toEqual([
      { biller: 'Teleanjar', name: 'ESC p', count: 2, receipts: 2 },
      { biller: 'Teleanjar', name: 'GS V', count: 2, receipts: 2 },
    ]);
    expect(bench.logged.filter((line) => line.includes('control codes'))).toHaveLength(2);
  });
});

describe('what a technician is shown', () => {
  it('is the contract’s: the printers as they are, what they have shown, and what was dropped', () => {
    const counter = newCounter();
    const speaks: PrinterMemory = { answers: 'yes', confirms: 'never' };
    const dropped = createDroppedControls();
    dropped.note(quoteId(1), 'Teleanjar', [{ name: 'NUL', count: 1 }]);
    const diagnostics = createDiagnostics({
      version: '1.2.3',
      printing: () => twoPrinters(),
      counter,
      memory: { get: (id) => (id === 'till' ? speaks : untriedPrinter) },
      dropped,
    });
    counter.change({
      printers: printersOf(twoPrinters(), [
        { id: 'till', name: 'Kasir', isScreen: false, status: 'attention', problem: 'paper-out' },
      ]),
    });
    expect(diagnostics()).toEqual({
      version: '1.2.3',
      printers: [
        {
          id: 'till',
          name: 'Kasir',
          kind: 'usb',
          status: 'attention',
          problem: 'paper-out',
          memory: speaks,
        },
        {
          id: 'office',
          name: 'Kantor',
          kind: 'network',
          status: 'unknown',
          problem: null,
          memory: untriedPrinter,
        },
      ],
      dropped: [{ biller: 'Teleanjar', name: 'NUL', count: 1, receipts: 1 }],
    });
    expect(diagnosticsSchema.parse(diagnostics())).toEqual(diagnostics());
  });

  it('holds a printer that the counter has not been told of yet as unknown', () => {
    const diagnostics = createDiagnostics({
      version: '',
      printing: () => twoPrinters(),
      counter: newCounter(),
      memory: { get: () => untriedPrinter },
      dropped: createDroppedControls(),
    });
    expect(diagnostics().printers.map(({ status, problem }) => [status, problem])).toEqual([
      ['unknown', null],
      ['unknown', null],
    ]);
  });
});
