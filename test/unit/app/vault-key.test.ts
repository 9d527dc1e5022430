import { describe, expect, it } from 'vitest';
import { createCounter } from '../../../electron/app/counter.ts';
import { notReady } from '../../../electron/app/not-ready.ts';
import { createVaultKey } from '../../../electron/app/vault-key.ts';
import { err, ok } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import { counterState } from '../renderer/samples.ts';
import type { KeyStoreState } from '../../../shared/vault-state.ts';
import { bench as vaultBench, canary, gnome, locked, none, store } from '../vault/vault-bench.ts';

const words = 'lima kata yang acak';
const refused = (code: string) => ({ ok: false, error: { code } });
const done = { ok: true, value: undefined };

interface Given {
  readonly keyStore?: KeyStoreState;
  readonly pin?: string | null;
  readonly isPaying?: boolean;
  readonly isListening?: boolean;
}

async function bench({ keyStore = none, pin = null, isPaying = false, isListening = false }: Given = {}) {
  const { vault: first, open, file } = await vaultBench(keyStore);
  const notes: string[] = [];
  let restarts = 0;
  const start = async (now: KeyStoreState = keyStore) => {
    const vault = await open(now);
    const never = instant(0);
    const counter = createCounter({
      ...counterState,
      ledger: 'sandbox',
      billers: counterState.billers.slice(0, 1).map((biller) => ({ ...biller, id: 'iak', ready: false })),
      exchange: isPaying
        ? { kind: 'payment', biller: 'iak', phase: 'waiting', since: never, deadline: never }
        : null,
    });
    const key = createVaultKey({
      vault,
      counter,
      ownerPin: {
        hasPin: () => pin !== null,
        check: async (typed) => (typed === pin ? ok(undefined) : err('wrong-pin')),
      },
      isListening: () => isListening,
      restart: () => void (restarts += 1),
      onOpened: () => void notes.push('opened'),
      log: { note: (text) => void notes.push(text), fault: () => undefined },
    });
    return { vault, counter, key };
  };
  return { first, start, notes, file, restarts: () => restarts };
}

describe('the accounts’ lock', () => {
  it('opens by the passphrase, and the counter is told that it can sell', async () => {
    const { first, start, notes } = await bench();
    await first.setPassphrase(null, words);
    await store(first, 'iak', canary);
    const { key, counter } = await start();
    expect(await key.unlock('salah sama sekali')).toEqual(refused('wrong-passphrase'));
    expect(counter.state()).toMatchObject({
      vault: { kind: 'passphrase-asked' },
      billers: [{ ready: false }],
    });
    expect(notReady(counter.state())).toEqual({ code: 'vault-locked' });
    expect(notes).toEqual([]);
    expect(await key.unlock(words)).toEqual(done);
    expect(counter.state()).toMatchObject({ vault: null, billers: [{ ready: true }] });
    expect(notReady(counter.state())).toEqual({ code: 'not-set-up' });
    expect(notes).toContain('opened');
    expect(notes.join(' ')).not.toContain(words);
  });

  it('is changed only on the owner’s PIN, where there is one', async () => {
    const { start } = await bench({ pin: '135790', keyStore: gnome });
    const { key, vault } = await start();
    for (const pin of [null, '000000']) {
      expect(await key.setPassphrase(null, words, pin)).toEqual(refused('wrong-pin'));
      expect(await key.leavePassphrase(words, pin)).toEqual(refused('wrong-pin'));
      expect(await key.forget(pin)).toEqual(refused('wrong-pin'));
    }
    expect(vault.state().passphrase).toBe('not-set');
    expect(await key.setPassphrase(null, words, '135790')).toEqual(done);
    expect(vault.state().passphrase).toBe('open');
    expect(await key.leavePassphrase(words, '135790')).toEqual(done);
    expect(vault.state().passphrase).toBe('not-set');
  });

  it('forgets all accounts, but not under a payment', async () => {
    const paying = await bench({ keyStore: gnome, isPaying: true });
    await store(paying.first, 'iak', canary);
    const held = await paying.start();
    expect(await held.key.forget(null)).toEqual(refused('payment-unresolved'));
    expect(held.vault.hasCredentials('iak')).toBe(true);

    const idle = await bench({ keyStore: gnome });
    await store(idle.first, 'iak', canary);
    const { key, vault, counter } = await idle.start(none);
    expect(await key.forget(null)).toEqual(done);
    expect(vault.hasCredentials('iak')).toBe(false);
    expect(counter.state()).toMatchObject({ vault: null, billers: [{ ready: false }] });
  });

  it('that waits for a key store is looked for by a new start, unless a payment would suffer', async () => {
    for (const held of [{ isPaying: true }, { isListening: true }]) {
      const { start, restarts } = await bench({ keyStore: locked, ...held });
      expect(await (await start()).key.retry()).toEqual(refused('payment-unresolved'));
      expect(restarts()).toBe(0);
    }
    const { start, restarts } = await bench({ keyStore: locked });
    expect(await (await start()).key.retry()).toEqual(done);
    expect(restarts()).toBe(1);
    expect(await (await start(gnome)).key.retry()).toEqual(done);
    expect(restarts()).toBe(1);
  });
});
