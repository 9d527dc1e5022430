import type { BillerToSetUp } from '../../../electron/app/change-settings.ts';
import type { Account } from '../../../electron/billers/biller.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import type { Settings, SettingsStore } from '../../../electron/settings/settings.ts';
import type { KeyStore } from '../../../electron/vault/key-store.ts';
import type { SealedSecrets, Vault } from '../../../electron/vault/vault.ts';
import type { BillerForm, BillerId, BillerProfile, BillerSecrets } from '../../../shared/biller-profile.ts';
import type { KeyStoreState } from '../../../shared/vault-state.ts';
import { err, ok } from '../../../shared/result.ts';
import { fakeBiller } from './fake-biller.ts';

const words = (text: string) => ({ id: text, en: text });

export const defaultProfile: BillerProfile = {
  baseUrl: '',
  options: { format: 'short' },
  services: [{ product: 'pln-postpaid', code: 'PLN', name: 'PLN', asks: [] }],
  finalAnswers: ['0014'],
  route: { caFile: '', pin: '', proxy: '', connectSeconds: 10, firstByteSeconds: 30, wholeSeconds: 30 },
};

const form: BillerForm = {
  id: 'satu',
  name: 'Satu',
  hosts: [],
  baseUrlNote: words('its address'),
  options: [
    {
      key: 'format',
      label: words('Format'),
      choices: [
        { value: 'short', label: words('short') },
        { value: 'long', label: words('long') },
      ],
    },
  ],
  secrets: [
    { key: 'user', label: words('User'), maxLength: 20 },
    { key: 'key', label: words('Key'), maxLength: 20 },
  ],
  confirmedCodes: [],
  hasPriceList: false,
  finalAnswers: { editable: true, never: ['0068'] },
  defaults: defaultProfile,
};

/** Addresses of tests and of real money, as a definition tells them apart. */
const ledgerKindOf: BillerToSetUp['ledgerKindOf'] = (address) =>
  address.startsWith('https://test.') ? 'sandbox' : address.startsWith('https://') ? 'live' : undefined;

/** The host and the user are who pays; the key may be another tomorrow. No other question has an answer here. */
const connect: BillerToSetUp['connect'] = ({ profile, credentials }) => ({
  ...fakeBiller().biller,
  account() {
    const user = credentials()?.['user'];
    return user === undefined || !URL.canParse(profile.baseUrl)
      ? undefined
      : accountAt(profile.baseUrl, user);
  },
});

/** Who pays as `user` at an address. */
export const accountAt = (baseUrl: string, user: string): Account => ({
  host: new URL(baseUrl).host,
  account: `fingerprint of ${user}`,
});

/** Two billers: of the second nobody but itself says what is final. */
export const billersToSetUp: readonly BillerToSetUp[] = [
  { form, ledgerKindOf, connect },
  {
    form: {
      ...form,
      id: 'dua',
      name: 'Dua',
      finalAnswers: { editable: false, never: [] },
      defaults: { ...defaultProfile, finalAnswers: [] },
    },
    ledgerKindOf,
    connect,
  },
];

export const canary: BillerSecrets = { user: 'k4n4ri-user', key: 'k4n4ri-key' };

/** Settings and secrets as the disk has them, and every state of the two that a power cut could have left. */
export interface FakeDisk {
  readonly store: SettingsStore;
  readonly vault: Vault;
  readonly moments: readonly Moment[];
  settings(): Settings;
  secrets(biller: BillerId): BillerSecrets | undefined;
  /** Lets the n-th write from now on fail, and all after it. */
  failAfter(writes: number): void;
}

export interface Moment {
  readonly settings: Settings;
  readonly secrets: Readonly<Record<BillerId, BillerSecrets>>;
}

export interface FakeDiskOptions {
  readonly existed?: boolean;
  readonly settings?: Partial<Settings>;
  readonly secrets?: Readonly<Record<BillerId, BillerSecrets>>;
  readonly hasKeyStore?: boolean;
  /** The owner's passphrase is asked for. */
  readonly isLocked?: boolean;
  /** What happens while secrets are sealed. */
  readonly onSeal?: () => Promise<void> | void;
}

export function fakeDisk(options: FakeDiskOptions = {}): FakeDisk {
  const { existed = true, hasKeyStore = true, isLocked = false, onSeal = () => undefined } = options;
  const sealedSecrets = new WeakMap<SealedSecrets, BillerSecrets>();
  let settings: Settings = { ...defaultSettings, ...options.settings };
  let secrets = options.secrets ?? {};
  let writesLeft = Number.POSITIVE_INFINITY;
  const moments: Moment[] = [];
  const write = (change: () => void): boolean => {
    writesLeft -= 1;
    if (writesLeft < 0) return false;
    change();
    moments.push({ settings, secrets });
    return true;
  };
  return {
    store: {
      existed,
      get: () => settings,
      save(next) {
        if (!write(() => void (settings = next))) throw new Error('the disk is full');
      },
    },
    vault: {
      open: async () => undefined,
      state: () => ({
        keyStore: hasKeyStore ? { kind: 'open', name: 'gnome_libsecret' } : { kind: 'none' },
        passphrase: isLocked ? 'asked' : 'not-set',
        closed: [],
      }),
      canKeepSecrets: () => hasKeyStore && !isLocked,
      hasCredentials: (biller) => Object.hasOwn(secrets, biller),
      credentials: (biller) => secrets[biller],
      allSecrets: () => Object.values(secrets).flatMap((each) => Object.values(each)),
      async seal(biller, next) {
        await onSeal();
        if (isLocked) return err('vault-locked');
        if (!hasKeyStore) return err('no-key-store');
        const sealed = { biller };
        sealedSecrets.set(sealed, next);
        return ok(sealed);
      },
      store(sealed) {
        const next = sealedSecrets.get(sealed);
        if (next === undefined) throw new Error('sealed elsewhere');
        return write(() => void (secrets = { ...secrets, [sealed.biller]: next }))
          ? ok(undefined)
          : err('file-not-written');
      },
      unlock: async () => err('no-passphrase'),
      setPassphrase: async () => err('file-not-written'),
      leavePassphrase: async () => err('no-passphrase'),
      forgetAll: () => void (secrets = {}),
    },
    moments,
    settings: () => settings,
    secrets: (biller) => secrets[biller],
    failAfter: (writes) => void (writesLeft = writes),
  };
}

/** Seals so that nothing of the text is left to be read, and opens only what it sealed. */
export const fakeKeyStore = (
  state: KeyStoreState = { kind: 'open', name: 'gnome_libsecret' },
  isStale = false,
): KeyStore => ({
  state: async () => state,
  async seal(text) {
    if (state.kind !== 'open') throw new Error('no key store');
    return Buffer.from([7, ...Buffer.from(text)].map((byte) => byte ^ 0x5a));
  },
  async open(sealed) {
    if (state.kind !== 'open') throw new Error('no key store');
    const [mark, ...bytes] = [...sealed].map((byte) => byte ^ 0x5a);
    if (mark !== 7) throw new Error('sealed elsewhere');
    return { text: Buffer.from(bytes).toString('utf8'), isStale };
  },
});
