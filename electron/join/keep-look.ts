import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import { lookOf } from '../app/look.ts';
import { keepLookIn } from '../window/keep-look.ts';
import { lookFileIn } from '../window/look-file.ts';
import type { Joined } from './joined.ts';

/** Keeps how the counter looks for its next start. Where that fails, the next start waits for main. */
export function keepLook({ foundation, counter: { counter, staff }, sellers }: Joined): void {
  const { dataFolder, log } = foundation;
  const page = fs.readFileSync(path.join(app.getAppPath(), 'out/renderer/index.html'), 'utf8');
  const keep = keepLookIn(lookFileIn(dataFolder), page);
  const follow = (state: CounterState): void => {
    try {
      keep(lookOf(state, { catalogue: sellers.sellers.catalogue, people: staff.list() }));
    } catch (error) {
      log.fault('how the counter looks could not be kept', error);
    }
  };
  counter.onChange(follow);
  // Answers that the page waits for go first.
  setImmediate(() => follow(counter.state()));
}
