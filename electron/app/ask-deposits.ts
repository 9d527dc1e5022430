import type { BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Sellers } from './sellers.ts';

export interface AskDepositsParts {
  readonly sellers: Sellers;
  readonly notes: BillerNotes;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Asks each biller that has a call for it how much deposit there is, so that it stands on the screen before the first
 * sale. No answer is no problem: every sale's answer tells it again.
 */
export async function askDeposits({ sellers, notes, clock, log }: AskDepositsParts): Promise<void> {
  const asking = sellers.all().map(async ({ id, askDeposit }) => {
    const asked = await askDeposit?.(clock.now());
    if (asked?.ok === true) notes.deposit(id, asked.value);
    else if (asked !== undefined) log.note(`the deposit at ${id} was not told: ${asked.error.code}`);
  });
  await Promise.all(asking);
}
