import { isDeepStrictEqual } from 'node:util';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import type { BillerId, BillerProfile, BillerSecrets } from '../../shared/biller-profile.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { textSchema } from '../../shared/primitives.ts';
import { printerOf, type PrintingSettings } from '../../shared/printing/printing-settings.ts';
import type { SettingsProblemCode, SettingsView, ShopSettings } from '../../shared/settings.ts';
import type { Account, BillerDefinition } from '../billers/biller.ts';
import type { Settings, SettingsStore } from '../settings/settings.ts';
import type { Vault } from '../vault/vault.ts';
import type { Counter } from './counter.ts';
import { canBeFinal, fitProfile, fitSecrets } from './fit-to-form.ts';
import { keepsAccount, touchesAccount } from './keeps-account.ts';
import type { PolicyKept } from './keep-policy.ts';
import type { Log } from './log.ts';
import { mayRestart } from './may-restart.ts';
import { printersOf } from './note-printing.ts';
import type { OwnerPin } from './owner-pin.ts';
import { isSamePrinter, memoryAfter } from './printer-memory.ts';
import { originOf, profileOf } from './profile-of.ts';
import { shopState } from './shop-state.ts';
import { sealSecrets, storeBiller } from './store-biller.ts';

type Saved<T> = Result<T, { readonly code: SettingsProblemCode }>;

/** What the settings screen can do. */
export interface ChangeSettings {
  view(): SettingsView;
  saveShop(shop: ShopSettings): Saved<SettingsView>;
  /** Takes effect at once. What a printer showed of itself is forgotten where it is reached or asked otherwise now. */
  savePrinting(printing: PrintingSettings): Saved<SettingsView>;
  /**
   * Stores how a biller is reached and, where they are given, its secrets; `null` keeps those that are stored.
   * Once there is an owner's PIN, final answers can only be taken away here. Takes effect at the next start, which
   * is now where the running counter sells by it.
   */
  saveBiller(
    biller: BillerId,
    profile: BillerProfile,
    secrets: BillerSecrets | null,
  ): Promise<Saved<SettingsView>>;
  /** The biller's profile with `text` taken for a final refusal; nothing is stored. */
  withFinalAnswer(biller: BillerId, text: string): Result<BillerProfile, FinalAnswerProblem>;
  /** Takes `text` for a final refusal from now on. For whoever has asked for the owner's PIN. */
  addFinalAnswer(biller: BillerId, text: string): Result<SettingsView, FinalAnswerProblem>;
  preferBiller(biller: BillerId): Saved<SettingsView>;
  setPin(current: string | null, next: string): Promise<Saved<SettingsView>>;
  switchLedger(to: LedgerKind): Saved<undefined>;
  /** A new counter's first steps have been gone through. */
  finishIntroduction(): Saved<undefined>;
}

export interface FinalAnswerProblem {
  /** `no-such-text`: a text this biller's form lets nobody take for final, or one too many. */
  readonly code: 'no-such-biller' | 'no-such-text' | 'set-by-policy' | 'file-not-written';
}

/** What the settings must know of a biller: its form, what payments at an address are, and which account pays. */
export type BillerToSetUp = Pick<BillerDefinition, 'form' | 'ledgerKindOf' | 'connect'>;

export interface ChangeSettingsParts {
  readonly store: SettingsStore;
  readonly vault: Vault;
  /** The billers there are, in the order of the screen. */
  readonly billers: readonly BillerToSetUp[];
  /** The ledger that is open. */
  readonly ledger: LedgerKind;
  readonly counter: Counter;
  readonly ownerPin: OwnerPin;
  readonly policy: Pick<PolicyKept, 'view' | 'allows'>;
  readonly dataFolder: string;
  /**
   * Host and account of the biller's unsettled payments in every ledger of this counter that is not training.
   *
   * @throws where a ledger cannot be read.
   */
  readonly openAccounts: (biller: BillerId) => readonly Account[];
  /** Whether the line of any payment is still read for a late answer, which a restart would lose. */
  readonly isListening: () => boolean;
  /** Called when other printers are set up than before, or the same ones otherwise, once that is stored. */
  readonly onPrintersChanged: () => void;
  /** Starts the program anew: a running counter never changes its ledger or its billers. */
  readonly restart: () => void;
  readonly log: Log;
}

const maxFinalAnswers = 100;
const finalAnswerSchema = textSchema(300);

export function createChangeSettings(parts: ChangeSettingsParts): ChangeSettings {
  const { store, vault, billers, ledger, counter, ownerPin, policy, dataFolder, restart, log } = parts;

  const view = (): SettingsView => ({
    shop: store.get().shop,
    printing: store.get().printing,
    screens: store.get().screens,
    preferredBiller: store.get().preferredBiller,
    billers: billers.map(({ form, ledgerKindOf }) => {
      const profile = profileOf(form, store.get());
      return {
        form,
        profile,
        hasCredentials: vault.hasCredentials(form.id),
        kind: ledgerKindOf(profile.baseUrl) ?? null,
      };
    }),
    hasPin: ownerPin.hasPin(),
    canKeepSecrets: vault.canKeepSecrets(),
    policy: policy.view,
    vault: vault.state(),
    ledger,
    dataFolder,
  });

  const onFault = (error: unknown): void => log.fault('the settings could not be written', error);

  const save = (
    settings: Settings,
  ): Result<undefined, { readonly code: 'set-by-policy' | 'file-not-written' }> => {
    if (!policy.allows(settings)) return err({ code: 'set-by-policy' });
    try {
      store.save(settings);
      return ok(undefined);
    } catch (error) {
      onFault(error);
      return err({ code: 'file-not-written' });
    }
  };

  const withBiller = (id: BillerId, profile: BillerProfile): Settings => ({
    ...store.get(),
    billers: { ...store.get().billers, [id]: profile },
  });
  const billerOf = (id: BillerId): BillerToSetUp | undefined => billers.find(({ form }) => form.id === id);
  const isPaying = (): boolean => isPaymentUnderWay(counter.state());

  const withFinalAnswer = (id: BillerId, text: string): Result<BillerProfile, FinalAnswerProblem> => {
    const form = billerOf(id)?.form;
    if (form === undefined) return err({ code: 'no-such-biller' });
    const answer = text.trim();
    const profile = profileOf(form, store.get());
    if (profile.finalAnswers.includes(answer)) return ok(profile);
    const isRoom = profile.finalAnswers.length < maxFinalAnswers;
    if (!isRoom || !canBeFinal(form, answer) || !finalAnswerSchema.safeParse(answer).success) {
      return err({ code: 'no-such-text' });
    }
    const next = { ...profile, finalAnswers: [...profile.finalAnswers, answer] };
    return policy.allows(withBiller(id, next)) ? ok(next) : err({ code: 'set-by-policy' });
  };

  return {
    view,

    saveShop(shop) {
      const saved = save({ ...store.get(), shop });
      if (!saved.ok) return saved;
      counter.change(shopState(shop));
      return ok(view());
    },

    savePrinting(printing) {
      const settings = store.get();
      const standing = settings.printing;
      const printerMemory = memoryAfter(settings.printerMemory, standing, printing);
      const saved = save({ ...settings, printing, printerMemory });
      if (!saved.ok) return saved;
      const known = counter.state().printers.filter(({ id }) => {
        const before = printerOf(standing, id);
        const after = printerOf(printing, id);
        return before !== undefined && after !== undefined && isSamePrinter(before, after);
      });
      counter.change({ printers: printersOf(printing, known), receiptPrinter: printing.receipts });
      parts.onPrintersChanged();
      return ok(view());
    },

    async saveBiller(id, wanted, given) {
      const biller = billerOf(id);
      if (biller === undefined) return err({ code: 'no-such-biller' });
      const { form, ledgerKindOf } = biller;
      const secrets = given === null ? null : fitSecrets(form, given);
      // This alone takes its time. Between the decision below and what it decides nothing else happens.
      const sealed = await sealSecrets(vault, id, secrets ?? null);
      const standing = profileOf(form, store.get());
      const profile = withoutNewAnswers(fitProfile(form, standing, wanted), standing, ownerPin.hasPin());
      if (!policy.allows(withBiller(id, profile))) return err({ code: 'set-by-policy' });
      const kind = ledgerKindOf(profile.baseUrl);

      // Secrets are given for an address; without one a biller is only put out of use.
      if (kind === undefined && (profile.baseUrl !== '' || given !== null)) {
        return err({ code: 'address-not-allowed' });
      }
      if (secrets === undefined) return err({ code: 'credentials-missing' });
      const change = { standing, profile, secrets };
      const isInRun = ledger !== 'training' && [kind, ledgerKindOf(standing.baseUrl)].includes(ledger);
      const restarts = isInRun && (secrets !== null || !isDeepStrictEqual(profile, standing));
      // A payment that connects is in no ledger yet; one that is under way, or may still be answered, must not lose
      // its counter.
      const isHeld = (touchesAccount(change) && isPaying()) || (restarts && !mayRestart(parts));
      if (isHeld || !keepsAccount(biller, change, parts)) return err({ code: 'payment-unresolved' });
      // Stored secrets belong to the host they were given for; no other gets them unasked.
      const isMoving = profile.baseUrl !== '' && originOf(profile.baseUrl) !== originOf(standing.baseUrl);
      if (secrets === null && isMoving && vault.hasCredentials(id)) {
        return err({ code: 'credentials-missing' });
      }

      if (!sealed.ok) return err({ code: sealed.error });
      const stored = storeBiller({ store, vault, onFault }, id, profile, sealed.value);
      if (!stored.ok) return err({ code: stored.error });
      if (restarts) restart();
      return ok(view());
    },

    withFinalAnswer,

    addFinalAnswer(id, text) {
      const next = withFinalAnswer(id, text);
      if (!next.ok) return next;
      const result = save(withBiller(id, next.value));
      return result.ok ? ok(view()) : result;
    },

    preferBiller(id) {
      if (billerOf(id) === undefined) return err({ code: 'no-such-biller' });
      if (store.get().preferredBiller === id) return ok(view());
      // What is sold and by whom is the same for a whole run.
      if (!mayRestart(parts)) return err({ code: 'payment-unresolved' });
      const saved = save({ ...store.get(), preferredBiller: id });
      if (!saved.ok) return saved;
      restart();
      return ok(view());
    },

    async setPin(current, next) {
      const set = await ownerPin.set(current, next);
      return set.ok ? ok(view()) : err({ code: set.error });
    },

    switchLedger(to) {
      if (!mayRestart(parts)) return err({ code: 'payment-unresolved' });
      if (to !== 'training') {
        const sellers = view().billers.filter(({ kind }) => kind === to);
        if (sellers.length === 0) return err({ code: 'no-such-biller' });
        if (!sellers.some(({ hasCredentials }) => hasCredentials))
          return err({ code: 'credentials-missing' });
        if (!vault.canKeepSecrets()) {
          return err({ code: vault.state().passphrase === 'asked' ? 'vault-locked' : 'no-key-store' });
        }
      }
      const saved = save({ ...store.get(), open: to });
      if (saved.ok) restart();
      return saved;
    },

    finishIntroduction() {
      const saved = save({ ...store.get(), isIntroduced: true });
      if (saved.ok) counter.change({ isIntroduced: true });
      return saved;
    },
  };
}

/** A new final answer frees unknown payments: once there is an owner's PIN, it is asked for that. */
const withoutNewAnswers = (wanted: BillerProfile, standing: BillerProfile, hasPin: boolean): BillerProfile =>
  hasPin
    ? { ...wanted, finalAnswers: wanted.finalAnswers.filter((text) => standing.finalAnswers.includes(text)) }
    : wanted;
