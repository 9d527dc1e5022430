import { CSPProvider } from '@base-ui/react/csp-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openBridge } from './bridge.ts';
import { CounterScreen } from './features/counter/counter-screen.tsx';
import { TroubleBoundary } from './features/counter/trouble-boundary.tsx';
import { createCounter } from './store/counter.ts';
import { untilReady } from './store/until-ready.ts';
import { CounterContext } from './store/use-counter.ts';
import { openTones } from './ui/tones.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/zoomed.css';

// Main alone closes the window: by this one it would go past whoever holds it open.
window.close = () => undefined;

/**
 * So long the page stays empty, in ms: a counter that answers by then is drawn at once and whole, a later one is announced. The window
 * is shown when main stands; what comes later than this comes from a fault.
 */
const silenceMs = 2000;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const counter = createCounter({ bridge: openBridge(), now: Date.now, play: openTones() });
counter.start();
void untilReady(counter.store, silenceMs).then(() =>
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <CounterContext value={counter}>
          <TroubleBoundary>
            <CounterScreen bridge={openBridge()} />
          </TroubleBoundary>
        </CounterContext>
      </CSPProvider>
    </StrictMode>,
  ),
);
