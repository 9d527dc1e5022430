import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepPolicy } from '../../../electron/app/keep-policy.ts';
import type { Account } from '../../../electron/billers/biller.ts';
import type { PolicyFound, Settings } from '../../../electron/settings/settings.ts';
import { isLocked } from '../../../shared/policy-view.ts';
import type { Policy } from '../../../shared/policy.ts';
import { rupiah } from '../../../shared/money.ts';
import { plainShop } from '../../fixtures/shop.ts';
import {
  accountAt,
  billersToSetUp,
  defaultProfile,
  fakeDisk,
  type FakeDiskOptions,
} from './billers-to-set-up.ts';
import { twoPrinters } from './two-printers.ts';

const standing = { ...defaultProfile, baseUrl: 'https://old.example/trx' };
const file = '/etc/loket/policy.json';

interface Options extends FakeDiskOptions {
  readonly open?: readonly Account[];
  readonly isLost?: boolean;
}

/** A start of the program with `content` as the computer's policy. */
function bench(content: Omit<Policy, 'version'> | PolicyFound, options: Options = {}) {
  const disk = fakeDisk({ ...options, settings: { shop: plainShop, ...options.settings } });
  const noted: string[] = [];
  const found =
    'kind' in content ? content : { kind: 'found' as const, policy: { version: 1 as const, ...content } };
  const start = () =>
    keepPolicy({
      file: { path: file, read: () => found },
      store: disk.store,
      vault: disk.vault,
      billers: billersToSetUp,
      openAccounts: () => options.open ?? [],
      isLost: () => options.isLost ?? false,
      log: { fault: (what) => void noted.push(what), note: (what) => void noted.push(what) },
    });
  return { disk, noted, start };
}

/** Settings with another shop's name, and so on: one change a person could make. */
const changed = (settings: Settings, part: Partial<Settings['shop']>): Settings => ({
  ...settings,
  shop: { ...settings.shop, ...part },
});

describe('the policy of the computer', () => {
  it('is none in most, where everything may be changed', () => {
    const { start, disk } = bench({ kind: 'none' });
    const policy = start();
    expect(policy).toMatchObject({ view: null, refused: null });
    expect(policy.allows(changed(disk.settings(), { sounds: false }))).toBe(true);
    expect(disk.moments).toEqual([]);
  });

  it('holds at every start, whatever was set meanwhile, and leaves all else', () => {
    const { start, disk } = bench({ shop: { name: 'Koperasi' }, fees: { pdam: 0 }, kiosk: true });
    const before = disk.settings();
    start();
    disk.store.save({
      ...changed(disk.settings(), {
        shop: { name: 'Toko Lain', address: 'Jl. Baru' },
        fees: { pdam: rupiah(2000), gas: rupiah(500) },
      }),
      screens: { ...before.screens, kiosk: false, startsWithSystem: true },
    });
    start();
    expect(disk.settings()).toEqual({
      ...before,
      shop: { ...before.shop, shop: { name: 'Koperasi', address: 'Jl. Baru' }, fees: { gas: 500 } },
      screens: { ...before.screens, kiosk: true, startsWithSystem: true },
    });
  });

  it('writes nothing where everything is as it wants it', () => {
    const { start, disk } = bench({ shop: { name: 'Koperasi' } });
    start();
    const writes = disk.moments.length;
    start();
    expect(disk.moments).toHaveLength(writes);
  });

  it('names every field that it sets, by its own structure', () => {
    const { start } = bench({
      shop: { name: 'Koperasi' },
      rounding: { step: 500, to: 'up' },
      keys: {},
      printing: twoPrinters(),
      billers: { satu: { profile: { services: [], route: { wholeSeconds: 60 } } } },
    });
    const locked = start().view?.locked ?? [];
    for (const field of ['shop.name', 'rounding', 'keys', 'printing', 'billers.satu.profile.services']) {
      expect(isLocked(locked, field), field).toBe(true);
    }
    for (const field of ['shop.address', 'slip', 'shop.nam', 'billers.satu.profile.baseUrl', 'billers.dua']) {
      expect(isLocked(locked, field), field).toBe(false);
    }
  });

  it('allows every change but those of what it sets', () => {
    const { start, disk } = bench(
      {
        shop: { name: 'Koperasi' },
        fees: { pdam: 0 },
        printing: twoPrinters(),
        customerDisplay: { words: 'Halo' },
        preferredBiller: 'dua',
        billers: { satu: { profile: { route: { wholeSeconds: 60 } } } },
      },
      { settings: { billers: { satu: standing } } },
    );
    const policy = start();
    const now = disk.settings();
    const satu = now.billers['satu'] ?? standing;
    const free: readonly Settings[] = [
      now,
      changed(now, { shop: { ...now.shop.shop, address: 'Jl. Baru' } }),
      changed(now, { fees: { ...now.shop.fees, gas: rupiah(100) } }),
      { ...now, screens: { ...now.screens, kiosk: true } },
      { ...now, printerMemory: { gone: { answers: 'yes', confirms: 'yes' } } },
      { ...now, billers: { ...now.billers, satu: { ...satu, baseUrl: 'https://other.example' } } },
      { ...now, billers: { ...now.billers, dua: standing } },
    ];
    const taken: readonly Settings[] = [
      changed(now, { shop: { ...now.shop.shop, name: 'Toko Lain' } }),
      changed(now, { fees: { ...now.shop.fees, pdam: rupiah(100) } }),
      { ...now, printing: { ...now.printing, askAfterMinutes: 7 } },
      { ...now, preferredBiller: 'satu' },
      { ...now, screens: { ...now.screens, customer: { ...now.screens.customer, words: 'x' } } },
      {
        ...now,
        billers: { ...now.billers, satu: { ...satu, route: { ...satu.route, wholeSeconds: 30 } } },
      },
    ];
    expect(free.map((settings) => policy.allows(settings))).toEqual(free.map(() => true));
    expect(taken.map((settings) => policy.allows(settings))).toEqual(taken.map(() => false));
  });

  it('once in force allows what stands, whatever it sets', () => {
    const policies = fc.record(
      {
        language: fc.constantFrom('id' as const, 'en' as const),
        shop: fc.record({ name: fc.string({ maxLength: 40 }) }, { requiredKeys: [] }),
        fees: fc.dictionary(fc.constantFrom('pdam', 'bpjs', 'gas'), fc.nat(10_000)),
        lowDeposit: fc.nat(),
        keepsTill: fc.boolean(),
        kiosk: fc.boolean(),
        printing: fc.constant(twoPrinters()),
        keys: fc.constantFrom({}, { history: 'Ctrl+W' }),
        billers: fc.constantFrom(
          { satu: { profile: { finalAnswers: ['salah', '0014', 'salah'] } } },
          { dua: { profile: { options: { format: 'long' } } }, satu: {} },
          { satu: { profile: { baseUrl: ' https://new.example ' } } },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(policies, (content) => {
        const { start, disk } = bench(content);
        const policy = start();
        expect(policy.refused).toBeNull();
        expect(policy.allows(disk.settings())).toBe(true);
      }),
    );
  });
});

describe('a policy that cannot be in force', () => {
  it.each<readonly [string, Omit<Policy, 'version'> | PolicyFound, Options, string, string]>([
    ['its file is wrong', { kind: 'refused', fault: { code: 'not-json', where: '' } }, {}, 'not-json', ''],
    ['it names nobody', { billers: { tiga: {} } }, {}, 'no-such-biller', 'billers.tiga'],
    ['it prefers nobody', { preferredBiller: 'tiga' }, {}, 'no-such-biller', 'preferredBiller'],
    [
      'it sends payments where nobody must call',
      { billers: { satu: { profile: { baseUrl: 'http://new.example' } } } },
      {},
      'address-not-allowed',
      'billers.satu.profile.baseUrl',
    ],
    [
      'it would send the secrets of one host to another',
      { billers: { satu: { profile: { baseUrl: 'https://new.example' } } } },
      { settings: { billers: { satu: standing } }, secrets: { satu: { user: 'x', key: 'y' } } },
      'credentials-missing',
      'billers.satu.secrets',
    ],
    [
      'a payment is still to be answered where it leads away from',
      { billers: { satu: { profile: { baseUrl: 'https://new.example' } } } },
      { settings: { billers: { satu: standing } }, open: [accountAt(standing.baseUrl, 'x')] },
      'payment-unresolved',
      'billers.satu',
    ],
    ['a live counter has lost its settings', { sounds: false }, { isLost: true }, 'was-live', 'open'],
  ])('because %s changes and locks nothing, and says so', (_why, content, options, code, where) => {
    const { start, disk, noted } = bench(content, options);
    const before = disk.settings();
    const policy = start();
    expect(policy.refused).toEqual({ code, where, file });
    expect(policy.view).toBeNull();
    expect(disk.settings()).toEqual(before);
    expect(policy.allows(changed(before, { sounds: !before.shop.sounds }))).toBe(true);
    expect(noted.at(-1)).toContain(code);
  });

  it('because the disk is full says that', () => {
    const { start, disk } = bench({ shop: { name: 'Koperasi' } });
    disk.failAfter(0);
    expect(start().refused).toEqual({ code: 'file-not-written', where: '', file });
  });
});
