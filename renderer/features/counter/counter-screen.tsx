import { useEffect } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { isLocked } from '../../store/sign-in.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { takeCursorAnew } from '../../ui/cursor.ts';
import { useCounterKeys } from '../keys/use-counter-keys.ts';
import { CutOffLine } from '../cut-off/cut-off-line.tsx';
import { ConfirmAgainDialog } from '../confirm-again/confirm-again-dialog.tsx';
import { BasketDialog } from '../basket/basket-dialog.tsx';
import { BasketDoubtsDialog } from '../basket/basket-doubts-dialog.tsx';
import { BasketStrip } from '../basket/basket-strip.tsx';
import { CustomersDialog } from '../customers/customers-dialog.tsx';
import { InsistDialog } from '../cut-off/insist-dialog.tsx';
import { FirstStepsDialog } from '../first-steps/first-steps-dialog.tsx';
import { HistoryDialog } from '../history/history-dialog.tsx';
import { KioskCorner } from '../kiosk/kiosk-corner.tsx';
import { LeaveKioskDialog } from '../kiosk/leave-kiosk-dialog.tsx';
import { usePointerHiding } from '../kiosk/use-pointer-hiding.ts';
import { LotsDialog } from '../lots/lots-dialog.tsx';
import { KeysOverlay } from '../keys/keys-overlay.tsx';
import { NoticesDialog } from '../notices/notices-dialog.tsx';
import { NumberEntry } from '../number/number-entry.tsx';
import { PrintersDialog } from '../printers/printers-dialog.tsx';
import { ProductRow } from '../product/product-row.tsx';
import { ProductList } from '../product/product-list.tsx';
import { ReceiptSide } from '../receipt/receipt-side.tsx';
import { ResolveDialog } from '../resolve/resolve-dialog.tsx';
import { ReportsDialog } from '../reports/reports-dialog.tsx';
import { ServiceList } from '../service/service-list.tsx';
import { settingsPageOf } from '../settings/settings-page.ts';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { LockScreen } from '../sign-in/lock-screen.tsx';
import { NoShift } from '../shift/no-shift.tsx';
import { ShiftDialog } from '../shift/shift-dialog.tsx';
import { StoppedBanner } from '../stopped/stopped-banner.tsx';
import { TouchSide } from '../touch-pad/touch-side.tsx';
import { LedgerBanner } from '../top-bar/ledger-banner.tsx';
import { TopBar } from '../top-bar/top-bar.tsx';
import { VaultDialog } from '../vault/vault-dialog.tsx';
import { CloseGapDialog } from '../unresolved/close-gap-dialog.tsx';
import { TakeForFinalDialog } from '../unresolved/take-for-final-dialog.tsx';
import { UnresolvedDialog } from '../unresolved/unresolved-dialog.tsx';
import { Stage } from './stage.tsx';
import './counter-screen.css';

/** The one screen of the sale, and the few places that open over it. */
export function CounterScreen({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages();
  const isReady = useView((view) => view.counter !== null && view.catalogue !== null);
  const theme = useView((view) => view.counter?.theme ?? 'system');
  const language = useView((view) => view.counter?.language ?? 'id');
  const step = useView((view) => view.sale.step);
  const place = useView((view) => view.place);
  const settingsPage = useView(settingsPageOf);
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
    // While something is waited for, the cursor stays in what was typed for it.
    if (isReady && !isClosed && step !== 'paying' && step !== 'asking') takeCursorAnew();
  }, [isReady, isClosed, step]);

  if (!isReady) return <p className="starting">{m.starting}</p>;
  return (
    <>
      <div className="counter" data-step={step} inert={isClosed}>
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
      {place === 'leave-kiosk' && <LeaveKioskDialog />}
      {/* A place that is left open comes again, without what was half typed in it: a PIN, for one. */}
      {isClosed ? (
        <LockScreen bridge={bridge} isCovered={place === 'leave-kiosk'} />
      ) : (
        <>
          {place === 'keys' && <KeysOverlay />}
          {place === 'unresolved' && <UnresolvedDialog />}
          {place === 'products' && <ProductList />}
          {place === 'services' && <ServiceList />}
          {place === 'customers' && <CustomersDialog />}
          {place === 'insist' && <InsistDialog />}
          {place === 'take-for-final' && <TakeForFinalDialog />}
          {place === 'resolve' && <ResolveDialog />}
          {place === 'close-gap' && <CloseGapDialog />}
          {place === 'confirm-again' && <ConfirmAgainDialog />}
          {place === 'basket' && <BasketDialog />}
          {place === 'basket-doubts' && <BasketDoubtsDialog />}
          {place === 'notices' && <NoticesDialog />}
          {place === 'vault' && <VaultDialog bridge={bridge} />}
          {place === 'first-steps' && <FirstStepsDialog bridge={bridge} />}
          {place === 'printers' && <PrintersDialog />}
          {place === 'history' && <HistoryDialog bridge={bridge} />}
          {place === 'reports' && <ReportsDialog bridge={bridge} />}
          {place === 'lots' && <LotsDialog bridge={bridge} />}
          {place === 'shift' && <ShiftDialog bridge={bridge} />}
          {settingsPage !== undefined && <SettingsDialog bridge={bridge} opensAt={settingsPage} />}
        </>
      )}
    </>
  );
}
