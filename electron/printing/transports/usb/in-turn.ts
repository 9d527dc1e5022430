/** Runs tasks one after the other; a task that fails does not stop the next. */
export function createTurns(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Devices are looked at and opened by one at a time: whoever looks has them open for that moment. */
export const inTurn = createTurns();
