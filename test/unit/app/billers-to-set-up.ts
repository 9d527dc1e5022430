import type { BillerToSetUp } from '../../../electron/app/change-settings.ts';
import type { Account } from '../../../electron/billers/biller.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import type { Settings, SettingsStore } from '../../../electron/settings/settings.ts';
import type { KeyStore } from '../../../electron/vault/sealed-vault.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import type { BillerForm, BillerId, BillerProfile, BillerSecrets } from '../../../shared/biller-profile.ts';
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
}

export function fakeDisk(options: FakeDiskOptions = {}): FakeDisk {
  const { existed = true, hasKeyStore = true } = options;
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
      canKeepSecrets: () => hasKeyStore,
      hasCredentials: (biller) => Object.hasOwn(secrets, biller),
      credentials: (biller) => secrets[biller],
      allSecrets: () => Object.values(secrets).flatMap((each) => Object.values(each)),
      store(biller, next) {
        if (!hasKeyStore) return err('no-key-store');
        return write(() => void (secrets = { ...secrets, [biller]: next }))
          ? ok(undefined)
          : err('file-not-written');
      },
      forgetAll: () => void (secrets = {}),
    },
    moments,
    settings: () => settings,
    secrets: (biller) => secrets[biller],
    failAfter: (writes) => void (writesLeft = writes),
  };
}

/** Seals so that nothing of the text is left to be read, and opens only what it sealed. */
export const fakeKeyStore = (isThere = true): KeyStore => ({
  isThere: () => isThere,
  seal: (text) => Buffer.from([7, ...Buffer.from(text)].map((byte) => byte ^ 0x5a)),
  open(sealed) {
    const [mark, ...bytes] = [...sealed].map((byte) => byte ^ 0x5a);
    if (mark !== 7) throw new Error('sealed elsewhere');
    return Buffer.from(bytes).toString('utf8');
  },
});
