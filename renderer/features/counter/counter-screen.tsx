import { use, useEffect } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { isReady } from '../../store/counter-view.ts';
import { isLocked } from '../../store/sign-in.ts';
import { CounterContext, useMessages, useView } from '../../store/use-counter.ts';
import { takeCursorAnew } from '../../ui/cursor.ts';
import { useCounterKeys } from '../keys/use-counter-keys.ts';
import { CutOffLine } from '../cut-off/cut-off-line.tsx';
import { BasketStrip } from '../basket/basket-strip.tsx';
import { KioskCorner } from '../kiosk/kiosk-corner.tsx';
import { usePointerHiding } from '../kiosk/use-pointer-hiding.ts';
import { NumberEntry } from '../number/number-entry.tsx';
import { ProductRow } from '../product/product-row.tsx';
import { ReceiptSide } from '../receipt/receipt-side.tsx';
import { LockScreen } from '../sign-in/lock-screen.tsx';
import { NoShift } from '../shift/no-shift.tsx';
import { StoppedBanner } from '../stopped/stopped-banner.tsx';
import { TouchSide } from '../touch-pad/touch-side.tsx';
import { LedgerBanner } from '../top-bar/ledger-banner.tsx';
import { TopBar } from '../top-bar/top-bar.tsx';
import { LatePlaces } from './late-places.tsx';
import { Stage } from './stage.tsx';
import './counter-screen.css';

/** The one screen of the sale, and the few places that open over it. */
export function CounterScreen({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages();
  const store = use(CounterContext)?.store;
  const isDrawn = useView(isReady);
  const isTold = useView((view) => view.isTold);
  const theme = useView((view) => view.counter?.theme ?? 'system');
  const language = useView((view) => view.counter?.language ?? 'id');
  const step = useView((view) => view.sale.step);
  const place = useView((view) => view.place);
  const isClosed = useView((view) => isLocked(view.counter));
  usePointerHiding();
  useCounterKeys();

  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = language;
    if (theme === 'system') delete documentElement.dataset.theme;
    else documentElement.dataset.theme = theme;
  }, [theme, language]);

  useEffect(() => {
    // While something is waited for, the cursor stays in what was typed for it; and a place that is open keeps it.
    const isWaiting = step === 'paying' || step === 'asking';
    if (isDrawn && !isClosed && !isWaiting && store?.getState().place === null) takeCursorAnew();
  }, [isDrawn, isClosed, step, store]);

  if (!isDrawn) return <p className="starting">{m.starting}</p>;
  return (
    <>
      <div className="counter" data-step={step} inert={isClosed} aria-busy={!isTold}>
        <LedgerBanner />
        <StoppedBanner bridge={bridge} />
        <TopBar />
        <main className="counter-body">
          <section className="sale">
            <ProductRow />
            <NumberEntry />
            <CutOffLine />
            <NoShift />
            <BasketStrip />
            <Stage />
          </section>
          <TouchSide>
            <ReceiptSide />
          </TouchSide>
        </main>
      </div>
      <KioskCorner />
      {/* A place that is left open comes again, without what was half typed in it: a PIN, for one. */}
      {isClosed && <LockScreen bridge={bridge} isCovered={place === 'leave-kiosk'} />}
      <LatePlaces bridge={bridge} isClosed={isClosed} />
    </>
  );
}
