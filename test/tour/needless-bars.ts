import type { Page } from 'playwright';

/**
 * What scrolls by less than a line of text: a bar beside things that could as well stand. CSS pixels.
 * What is longer than its room by more is meant to be scrolled.
 */
export const needlessBars = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const leastPx = 20;
    return (
      [...document.querySelectorAll('*')]
        // What lies under a dialog is looked at without it.
        .filter((element) => element.closest('[inert], [aria-hidden="true"]') === null)
        .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowY))
        .map((element) => ({ name: element.className, hidden: element.scrollHeight - element.clientHeight }))
        .filter(({ hidden }) => hidden > 0 && hidden < leastPx)
        .map(({ name, hidden }) => `${name} scrolls by ${hidden} px`)
    );
  });
