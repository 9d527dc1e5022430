import type { Diagnostics } from '../../shared/contract/printing.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { DroppedControl } from '../../shared/receipt/dropped-control.ts';

type DroppedEntry = Diagnostics['dropped'][number];

/** What was left out of the billers' receipts since the program was started. */
export interface DroppedControls {
  /** Counts what one receipt held; a payment whose receipt is read again is counted once. */
  note(payment: QuoteId, biller: string, dropped: readonly DroppedControl[]): void;
  /** By biller and name, in the order of first appearance. */
  view(): DroppedEntry[];
}

/** A server can make up a million kinds of them: the rest is counted as one. */
const maxKinds = 200;
const otherKinds = 'other';

export function createDroppedControls(): DroppedControls {
  const entries = new Map<string, DroppedEntry>();
  const counted = new Set<QuoteId>();

  const keyFor = (biller: string, name: string): readonly [key: string, name: string] => {
    const key = JSON.stringify([biller, name]);
    return entries.has(key) || entries.size < maxKinds
      ? [key, name]
      : [JSON.stringify([biller, otherKinds]), otherKinds];
  };

  return {
    note(payment, biller, dropped) {
      if (dropped.length === 0 || counted.has(payment)) return;
      counted.add(payment);
      const ofThis = new Set<string>();
      for (const control of dropped) {
        const [key, name] = keyFor(biller, control.name.slice(0, 40));
        const { count = 0, receipts = 0 } = entries.get(key) ?? {};
        const isFirst = !ofThis.has(key);
        ofThis.add(key);
        entries.set(key, {
          biller,
          name,
          count: count + control.count,
          receipts: receipts + (isFirst ? 1 : 0),
        });
      }
    },
    view: () => [...entries.values()],
  };
}
