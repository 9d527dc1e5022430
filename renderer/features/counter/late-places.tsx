import { useEffect, useLayoutEffect, useState, type ComponentProps, type ComponentType } from 'react';
import { reportBug } from '../../report-bug.ts';
import { useView } from '../../store/use-counter.ts';
import type { Places } from './places.tsx';

type PlacesComponent = ComponentType<ComponentProps<typeof Places>>;

/**
 * Everything that opens over the counter, fetched when the counter stands: it is more than half of the program, and nobody needs
 * it to begin a sale. Once it is there it stays, and a place opens at once. (`React.lazy` would hold each back for a moment.)
 */
export function LatePlaces(props: ComponentProps<typeof Places>) {
  const [Loaded, setLoaded] = useState<PlacesComponent>();
  const isWanted = useView((view) => view.place !== null);
  useEffect(() => {
    let isGone = false;
    // The second frame: the first has been drawn by then.
    const load = async (): Promise<void> => {
      const { Places: loaded } = await import('./places.tsx');
      if (!isGone) setLoaded(() => loaded);
    };
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => void load().catch(reportBug)));
    return () => {
      isGone = true;
      cancelAnimationFrame(frame);
    };
  }, []);
  useLayoutEffect(() => {
    // What is typed for a place that is not drawn yet must not go to the field behind it.
    if (isWanted && Loaded === undefined && document.activeElement instanceof HTMLElement)
      document.activeElement.blur();
  }, [isWanted, Loaded]);
  return Loaded === undefined ? null : <Loaded {...props} />;
}
