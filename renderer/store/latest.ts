/** What is passed on once it has stood still; what came before it is not. */
export interface Latest<Value> {
  put(value: Value): void;
  /** Passes on nothing of what was put. */
  drop(): void;
}

/** Passes a value on by `send` once no other was put for `stillMs` milliseconds. */
export function createLatest<Value>(send: (value: Value) => void, stillMs: number): Latest<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    put(value) {
      clearTimeout(timer);
      timer = setTimeout(() => send(value), stillMs);
    },
    drop: () => clearTimeout(timer),
  };
}
