/** A test's name with the reason for which it is skipped, where there is one. */
export const named = (name: string, whyNot: string | undefined): string =>
  whyNot === undefined ? name : `${name} (skipped: ${whyNot})`;
