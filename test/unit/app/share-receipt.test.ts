import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createShareReceipt } from '../../../electron/app/share-receipt.ts';
import { quote, quoteId } from '../ledger/documents.ts';
import { tempFolder } from '../ledger/temp-folder.ts';
import { saleBench } from './sale-bench.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const pdf = new TextEncoder().encode('%PDF-1.4');

async function share(over: { readonly folder?: string; readonly draw?: () => Promise<Uint8Array> } = {}) {
  const bench = saleBench();
  bench.putQuote(1);
  await bench.pay(quoteId(1));
  const copied: string[] = [];
  const drawn: string[] = [];
  const folder = over.folder ?? path.join(tempFolder(), 'Pictures', 'Loket');
  const shared = createShareReceipt({
    ledger: bench.ledger,
    receipts: bench.receipts,
    putOnClipboard: async (text) => void copied.push(text),
    drawPaper: (job, format) => {
      drawn.push(`${format} ${job}`);
      return over.draw?.() ?? Promise.resolve(format === 'png' ? png : pdf);
    },
    folder: () => folder,
    log: bench.log,
  });
  return { ...bench, shared, copied, drawn, folder };
}

describe('a receipt for the customer’s telephone', () => {
  it('as text stands on the clipboard, stamp and all', async () => {
    const { shared, copied } = await share();
    expect(await shared.copyText(quoteId(1))).toEqual({ ok: true, value: undefined });
    expect(copied).toHaveLength(1);
    expect(copied[0]).toContain('TOTAL BAYAR: 303.500');
    expect(copied[0]).toMatch(/latihan/i);
  });

  it.each([
    ['png', 'savePicture', png],
    ['pdf', 'savePdf', pdf],
  ] as const)(
    'as %s is drawn from the newest job’s bytes and saved by time and number',
    async (format, save, content) => {
      const { shared, drawn, folder, ledger } = await share();
      const job = ledger.printJobs.latestOf(quoteId(1))?.id ?? '';
      const saved = await shared[save](quoteId(1));
      const name = `struk-20180601-090000-${quote(1).customerNumber}-${job.slice(0, 8)}.${format}`;
      expect(saved).toEqual({ ok: true, value: { path: path.join(folder, name) } });
      expect([...fs.readFileSync(path.join(folder, name))]).toEqual([...content]);
      expect(drawn).toEqual([`${format} ${job}`]);
      expect(fs.readdirSync(folder)).toEqual([name]);
    },
  );

  it('takes no other receipt’s place: not another payment’s of that second, not the first print’s', async () => {
    const { shared, folder, pay, putQuote, receipts, ledger, clock } = await share();
    // The same customer, the same second.
    putQuote(2, { product: 'pdam', customerNumber: quote(1).customerNumber });
    await pay(quoteId(2));
    const first = ledger.printJobs.latestOf(quoteId(1));
    if (first === undefined) throw new Error('nothing to print');
    await shared.savePicture(quoteId(1));
    await shared.savePicture(quoteId(2));
    expect(fs.readdirSync(folder)).toHaveLength(2);
    ledger.printJobs.setStatus(first.id, { state: 'printed', problem: null }, clock.now());
    receipts.reprint(quoteId(1));
    await shared.savePicture(quoteId(1));
    expect(fs.readdirSync(folder)).toHaveLength(3);
    // The same paper once more is the same file.
    await shared.savePicture(quoteId(1));
    expect(fs.readdirSync(folder)).toHaveLength(3);
  });

  it('that cannot be drawn or saved is a problem that is told, and no half picture', async () => {
    const undrawn = await share({ draw: () => Promise.reject(new Error('not drawn in time')) });
    const notWritten = { ok: false, error: { code: 'picture-not-written' } };
    expect(await undrawn.shared.savePicture(quoteId(1))).toEqual(notWritten);
    expect(await undrawn.shared.savePdf(quoteId(1))).toEqual(notWritten);
    expect(fs.existsSync(undrawn.folder)).toBe(false);
    const blocked = path.join(tempFolder(), 'file');
    fs.writeFileSync(blocked, '');
    const unsaved = await share({ folder: path.join(blocked, 'Loket') });
    expect(await unsaved.shared.savePicture(quoteId(1))).toEqual(notWritten);
    expect([undrawn.faults.length, unsaved.faults.length]).toEqual([2, 1]);
  });

  it('of a payment that is not there is refused', async () => {
    const { shared, copied, drawn } = await share();
    const notFound = { ok: false, error: { code: 'payment-not-found' } };
    expect(await shared.copyText(quoteId(2))).toEqual(notFound);
    expect(await shared.savePicture(quoteId(2))).toEqual(notFound);
    expect(await shared.savePdf(quoteId(2))).toEqual(notFound);
    expect([copied, drawn]).toEqual([[], []]);
  });
});
