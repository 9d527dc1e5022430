import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { useNow } from '../../ui/use-now.ts';
import { noticesOf, type Notice } from './notices.ts';

/** What should be mended now. */
export function useNotices(): readonly Notice[] {
  const zone = useShopZone();
  const m = useMessages();
  const state = useCounterState();
  const now = useNow(60_000);
  return noticesOf(state, instant(now), zone, m);
}
