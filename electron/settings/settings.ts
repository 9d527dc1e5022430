import type { BillerId, BillerProfile } from '../../shared/biller-profile.ts';
import type { Retired } from '../../shared/contract/archives.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { PrinterId, PrinterMemory, PrintingSettings } from '../../shared/printing/printing-settings.ts';
import type { Policy } from '../../shared/policy.ts';
import type { ProvisionFault } from '../../shared/provision-fault.ts';
import type { Provision } from '../../shared/provision.ts';
import type { Result } from '../../shared/result.ts';
import type { ScreensSettings } from '../../shared/screens.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { StaffMember } from '../../shared/staff/staff.ts';
import type { Instant } from '../../shared/time.ts';
import type { UpdateSource } from '../../shared/update/source.ts';

/** A PIN as it is kept: scrypt of it, everything in base64. The PIN itself is nowhere. */
export interface PinHash {
  readonly salt: string;
  readonly hash: string;
  /** scrypt's cost: a power of two. */
  readonly cost: number;
  /** Wrong PINs since the last right one. Kept, so that starting the program anew takes none of them back. */
  readonly failures: number;
}

/** Everything that is set and not secret. */
export interface Settings {
  readonly version: 4;
  /** Which ledger the program opens; billers whose address is of that kind sell in it. */
  readonly open: LedgerKind;
  /** The kinds of ledger that were ever opened here: one that is missing now is lost, not new. */
  readonly born: readonly LedgerKind[];
  readonly shop: ShopSettings;
  readonly printing: PrintingSettings;
  readonly screens: ScreensSettings;
  /** What each printer has shown of itself; one that is not here is untried. */
  readonly printerMemory: Readonly<Record<PrinterId, PrinterMemory>>;
  /** Asked first where more than one biller sells a product. */
  readonly preferredBiller: BillerId;
  /** The profiles that were ever saved; a biller that is not here has its defaults. */
  readonly billers: Readonly<Record<BillerId, BillerProfile>>;
  readonly pin: PinHash | null;
  /** Who sells here; empty where nobody signs in. */
  readonly staff: readonly StoredStaffMember[];
  /** Whether the first steps have been gone through, or put off for good. */
  readonly isIntroduced: boolean;
  /** What names this counter in its archives; `null` until its first ledger has been opened. */
  readonly counterId: string | null;
  /** Where and when this counter was moved to another machine; it sells nothing since. */
  readonly retired: Retired | null;
  /** Where updates are looked for. */
  readonly updates: UpdateSource;
}

export type StoredStaffMember = StaffMember & { readonly pin: PinHash };

/** The settings of this counter. `save` has the file durable when it returns; it throws where it cannot. */
export interface SettingsStore {
  /** `false` in a fresh data folder, or where the file was lost. */
  readonly existed: boolean;
  get(): Settings;
  save(settings: Settings): void;
}

/** What a provisioning file holds at this start. */
export type ProvisionFound =
  | { readonly kind: 'none' }
  /** It has done its work at this counter, or at another one. */
  | { readonly kind: 'applied' }
  | { readonly kind: 'refused'; readonly fault: ProvisionFault }
  | { readonly kind: 'pending'; readonly provision: Provision };

/** A file that brings settings and secrets to a new counter, once. */
export interface ProvisionFile {
  readonly path: string;
  /** Never throws, whatever stands there. */
  read(): ProvisionFound;
  /**
   * Makes what will stand there afterwards, without the secrets, durable beside it. Done before anything is
   * applied: a file that cannot be rewritten would keep its secrets and be applied at every start. Where nobody may
   * write, one without secrets is remembered instead.
   */
  prepare(
    provision: Provision,
    applied: Instant,
  ): Result<
    { commit(): Result<void, 'file-not-written'>; abandon(): void },
    'file-not-written' | 'secrets-stay'
  >;
}

/** What the computer's policy says at this start. */
export type PolicyFound =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly fault: ProvisionFault }
  | { readonly kind: 'found'; readonly policy: Policy };

/** A file by which the administrator of the computer sets what holds for good. It is only ever read. */
export interface PolicyFile {
  readonly path: string;
  /** Never throws, whatever stands there. */
  read(): PolicyFound;
}
