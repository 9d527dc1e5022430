/** How many replies a run of everything mutates, where `LOKET_MUTATIONS` does not say. */
const whole = 210_000;

const given = (name: string): number | undefined => {
  const value = Number(process.env[name] ?? '');
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
};

/** A part of the run, which may be larger or smaller than usual. */
export const share = (part: number): number => Math.ceil((given('LOKET_MUTATIONS') ?? whole) * part);

/** Another one each run, and printed; `LOKET_SEED` makes a run again. */
export const seed = given('LOKET_SEED') ?? 1 + Math.floor(Math.random() * (2 ** 31 - 2));

/** A run in which every outcome and every change must have come up. */
export const isLarge = (count: number): boolean => count >= 20_000;
