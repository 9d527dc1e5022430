import type { CounterState } from '../../shared/contract/counter-state.ts';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import { lookOf } from '../app/look.ts';
import { keepLookIn } from '../window/keep-look.ts';
import { lookFileIn } from '../window/look-file.ts';
import type { Joined } from './joined.ts';
import { ownPage } from './own-page.ts';

/** Keeps how the counter looks for its next start. Where that fails, the next start waits for main. */
export function keepLook({ foundation, counter: { counter, staff }, sellers }: Joined): void {
  const { dataFolder, store, log } = foundation;
  const keep = keepLookIn(lookFileIn(dataFolder), ownPage());
  const { catalogue } = sellers.sellers;
  const follow = (state: CounterState): void => {
    // A payment changes nothing of it, and waits for nothing of this.
    if (isPaymentUnderWay(state)) return;
    try {
      keep(lookOf(state, store.get().screens.kiosk, { catalogue, people: staff.list() }));
    } catch (error) {
      log.fault('how the counter looks could not be kept', error);
    }
  };
  counter.onChange(follow);
  follow(counter.state());
}
