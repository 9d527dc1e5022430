import { useEffect, type ReactNode } from 'react';
import { isPadShown } from '../../store/counter-view.ts';
import { useCommands, useView } from '../../store/use-counter.ts';
import { TouchPad } from './touch-pad.tsx';

/** The right side, with the pad under it while fingers work here. */
export function TouchSide({ children }: { readonly children: ReactNode }) {
  const isShown = useView(isPadShown);
  usePointerKind();
  return (
    <div className="touch-side" data-pad={isShown}>
      {children}
      {isShown && <TouchPad />}
    </div>
  );
}

/** Tells whether fingers or a mouse work here. Only once a press is over: nothing moves while a finger is on its way. */
function usePointerKind(): void {
  const commands = useCommands();
  useEffect(() => {
    const clicked = (event: MouseEvent): void => {
      const kind = event instanceof PointerEvent ? event.pointerType : '';
      if (kind === 'touch' || kind === 'mouse') commands.pointedWith(kind);
    };
    window.addEventListener('click', clicked);
    return () => window.removeEventListener('click', clicked);
  }, [commands]);
}
