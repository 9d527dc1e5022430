import fs from 'node:fs';
import path from 'node:path';
import type { ReceiptProblem } from '../../shared/contract/contract.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { formatDateTime } from '../../shared/time.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from './log.ts';
import type { Receipts } from './receipts.ts';

/** Hands a receipt to the customer's telephone: as text on the clipboard, or as a picture in a folder. */
export interface ShareReceipt {
  copyText(payment: QuoteId): Promise<Result<undefined, ReceiptProblem>>;
  savePicture(payment: QuoteId): Promise<Result<{ readonly path: string }, ReceiptProblem>>;
}

export interface ShareReceiptParts {
  readonly ledger: Ledger;
  readonly receipts: Receipts;
  readonly putOnClipboard: (text: string) => Promise<void>;
  /** The paper of a job, drawn from its bytes, as a PNG file. */
  readonly drawPaper: (job: PrintJobId) => Promise<Uint8Array>;
  readonly folder: () => string;
  readonly log: Log;
}

export function createShareReceipt(parts: ShareReceiptParts): ShareReceipt {
  const { ledger, receipts, putOnClipboard, drawPaper, folder, log } = parts;
  return {
    async copyText(payment) {
      const text = receipts.text(payment);
      if (!text.ok) return text;
      await putOnClipboard(text.value);
      return ok(undefined);
    },

    async savePicture(payment) {
      const record = ledger.payment(payment);
      const job = ledger.printJobs.latestOf(payment);
      if (record === undefined || job === undefined) return err({ code: 'payment-not-found' });
      try {
        const picture = await drawPaper(job.id);
        const time = formatDateTime(record.sentAt, 'WIB').replaceAll(/[-:]/g, '').replace(' ', '-');
        const file = path.join(folder(), `struk-${time}-${record.quote.customerNumber}.png`);
        fs.mkdirSync(folder(), { recursive: true });
        fs.writeFileSync(file, picture);
        return ok({ path: file });
      } catch (error) {
        log.fault('the picture of a receipt could not be saved', error);
        return err({ code: 'picture-not-written' });
      }
    },
  };
}
