import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BillerToSetUp } from '../../../electron/app/change-settings.ts';
import { createOwnerPin, type OwnerPin } from '../../../electron/app/owner-pin.ts';
import type { Clock } from '../../../electron/app/clock.ts';
import type { ProvisionFile, SettingsStore } from '../../../electron/settings/settings.ts';
import { isUntouched } from '../../../electron/app/is-untouched.ts';
import { createPinGuesses } from '../../../electron/app/pin-guesses.ts';
import { provision } from '../../../electron/app/provision.ts';
import type { Account } from '../../../electron/billers/biller.ts';
import { billerDefinitions } from '../../../electron/billers/registry.ts';
import { openAppliedMemory } from '../../../electron/settings/applied-memory.ts';
import { openProvisionFile } from '../../../electron/settings/provision-file.ts';
import { openSettings } from '../../../electron/settings/settings-file.ts';
import { createSealedVault } from '../../../electron/vault/sealed-vault.ts';
import { tempFolder } from '../ledger/temp-folder.ts';
import {
  accountAt,
  billersToSetUp,
  canary,
  defaultProfile,
  fakeDisk,
  fakeKeyStore,
  type FakeDisk,
  type FakeDiskOptions,
} from './billers-to-set-up.ts';
import { rupiah } from '../../../shared/money.ts';
import { plainShop } from '../../fixtures/shop.ts';
import { fakeClock } from './fake-clock.ts';
import { office, till, twoPrinters } from './two-printers.ts';

const none = { kind: 'none' };
const applied = { kind: 'applied' };
const refused = (code: string, where: string) => expect.objectContaining({ kind: 'refused', code, where });

const canaryPin = '471193826505';
const standing = { ...defaultProfile, baseUrl: 'https://old.example/trx' };
const other = { user: 'other-user', key: 'other-key' };

/** Two accounts, everything else, and the owner's PIN. */
const whole = {
  version: 1,
  open: 'live',
  preferredBiller: 'dua',
  language: 'en',
  theme: 'dark',
  shop: { name: 'Warung Bu Sri' },
  slip: { footer: 'Terima kasih' },
  printing: twoPrinters(),
  numberRules: { pdam: { alphabet: 'digits', minLength: 6, maxLength: 9 } },
  pictureFolder: '/pictures',
  day: { zone: 'WIT' },
  fees: { pdam: 1500 },
  rounding: { step: 500, to: 'up' },
  keepsTill: true,
  lockAfterMinutes: 0,
  lowDeposit: 250_000,
  sounds: false,
  lotAsksAtOnce: 2,
  basketRecap: false,
  keys: { history: 'Ctrl+W' },
  billers: {
    satu: {
      profile: { baseUrl: 'https://satu.example/trx', options: { format: 'long' }, finalAnswers: ['salah'] },
      secrets: canary,
    },
    dua: {
      profile: { baseUrl: 'https://dua.example', route: { wholeSeconds: 60 } },
      secrets: { user: 'k4n4ri-dua', key: 'k4n4ri-2-key' },
    },
  },
  pin: canaryPin,
  staff: [
    { name: 'Sari', role: 'supervisor', pin: '471193826506' },
    { name: 'Budi', role: 'cashier', pin: '471193826507' },
  ],
} as const;

function ownerPinOf(store: SettingsStore, clock: Clock): OwnerPin {
  const log = { fault() {}, note() {} };
  return createOwnerPin({ store, guesses: createPinGuesses({ store, clock, log }), log });
}

interface Options {
  readonly disk?: FakeDisk;
  readonly billers?: readonly BillerToSetUp[];
  /** Who sent what is unsettled at the biller satu. */
  readonly open?: readonly Account[] | 'unreadable';
  readonly wasLive?: boolean;
  readonly onSticks?: readonly ProvisionFile[];
}

/** A start of the program with `content` as its provisioning file. */
function bench(content: unknown, options: Options & FakeDiskOptions = {}) {
  const folder = tempFolder();
  const file = path.join(folder, 'provision.json');
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const { disk = fakeDisk(options), billers = billersToSetUp, open = [], wasLive = false } = options;
  const { onSticks = [] } = options;
  const clock = fakeClock();
  const told: string[] = [];
  const log = {
    fault: (what: string, cause: unknown) => void told.push(`${what} ${String(cause)}`),
    note: (what: string) => void told.push(what),
  };
  const start = () =>
    provision({
      places: [
        openProvisionFile(file, {
          isNamed: false,
          memory: openAppliedMemory(path.join(folder, 'applied-before.json')),
          onFault: (error) => log.fault('file', error),
        }),
      ],
      onSticks: () => Promise.resolve(onSticks),
      isUntouched: () => isUntouched(disk.store.get(), []),
      store: disk.store,
      vault: disk.vault,
      billers,
      ownerPin: ownerPinOf(disk.store, clock),
      clock,
      openAccounts(biller) {
        if (open === 'unreadable') throw new Error('not a ledger');
        return biller === 'satu' ? open : [];
      },
      isLost: () => wasLive && !disk.store.existed,
      log,
    });
  const text = (): string => fs.readFileSync(file, 'utf8');
  return { file, folder, disk, told, start, text };
}

describe('a provisioning file', () => {
  it('is none in most starts', async () => {
    const { start, file, disk } = bench(whole);
    fs.rmSync(file);
    expect(await start()).toEqual(none);
    expect(disk.moments).toEqual([]);
  });

  it('brings printers that nothing is known of yet, and leaves the memory of those that stay', async () => {
    const speaks = { answers: 'yes', confirms: 'yes' } as const;
    const printing = twoPrinters({ printers: [till, { ...office, connection: { kind: 'screen' } }] });
    const { start, disk } = bench(
      { version: 1, printing },
      { settings: { printing: twoPrinters(), printerMemory: { till: speaks, office: speaks } } },
    );
    expect(await start()).toEqual(applied);
    expect(disk.settings()).toMatchObject({ printing, printerMemory: { till: speaks } });
    expect(Object.keys(disk.settings().printerMemory)).toEqual(['till']);
  });

  it('brings the screens, and a kiosk beside the PIN that opens it', async () => {
    const screens = { customerDisplay: { screen: 'other', words: 'Silakan' }, startsWithSystem: true };
    const { start, disk } = bench({ version: 1, ...screens, kiosk: true, pin: canaryPin });
    expect(await start()).toEqual(applied);
    expect(disk.settings().screens).toEqual({
      customer: { screen: 'other', showsToken: false, words: 'Silakan' },
      kiosk: true,
      startsWithSystem: true,
    });
  });

  it('without printers changes none', async () => {
    const speaks = { answers: 'yes', confirms: 'yes' } as const;
    const printers = { printing: twoPrinters(), printerMemory: { till: speaks } };
    const { start, disk } = bench({ version: 1, language: 'en' }, { settings: printers });
    expect(await start()).toEqual(applied);
    expect(disk.settings()).toMatchObject(printers);
  });

  it('brings everything to a fresh counter', async () => {
    const { start, disk } = bench(whole, { existed: false });
    expect(await start()).toEqual(applied);
    const settings = disk.settings();
    expect(settings).toMatchObject({
      open: 'live',
      preferredBiller: 'dua',
      born: [],
      printing: whole.printing,
      shop: {
        language: 'en',
        theme: 'dark',
        shop: { name: 'Warung Bu Sri', address: '' },
        slip: { logo: null, footer: 'Terima kasih', qr: '' },
        pictureFolder: '/pictures',
      },
    });
    expect(settings.shop.numberRules.pdam).toEqual(whole.numberRules.pdam);
    const { rounding, keepsTill, lockAfterMinutes, lowDeposit, sounds } = whole;
    const { lotAsksAtOnce, basketRecap, keys } = whole;
    expect(settings.shop).toMatchObject({
      day: { zone: 'WIT', cutMinutes: 0 },
      fees: { pdam: 1500 },
      rounding,
      keepsTill,
      lockAfterMinutes,
      lowDeposit,
      sounds,
      lotAsksAtOnce,
      basketRecap,
      keys,
    });
    expect(settings.staff.map(({ name, role }) => ({ name, role }))).toEqual([
      { name: 'Sari', role: 'supervisor' },
      { name: 'Budi', role: 'cashier' },
    ]);
    expect(settings.shop.numberRules['pln-postpaid']).toMatchObject({ minLength: 12 });
    expect(settings.billers).toEqual({
      satu: { ...defaultProfile, ...whole.billers.satu.profile },
      dua: {
        ...defaultProfile,
        baseUrl: 'https://dua.example',
        finalAnswers: [],
        route: { ...defaultProfile.route, wholeSeconds: 60 },
      },
    });
    expect(disk.secrets('satu')).toEqual(canary);
    expect(disk.secrets('dua')).toEqual(whole.billers.dua.secrets);
    const pin = ownerPinOf(disk.store, fakeClock());
    expect(await pin.check(canaryPin)).toEqual({ ok: true, value: undefined });
  });

  it('leaves what it does not name as it was', async () => {
    const settings = { open: 'sandbox', billers: { satu: standing, tiga: standing } } as const;
    const { start, disk } = bench({ version: 1, theme: 'dark' }, { settings, secrets: { satu: other } });
    const before = disk.settings();
    expect(await start()).toEqual(applied);
    expect(disk.settings()).toEqual({ ...before, shop: { ...before.shop, theme: 'dark' } });
    expect(disk.secrets('satu')).toEqual(other);
  });

  it('is applied once: what is changed afterwards stays changed', async () => {
    const { start, disk, text } = bench(whole);
    expect(await start()).toEqual(applied);
    expect(JSON.parse(text())).toMatchObject({ applied: '2018-06-01T02:00:00.000Z' });
    disk.store.save({ ...disk.settings(), open: 'training', billers: {} });
    const after = disk.settings();
    expect(await start()).toEqual(none);
    expect(disk.settings()).toEqual(after);
  });

  it('stands on without its secrets, and with all else', async () => {
    const { start, text } = bench(whole);
    await start();
    const { pin: _pin, staff: _staff, billers, ...others } = whole;
    expect(JSON.parse(text())).toEqual({
      ...others,
      applied: '2018-06-01T02:00:00.000Z',
      billers: { satu: { profile: billers.satu.profile }, dua: { profile: billers.dua.profile } },
    });
  });

  it('sets the owner’s first PIN only', async () => {
    const first = bench({ version: 1, pin: '1111' });
    await first.start();
    const second = bench({ version: 1, pin: '2222' }, { disk: first.disk });
    const { pin } = first.disk.settings();
    expect(await second.start()).toEqual(applied);
    expect(first.disk.settings().pin).toEqual(pin);
    expect(second.text()).not.toContain('2222');
  });

  it('adds only people whose name is new, and leaves the PINs of the others', async () => {
    const first = bench(whole);
    await first.start();
    const [sari] = first.disk.settings().staff;
    const staff = [
      { name: ' SARI', role: 'cashier', pin: '9999' },
      { name: 'Wati', role: 'cashier', pin: '8888' },
    ];
    const second = bench({ version: 1, staff }, { disk: first.disk });
    expect(await second.start()).toEqual(applied);
    const after = first.disk.settings().staff;
    expect(after.map(({ name }) => name)).toEqual(['Sari', 'Budi', 'Wati']);
    expect(after[0]).toEqual(sari);
  });

  it('takes a fee away by 0', async () => {
    const { start, disk } = bench(
      { version: 1, fees: { pdam: 0, bpjs: 500 } },
      { settings: { shop: { ...plainShop, fees: { pdam: rupiah(1500), gas: rupiah(700) } } } },
    );
    expect(await start()).toEqual(applied);
    expect(disk.settings().shop.fees).toEqual({ bpjs: 500, gas: 700 });
  });

  it('as it is printed in the documentation is one that the billers’ own forms take', async () => {
    const example = path.resolve(import.meta.dirname, '../../../docs/provision.example.json');
    const { start, disk } = bench(fs.readFileSync(example, 'utf8'), { billers: billerDefinitions });
    expect(await start()).toEqual(applied);
    expect(Object.keys(disk.settings().billers).toSorted()).toEqual(['iak', 'teleanjar']);
  });
});

describe('the secrets of a provisioning file', () => {
  const secrets = [
    ...Object.values(canary),
    ...Object.values(whole.billers.dua.secrets),
    canaryPin,
    ...whole.staff.map(({ pin }) => pin),
  ];

  function expectNoSecretIn(where: string, text: string): void {
    for (const secret of secrets) {
      expect(text, where).not.toContain(secret);
      expect(text, where).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    }
  }

  it('are in no file of the counter afterwards, in no other beside it, and were in no message', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'provision.json');
    fs.writeFileSync(file, JSON.stringify(whole));
    const told: string[] = [];
    const log = {
      fault: (what: string) => void told.push(what),
      note: (what: string) => void told.push(what),
    };
    const opened = openSettings(path.join(folder, 'settings.json'), {
      defaults: defaultProfile,
      kindOf: () => undefined,
    });
    if (!opened.ok) throw new Error('unreadable');
    const vault = createSealedVault({
      file: path.join(folder, 'vault.json'),
      keyStore: fakeKeyStore(),
      monotonicMs: () => 0,
      onFault: () => undefined,
    });
    await vault.open();
    const clock = fakeClock();
    const result = await provision({
      places: [
        openProvisionFile(file, {
          isNamed: false,
          memory: openAppliedMemory(path.join(folder, 'applied-before.json')),
          onFault: () => undefined,
        }),
      ],
      onSticks: () => Promise.resolve([]),
      isUntouched: () => true,
      store: opened.value,
      vault,
      billers: billersToSetUp,
      ownerPin: ownerPinOf(opened.value, clock),
      clock,
      openAccounts: () => [],
      isLost: () => false,
      log,
    });
    expect(result).toEqual(applied);
    expect(vault.credentials('satu')).toEqual(canary);
    const files = fs.readdirSync(folder).toSorted();
    expect(files).toEqual(['provision.json', 'settings.json', 'vault.json']);
    for (const each of files) expectNoSecretIn(each, fs.readFileSync(path.join(folder, each), 'utf8'));
    expectNoSecretIn('messages', told.join('\n'));
  });

  it('are in no message where it is refused, whatever the reason', async () => {
    const { satu } = whole.billers;
    const refusals = [
      JSON.stringify(whole).slice(0, -1),
      { ...whole, pin: `${canaryPin}x` },
      { ...whole, billers: { satu: { ...satu, secrets: { ...canary, key: [canary['key']] } } } },
      { ...whole, billers: { satu: { ...satu, secrets: { [canary['key'] ?? '']: 1 } } } },
      { ...whole, billers: { satu: { ...satu, secrets: { [canary['key'] ?? '']: 'x' } } } },
      { ...whole, billers: { satu: { ...satu, profile: { baseUrl: canary['key'] } } } },
      { ...whole, applied: '2018-06-01T02:00:00.000Z' },
    ];
    for (const content of refusals) {
      const { start, told } = bench(content);
      const result = await start();
      expect(result.kind).toBe('refused');
      expectNoSecretIn('result', JSON.stringify(result));
      expectNoSecretIn('messages', told.join('\n'));
    }
  });
});

describe('a provisioning file that is refused', () => {
  const satu = (profile: object, secrets?: object) => ({
    version: 1,
    billers: { satu: { profile, ...(secrets === undefined ? {} : { secrets }) } },
  });
  const live = { baseUrl: 'https://new.example' };

  it.each<readonly [string, unknown, Options & FakeDiskOptions, string, string]>([
    ['is no JSON', '{', {}, 'not-json', ''],
    ['is empty', '', {}, 'not-json', ''],
    ['is of another version', { version: 2 }, {}, 'invalid', 'version'],
    ['holds a field that nobody knows', { version: 1, shops: {} }, {}, 'invalid', 'shops'],
    ['wants a kiosk that nobody has a PIN for', { version: 1, kiosk: true }, {}, 'invalid', 'kiosk'],
    ['brings people where no owner has a PIN', { version: 1, staff: whole.staff }, {}, 'invalid', 'staff'],
    [
      'brings two of one name',
      { ...whole, staff: [whole.staff[0], { ...whole.staff[1], name: 'sari' }] },
      {},
      'invalid',
      'staff.1.name',
    ],
    [
      'calls somebody as the owner is called in the records',
      { ...whole, staff: [{ ...whole.staff[1], name: 'Pemilik' }] },
      {},
      'invalid',
      'staff.0.name',
    ],
    ['holds a wrong value', { version: 1, shop: { name: 1 } }, {}, 'invalid', 'shop.name'],
    [
      'holds a field nobody knows deep inside',
      satu({ route: { seconds: 1 } }),
      {},
      'invalid',
      'billers.satu.profile.route.seconds',
    ],
    [
      'holds an option that is not offered',
      satu({ options: { format: 'sideways' } }),
      {},
      'invalid',
      'billers.satu.profile.options.format',
    ],
    [
      'holds an option that there is not',
      satu({ options: { colour: 'green' } }),
      {},
      'invalid',
      'billers.satu.profile.options.colour',
    ],
    [
      'takes a code for final that never is',
      satu({ finalAnswers: ['0014', '0068'] }),
      {},
      'invalid',
      'billers.satu.profile.finalAnswers.1',
    ],
    [
      'decides for a biller that decides itself',
      { version: 1, billers: { dua: { profile: { finalAnswers: ['00'] } } } },
      {},
      'invalid',
      'billers.dua.profile.finalAnswers.0',
    ],
    [
      'holds a secret nobody asks for',
      satu(live, { ...canary, x: 'y' }),
      {},
      'invalid',
      'billers.satu.secrets',
    ],
    [
      'holds a part of an account',
      satu(live, { user: 'k4n4ri-user' }),
      {},
      'credentials-missing',
      'billers.satu.secrets',
    ],
    ['names nobody', { version: 1, billers: { tiga: {} } }, {}, 'no-such-biller', 'billers.tiga'],
    ['prefers nobody', { version: 1, preferredBiller: 'tiga' }, {}, 'no-such-biller', 'preferredBiller'],
    [
      'opens what no biller is for',
      { ...satu({ baseUrl: 'https://test.example' }), open: 'live' },
      {},
      'no-such-biller',
      'open',
    ],
    [
      'goes where nobody must call',
      satu({ baseUrl: 'http://new.example' }),
      {},
      'address-not-allowed',
      'billers.satu.profile.baseUrl',
    ],
    [
      'brings secrets for no address',
      satu({}, canary),
      {},
      'address-not-allowed',
      'billers.satu.profile.baseUrl',
    ],
    ['finds no key store', satu(live, canary), { hasKeyStore: false }, 'no-key-store', ''],
    ['finds the accounts locked by a passphrase', satu(live, canary), { isLocked: true }, 'vault-locked', ''],
    [
      'moves a biller without its secrets',
      satu(live),
      { settings: { billers: { satu: standing } }, secrets: { satu: other } },
      'credentials-missing',
      'billers.satu.secrets',
    ],
    [
      'moves a biller that still has to answer',
      satu(live, canary),
      { settings: { billers: { satu: standing } }, open: [accountAt(standing.baseUrl, 'k4n4ri-user')] },
      'payment-unresolved',
      'billers.satu',
    ],
    [
      'changes the account of one that still has to answer',
      satu({}, canary),
      { settings: { billers: { satu: standing } }, open: [accountAt(standing.baseUrl, 'other-user')] },
      'payment-unresolved',
      'billers.satu',
    ],
    [
      'finds a ledger that nobody can read',
      satu(live, canary),
      { open: 'unreadable' },
      'payment-unresolved',
      'billers.satu',
    ],
    [
      'would have a counter train whose live settings are lost',
      satu(live, canary),
      { existed: false, wasLive: true },
      'was-live',
      'open',
    ],
  ])('because it %s stays as it is, and so does the counter', async (_why, content, options, code, where) => {
    const { start, disk, text, folder, told } = bench(content, options);
    const before = text();
    expect(await start()).toEqual(refused(code, where));
    expect(text()).toBe(before);
    expect(fs.readdirSync(folder)).toEqual(['provision.json']);
    expect(disk.moments).toEqual([]);
    expect(told.at(-1)).toContain(code);
  });

  it('changes nothing of the first biller because of a fault in the second', async () => {
    const dua = { profile: { baseUrl: 'not an address' } };
    const { start, disk } = bench({ ...whole, billers: { ...whole.billers, dua } });
    expect(await start()).toEqual(refused('address-not-allowed', 'billers.dua.profile.baseUrl'));
    expect(disk.moments).toEqual([]);
  });
});

describe('a provisioning file for a biller that still has to answer', () => {
  it('may change everything but address and account', async () => {
    const content = {
      version: 1,
      billers: { satu: { profile: { options: { format: 'long' }, route: { wholeSeconds: 90 } } } },
    };
    const settings = { billers: { satu: standing } };
    const { start, disk } = bench(content, {
      settings,
      secrets: { satu: other },
      open: [accountAt(standing.baseUrl, 'before')],
    });
    expect(await start()).toEqual(applied);
    expect(disk.settings().billers['satu']).toEqual({
      ...standing,
      options: { format: 'long' },
      route: { ...standing.route, wholeSeconds: 90 },
    });
  });

  it('may bring the account again that has to answer, also to a counter whose settings are lost', async () => {
    const content = { version: 1, billers: { satu: { profile: standing, secrets: canary } } };
    const open = [accountAt(standing.baseUrl, 'k4n4ri-user')];
    for (const billers of [{ satu: standing }, {}]) {
      const { start, disk } = bench(content, { settings: { billers }, open });
      expect(await start()).toEqual(applied);
      expect(disk.secrets('satu')).toEqual(canary);
    }
  });

  it('may open a live ledger on a counter whose settings were lost, if it says so', async () => {
    const { start, disk } = bench(whole, { existed: false, wasLive: true });
    expect(await start()).toEqual(applied);
    expect(disk.moments.every(({ settings }) => settings.open === 'live')).toBe(true);
  });
});

describe('a provisioning file that was cut off', () => {
  /** How many writes a whole application takes. */
  async function writesOfAll(): Promise<number> {
    const { start, disk } = bench(whole);
    await start();
    return disk.moments.length;
  }

  it('at whatever write, keeps its secrets, is applied whole by the next start, and never mixes accounts', async () => {
    const all = await writesOfAll();
    expect(all).toBeGreaterThan(5);
    for (let writes = 0; writes < all; writes += 1) {
      const settings = { billers: { satu: standing } };
      const { start, disk, text, folder } = bench(whole, { settings, secrets: { satu: other } });
      const before = text();
      disk.failAfter(writes);
      expect(await start()).toMatchObject({ kind: 'refused', code: 'file-not-written' });
      expect(text()).toBe(before);
      expect(fs.readdirSync(folder)).toEqual(['provision.json']);

      disk.failAfter(Number.POSITIVE_INFINITY);
      expect(await start()).toEqual(applied);
      expect(text()).not.toContain('k4n4ri');
      expect(disk.settings().billers['satu']?.baseUrl).toBe(whole.billers.satu.profile.baseUrl);
      expect(disk.secrets('satu')).toEqual(canary);
      expect(disk.settings().pin).not.toBeNull();
      for (const moment of disk.moments) {
        const address = moment.settings.billers['satu']?.baseUrl;
        const user = moment.secrets['satu']?.['user'];
        if (address === standing.baseUrl) expect(user).toBe(other.user);
        if (address === whole.billers.satu.profile.baseUrl) expect(user).toBe(canary['user']);
      }
    }
  });

  it('because it cannot be rewritten changes nothing on the counter', async () => {
    const { start, disk, file, text } = bench(whole);
    // Where the file that will replace it should be, something stands that cannot be removed as a file.
    fs.mkdirSync(path.join(`${file}.applied`, 'in the way'), { recursive: true });
    expect(await start()).toEqual(refused('file-not-written', ''));
    expect(disk.moments).toEqual([]);
    expect(JSON.parse(text())).toEqual(whole);
  });
});

describe('a provisioning file on a stick', () => {
  /** A stick with `content` on it. */
  function stick(content: unknown) {
    const folder = tempFolder();
    const file = path.join(folder, 'provision.json');
    fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    const onSticks = [
      openProvisionFile(file, {
        isNamed: false,
        memory: openAppliedMemory(path.join(folder, 'applied-before.json')),
        onFault: () => undefined,
      }),
    ];
    return { file, onSticks, text: () => fs.readFileSync(file, 'utf8') };
  }

  it('sets up a counter that is nobody’s yet, and has no secret in it afterwards', async () => {
    const { onSticks, text } = stick(whole);
    const { start, disk, file } = bench('', { onSticks });
    fs.rmSync(file);
    expect(await start()).toEqual(applied);
    expect(disk.settings().shop.shop.name).toBe('Warung Bu Sri');
    expect(text()).not.toContain('k4n4ri');
    expect(await start()).toEqual(none);
  });

  it.each<readonly [string, FakeDiskOptions['settings']]>([
    ['a PIN', { pin: { salt: 'x', hash: 'x', cost: 2 ** 14, failures: 0 } }],
    ['a biller', { billers: { satu: standing } }],
    ['a ledger for real money', { born: ['training', 'live'] }],
    ['a ledger for real money that is to be', { open: 'live' }],
  ])('is not even looked for at one that has %s', async (_what, settings) => {
    const { onSticks, text } = stick(whole);
    const before = text();
    const [seen] = onSticks;
    let reads = 0;
    const watched = onSticks.map((each) => ({ ...each, read: () => ((reads += 1), each.read()) }));
    const { start, disk, file } = bench('', { onSticks: watched, ...(settings && { settings }) });
    fs.rmSync(file);
    expect(await start()).toEqual(none);
    expect(reads).toBe(0);
    expect(disk.moments).toEqual([]);
    expect(text()).toBe(before);
    expect(seen?.read().kind).toBe('pending');
  });

  it('comes last: what lies with the counter counts, also once it is applied', async () => {
    const { onSticks, text } = stick({ version: 1, shop: { name: 'Dari stik' } });
    const { start, disk } = bench({ version: 1, shop: { name: 'Dari folder' } }, { onSticks });
    expect(await start()).toEqual(applied);
    expect(await start()).toEqual(none);
    expect(disk.settings().shop.shop.name).toBe('Dari folder');
    expect(text()).toContain('Dari stik');
  });

  it('that is wrong was seen by chance: it may be of another program', async () => {
    const { onSticks, file } = stick('{ "name": "another program" }');
    const counter = bench('', { onSticks });
    fs.rmSync(counter.file);
    expect(await counter.start()).toEqual({
      kind: 'refused',
      code: 'invalid',
      where: 'version',
      file,
      isByChance: true,
    });
    expect(counter.disk.moments).toEqual([]);
  });
});
