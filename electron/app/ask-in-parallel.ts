/** What is asked, and how many at once. */
export interface AskInParallel<Item> {
  readonly items: readonly Item[];
  readonly atOnce: number;
  /** Who is asked; `null` where that one takes any number of questions at once. */
  readonly alone: (item: Item) => string | null;
  /** Never rejects. */
  readonly ask: (item: Item) => Promise<void>;
  readonly stopped: AbortSignal;
}

/**
 * Asks for all items, at most `atOnce` at a time, in their order but for those whose turn has not come at who takes one
 * question at a time. Begins none once it is stopped; resolves when none is under way.
 */
export async function askInParallel<Item>(asking: AskInParallel<Item>): Promise<void> {
  const { atOnce, alone, ask, stopped } = asking;
  let waiting = [...asking.items];
  const busy = new Set<string>();
  const freed: (() => void)[] = [];

  const next = (): Item | undefined => {
    const index = waiting.findIndex((item) => !busy.has(alone(item) ?? ''));
    if (index < 0) return undefined;
    const item = waiting[index];
    waiting = waiting.toSpliced(index, 1);
    return item;
  };

  const worker = async (): Promise<void> => {
    while (!stopped.aborted && waiting.length > 0) {
      const item = next();
      if (item === undefined) {
        // Somebody is under way whom the rest waits for.
        await new Promise<void>((resolve) => void freed.push(resolve));
        continue;
      }
      const who = alone(item);
      if (who !== null) busy.add(who);
      await ask(item);
      if (who !== null) busy.delete(who);
      for (const wake of freed.splice(0)) wake();
    }
  };

  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, waiting.length)) }, worker));
}
