/** How many replies a run of everything mutates, where `LOKET_MUTATIONS` does not say. */
const whole = 210_000;

const given = (name: string): number | undefined => {
  const value = Number(process.env[name] ?? '');
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
};

/** A part of the run, which may be larger or smaller than usual. */
export const share = (part: number): number => Math.ceil((given('LOKET_MUTATIONS') ?? whole) * part);

/**
 * The same in every run, so that what fails has failed by a change; `LOKET_SEED=random` goes looking for what nobody
 * has met, and a number makes such a run again. Always printed.
 */
export const seed =
  process.env['LOKET_SEED'] === 'random'
    ? 1 + Math.floor(Math.random() * (2 ** 31 - 2))
    : (given('LOKET_SEED') ?? 20_261_122);

/** A run in which every outcome and every change must have come up. */
export const isLarge = (count: number): boolean => count >= 20_000;
