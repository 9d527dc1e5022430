import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { ShopSettings, TeleanjarSettings } from '../../shared/settings.ts';

/** Everything that is set and not secret. */
export interface Settings {
  readonly version: 1;
  /** Which ledger the program opens: its own training, or the biller's. */
  readonly open: 'training' | 'biller';
  /** The kinds of ledger that were ever opened here: one that is missing now is lost, not new. */
  readonly born: readonly LedgerKind[];
  readonly shop: ShopSettings;
  readonly teleanjar: TeleanjarSettings;
}

/** The settings of this counter. `save` has the file durable when it returns; it throws where it cannot. */
export interface SettingsStore {
  /** `false` in a fresh data folder, or where the file was lost. */
  readonly existed: boolean;
  get(): Settings;
  save(settings: Settings): void;
}
