/** So long after a file of the page none was asked for, in ms: it has them all. */
const stillMs = 8;
/** A page that does not come is not waited for longer, in ms. */
const mostMs = 1000;

/**
 * When the page that is on its way has all its files. Each of them goes through main, and would wait for whatever main did instead.
 * What its markup names it asks for together, its scripts among that.
 */
export function pageCame(): { readonly onServed: (file: string) => void; readonly hasCome: Promise<void> } {
  let come = (): void => undefined;
  const hasCome = new Promise<void>((resolve) => {
    come = resolve;
  });
  const most = setTimeout(() => come(), mostMs);
  let still: NodeJS.Timeout | undefined;
  const onServed = (file: string): void => {
    if (still === undefined && !file.endsWith('.js')) return;
    clearTimeout(most);
    clearTimeout(still);
    still = setTimeout(come, stillMs);
  };
  return { onServed, hasCome };
}
