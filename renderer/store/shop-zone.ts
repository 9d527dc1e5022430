import { usualDay } from '../../shared/business-day.ts';
import type { Zone } from '../../shared/time.ts';
import { useView } from './use-counter.ts';

/** The zone by whose clock the shop goes, as it is set; until main has said which, that of a shop that says nothing. */
export const useShopZone = (): Zone => useView((view) => view.counter?.day.zone ?? usualDay.zone);
