import { describe, expect, it } from 'vitest';
import { printerLight } from '../../../../renderer/features/top-bar/lights.ts';
import { statusWords } from '../../../../renderer/features/printers/status-words.ts';
import type { PrinterStatus } from '../../../../shared/contract/counter-state.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { printerProblems } from '../../../../shared/payment/print-job.ts';

const m = messagesFor('id');
const cashier: PrinterStatus = { id: 'usb-1', name: 'Kasir', isScreen: false, status: 'ok', problem: null };
const kitchen: PrinterStatus = { ...cashier, id: 'usb-2', name: 'Dapur' };
const screen: PrinterStatus = { ...cashier, id: 'screen', name: 'Layar', isScreen: true };
const out = { status: 'attention', problem: 'paper-out' } as const;

const light = (printers: readonly PrinterStatus[], papersWaiting = 0, receiptPrinter = 'usb-1') =>
  printerLight({ printers, papersWaiting, receiptPrinter }, m);

describe('the light of the printer', () => {
  it('is that of the printer that receipts go to', () => {
    expect(light([kitchen, { ...cashier, ...out }])).toMatchObject({
      tone: 'trouble',
      words: 'Kertas habis',
      count: 0,
    });
    expect(light([cashier, kitchen])).toMatchObject({ tone: 'well', words: 'Printer siap', count: 0 });
    expect(light([{ ...cashier, status: 'unknown' }]).tone).toBe('idle');
    expect(light([screen], 0, 'screen').words).toBe('Struk di layar');
  });

  it('counts the other printers that are in trouble and the papers that wait, and says which is which', () => {
    const state = light([cashier, { ...kitchen, ...out }], 2);
    expect(state).toMatchObject({ tone: 'well', words: 'Printer siap', count: 3 });
    expect(state.others).toBe('1 printer lain perlu dilihat; 2 kertas menunggu Anda');
  });

  it('is not lit where main lists no such printer', () => {
    expect(light([kitchen], 0, 'usb-9').tone).toBe('idle');
  });

  it('has words for every problem, in the light and in the list', () => {
    for (const problem of printerProblems) {
      const printer: PrinterStatus = { ...cashier, status: 'attention', problem };
      expect(light([printer]).words.length).toBeLessThanOrEqual(26);
      expect(statusWords(printer, m)).toMatch(/^\p{Lu}.+\. \p{Lu}.+\.$/u);
    }
    expect(statusWords({ ...screen, status: 'unknown' }, m)).toBe('Struk tampil di layar saja.');
  });
});
