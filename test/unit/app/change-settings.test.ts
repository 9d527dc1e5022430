import { describe, expect, it } from 'vitest';
import { createChangeSettings } from '../../../electron/app/change-settings.ts';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import type { Settings } from '../../../electron/settings/settings.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import { settingsViewSchema, type TeleanjarCredentials } from '../../../shared/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { arming, quote, settlement, start, unknown } from '../ledger/documents.ts';
import { newLedger } from '../ledger/open-ledger.ts';
import { newCounter, shopSettings } from './sale-bench.ts';

const teleanjar = {
  baseUrl: 'https://old.example/trx',
  separator: 'pipe',
  productCodes: {
    'pln-postpaid': 'A',
    'pln-prepaid': 'B',
    'pln-nontaglis': 'C',
    'telkom-pstn': 'D',
  },
} as const;
const elsewhere = { ...teleanjar, baseUrl: 'https://new.example/trx' };
const canary: TeleanjarCredentials = {
  uuid: 'k4n4ri-uuid',
  username: 'k4n4ri-user',
  password: 'k4n4ri-pass',
  apiKey: 'k4n4ri-key',
};

interface Options {
  readonly kind?: Ledger['kind'];
  readonly hasKeyStore?: boolean;
  readonly stored?: TeleanjarCredentials;
  readonly cannotWrite?: boolean;
}

function bench({ kind = 'live', hasKeyStore = true, stored, cannotWrite = false }: Options = {}) {
  const { ledger } = newLedger(kind);
  const counter = newCounter();
  let settings: Settings = { version: 1, open: 'biller', born: [], shop: shopSettings, teleanjar };
  let secrets = stored;
  const saved: Settings[] = [];
  const faults: string[] = [];
  let restarts = 0;
  let isOpenElsewhere = false;
  const vault: Vault = {
    canKeepSecrets: () => hasKeyStore,
    hasCredentials: () => secrets !== undefined,
    credentials: () => secrets,
    store(next) {
      if (!hasKeyStore) return err('no-key-store');
      secrets = next;
      return ok(undefined);
    },
  };
  const change = createChangeSettings({
    store: {
      existed: true,
      get: () => settings,
      save(next) {
        if (cannotWrite) throw new Error('read-only');
        saved.push(next);
        settings = next;
      },
    },
    vault,
    ledger,
    counter,
    dataFolder: '/data',
    kindOf: (address) => (address.startsWith('https://') ? 'live' : undefined),
    openElsewhere: () => isOpenElsewhere,
    restart: () => void (restarts += 1),
    log: { fault: (what) => void faults.push(what), note: () => undefined },
  });
  const leaveUnresolvedElsewhere = (): void => {
    isOpenElsewhere = true;
  };
  const leaveUnresolved = (): void => {
    ledger.addQuote(quote(1));
    ledger.arm(arming(1));
    ledger.settle(settlement(1, unknown));
  };
  return {
    change,
    counter,
    ledger,
    saved,
    faults,
    leaveUnresolved,
    leaveUnresolvedElsewhere,
    secrets: () => secrets,
    restarts: () => restarts,
    settings: () => settings,
  };
}

describe('the settings screen’s view', () => {
  it('says whether credentials are there and never which', () => {
    const { change } = bench({ stored: canary });
    const view = change.view();
    expect(view).toMatchObject({
      hasCredentials: true,
      canKeepSecrets: true,
      ledger: 'live',
      dataFolder: '/data',
    });
    expect(settingsViewSchema.parse(view)).toEqual(view);
    expect(JSON.stringify(view)).not.toContain('k4n4ri');
  });
});

describe('saving how the biller is reached', () => {
  it('keeps the address and the secrets, shows no secret, and starts anew', () => {
    const { change, secrets, restarts, settings } = bench();
    const result = change.saveTeleanjar(elsewhere, canary);
    expect(result.ok && result.value.hasCredentials).toBe(true);
    expect(JSON.stringify(result)).not.toContain('k4n4ri');
    expect(JSON.stringify(settings())).not.toContain('k4n4ri');
    expect(settings().teleanjar).toEqual(elsewhere);
    expect(secrets()).toEqual(canary);
    expect(restarts()).toBe(1);
  });

  it('without credentials keeps those that are stored', () => {
    const { change, secrets, settings } = bench({ stored: canary });
    const sameHost = { ...settings().teleanjar, separator: 'blank' } as const;
    expect(change.saveTeleanjar(sameHost, null).ok).toBe(true);
    expect(secrets()).toEqual(canary);
    expect(settings().teleanjar).toEqual(sameHost);
  });

  it('does not take the stored secrets to another host', () => {
    const { change, secrets, saved } = bench({ stored: canary });
    expect(change.saveTeleanjar(elsewhere, null)).toEqual({
      ok: false,
      error: { code: 'credentials-missing' },
    });
    expect(saved).toEqual([]);
    expect(secrets()).toEqual(canary);
  });

  it('in training does not start anew: the running counter does not use it', () => {
    const { change, restarts, settings } = bench({ kind: 'training' });
    expect(change.saveTeleanjar(elsewhere, canary).ok).toBe(true);
    expect(settings().teleanjar).toEqual(elsewhere);
    expect(restarts()).toBe(0);
  });

  it.each(['', 'http://host.example/', 'not an address'])(
    'at %j, which must not be called, is refused, and no secret is kept',
    (baseUrl) => {
      const { change, saved, secrets, restarts } = bench();
      expect(change.saveTeleanjar({ ...teleanjar, baseUrl }, canary)).toEqual({
        ok: false,
        error: { code: 'address-not-allowed' },
      });
      expect(saved).toEqual([]);
      expect(secrets()).toBeUndefined();
      expect(restarts()).toBe(0);
    },
  );

  it('with credentials and without a key store is refused whole: nothing is saved, no plain text', () => {
    const { change, saved, secrets, restarts } = bench({ hasKeyStore: false });
    expect(change.saveTeleanjar(elsewhere, canary)).toEqual({ ok: false, error: { code: 'no-key-store' } });
    expect(saved).toEqual([]);
    expect(secrets()).toBeUndefined();
    expect(restarts()).toBe(0);
  });

  it('is refused while a payment of another ledger of this counter is open', () => {
    const { change, saved, secrets, leaveUnresolvedElsewhere } = bench();
    leaveUnresolvedElsewhere();
    expect(change.saveTeleanjar(elsewhere, canary)).toEqual({
      ok: false,
      error: { code: 'payment-unresolved' },
    });
    expect(saved).toEqual([]);
    expect(secrets()).toBeUndefined();
  });

  it.each(['sent', 'unknown'] as const)('is refused while a payment is %s', (state) => {
    const { change, ledger, saved, secrets, leaveUnresolved } = bench();
    if (state === 'unknown') leaveUnresolved();
    else {
      ledger.addQuote(quote(1));
      ledger.arm(arming(1));
    }
    expect(change.saveTeleanjar(elsewhere, canary)).toEqual({
      ok: false,
      error: { code: 'payment-unresolved' },
    });
    expect(saved).toEqual([]);
    expect(secrets()).toBeUndefined();
  });

  it('is refused while a payment connects: its row is not in the book yet', () => {
    const { change, counter, secrets, restarts } = bench();
    counter.change({
      exchange: { kind: 'payment', phase: 'connecting', since: start, deadline: start },
    });
    expect(change.saveTeleanjar(elsewhere, canary).ok).toBe(false);
    expect(change.switchLedger('training').ok).toBe(false);
    expect(secrets()).toBeUndefined();
    expect(restarts()).toBe(0);
  });

  it('that cannot be written says so, does not start anew, and gives the old address no new secret', () => {
    const { change, faults, secrets, restarts, settings } = bench({ cannotWrite: true });
    expect(change.saveTeleanjar(elsewhere, canary)).toEqual({
      ok: false,
      error: { code: 'file-not-written' },
    });
    expect(faults).toHaveLength(1);
    expect(restarts()).toBe(0);
    expect(settings().teleanjar).toEqual(teleanjar);
    expect(secrets()).toBeUndefined();
  });
});

describe('saving the shop', () => {
  it('shows at once, and touches neither the biller nor the ledger', () => {
    const { change, counter, restarts, settings } = bench();
    const shop = {
      ...shopSettings,
      language: 'en',
      theme: 'dark',
      shop: { name: 'Toko', address: '' },
      printer: { kind: 'network', paper: '80mm', host: 'h', port: 9100 },
    } as const;
    expect(change.saveShop(shop).ok).toBe(true);
    expect(settings()).toEqual({ version: 1, open: 'biller', born: [], shop, teleanjar });
    expect(counter.state()).toMatchObject({
      language: 'en',
      theme: 'dark',
      shopName: 'Toko',
      printer: { settings: shop.printer, status: 'unknown', problem: null },
    });
    expect(restarts()).toBe(0);
  });

  it('keeps what is known of a printer that was not changed', () => {
    const { change, counter } = bench();
    const printer = { settings: shopSettings.printer, status: 'attention', problem: 'stalled' } as const;
    counter.change({ printer });
    change.saveShop({ ...shopSettings, theme: 'light' });
    expect(counter.state().printer).toEqual(printer);
  });

  it('is possible while a payment is unresolved', () => {
    const { change, leaveUnresolved } = bench();
    leaveUnresolved();
    expect(change.saveShop(shopSettings).ok).toBe(true);
  });

  it('that cannot be written changes nothing on the screen', () => {
    const { change, counter } = bench({ cannotWrite: true });
    expect(change.saveShop({ ...shopSettings, language: 'en' })).toEqual({
      ok: false,
      error: { code: 'file-not-written' },
    });
    expect(counter.state()).toMatchObject({ language: 'id', revision: 0 });
  });
});

describe('switching the ledger', () => {
  it('to the biller’s needs an address, credentials and a key store', () => {
    const without = bench({ kind: 'training' });
    expect(without.change.switchLedger('biller')).toEqual({
      ok: false,
      error: { code: 'credentials-missing' },
    });
    const keyless = bench({ kind: 'training', stored: canary, hasKeyStore: false });
    expect(keyless.change.switchLedger('biller')).toEqual({ ok: false, error: { code: 'no-key-store' } });
    const ready = bench({ kind: 'training', stored: canary });
    expect(ready.change.switchLedger('biller').ok).toBe(true);
    expect(ready.settings().open).toBe('biller');
    expect([without, keyless, ready].map(({ restarts }) => restarts())).toEqual([0, 0, 1]);
  });

  it('to training is always possible, and starts anew', () => {
    const { change, restarts, settings } = bench();
    expect(change.switchLedger('training')).toEqual({ ok: true, value: undefined });
    expect(settings().open).toBe('training');
    expect(restarts()).toBe(1);
  });

  it('that cannot be written does not start anew', () => {
    const { change, restarts } = bench({ cannotWrite: true });
    expect(change.switchLedger('training').ok).toBe(false);
    expect(restarts()).toBe(0);
  });
});
