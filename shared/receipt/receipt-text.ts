import type { ComposedReceipt } from './compose.ts';
import { textOfLine, type Slip } from './document.ts';

const slipText = (slip: Slip): string => slip.lines.map((line) => textOfLine(line).trimEnd()).join('\n');

/**
 * The receipt as plain text, to be shared by WhatsApp: the same words and stamps as on paper, lines as they were
 * before any wrapping, no blanks at their ends, slips apart by a blank line.
 */
export const receiptText = (receipt: ComposedReceipt): string =>
  receipt.slips.map((slip) => slipText(slip).trim()).join('\n\n');
