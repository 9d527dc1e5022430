import type { Messages } from '../../../shared/i18n/messages.ts';
import { cutOffAt, nearestNight } from '../../../shared/payment/cut-off.ts';
import type { ProductId } from '../../../shared/products.ts';
import { formatClock, type Instant, type Zone } from '../../../shared/time.ts';

/** What is said about a product's cut-off at `at`, the biller's clock; `null` where there is nothing to say. */
export interface CutOffWords {
  readonly kind: 'warned' | 'closed';
  readonly text: string;
}

/** The hours are told by the shop's own clock: a shop in Makassar looks at a clock an hour ahead of PLN's. */
export function cutOffWords(product: ProductId, at: Instant, zone: Zone, m: Messages): CutOffWords | null {
  const { kind } = cutOffAt(product, at);
  if (kind === 'open') return null;
  const { closesAt, opensAt, safeAt } = nearestNight(at);
  const from = formatClock(closesAt, zone);
  const to = `${formatClock(opensAt, zone)} ${zone}`;
  if (kind === 'closed') return { kind, text: m.cutOff.closed(from, to) };
  const text =
    at < closesAt
      ? m.cutOff.before(from, to)
      : m.cutOff.after(from, to, `${formatClock(safeAt, zone)} ${zone}`);
  return { kind, text };
}
