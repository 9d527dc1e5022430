import fs from 'node:fs';
import path from 'node:path';
import type { KeyStore } from '../../../electron/vault/key-store.ts';
import { createSealedVault } from '../../../electron/vault/sealed-vault.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import type { BillerId, BillerSecrets } from '../../../shared/biller-profile.ts';
import type { KeyStoreState } from '../../../shared/vault-state.ts';
import { fakeKeyStore } from '../app/billers-to-set-up.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

export const canary = { username: 'k4n4ri-user', apiKey: 'k4n4ri-key' };
export const other = { uuid: 'b0r0ng-uuid', password: 'b0r0ng-pass' };

export const gnome: KeyStoreState = { kind: 'open', name: 'gnome_libsecret' };
export const locked: KeyStoreState = { kind: 'locked', name: 'gnome_libsecret' };
export const none: KeyStoreState = { kind: 'none' };

/** The least that scrypt may cost here. */
const cost = 2 ** 14;

export async function bench(first: KeyStoreState | KeyStore = gnome) {
  const file = path.join(tempFolder(), 'data', 'vault.json');
  const faults: unknown[] = [];
  const clock = { ms: 1_000_000 };
  /** The vault as the program opens it at a start. */
  const open = async (keyStore: KeyStoreState | KeyStore = first): Promise<Vault> => {
    const vault = createSealedVault({
      file,
      keyStore: 'kind' in keyStore ? fakeKeyStore(keyStore) : keyStore,
      monotonicMs: () => clock.ms,
      onFault: (error) => void faults.push(error),
      cost,
    });
    await vault.open();
    return vault;
  };
  return { file, faults, clock, open, vault: await open() };
}

export async function written(content: unknown) {
  const { file, open, ...others } = await bench();
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return { ...others, file, open, vault: await open() };
}

/** Seals and stores. */
export async function store(vault: Vault, biller: BillerId, secrets: BillerSecrets) {
  const sealed = await vault.seal(biller, secrets);
  return sealed.ok ? vault.store(sealed.value) : sealed;
}

/** What lies in the file. */
export const stored = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));

export const sealed = async (text: string): Promise<string> =>
  Buffer.from(await fakeKeyStore().seal(text)).toString('base64');
