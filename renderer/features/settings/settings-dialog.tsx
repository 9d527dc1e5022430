import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useRef, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { AccountPage } from './account-page.tsx';
import { MoneyPage } from './money-page.tsx';
import { NumbersPage } from './numbers-page.tsx';
import { PrinterPage } from './printer-page.tsx';
import { ShopPage } from './shop-page.tsx';
import { useShopForm } from './use-shop-form.ts';
import './settings-dialog.css';

/** The settings, fetched anew whenever they are opened. */
export function SettingsDialog({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages();
  const [view, setView] = useState<SettingsView | null>(null);

  useEffect(() => {
    let isGone = false;
    bridge
      .settings()
      .then((result) => {
        if (result.ok && !isGone) setView(result.value);
      })
      .catch(reportBug);
    return () => {
      isGone = true;
    };
  }, [bridge]);

  return (
    <PlaceDialog title={m.settings.label} size="large">
      {view === null ? (
        <p className="settings-loading">{m.settings.loading}</p>
      ) : (
        <SettingsTabs bridge={bridge} view={view} onSaved={setView} />
      )}
    </PlaceDialog>
  );
}

interface SettingsTabsProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

function SettingsTabs({ bridge, view, onSaved }: SettingsTabsProps) {
  const m = useMessages();
  const tabs = useRef<HTMLDivElement>(null);
  const shop = useShopForm(bridge, view.shop, onSaved);
  // The settings come after the dialog has opened and put the focus on its first key.
  useEffect(() => {
    tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);

  return (
    <Tabs.Root className="settings" defaultValue="shop" orientation="vertical">
      <Tabs.List ref={tabs} className="settings-tabs" aria-label={m.settings.label}>
        {(['shop', 'printer', 'numbers', 'account', 'money'] as const).map((tab) => (
          <Tabs.Tab key={tab} value={tab} className="settings-tab">
            {m.settings.tabs[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="shop" className="settings-page">
        <ShopPage shop={shop} />
      </Tabs.Panel>
      <Tabs.Panel value="printer" className="settings-page">
        <PrinterPage shop={shop} />
      </Tabs.Panel>
      <Tabs.Panel value="numbers" className="settings-page">
        <NumbersPage shop={shop} />
      </Tabs.Panel>
      <Tabs.Panel value="account" className="settings-page">
        <AccountPage bridge={bridge} view={view} onSaved={onSaved} />
      </Tabs.Panel>
      <Tabs.Panel value="money" className="settings-page">
        <MoneyPage bridge={bridge} view={view} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
