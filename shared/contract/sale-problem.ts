import { doubtSchema } from '../payment/doubt.ts';
import { refusalSchema } from '../payment/refusal.ts';
import { textSchema } from '../primitives.ts';
import { z } from '../zod.ts';

/**
 * What can stand in the way of a sale. None of these ever means that money moved: an outcome that is not known is
 * a payment in state `unknown`, not a problem. The words for each code stand in the message catalogue.
 */
export const saleProblemCodes = [
  /** An inquiry or a payment is under way. */
  'busy',
  /** No credentials. */
  'not-set-up',
  /** There are credentials, and they are not open: the owner's passphrase is asked for, or the key store is not there. */
  'vault-locked',
  /** The number does not fit the product's rule. The screen should have said so before. */
  'number-refused',
  /** The product, or the company or city of it, is not sold here. */
  'not-sold',
  /** What the product asks for besides the number is missing or out of bounds. */
  'extras-missing',
  /** PLN closes its books (23:30 to 00:30 WIB): nothing is paid unless a supervisor insists. */
  'cut-off',
  /** Inquiry: the biller could not be reached. */
  'no-connection',
  /** Inquiry: it was reached and did not answer in time. */
  'no-answer',
  /** Inquiry: its answer cannot be read. */
  'unreadable-reply',
  /** Inquiry: its answer speaks of another customer, or its totals do not agree. */
  'mismatched-reply',
  /** Inquiry: it refused, with a code or words of its own. */
  'refused-by-biller',
  /** Inquiry: the cashier stopped it. */
  'abandoned',
  'offer-gone',
  'denomination-not-offered',
  'quote-gone',
  'quote-expired',
  'cash-missing',
  'cash-short',
  /** So much more than the total that it was scanned or mistyped, not counted. */
  'cash-implausible',
  /** A payment for this customer is not settled yet; nobody may pay again until it is. */
  'payment-open',
  /** This inquiry has been paid already. */
  'inquiry-used',
  /** Payment: the connection failed before a byte of it left. The quote stands. */
  'not-sent',
  /** Payment: there is something to know first (`doubts`), and then to be confirmed once more. */
  'confirm-again',
  /** The ledger could not be written, so nothing was sent: the disk is full. */
  'disk-full',
  /** …: another program holds the ledger's file. */
  'ledger-locked',
  /** …: the folder or the disk takes no writing. */
  'ledger-read-only',
  /** …: the disk failed, or the file is damaged. */
  'ledger-fault',
  /** Nothing is sold until the program has been started anew: the counter's state says why. */
  'selling-stopped',
  /** Nobody is signed in, where somebody must be. */
  'signed-out',
  /** The drawer is kept, and no shift is open. */
  'no-shift',
] as const;
export type SaleProblemCode = (typeof saleProblemCodes)[number];

export const saleProblemSchema = z.strictObject({
  code: z.enum(saleProblemCodes),
  /** The biller's own code and words, where it gave any, without its `KILLME:`. */
  billerCode: textSchema(40).exactOptional(),
  billerText: textSchema(300).exactOptional(),
  /** What the code means, where the biller's table has it. */
  refusal: refusalSchema.exactOptional(),
  /** With `confirm-again`: what must be known before paying. */
  doubts: z.array(doubtSchema).max(20).readonly().exactOptional(),
});
export type SaleProblem = z.infer<typeof saleProblemSchema>;
