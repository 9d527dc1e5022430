/**
 * Who may pay. A basket and a lot take the turn for as long as they pay one after another, and the counter's own payments
 * wait for it: two payments at once would each be judged by a deposit and a ledger that the other is about to change.
 */
export interface Turn {
  /** Takes it; answers how it is given back. `undefined` where somebody has it. */
  take(): (() => void) | undefined;
  isTaken(): boolean;
}

export function createTurn(): Turn {
  let holder: object | undefined;
  return {
    take() {
      if (holder !== undefined) return undefined;
      const own = {};
      holder = own;
      return () => {
        if (holder === own) holder = undefined;
      };
    },
    isTaken: () => holder !== undefined,
  };
}
