/** Something of a printer that is found out by trying: each way in turn, until one moves it. */
export type Trial<Value> =
  /** `next` has not been tried; `rest` are those after it. */
  | { readonly step: 'open'; readonly next: Value; readonly rest: readonly Value[] }
  /** It was tried; somebody must say whether it moved. */
  | { readonly step: 'tried'; readonly value: Value; readonly rest: readonly Value[] }
  /** `null`: nothing moves it, or there is none. */
  | { readonly step: 'settled'; readonly found: Value | null };

/** All ways in their order. */
type Ways<Value> = readonly [Value, ...Value[]];

/** Nothing of it was tried yet. */
export const untried = <Value>([next, ...rest]: Ways<Value>): Trial<Value> => ({ step: 'open', next, rest });

/**
 * Something was tried with a press. Tried once more after it was settled, it begins with the way that was found: what
 * works is confirmed before anything else is tried.
 */
export function tried<Value>(trial: Trial<Value>, ways: Ways<Value>): Trial<Value> {
  if (trial.step === 'tried') return trial;
  if (trial.step === 'open') return { step: 'tried', value: trial.next, rest: trial.rest };
  const value = nextTry(trial, ways);
  return { step: 'tried', value, rest: ways.filter((way) => way !== value) };
}

/** The way that is tried with the next press. */
export function nextTry<Value>(trial: Trial<Value>, [first]: Ways<Value>): Value {
  switch (trial.step) {
    case 'open':
      return trial.next;
    case 'tried':
      return trial.value;
    case 'settled':
      return trial.found ?? first;
  }
}

/** Whether the next press tries the first of all ways that are tried. */
export const isFirstTry = <Value>(trial: Trial<Value>, ways: Ways<Value>): boolean =>
  trial.step !== 'open' || trial.rest.length === ways.length - 1;

/** Whether what was tried has moved it. */
export function answerTrial<Value>(trial: Trial<Value>, hasMoved: boolean): Trial<Value> {
  if (trial.step !== 'tried') return trial;
  if (hasMoved) return { step: 'settled', found: trial.value };
  const [next, ...rest] = trial.rest;
  return next === undefined ? thereIsNone : { step: 'open', next, rest };
}

/** There is none. */
export const thereIsNone = { step: 'settled', found: null } as const;
