import type { Page } from 'playwright';

/** Pairs of buttons and fields on the screen that lie over one another: one of them is read or pressed in part only. */
export const coveredControls = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    /** CSS pixels; borders may touch. */
    const toleratedPx = 1;
    const controls = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea')]
      // What lies under a dialog is looked at without it; what its frame scrolls away is not there.
      .filter((control) => control.closest('[inert], [aria-hidden="true"]') === null && isSeen(control))
      .map((control) => ({ control, box: control.getBoundingClientRect() }));
    return controls.flatMap((one, index) =>
      controls
        .slice(index + 1)
        .filter((other) => overlap(one.box, other.box) && !one.control.contains(other.control))
        .map((other) => `${nameOf(one.control)} and ${nameOf(other.control)}`),
    );

    function isSeen(control: HTMLElement): boolean {
      if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
      // A bar that stays at the edge of what is scrolled lies over it.
      if (control.closest('.form-save') !== null) return false;
      const { left, top, width, height } = control.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      for (let frame = control.parentElement; frame !== null; frame = frame.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(frame);
        const box = frame.getBoundingClientRect();
        if (overflowX !== 'visible' && (x < box.left || x > box.right)) return false;
        if (overflowY !== 'visible' && (y < box.top || y > box.bottom)) return false;
      }
      return true;
    }

    function overlap(one: DOMRect, other: DOMRect): boolean {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return wide > toleratedPx && high > toleratedPx;
    }

    function nameOf(control: HTMLElement): string {
      return control.textContent === '' ? control.className : (control.textContent ?? '');
    }
  });
