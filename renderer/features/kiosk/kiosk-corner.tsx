import { useEffect, useRef } from 'react';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import './kiosk.css';

/** So long a corner is held by somebody who means it. In milliseconds. */
const heldMs = 2000;

/** The kiosk's own way out, over whatever stands there: the top left corner held down, or Ctrl+Shift+K. */
export function KioskCorner() {
  const isKiosk = useView((view) => view.counter?.kiosk === true);
  return isKiosk ? <Corner /> : null;
}

function Corner() {
  const m = useMessages();
  const { open } = useCommands();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const letGo = (): void => clearTimeout(timer.current);

  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || !event.shiftKey || event.code !== 'KeyK') return;
      // Before the counter's own keys, and those of the locked screen: Ctrl+K is one of them.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat) open('leave-kiosk');
    };
    window.addEventListener('keydown', down, { capture: true });
    return () => {
      window.removeEventListener('keydown', down, { capture: true });
      clearTimeout(timer.current);
    };
  }, [open]);

  return (
    <button
      type="button"
      className="kiosk-corner"
      tabIndex={-1}
      aria-label={m.kiosk.corner}
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={() => {
        letGo();
        timer.current = setTimeout(() => open('leave-kiosk'), heldMs);
      }}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
    />
  );
}
