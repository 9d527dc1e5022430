import { composeOn, type ComposedReceipt, type CopyContext } from '../../../shared/receipt/compose.ts';
import type { ReceiptDocument } from '../../../shared/receipt/document.ts';
import { composeSheet, type SheetContext } from '../../../shared/receipt/sheet.ts';
import type { SlipSettings } from '../../../shared/settings.ts';

export interface ReceiptContext extends Omit<SheetContext, 'slip'>, CopyContext {
  /** Nothing where it is not given. */
  readonly slip?: SlipSettings;
}

const nothingMore: SlipSettings = { logo: null, footer: '', qr: '' };

/** `composeSheet` and `composeOn` in one. */
export const composeReceipt = (document: ReceiptDocument, context: ReceiptContext): ComposedReceipt =>
  composeOn(composeSheet(document, { ...context, slip: context.slip ?? nothingMore }), context);
