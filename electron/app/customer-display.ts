import { isDeepStrictEqual } from 'node:util';
import { customerView, type CustomerView } from '../../shared/customer-display/customer-view.ts';
import type { CustomerDisplaySettings } from '../../shared/screens.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import type { SaleInHand } from './sale-in-hand.ts';

/** So long the outcome of a sale stands before its customer. In milliseconds. */
export const thanksMs = 30_000;

/** What the display on the customer's side shows. */
export interface CustomerDisplay {
  view(): CustomerView;
  /** Looks again: something was set otherwise. */
  reconsider(): void;
  stop(): void;
}

export interface CustomerDisplayParts {
  readonly inHand: Pick<SaleInHand, 'facts' | 'leave' | 'onChange'>;
  readonly counter: Pick<Counter, 'state' | 'onChange'>;
  readonly shop: () => Pick<ShopSettings, 'language' | 'theme' | 'shop'>;
  readonly display: () => CustomerDisplaySettings;
  /** Calls `work` once, after so many milliseconds; the answer calls that off. */
  readonly after: (ms: number, work: () => void) => () => void;
  readonly tell: (view: CustomerView) => void;
  readonly log: Log;
}

/**
 * A projection of what main knows: nothing that a page says gets here. It forgets a sale for good once its customer was
 * thanked long enough, or the counter was locked on its outcome: an answer that comes later is not theirs to read any more.
 */
export function createCustomerDisplay(parts: CustomerDisplayParts): CustomerDisplay {
  const { inHand, counter, shop, display, after, tell, log } = parts;
  let shown = look();
  let stopThanking = (): void => undefined;

  function look(): CustomerView {
    const { ledger, signsIn, present } = counter.state();
    const isLocked = signsIn && present === null;
    return customerView({ shop: shop(), display: display(), ledger, isLocked, sale: inHand.facts() });
  }

  const forgetIfLocked = (): void => {
    const { signsIn, present } = counter.state();
    const sale = inHand.facts();
    const hasOutcome = sale !== null && sale.payment !== null && sale.payment !== 'paying';
    if (signsIn && present === null && hasOutcome && !sale.isOver) inHand.leave('next-number');
  };

  const project = (): void => {
    forgetIfLocked();
    const next = look();
    if (isDeepStrictEqual(next, shown)) return;
    const isNews = !isDeepStrictEqual(next.shown, shown.shown);
    shown = next;
    tell(next);
    if (!isNews) return;
    stopThanking();
    const { kind } = next.shown;
    const isOutcome = kind === 'paid' || kind === 'refused' || kind === 'unsure';
    stopThanking = isOutcome ? after(thanksMs, () => inHand.leave('next-number')) : () => undefined;
  };
  /** A payment must not be lost to what its customer sees of it: the ledger that is read here may have failed. */
  const reconsider = (): void => {
    try {
      project();
    } catch (error) {
      log.fault('the customer’s display could not be brought up to date', error);
    }
  };
  inHand.onChange(reconsider);
  counter.onChange(reconsider);

  return { view: () => shown, reconsider, stop: () => stopThanking() };
}
