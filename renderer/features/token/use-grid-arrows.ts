import { useEffect, type RefObject } from 'react';
import { nextInGrid } from './next-in-grid.ts';

/**
 * Arrow keys walk over the buttons of a grid, from wherever the focus is: the cashier's hand is on the keys, not on
 * one of the buttons. A held Enter presses nothing, for it may be the one that asked for the bill.
 */
export function useGridArrows(grid: RefObject<HTMLElement | null>, buttons: string, columns: number): void {
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && event.repeat) event.preventDefault();
      const cells = [...(grid.current?.querySelectorAll<HTMLElement>(buttons) ?? [])];
      const at = cells.findIndex((cell) => cell === document.activeElement);
      const next = nextInGrid(event.key, at, cells.length, columns);
      if (next === null) return;
      event.preventDefault();
      cells[next]?.focus();
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [grid, buttons, columns]);
}
