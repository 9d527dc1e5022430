import fs from 'node:fs';
import { billerSecretsSchema, type BillerId, type BillerSecrets } from '../../shared/biller-profile.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { canSeal, type KeyStoreState, type VaultState } from '../../shared/vault-state.ts';
import type { KeyStore } from './key-store.ts';
import { createPassphraseGuesses } from './passphrase-guesses.ts';
import { makeLock, openBy, sealBy, usualCost, type PassphraseKey } from './passphrase-lock.ts';
import { readVaultFile, writeVaultFile, type Part, type VaultFile } from './vault-file.ts';
import type { PassphraseProblem, SealedSecrets, Vault } from './vault.ts';

export interface SealedVaultParts {
  readonly file: string;
  readonly keyStore: KeyStore;
  /** By a clock that only goes forward, in milliseconds. */
  readonly monotonicMs: () => number;
  /** Told why the file could not be written. */
  readonly onFault: (error: unknown) => void;
  /** scrypt's N for a new passphrase; a test takes less. */
  readonly cost?: number;
}

/** What is sealed, with what is in it. */
interface Sealed extends SealedSecrets {
  readonly secrets: BillerSecrets;
  readonly part: Part;
  readonly under: PassphraseKey | undefined;
}

type Parts = Readonly<Record<BillerId, Part>>;

/** A vault in a file: each biller's secrets as a ciphertext of its own. Closed until it is opened. */
export function createSealedVault(parts: SealedVaultParts): Vault {
  const { file, keyStore, monotonicMs, onFault, cost = usualCost } = parts;
  let keys: KeyStoreState = { kind: 'none' };
  let key: PassphraseKey | undefined;
  /** What lies open in memory, beside the ciphertext it came from. */
  const opened = new Map<BillerId, { readonly sealed: string; readonly secrets: BillerSecrets }>();
  const ours = new WeakMap<SealedSecrets, Sealed>();
  /** How often something was stored: what was worked out of an older vault must not take its place. */
  let stored = 0;

  /** For this run there are no credentials in a vault that cannot be read. */
  const readOrNone = (): VaultFile => {
    try {
      return readVaultFile(file);
    } catch {
      return { version: 3, billers: {}, passphrase: null };
    }
  };
  const write = (content: VaultFile): boolean => {
    try {
      writeVaultFile(file, content);
      return true;
    } catch (error) {
      onFault(error);
      return false;
    }
  };
  /** Puts other parts in the place of some, unless these have changed meanwhile. */
  const replace = (
    changed: ReadonlyMap<BillerId, { readonly before: string; readonly part: Part }>,
  ): void => {
    if (changed.size === 0) return;
    const now = readVaultFile(file);
    const kept = [...changed].filter(([biller, { before }]) => now.billers[biller]?.sealed === before);
    const billers = Object.fromEntries(kept.map(([biller, { part }]) => [biller, part]));
    if (!write({ ...now, billers: { ...now.billers, ...billers } })) return;
    for (const [biller, { part }] of kept) remember(biller, part, opened.get(biller)?.secrets);
  };
  const remember = (biller: BillerId, { sealed }: Part, secrets: BillerSecrets | undefined): void => {
    if (secrets !== undefined) opened.set(biller, { sealed, secrets });
  };
  const guess = createPassphraseGuesses({ read: readOrNone, write, monotonicMs });

  /** One change of the key after the other. */
  let last: Promise<unknown> = Promise.resolve();
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return await next;
  };

  const lookAtStore = async (): Promise<void> => {
    try {
      keys = await keyStore.state();
    } catch (error) {
      onFault(error);
      keys = { kind: 'none' };
    }
  };

  const openByKey = (billers: Parts): void => {
    for (const [biller, part] of Object.entries(billers)) {
      if (part.by !== 'passphrase' || key === undefined) continue;
      remember(biller, part, secretsIn(openBy(key, biller, part.sealed)));
    }
  };

  const openByStore = async (billers: Parts): Promise<void> => {
    if (keys.kind !== 'open') return;
    const { name } = keys;
    const changed = new Map<BillerId, { readonly before: string; readonly part: Part }>();
    for (const [biller, part] of Object.entries(billers)) {
      if (part.by === 'passphrase' || opened.get(biller)?.sealed === part.sealed) continue;
      try {
        const { text, isStale } = await keyStore.open(Buffer.from(part.sealed, 'base64'));
        const secrets = secretsIn(text);
        if (secrets === undefined) continue;
        remember(biller, part, secrets);
        const sealed = isStale ? await sealByStore(text) : part.sealed;
        if (isStale || part.by !== name)
          changed.set(biller, { before: part.sealed, part: { by: name, sealed } });
      } catch {
        // Sealed by another user or another key store: for this run there are no credentials.
      }
    }
    replace(changed);
  };

  const sealByStore = async (text: string): Promise<string> =>
    Buffer.from(await keyStore.seal(text)).toString('base64');

  const state = (): VaultState => {
    const { billers, passphrase } = readOrNone();
    return {
      keyStore: keys,
      passphrase: passphrase === null ? 'not-set' : key === undefined ? 'asked' : 'open',
      closed: Object.entries(billers)
        .filter(([biller, { sealed }]) => opened.get(biller)?.sealed !== sealed)
        .map(([biller, { by }]) => ({ biller, by })),
    };
  };

  /** All that is open, sealed anew by `seal`, in the place of what it was. */
  const sealedAnew = (billers: Parts, by: Part['by'], seal: (biller: BillerId, text: string) => string) =>
    Object.fromEntries(
      Object.entries(billers).map(([biller, part]) => {
        const open = opened.get(biller);
        if (open?.sealed !== part.sealed) return [biller, part];
        return [biller, { by, sealed: seal(biller, JSON.stringify(open.secrets)) }];
      }),
    );
  const adopt = (before: Parts, after: Parts): void => {
    for (const [biller, part] of Object.entries(after)) {
      if (before[biller] !== part) remember(biller, part, opened.get(biller)?.secrets);
    }
  };

  /** Takes the passphrase that stands, and opens what it sealed. */
  const give = async (passphrase: string): Promise<Result<void, PassphraseProblem>> => {
    const guessed = await guess(passphrase);
    if (!guessed.ok) return guessed;
    key = guessed.value;
    openByKey(readOrNone().billers);
    return ok(undefined);
  };

  return {
    open: () =>
      alone(async () => {
        await lookAtStore();
        await openByStore(readOrNone().billers);
      }),
    state,
    canKeepSecrets: () => canSeal(state()),
    hasCredentials(biller) {
      try {
        return Object.hasOwn(readVaultFile(file).billers, biller);
      } catch {
        return true;
      }
    },
    credentials: (biller) => opened.get(biller)?.secrets,
    allSecrets: () => [...opened.values()].flatMap(({ secrets }) => Object.values(secrets)),

    async seal(biller, secrets) {
      const now = state();
      if (now.passphrase === 'asked') return err('vault-locked');
      const text = JSON.stringify(secrets);
      const under = key;
      let part: Part;
      if (under !== undefined) part = { by: 'passphrase', sealed: sealBy(under, biller, text) };
      else if (keys.kind === 'open') {
        try {
          part = { by: keys.name, sealed: await sealByStore(text) };
        } catch (error) {
          onFault(error);
          return err('no-key-store');
        }
      } else return err('no-key-store');
      const sealed: SealedSecrets = { biller };
      ours.set(sealed, { biller, secrets, part, under });
      return ok(sealed);
    },

    store(given) {
      const sealed = ours.get(given);
      if (sealed === undefined) throw new Error('secrets that this vault did not seal');
      try {
        // Sealed by a passphrase that was changed meanwhile, nothing would ever open it.
        if (sealed.under !== key) throw new Error('the vault’s key was changed meanwhile');
        // Here a file that cannot be read is no empty one: it would be written over with the others' secrets in it.
        const now = readVaultFile(file);
        writeVaultFile(file, { ...now, billers: { ...now.billers, [sealed.biller]: sealed.part } });
      } catch (error) {
        onFault(error);
        return err('file-not-written');
      }
      stored += 1;
      remember(sealed.biller, sealed.part, sealed.secrets);
      return ok(undefined);
    },

    unlock: (passphrase) => alone(() => give(passphrase)),

    setPassphrase: (current, next) =>
      alone(async () => {
        if (readOrNone().passphrase !== null) {
          const guessed = await give(current ?? '');
          if (!guessed.ok) return guessed;
        }
        const made = await makeLock(next, cost);
        try {
          const before = readVaultFile(file);
          const seal = (biller: BillerId, text: string): string => sealBy(made.key, biller, text);
          const billers = sealedAnew(before.billers, 'passphrase', seal);
          writeVaultFile(file, { version: 3, billers, passphrase: { ...made.lock, failures: 0 } });
          key = made.key;
          adopt(before.billers, billers);
          return ok(undefined);
        } catch (error) {
          onFault(error);
          return err('file-not-written');
        }
      }),

    leavePassphrase: (current) =>
      alone(async () => {
        const guessed = await give(current);
        if (!guessed.ok) return guessed;
        await lookAtStore();
        if (keys.kind !== 'open') return err('no-key-store');
        const { name } = keys;
        const upTo = stored;
        const texts = new Map<BillerId, string>();
        try {
          for (const [biller, { secrets }] of opened)
            texts.set(biller, await sealByStore(JSON.stringify(secrets)));
          if (stored !== upTo) throw new Error('secrets were stored while the key store sealed the others');
          const before = readVaultFile(file);
          const billers = sealedAnew(before.billers, name, (biller) => texts.get(biller) ?? '');
          writeVaultFile(file, { version: 3, billers, passphrase: null });
          key = undefined;
          adopt(before.billers, billers);
          return ok(undefined);
        } catch (error) {
          onFault(error);
          return err('file-not-written');
        }
      }),

    forgetAll() {
      fs.rmSync(file, { force: true });
      opened.clear();
      key = undefined;
    },
  };
}

function secretsIn(text: string | undefined): BillerSecrets | undefined {
  if (text === undefined) return undefined;
  try {
    return billerSecretsSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
