import { CSPProvider } from '@base-ui/react/csp-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openBridge } from './bridge.ts';
import { CounterScreen } from './features/counter/counter-screen.tsx';
import { TroubleBoundary } from './features/counter/trouble-boundary.tsx';
import { reportBug } from './report-bug.ts';
import { isReady } from './store/counter-view.ts';
import { createCounter } from './store/counter.ts';
import { until } from './store/until.ts';
import { CounterContext } from './store/use-counter.ts';
import { firstPaint } from './ui/first-paint.ts';
import { openTones } from './ui/tones.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/zoomed.css';

// Main alone closes the window: by this one it would go past whoever holds it open.
window.close = () => undefined;

/**
 * So long main may be silent, in ms: a counter that answers by then is drawn at once and whole, or as it looked last and then as it is;
 * a later one is announced. What comes later than this comes from a fault, or somebody is asked for the keyring's password.
 */
const silenceMs = 10_000;

/** A page that is not painted is not waited for longer, in ms: its window may lie behind others. */
const unseenMs = 500;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const bridge = openBridge();
const counter = createCounter({ bridge, now: Date.now, play: openTones() });
const isLate = new Promise<void>((resolve) => setTimeout(resolve, silenceMs));
void Promise.race([until(counter.store, isReady), isLate]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <CounterContext value={counter}>
          <TroubleBoundary>
            <CounterScreen bridge={bridge} />
          </TroubleBoundary>
        </CounterContext>
      </CSPProvider>
    </StrictMode>,
  ),
);
void isLate.then(counter.giveUpLook);
// How long main itself took: the bench of the start tells it beside the paint.
void until(counter.store, (view) => view.isTold).then(() => performance.mark('told'));

const look = await bridge.look().catch((bug: unknown) => {
  reportBug(bug);
  return null;
});
if (look !== null) {
  counter.recall(look);
  // Main begins with all the rest once it is asked, and holds up whatever is not on the screen by then.
  await firstPaint(unseenMs);
}
counter.start();
