import type { Page } from 'playwright';

/** Everything that must not scroll: the page and its frames, but for what is made to scroll inside them. */
const frames =
  'html, body, #root, .counter, .counter-body, .sale, .touch-side, .lock-screen, .lock-body, .place';

/** The frames on the screen whose content is larger than their room. */
export const tooLarge = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((frame) => frame.scrollHeight > frame.clientHeight || frame.scrollWidth > frame.clientWidth)
        .map((frame) => frame.className || frame.tagName),
    frames,
  );
