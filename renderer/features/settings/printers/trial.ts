/** Something of a printer that is found out by trying: each way in turn, until one moves it. */
export type Trial<Value> =
  /** `next` has not been tried. */
  | { readonly step: 'open'; readonly next: Value }
  /** It was tried; somebody must say whether it moved. */
  | { readonly step: 'tried'; readonly value: Value }
  /** `null`: nothing moves it, or there is none. */
  | { readonly step: 'settled'; readonly found: Value | null };

/** The way that is tried with the next press; `undefined` where there is nothing to try. */
export const nextTry = <Value>(trial: Trial<Value>): Value | undefined =>
  trial.step === 'open' ? trial.next : trial.step === 'tried' ? trial.value : undefined;

/** It was tried. */
export const tried = <Value>(trial: Trial<Value>): Trial<Value> =>
  trial.step === 'open' ? { step: 'tried', value: trial.next } : trial;

/** Whether what was tried has moved it. `ways` are all of them, in their order. */
export function answerTrial<Value>(
  trial: Trial<Value>,
  hasMoved: boolean,
  ways: readonly Value[],
): Trial<Value> {
  if (trial.step !== 'tried') return trial;
  if (hasMoved) return { step: 'settled', found: trial.value };
  const next = ways[ways.indexOf(trial.value) + 1];
  return next === undefined ? { step: 'settled', found: null } : { step: 'open', next };
}

/** There is none. */
export const thereIsNone = { step: 'settled', found: null } as const;
