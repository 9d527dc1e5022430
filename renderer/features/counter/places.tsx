import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { useView } from '../../store/use-counter.ts';
import { BasketDialog } from '../basket/basket-dialog.tsx';
import { BasketDoubtsDialog } from '../basket/basket-doubts-dialog.tsx';
import { ConfirmAgainDialog } from '../confirm-again/confirm-again-dialog.tsx';
import { CustomersDialog } from '../customers/customers-dialog.tsx';
import { InsistDialog } from '../cut-off/insist-dialog.tsx';
import { FirstStepsDialog } from '../first-steps/first-steps-dialog.tsx';
import { HistoryDialog } from '../history/history-dialog.tsx';
import { KeysOverlay } from '../keys/keys-overlay.tsx';
import { LeaveKioskDialog } from '../kiosk/leave-kiosk-dialog.tsx';
import { LotsDialog } from '../lots/lots-dialog.tsx';
import { NoticesDialog } from '../notices/notices-dialog.tsx';
import { PrintersDialog } from '../printers/printers-dialog.tsx';
import { ProductList } from '../product/product-list.tsx';
import { ReportsDialog } from '../reports/reports-dialog.tsx';
import { ResolveDialog } from '../resolve/resolve-dialog.tsx';
import { ServiceList } from '../service/service-list.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { settingsPageOf } from '../settings/settings-page.ts';
import { ShiftDialog } from '../shift/shift-dialog.tsx';
import { CloseGapDialog } from '../unresolved/close-gap-dialog.tsx';
import { TakeForFinalDialog } from '../unresolved/take-for-final-dialog.tsx';
import { UnresolvedDialog } from '../unresolved/unresolved-dialog.tsx';
import { VaultDialog } from '../vault/vault-dialog.tsx';
// Last: what is said here of a narrow window holds over what each place says of itself.
import '../../ui/zoomed-places.css';

interface PlacesProps {
  readonly bridge: LoketBridge;
  /** Whether the counter is locked: only what leads out of the kiosk opens over it then. */
  readonly isClosed: boolean;
}

/** Everything that opens over the counter. */
export function Places({ bridge, isClosed }: PlacesProps) {
  const place = useView((view) => view.place);
  const settingsPage = useView(settingsPageOf);
  if (place === 'leave-kiosk') return <LeaveKioskDialog />;
  if (isClosed) return null;
  return (
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
  );
}
