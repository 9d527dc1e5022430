import { useEffect } from 'react';

/** Hides the arrow of the mouse after a finger has touched the screen, until a mouse moves. */
export function usePointerHiding(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const heard = ({ pointerType }: PointerEvent): void => {
      if (pointerType === 'touch') dataset.pointer = 'touch';
      else if (pointerType === 'mouse') delete dataset.pointer;
    };
    window.addEventListener('pointerdown', heard, { capture: true });
    window.addEventListener('pointermove', heard, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', heard, { capture: true });
      window.removeEventListener('pointermove', heard, { capture: true });
    };
  }, []);
}
