import fs from 'node:fs';
import path from 'node:path';
import type { ReceiptProblem } from '../../shared/contract/contract.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { formatDateTime } from '../../shared/time.ts';
import type { Ledger, PaymentRecord, PrintJobStanding } from '../ledger/ledger.ts';
import type { Log } from './log.ts';
import type { Receipts } from './receipts.ts';

type Saved = Result<{ readonly path: string }, ReceiptProblem>;

/** Hands a receipt to the customer's telephone: as text on the clipboard, or as a picture or a page in a folder. */
export interface ShareReceipt {
  copyText(payment: QuoteId): Promise<Result<undefined, ReceiptProblem>>;
  savePicture(payment: QuoteId): Promise<Saved>;
  savePdf(payment: QuoteId): Promise<Saved>;
}

/** As what a paper is drawn. */
export type PaperFormat = 'png' | 'pdf';

export interface ShareReceiptParts {
  readonly ledger: Ledger;
  readonly receipts: Receipts;
  readonly putOnClipboard: (text: string) => Promise<void>;
  /** The paper of a job, drawn from its bytes, as a whole file of that format. */
  readonly drawPaper: (job: PrintJobId, format: PaperFormat) => Promise<Uint8Array>;
  readonly folder: () => string;
  readonly log: Log;
}

export function createShareReceipt(parts: ShareReceiptParts): ShareReceipt {
  const { ledger, receipts, putOnClipboard, drawPaper, folder, log } = parts;

  const save = async (payment: QuoteId, format: PaperFormat): Promise<Saved> => {
    const record = ledger.payment(payment);
    const job = ledger.printJobs.standingOf(payment);
    if (record === undefined || job === undefined) return err({ code: 'payment-not-found' });
    try {
      const drawn = await drawPaper(job.id, format);
      const file = path.join(folder(), `${fileName(record, job)}.${format}`);
      fs.mkdirSync(folder(), { recursive: true });
      fs.writeFileSync(file, drawn);
      return ok({ path: file });
    } catch (error) {
      log.fault(`a receipt could not be saved as ${format}`, error);
      return err({ code: 'picture-not-written' });
    }
  };

  return {
    async copyText(payment) {
      const text = receipts.text(payment);
      if (!text.ok) return text;
      await putOnClipboard(text.value);
      return ok(undefined);
    },
    savePicture: (payment) => save(payment, 'png'),
    savePdf: (payment) => save(payment, 'pdf'),
  };
}

/**
 * By time and number, so that people find it; and with the job's first characters, so that the same paper takes its own
 * place again and no other's: two payments of one customer may be of one second, and a copy is of the same payment.
 */
function fileName({ quote, sentAt }: PaymentRecord, { id }: PrintJobStanding): string {
  const time = formatDateTime(sentAt, 'WIB').replaceAll(/[-:]/g, '').replace(' ', '-');
  return `struk-${time}-${quote.customerNumber}-${id.slice(0, 8)}`;
}
