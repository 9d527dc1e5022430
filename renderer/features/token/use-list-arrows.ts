import { useEffect, type RefObject } from 'react';
import { nextInGrid } from './next-in-grid.ts';

/** Arrow keys walk over the buttons of a list that has the focus, or one of whose lines has it. */
export function useListArrows(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = list;
    const walk = (event: KeyboardEvent): void => {
      const lines = [...(current?.querySelectorAll('button') ?? [])];
      const at = lines.findIndex((line) => line === document.activeElement);
      const next = nextInGrid(event.key, at, lines.length, 1);
      if (next === null) return;
      event.preventDefault();
      lines[next]?.focus();
    };
    current?.addEventListener('keydown', walk);
    return () => current?.removeEventListener('keydown', walk);
  }, [list]);
}
