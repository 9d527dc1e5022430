import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useRef } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { useMessages } from '../../store/use-counter.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { ArchivePage } from './archive-page.tsx';
import { BackupPage } from './backup-page.tsx';
import { BillerPage } from './biller-page.tsx';
import { billerState } from './biller-state.ts';
import { DiagnosticsPage } from './diagnostics-page.tsx';
import { FeesPage } from './fees-page.tsx';
import { KeysPage } from './keys-page.tsx';
import { PolicyContext } from './locks.tsx';
import { MoneyPage } from './money-page.tsx';
import { NumbersPage } from './numbers-page.tsx';
import { PinPage } from './pin-page.tsx';
import { PrinterPage } from './printers/printer-page.tsx';
import { ScreensPage } from './screens-page.tsx';
import type { SettingsPage } from './settings-page.ts';
import { ShopPage } from './shop-page.tsx';
import { StaffPage } from './staff-page.tsx';
import { StickOffer } from './stick-offer.tsx';
import { TillPage } from './till-page.tsx';
import { UpdatesPage } from './updates-page.tsx';
import { VaultPage } from './vault-page.tsx';
import { useBillerDrafts, type BillerEditing } from './use-biller-drafts.ts';
import { useSettings } from './use-settings.ts';
import { useShopForm } from './use-shop-form.ts';
import './settings-dialog.css';

interface SettingsDialogProps {
  readonly bridge: LoketBridge;
  /** The page that is in view at first. */
  readonly opensAt: SettingsPage;
}

/** The settings, fetched anew whenever they are opened. */
export function SettingsDialog({ bridge, opensAt }: SettingsDialogProps) {
  const m = useMessages();
  const [view, setView] = useSettings(bridge);
  return (
    <PlaceDialog title={m.settings.label} size="large">
      {view === null ? (
        <p className="settings-loading">{m.settings.loading}</p>
      ) : (
        <PolicyContext value={view.policy}>
          <SettingsTabs bridge={bridge} opensAt={opensAt} view={view} onSaved={setView} />
        </PolicyContext>
      )}
    </PlaceDialog>
  );
}

interface SettingsTabsProps extends SettingsDialogProps {
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

function SettingsTabs({ bridge, opensAt, view, onSaved }: SettingsTabsProps) {
  const m = useMessages();
  const tabs = useRef<HTMLDivElement>(null);
  const shop = useShopForm(bridge, view.shop, onSaved);
  const editingOf = useBillerDrafts(bridge, view, onSaved);
  const billers = view.billers.flatMap(({ form }) => editingOf(form.id) ?? []);
  // The settings come after the dialog has opened and put the focus on its first key.
  useEffect(() => {
    tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);

  return (
    <Tabs.Root className="settings" defaultValue={opensAt} orientation="vertical">
      <Tabs.List ref={tabs} className="settings-tabs" aria-label={m.settings.label}>
        {(['shop', 'till', 'fees', 'printer', 'numbers'] as const).map((tab) => (
          <Tabs.Tab key={tab} value={tab} className="settings-tab">
            {m.settings.tabs[tab]}
          </Tabs.Tab>
        ))}
        {billers.map((editing) => (
          <BillerTab
            key={editing.stored.form.id}
            editing={editing}
            isPreferred={billers.length > 1 && view.preferredBiller === editing.stored.form.id}
          />
        ))}
        {(
          [
            'vault',
            'pin',
            'staff',
            'keys',
            'screens',
            'backups',
            'archive',
            'updates',
            'money',
            'diagnostics',
          ] as const
        ).map((tab) => (
          <Tabs.Tab key={tab} value={tab} className="settings-tab">
            {m.settings.tabs[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="shop" className="settings-page">
        <StickOffer bridge={bridge} />
        <ShopPage shop={shop} />
      </Tabs.Panel>
      <Tabs.Panel value="till" className="settings-page">
        <TillPage shop={shop} />
      </Tabs.Panel>
      <Tabs.Panel value="fees" className="settings-page">
        <FeesPage shop={shop} />
      </Tabs.Panel>
      <Tabs.Panel value="printer" className="settings-page">
        <PrinterPage bridge={bridge} view={view} onSaved={onSaved} />
      </Tabs.Panel>
      <Tabs.Panel value="numbers" className="settings-page">
        <NumbersPage shop={shop} />
      </Tabs.Panel>
      {billers.map((editing) => (
        <Tabs.Panel
          key={editing.stored.form.id}
          value={billerTab(editing)}
          className="settings-page biller-page"
        >
          <BillerPage bridge={bridge} view={view} editing={editing} onSaved={onSaved} />
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="vault" className="settings-page">
        <VaultPage bridge={bridge} view={view} onSaved={onSaved} />
      </Tabs.Panel>
      <Tabs.Panel value="pin" className="settings-page">
        <PinPage bridge={bridge} view={view} onSaved={onSaved} />
      </Tabs.Panel>
      <Tabs.Panel value="staff" className="settings-page">
        <StaffPage bridge={bridge} />
      </Tabs.Panel>
      <Tabs.Panel value="keys" className="settings-page">
        <KeysPage bridge={bridge} view={view} onSaved={onSaved} />
      </Tabs.Panel>
      <Tabs.Panel value="screens" className="settings-page">
        <ScreensPage bridge={bridge} view={view} onSaved={onSaved} />
      </Tabs.Panel>
      <Tabs.Panel value="backups" className="settings-page">
        <BackupPage bridge={bridge} shop={shop} />
      </Tabs.Panel>
      <Tabs.Panel value="archive" className="settings-page">
        <ArchivePage bridge={bridge} />
      </Tabs.Panel>
      <Tabs.Panel value="updates" className="settings-page">
        <UpdatesPage bridge={bridge} />
      </Tabs.Panel>
      <Tabs.Panel value="money" className="settings-page">
        <MoneyPage bridge={bridge} view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="diagnostics" className="settings-page">
        <DiagnosticsPage bridge={bridge} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

/** A biller may be called like one of the other pages. */
const billerTab = ({ stored }: BillerEditing): string => `biller:${stored.form.id}`;

/** A biller's tab says how far it is set up. */
function BillerTab({
  editing,
  isPreferred,
}: {
  readonly editing: BillerEditing;
  readonly isPreferred: boolean;
}) {
  const m = useMessages().settings;
  const state = m.biller.states[billerState(editing.stored)];
  return (
    <Tabs.Tab value={billerTab(editing)} className="settings-tab settings-tab-biller">
      <span>{editing.stored.form.name}</span>{' '}
      <span className="small">
        {editing.isChanged ? m.biller.tabUnsaved : isPreferred ? m.biller.tabPreferred(state) : state}
      </span>
    </Tabs.Tab>
  );
}
