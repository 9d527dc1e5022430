import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type {
  SettingsProblemCode,
  SettingsView,
  ShopSettings,
  TeleanjarCredentials,
  TeleanjarSettings,
} from '../../shared/settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Settings, SettingsStore } from '../settings/settings.ts';
import type { Vault } from '../vault/vault.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';

type Saved<T> = Result<T, { readonly code: SettingsProblemCode }>;

/** What the settings screen can do. */
export interface ChangeSettings {
  view(): SettingsView;
  saveShop(shop: ShopSettings): Saved<SettingsView>;
  /** Stores how Teleanjar is reached and, where they are given, its secrets. Takes effect at the next start. */
  saveTeleanjar(settings: TeleanjarSettings, credentials: TeleanjarCredentials | null): Saved<SettingsView>;
  switchLedger(to: Settings['open']): Saved<undefined>;
}

export interface ChangeSettingsParts {
  readonly store: SettingsStore;
  readonly vault: Vault;
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly dataFolder: string;
  /** What kind of ledger payments at `address` belong in; `undefined` where it must not be called at all. */
  readonly kindOf: (address: string) => LedgerKind | undefined;
  /** Whether another ledger of this counter that pays at the biller's has unsettled payments. */
  readonly openElsewhere: () => boolean;
  /** Starts the program anew: a running counter never changes its ledger. */
  readonly restart: () => void;
  readonly log: Log;
}

export function createChangeSettings(parts: ChangeSettingsParts): ChangeSettings {
  const { store, vault, ledger, counter, dataFolder, kindOf, openElsewhere, restart, log } = parts;

  const view = (): SettingsView => ({
    shop: store.get().shop,
    teleanjar: store.get().teleanjar,
    hasCredentials: vault.hasCredentials(),
    canKeepSecrets: vault.canKeepSecrets(),
    ledger: ledger.kind,
    dataFolder,
  });

  const save = (settings: Settings): Saved<undefined> => {
    try {
      store.save(settings);
      return ok(undefined);
    } catch (error) {
      log.fault('the settings could not be written', error);
      return err({ code: 'file-not-written' });
    }
  };

  const isPaying = (): boolean => counter.state().exchange?.kind === 'payment';

  /** An unresolved payment may only be asked about at the host and with the account that sent it. */
  const hasUnresolved = (): boolean =>
    (ledger.kind !== 'training' && ledger.countOpen() > 0) || openElsewhere();

  return {
    view,

    saveShop(shop) {
      const saved = save({ ...store.get(), shop });
      if (!saved.ok) return saved;
      const { language, theme, numberRules, printer } = shop;
      const printerChanged = JSON.stringify(counter.state().printer.settings) !== JSON.stringify(printer);
      counter.change({
        language,
        theme,
        numberRules,
        shopName: shop.shop.name,
        ...(printerChanged ? { printer: { settings: printer, status: 'unknown', problem: null } } : {}),
      });
      return ok(view());
    },

    saveTeleanjar(teleanjar, credentials) {
      if (kindOf(teleanjar.baseUrl) === undefined) return err({ code: 'address-not-allowed' });
      if (isPaying() || hasUnresolved()) return err({ code: 'payment-unresolved' });
      // Stored secrets belong to the host they were given for; no other gets them unasked.
      const isMoving = originOf(teleanjar.baseUrl) !== originOf(store.get().teleanjar.baseUrl);
      if (credentials === null && isMoving && vault.hasCredentials()) {
        return err({ code: 'credentials-missing' });
      }
      if (credentials !== null && !vault.canKeepSecrets()) return err({ code: 'no-key-store' });
      // Address and secrets go together: neither may stand without the other that was meant.
      const before = store.get();
      const saved = save({ ...before, teleanjar });
      if (!saved.ok) return saved;
      const stored = credentials === null ? ok(undefined) : vault.store(credentials);
      if (!stored.ok) {
        save(before);
        return err({ code: stored.error });
      }
      if (ledger.kind !== 'training') restart();
      return ok(view());
    },

    switchLedger(to) {
      if (isPaying()) return err({ code: 'payment-unresolved' });
      if (to === 'biller') {
        if (kindOf(store.get().teleanjar.baseUrl) === undefined) return err({ code: 'address-not-allowed' });
        if (!vault.hasCredentials()) return err({ code: 'credentials-missing' });
        if (!vault.canKeepSecrets()) return err({ code: 'no-key-store' });
      }
      const saved = save({ ...store.get(), open: to });
      if (saved.ok) restart();
      return saved;
    },
  };
}

const originOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).origin : undefined;
