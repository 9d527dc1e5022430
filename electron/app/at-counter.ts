import type { BusinessDay } from '../../shared/business-day.ts';
import type { Instant } from '../../shared/time.ts';

/** What a sale must know of who stands at the counter. Main's own knowledge, never the window's. */
export interface AtCounter {
  /** Who is signed in; `null` where nobody is, or nobody signs in here. */
  person(): string | null;
  /** Why nothing may be sold just now; `undefined` where it may. */
  hindrance(): 'signed-out' | 'no-shift' | undefined;
  /** The day of the shop's books that a moment belongs to. */
  dayOf(at: Instant): BusinessDay;
}
