import type { BillerId, BillerProfile, BillerSecrets } from '../../shared/biller-profile.ts';
import type { CounterFees } from '../../shared/fees.ts';
import { rupiah } from '../../shared/money.ts';
import type { Provision, ProvisionedProfile, ProvisionFault } from '../../shared/provision.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ProvisionFile, Settings, SettingsStore } from '../settings/settings.ts';
import type { Vault } from '../vault/vault.ts';
import type { Account } from '../billers/biller.ts';
import type { BillerToSetUp } from './change-settings.ts';
import type { Clock } from './clock.ts';
import { canBeFinal, fitProfile, fitSecrets } from './fit-to-form.ts';
import { keepsAccount } from './keeps-account.ts';
import type { Log } from './log.ts';
import type { OwnerPin } from './owner-pin.ts';
import { memoryAfter } from './printer-memory.ts';
import { originOf, profileOf } from './profile-of.ts';
import { sealSecrets, storeBiller } from './store-biller.ts';

/** What became of the provisioning file at this start. */
export type Provisioned =
  { readonly kind: 'none' } | { readonly kind: 'applied' } | ({ readonly kind: 'refused' } & ProvisionFault);

export interface ProvisionParts {
  readonly file: ProvisionFile;
  readonly store: SettingsStore;
  readonly vault: Vault;
  readonly billers: readonly BillerToSetUp[];
  readonly ownerPin: OwnerPin;
  readonly clock: Clock;
  /**
   * Host and account of the biller's unsettled payments in every ledger of this counter that is not training.
   *
   * @throws where a ledger cannot be read.
   */
  readonly openAccounts: (biller: BillerId) => readonly Account[];
  /** Whether this counter ever had a live ledger, as its folders tell. */
  readonly wasLive: () => boolean;
  readonly log: Log;
}

/**
 * Applies the provisioning file, once: before a ledger is chosen. All of it is judged before any of it is applied.
 * The file is rewritten last, so that one that was cut off is applied again, whole, with the same result. Never
 * throws for anything that stands in the file.
 */
export async function provision(parts: ProvisionParts): Promise<Provisioned> {
  const found = parts.file.read();
  if (found.kind === 'none') return found;
  const applied = found.kind === 'refused' ? err(found.fault) : await apply(found.provision, parts);
  if (applied.ok) {
    parts.log.note('the provisioning file was applied');
    return { kind: 'applied' };
  }
  const { code, where } = applied.error;
  parts.log.note(`the provisioning file was refused: ${code}${where === '' ? '' : ` at ${where}`}`);
  return { kind: 'refused', code, where };
}

type Judged<T> = Result<T, ProvisionFault>;

const fault = (code: ProvisionFault['code'], ...where: readonly string[]) =>
  err({ code, where: where.join('.') });

/** A biller as the file wants it. `secrets: null` keeps those that are stored. */
interface BillerChange {
  readonly id: BillerId;
  readonly profile: BillerProfile;
  readonly secrets: BillerSecrets | null;
}

async function apply(provided: Provision, parts: ProvisionParts): Promise<Judged<void>> {
  const { file, store, vault, ownerPin, clock, log } = parts;
  const judged = judge(provided, parts);
  if (!judged.ok) return judged;

  const rewritten = file.prepare(provided, clock.now());
  if (!rewritten.ok) return fault(rewritten.error);
  const failed = (where: string): Judged<void> => {
    rewritten.value.abandon();
    return fault('file-not-written', where);
  };
  const onFault = (error: unknown): void => log.fault('the settings could not be written', error);

  // What the counter opens comes first: one whose settings were lost must not train after a start that was cut off.
  try {
    store.save(mergedSettings(store.get(), provided));
  } catch (error) {
    onFault(error);
    return failed('');
  }
  for (const { id, profile, secrets } of judged.value) {
    const sealed = await sealSecrets(vault, id, secrets);
    if (!sealed.ok) return failed(`billers.${id}`);
    const stored = storeBiller({ store, vault, onFault }, id, profile, sealed.value);
    if (!stored.ok) return failed(`billers.${id}`);
  }
  if (provided.pin !== undefined && !ownerPin.hasPin()) {
    const set = await ownerPin.set(null, provided.pin);
    if (!set.ok) return failed('pin');
  }
  const committed = rewritten.value.commit();
  return committed.ok ? ok(undefined) : fault(committed.error);
}

/** What is to be stored of each biller; or the first thing that is wrong, whatever it is, with nothing done yet. */
function judge(provided: Provision, parts: ProvisionParts): Judged<readonly BillerChange[]> {
  const { store, vault, billers, wasLive } = parts;
  const settings = store.get();
  // Settings that are lost must not come back as training: the counter stops and says so.
  if (!store.existed && provided.open === undefined && wasLive()) return fault('was-live', 'open');

  // Nobody could ever leave it.
  if (provided.kiosk === true && provided.pin === undefined && !parts.ownerPin.hasPin())
    return fault('invalid', 'kiosk');

  const { preferredBiller } = provided;
  if (preferredBiller !== undefined && !billers.some(({ form }) => form.id === preferredBiller)) {
    return fault('no-such-biller', 'preferredBiller');
  }
  const changes: BillerChange[] = [];
  for (const [id, wanted] of Object.entries(provided.billers ?? {})) {
    const biller = billers.find(({ form }) => form.id === id);
    if (biller === undefined) return fault('no-such-biller', 'billers', id);
    const change = judgeBiller(biller, wanted.profile ?? {}, wanted.secrets ?? null, parts);
    if (!change.ok) return change;
    changes.push(change.value);
  }
  if (changes.some(({ secrets }) => secrets !== null) && !vault.canKeepSecrets())
    return fault('no-key-store');

  const { open } = provided;
  if (open !== undefined && open !== 'training') {
    const isThere = billers.some(({ form, ledgerKindOf }) => {
      const profile = changes.find(({ id }) => id === form.id)?.profile ?? profileOf(form, settings);
      return ledgerKindOf(profile.baseUrl) === open;
    });
    if (!isThere) return fault('no-such-biller', 'open');
  }
  return ok(changes);
}

function judgeBiller(
  biller: BillerToSetUp,
  wanted: ProvisionedProfile,
  given: BillerSecrets | null,
  parts: ProvisionParts,
): Judged<BillerChange> {
  const { store, vault } = parts;
  const { form, ledgerKindOf } = biller;
  const { id } = form;
  const where = ['billers', id, 'profile'];
  const standing = profileOf(form, store.get());

  for (const [key, value] of Object.entries(wanted.options ?? {})) {
    const choices = form.options.find((option) => option.key === key)?.choices ?? [];
    if (!choices.some((choice) => choice.value === value)) return fault('invalid', ...where, 'options', key);
  }
  const wrongAnswer = (wanted.finalAnswers ?? []).findIndex((text) => !canBeFinal(form, text));
  if (wrongAnswer !== -1) return fault('invalid', ...where, 'finalAnswers', String(wrongAnswer));

  const baseUrl = wanted.baseUrl?.trim() ?? standing.baseUrl;
  // Secrets are given for an address.
  if (ledgerKindOf(baseUrl) === undefined && (baseUrl !== '' || given !== null)) {
    return fault('address-not-allowed', ...where, 'baseUrl');
  }
  const isForeign = Object.keys(given ?? {}).some((key) => !form.secrets.some((field) => field.key === key));
  if (isForeign) return fault('invalid', 'billers', id, 'secrets');
  const secrets = given === null ? null : fitSecrets(form, given);
  if (secrets === undefined) return fault('credentials-missing', 'billers', id, 'secrets');
  const isMoving = baseUrl !== '' && originOf(baseUrl) !== originOf(standing.baseUrl);
  if (secrets === null && isMoving && vault.hasCredentials(id)) {
    return fault('credentials-missing', 'billers', id, 'secrets');
  }
  const profile = fitProfile(form, standing, {
    ...standing,
    ...wanted,
    baseUrl,
    options: { ...standing.options, ...wanted.options },
    route: { ...standing.route, ...wanted.route },
  });
  return keepsAccount(biller, { standing, profile, secrets }, parts)
    ? ok({ id, profile, secrets })
    : fault('payment-unresolved', 'billers', id);
}

/** Fees as the file gives them, as money. */
const inRupiah = (fees: Provision['fees'] = {}): CounterFees =>
  Object.fromEntries(Object.entries(fees).map(([product, fee]) => [product, rupiah(fee)]));

/** The file's words over the counter's own. Billers and PIN have gone their own way. */
function mergedSettings(settings: Settings, provided: Provision): Settings {
  const { open, preferredBiller, language, theme, shop, slip, printing, numberRules, day, fees, ...rest } =
    provided;
  const standing = settings.shop;
  return {
    ...settings,
    open: open ?? settings.open,
    preferredBiller: preferredBiller ?? settings.preferredBiller,
    printing: printing ?? settings.printing,
    printerMemory:
      printing === undefined
        ? settings.printerMemory
        : memoryAfter(settings.printerMemory, settings.printing, printing),
    shop: {
      ...standing,
      language: language ?? standing.language,
      theme: theme ?? standing.theme,
      shop: { ...standing.shop, ...shop },
      slip: { ...standing.slip, ...slip },
      numberRules: { ...standing.numberRules, ...numberRules },
      pictureFolder: rest.pictureFolder ?? standing.pictureFolder,
      backupFolder: rest.backupFolder ?? standing.backupFolder,
      day: { ...standing.day, ...day },
      fees: { ...standing.fees, ...inRupiah(fees) },
      rounding: rest.rounding ?? standing.rounding,
      keepsTill: rest.keepsTill ?? standing.keepsTill,
      lockAfterMinutes: rest.lockAfterMinutes ?? standing.lockAfterMinutes,
      lowDeposit: rest.lowDeposit === undefined ? standing.lowDeposit : rupiah(rest.lowDeposit),
      sounds: rest.sounds ?? standing.sounds,
    },
    screens: {
      customer: { ...settings.screens.customer, ...rest.customerDisplay },
      kiosk: rest.kiosk ?? settings.screens.kiosk,
      startsWithSystem: rest.startsWithSystem ?? settings.screens.startsWithSystem,
    },
  };
}
