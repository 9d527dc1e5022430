import type { Locator, Page } from 'playwright';
import { expect } from './patient-expect.ts';

/** The hands of a cashier without keyboard and mouse. */
export interface Fingers {
  /** A finger on the middle of a thing that is in view and large enough for one. */
  readonly tap: (target: Locator) => Promise<void>;
  /** By the digits on the screen. */
  readonly digits: (typed: string) => Promise<void>;
}

/** What a finger hits without looking twice (WCAG 2.5.5), in CSS pixels. */
const finger = 44;

export async function fingersOn(page: Page): Promise<Fingers> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const tap = async (target: Locator): Promise<void> => {
    await expect(target).toBeInViewport({ ratio: 1 });
    const box = await target.boundingBox();
    if (box === null) throw new Error('not on the screen');
    expect(Math.min(box.width, box.height), String(target)).toBeGreaterThanOrEqual(finger);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const pad = page.getByTestId('touch-pad');
  return {
    tap,
    async digits(typed) {
      for (const digit of typed) await tap(pad.getByRole('button', { name: digit, exact: true }));
    },
  };
}
