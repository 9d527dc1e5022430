import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import type { PayHint } from '../../store/sale.ts';

/** What a hint beside the cash says; `missing`: how much of the sum, in rupiah. */
export const hintWords = (hint: PayHint, missing: number, m: Messages): string =>
  ({
    'needs-cash': m.cash.needsCash,
    'needs-more': m.cash.needsMore(formatRupiah(missing)),
    'too-much': m.cash.tooMuch,
    scanned: m.cash.scanned,
    held: m.cash.held,
  })[hint];
