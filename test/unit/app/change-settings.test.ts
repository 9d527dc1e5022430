import { describe, expect, it } from 'vitest';
import { createChangeSettings } from '../../../electron/app/change-settings.ts';
import { createCounter } from '../../../electron/app/counter.ts';
import type { Account } from '../../../electron/billers/biller.ts';
import type { PolicyKept } from '../../../electron/app/keep-policy.ts';
import { printersOf } from '../../../electron/app/note-printing.ts';
import type { OwnerPin } from '../../../electron/app/owner-pin.ts';
import type { BillerId, BillerProfile } from '../../../shared/biller-profile.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import type { PrintingSettings } from '../../../shared/printing/printing-settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { settingsViewSchema } from '../../../shared/settings.ts';
import { instant } from '../../../shared/time.ts';
import {
  accountAt,
  billersToSetUp,
  canary,
  defaultProfile,
  fakeDisk,
  type FakeDiskOptions,
} from './billers-to-set-up.ts';
import { office, till, twoPrinters } from './two-printers.ts';
import { plainShop } from '../../fixtures/shop.ts';
import { nobodySignsIn } from '../../fixtures/counter-state.ts';

const standing: BillerProfile = { ...defaultProfile, baseUrl: 'https://old.example/trx' };
const elsewhere: BillerProfile = { ...standing, baseUrl: 'https://new.example/trx' };
const other = { user: 'other-user', key: 'other-key' };

interface Options extends FakeDiskOptions {
  readonly ledger?: LedgerKind;
  readonly hasPin?: boolean;
  /** What the computer's policy allows; everything where nothing is said. */
  readonly allows?: PolicyKept['allows'];
  readonly pinProblem?: 'wrong-pin' | 'pin-locked' | 'file-not-written';
}

function bench({
  ledger = 'live',
  hasPin = false,
  pinProblem,
  allows = () => true,
  ...options
}: Options = {}) {
  const disk = fakeDisk({
    ...options,
    settings: {
      open: ledger,
      shop: plainShop,
      printing: twoPrinters(),
      billers: { satu: standing },
      ...options.settings,
    },
  });
  const counter = createCounter({
    ...nobodySignsIn,
    ledger,
    billers: [],
    printers: printersOf(twoPrinters(), []),
    receiptPrinter: 'till',
    papersWaiting: 0,
    unresolved: 0,
    gaps: 0,
    stopped: null,
    clock: { kind: 'ok' },
    backup: { at: null, problem: null },
    exchange: null,
    ledgerRevision: 0,
  });
  const faults: string[] = [];
  const open = new Map<BillerId, readonly Account[] | 'unreadable'>();
  const lines = { isListening: false };
  let restarts = 0;
  /** What was stored each time the printers were said to be others. */
  const printersChanged: PrintingSettings[] = [];
  const ownerPin: OwnerPin = {
    hasPin: () => hasPin,
    check: () => Promise.resolve(ok(undefined)),
    set: () => Promise.resolve(pinProblem === undefined ? ok(undefined) : err(pinProblem)),
  };
  const change = createChangeSettings({
    store: disk.store,
    vault: disk.vault,
    billers: billersToSetUp,
    ledger,
    counter,
    ownerPin,
    policy: { view: null, allows },
    dataFolder: '/data',
    openAccounts(biller) {
      const accounts = open.get(biller) ?? [];
      if (accounts === 'unreadable') throw new Error('not a ledger');
      return accounts;
    },
    isListening: () => lines.isListening,
    restart: () => void (restarts += 1),
    onPrintersChanged: () => void printersChanged.push(disk.settings().printing),
    log: { fault: (what) => void faults.push(what), note: () => undefined },
  });
  const pay = (): void =>
    counter.change({
      exchange: {
        kind: 'payment',
        biller: 'satu',
        phase: 'connecting',
        since: instant(1),
        deadline: instant(2),
      },
    });
  return { change, counter, disk, faults, open, lines, pay, printersChanged, restarts: () => restarts };
}

const refused = (code: string) => ({ ok: false, error: { code } });

describe('the settings screen’s view', () => {
  it('is the contract’s: every biller, whether credentials are there, and never which', () => {
    const { change } = bench({ secrets: { satu: canary } });
    const view = change.view();
    expect(view).toMatchObject({
      preferredBiller: 'teleanjar',
      billers: [
        { form: { id: 'satu' }, profile: standing, hasCredentials: true, kind: 'live' },
        { form: { id: 'dua' }, profile: { baseUrl: '' }, hasCredentials: false, kind: null },
      ],
      hasPin: false,
      canKeepSecrets: true,
      ledger: 'live',
      dataFolder: '/data',
      printing: twoPrinters(),
    });
    expect(settingsViewSchema.parse(view)).toEqual(view);
    expect(JSON.stringify(view)).not.toContain('k4n4ri');
  });

  it('gives a profile of an older version the options that came since', () => {
    const { change } = bench({ settings: { billers: { satu: { ...standing, options: {} } } } });
    expect(change.view().billers[0]?.profile.options).toEqual({ format: 'short' });
  });
});

describe('saving how a biller is reached', () => {
  it('keeps the address and the secrets, shows no secret, and starts anew', async () => {
    const { change, disk, restarts } = bench();
    const result = await change.saveBiller('satu', elsewhere, canary);
    expect(result.ok && result.value.billers[0]?.hasCredentials).toBe(true);
    expect(JSON.stringify(result)).not.toContain('k4n4ri');
    expect(JSON.stringify(disk.settings())).not.toContain('k4n4ri');
    expect(disk.settings().billers).toEqual({ satu: elsewhere });
    expect(disk.secrets('satu')).toEqual(canary);
    expect(restarts()).toBe(1);
  });

  it('without credentials keeps those that are stored', async () => {
    const { change, disk } = bench({ secrets: { satu: canary } });
    const sameHost = { ...standing, baseUrl: 'https://old.example/other' };
    expect((await change.saveBiller('satu', sameHost, null)).ok).toBe(true);
    expect(disk.secrets('satu')).toEqual(canary);
    expect(disk.settings().billers['satu']).toEqual(sameHost);
  });

  it('leaves the other billers as they are, also one that this version does not know', async () => {
    const { change, disk } = bench({
      settings: { billers: { satu: standing, tiga: elsewhere } },
      secrets: { tiga: other },
    });
    await change.saveBiller('dua', elsewhere, canary);
    const dua = { ...elsewhere, finalAnswers: [] };
    expect(disk.settings().billers).toEqual({ satu: standing, tiga: elsewhere, dua });
    expect(disk.secrets('tiga')).toEqual(other);
  });

  it.each(['tiga', 'constructor'])('of %s, whom nobody knows, is refused', async (biller) => {
    const { change, disk } = bench();
    expect(await change.saveBiller(biller, elsewhere, canary)).toEqual(refused('no-such-biller'));
    expect(disk.moments).toEqual([]);
  });

  it('does not take the stored secrets to another host', async () => {
    const { change, disk } = bench({ secrets: { satu: canary } });
    expect(await change.saveBiller('satu', elsewhere, null)).toEqual(refused('credentials-missing'));
    expect(disk.moments).toEqual([]);
  });

  it('does not take them there by way of no address either', async () => {
    const { change, disk } = bench({ secrets: { satu: canary } });
    expect((await change.saveBiller('satu', { ...standing, baseUrl: '' }, null)).ok).toBe(true);
    expect(await change.saveBiller('satu', elsewhere, null)).toEqual(refused('credentials-missing'));
    expect(disk.settings().billers['satu']?.baseUrl).toBe('');
  });

  it.each([
    ['a part of the account', { user: 'k4n4ri-user' }],
    ['an empty part', { user: 'k4n4ri-user', key: '' }],
    ['a part that is too long', { user: 'k4n4ri-user', key: 'x'.repeat(21) }],
    ['nothing of what the form asks for', { password: 'k4n4ri' }],
  ])('with %s is refused whole', async (_what, secrets) => {
    const { change, disk } = bench();
    expect(await change.saveBiller('satu', elsewhere, secrets)).toEqual(refused('credentials-missing'));
    expect(disk.moments).toEqual([]);
  });

  it.each(['http://host.example/', 'not an address', ''])(
    'at %j, which must not be called, is refused, and no secret is kept',
    async (baseUrl) => {
      const { change, disk, restarts } = bench();
      expect(await change.saveBiller('satu', { ...standing, baseUrl }, canary)).toEqual(
        refused('address-not-allowed'),
      );
      expect(disk.moments).toEqual([]);
      expect(restarts()).toBe(0);
    },
  );

  it('with no address and no secrets puts the biller out of use', async () => {
    const { change, disk } = bench();
    expect((await change.saveBiller('satu', { ...standing, baseUrl: ' ' }, null)).ok).toBe(true);
    expect(disk.settings().billers['satu']?.baseUrl).toBe('');
  });

  it('with credentials and without a key store is refused whole: nothing is saved, no plain text', async () => {
    const { change, disk, restarts } = bench({ hasKeyStore: false });
    expect(await change.saveBiller('satu', elsewhere, canary)).toEqual(refused('no-key-store'));
    expect(disk.moments).toEqual([]);
    expect(restarts()).toBe(0);
  });

  it('drops what the form does not know', async () => {
    const { change, disk } = bench();
    const wanted = { ...elsewhere, options: { format: 'sideways', script: 'x' } };
    expect((await change.saveBiller('satu', wanted, { ...canary, token: 'k4n4ri' })).ok).toBe(true);
    expect(disk.settings().billers['satu']?.options).toEqual({ format: 'short' });
    expect(disk.secrets('satu')).toEqual(canary);
  });

  it('keeps an option that stands where the value wanted is not offered', async () => {
    const long = { ...standing, options: { format: 'long' } };
    const { change, disk } = bench({ settings: { billers: { satu: long } } });
    await change.saveBiller('satu', { ...standing, options: { format: 'sideways' } }, null);
    expect(disk.settings().billers['satu']?.options).toEqual({ format: 'long' });
  });
});

describe('what a running counter uses', () => {
  const changes: readonly (readonly [string, BillerProfile])[] = [
    ['an option', { ...standing, options: { format: 'long' } }],
    ['a deadline', { ...standing, route: { ...standing.route, wholeSeconds: 60 } }],
    ['what is sold', { ...standing, services: [] }],
  ];

  it.each(changes)('is %s of its ledger’s biller: a change starts anew', async (_what, profile) => {
    const { change, restarts } = bench();
    expect((await change.saveBiller('satu', profile, null)).ok).toBe(true);
    expect(restarts()).toBe(1);
  });

  it('is nothing that did not change', async () => {
    const { change, restarts } = bench();
    expect((await change.saveBiller('satu', structuredClone(standing), null)).ok).toBe(true);
    expect(restarts()).toBe(0);
  });

  it.each(['training', 'sandbox'] as const)('in %s is nothing of a biller of real money', async (ledger) => {
    const { change, disk, restarts } = bench({ ledger });
    expect((await change.saveBiller('satu', elsewhere, canary)).ok).toBe(true);
    expect(disk.settings().billers['satu']).toEqual(elsewhere);
    expect(restarts()).toBe(0);
  });

  it('is a biller that comes to its ledger, or leaves it', async () => {
    const test = { ...standing, baseUrl: 'https://test.example/trx' };
    const coming = bench({ ledger: 'sandbox' });
    await coming.change.saveBiller('satu', test, canary);
    const leaving = bench();
    await leaving.change.saveBiller('satu', test, canary);
    expect([coming.restarts(), leaving.restarts()]).toEqual([1, 1]);
  });

  it.each(changes)('is not changed by %s while a payment is under way', async (_what, profile) => {
    const { change, disk, pay, restarts } = bench();
    pay();
    expect(await change.saveBiller('satu', profile, null)).toEqual(refused('payment-unresolved'));
    expect(disk.moments).toEqual([]);
    expect(restarts()).toBe(0);
  });
});

const sentBy = (user: string, baseUrl = standing.baseUrl): readonly Account[] => [accountAt(baseUrl, user)];

describe('while a payment at a biller is unresolved', () => {
  it.each<readonly [string, Partial<BillerProfile>, typeof other | typeof canary | null]>([
    ['another host and another account', elsewhere, other],
    ['another account', {}, other],
    ['the same account at another host', elsewhere, canary],
    ['another host without secrets', elsewhere, null],
    ['no address', { baseUrl: '' }, null],
  ])('it does not get %s', async (_what, change, secrets) => {
    const { change: settings, disk, open } = bench({ secrets: { satu: canary } });
    open.set('satu', sentBy('k4n4ri-user'));
    expect(await settings.saveBiller('satu', { ...standing, ...change }, secrets)).toEqual(
      refused('payment-unresolved'),
    );
    expect(disk.moments).toEqual([]);
  });

  it('the same account may be given again, and its key be another', async () => {
    const { change, disk, open, restarts } = bench({ secrets: { satu: canary } });
    open.set('satu', sentBy('k4n4ri-user'));
    const rotated = { ...canary, key: 'a-new-key' };
    expect((await change.saveBiller('satu', standing, canary)).ok).toBe(true);
    expect((await change.saveBiller('satu', standing, rotated)).ok).toBe(true);
    expect(disk.secrets('satu')).toEqual(rotated);
    expect(restarts()).toBe(2);
  });

  it('the account that was lost with the key store may be given again', async () => {
    const { change, disk, open } = bench();
    open.set('satu', sentBy('k4n4ri-user'));
    expect((await change.saveBiller('satu', standing, canary)).ok).toBe(true);
    expect(disk.secrets('satu')).toEqual(canary);
  });

  it('another path of its host may be set, by the account that is stored', async () => {
    const samePlace = { ...standing, baseUrl: 'https://old.example/other' };
    const { change, disk, open } = bench({ secrets: { satu: canary } });
    open.set('satu', sentBy('k4n4ri-user'));
    expect((await change.saveBiller('satu', samePlace, null)).ok).toBe(true);
    expect(disk.settings().billers['satu']).toEqual(samePlace);
    open.set('satu', sentBy('somebody-before'));
    expect(await change.saveBiller('satu', standing, null)).toEqual(refused('payment-unresolved'));
  });

  it('sent by two accounts neither may be given', async () => {
    const { change, disk, open } = bench({ secrets: { satu: canary } });
    open.set('satu', [...sentBy('k4n4ri-user'), ...sentBy('other-user')]);
    for (const secrets of [canary, other]) {
      expect(await change.saveBiller('satu', standing, secrets)).toEqual(refused('payment-unresolved'));
    }
    expect(disk.moments).toEqual([]);
  });

  it('in a ledger that cannot be read, nobody knows by whom: the account stays, and it is told', async () => {
    const { change, disk, open, faults } = bench({ secrets: { satu: canary } });
    open.set('satu', 'unreadable');
    expect(await change.saveBiller('satu', standing, canary)).toEqual(refused('payment-unresolved'));
    expect(disk.moments).toEqual([]);
    expect(faults).toHaveLength(1);
    expect((await change.saveBiller('satu', { ...standing, options: { format: 'long' } }, null)).ok).toBe(
      true,
    );
  });

  it('everything else of it may change', async () => {
    const { change, disk, open } = bench({ secrets: { satu: canary } });
    open.set('satu', sentBy('somebody-before'));
    const patient = {
      ...standing,
      options: { format: 'long' },
      services: [],
      finalAnswers: [],
      route: { ...standing.route, wholeSeconds: 90, pin: `${'A'.repeat(43)}=` },
    };
    expect((await change.saveBiller('satu', patient, null)).ok).toBe(true);
    expect(disk.settings().billers['satu']).toEqual(patient);
  });

  it('another biller may be set up', async () => {
    const { change, open } = bench();
    open.set('satu', sentBy('k4n4ri-user'));
    expect((await change.saveBiller('dua', elsewhere, canary)).ok).toBe(true);
  });

  it('no address changes while one connects, whose row is not in the book yet', async () => {
    const { change, disk, pay } = bench({ ledger: 'training' });
    pay();
    expect(await change.saveBiller('satu', elsewhere, canary)).toEqual(refused('payment-unresolved'));
    expect(disk.moments).toEqual([]);
  });
});

describe('while a late answer may still come', () => {
  it('nothing starts the program anew', async () => {
    const { change, disk, lines, restarts } = bench({ secrets: { satu: canary } });
    lines.isListening = true;
    const attempts = [
      await change.saveBiller('satu', { ...standing, options: { format: 'long' } }, null),
      await change.saveBiller('satu', standing, canary),
      change.preferBiller('dua'),
      change.switchLedger('training'),
      change.switchLedger('live'),
    ];
    for (const attempt of attempts) expect(attempt).toEqual(refused('payment-unresolved'));
    expect(disk.moments).toEqual([]);
    expect(restarts()).toBe(0);
  });

  it('what does not start it anew may be saved', async () => {
    const { change, lines, restarts } = bench({ ledger: 'training' });
    lines.isListening = true;
    expect((await change.saveBiller('satu', elsewhere, canary)).ok).toBe(true);
    expect(change.addFinalAnswer('satu', 'nomor salah').ok).toBe(true);
    expect(change.saveShop(plainShop).ok).toBe(true);
    expect(restarts()).toBe(0);
  });
});

describe('address and secrets', () => {
  const allowed = (moments: ReturnType<typeof fakeDisk>['moments']): void => {
    for (const { settings, secrets } of moments) {
      const { baseUrl } = settings.billers['satu'] ?? defaultProfile;
      const { user } = secrets['satu'] ?? {};
      if (baseUrl.includes('old.example')) expect(user).toBe(other.user);
      if (baseUrl.includes('new.example')) expect(user).toBe(canary['user']);
    }
  };

  it('never stand together that were not given for each other, at whatever moment the power fails', async () => {
    const { change, disk } = bench({ secrets: { satu: other } });
    expect((await change.saveBiller('satu', elsewhere, canary)).ok).toBe(true);
    expect(disk.moments.length).toBeGreaterThan(1);
    allowed(disk.moments);
  });

  it.each([0, 1, 2])('nor where the disk is full after %i writes, which is told', async (writes) => {
    const { change, disk, faults, restarts } = bench({ secrets: { satu: other } });
    disk.failAfter(writes);
    expect(await change.saveBiller('satu', elsewhere, canary)).toEqual(refused('file-not-written'));
    allowed([...disk.moments, { settings: disk.settings(), secrets: { satu: disk.secrets('satu') ?? {} } }]);
    expect(disk.settings().billers['satu']?.baseUrl).not.toBe(elsewhere.baseUrl);
    expect(faults.length).toBeGreaterThan(0);
    expect(restarts()).toBe(0);
  });

  it('stand as they did where the secrets cannot be stored and the settings can', async () => {
    const { change, disk } = bench({ secrets: { satu: other } });
    Object.assign(disk.vault, { store: () => err('file-not-written') });
    expect(await change.saveBiller('satu', elsewhere, canary)).toEqual(refused('file-not-written'));
    expect(disk.settings().billers['satu']).toEqual(standing);
  });
});

describe('final answers', () => {
  const withAnswers = (...finalAnswers: string[]): BillerProfile => ({ ...standing, finalAnswers });
  const finalAnswers = (disk: ReturnType<typeof fakeDisk>, biller = 'satu') =>
    disk.settings().billers[biller]?.finalAnswers;

  it('are kept each once, without the codes that never are final', async () => {
    const { change, disk } = bench();
    const wanted = withAnswers('0014', ' salah nomor ', 'salah nomor', '', '0068', 'SWT:0068', 'kode 0068!');
    await change.saveBiller('satu', wanted, null);
    expect(finalAnswers(disk)).toEqual(['0014', 'salah nomor']);
  });

  it('are none where the biller’s own table decides', async () => {
    const { change, disk } = bench();
    await change.saveBiller('dua', { ...elsewhere, finalAnswers: ['00'] }, canary);
    expect(finalAnswers(disk, 'dua')).toEqual([]);
  });

  it('can only be taken away once there is an owner’s PIN', async () => {
    const { change, disk } = bench({ hasPin: true, settings: { billers: { satu: withAnswers('a', 'b') } } });
    await change.saveBiller('satu', withAnswers('b', 'c'), null);
    expect(finalAnswers(disk)).toEqual(['b']);
  });

  it('are added one by one for whoever has shown the PIN, without starting anew', () => {
    const { change, disk, restarts, open } = bench({ hasPin: true });
    open.set('satu', sentBy('k4n4ri-user'));
    expect(change.addFinalAnswer('satu', ' nomor salah ').ok).toBe(true);
    expect(change.addFinalAnswer('satu', 'nomor salah').ok).toBe(true);
    expect(finalAnswers(disk)).toEqual(['0014', 'nomor salah']);
    expect(restarts()).toBe(0);
  });

  it.each([
    ['nothing', 'satu', ' '],
    ['a code that never is final', 'satu', '0068'],
    ['a text with such a code', 'satu', 'GAGAL 0068'],
    ['such a code written together', 'satu', 'SWT0068'],
    ['such a code between underlines', 'satu', 'rc_0068_x'],
    ['more than a line', 'satu', 'x'.repeat(301)],
    ['a biller whose table decides', 'dua', 'nomor salah'],
  ])('cannot be %s', (_what, biller, text) => {
    const { change, disk } = bench();
    expect(change.addFinalAnswer(biller, text)).toEqual(refused('no-such-text'));
    expect(disk.moments).toEqual([]);
  });

  it('cannot be more than the profile holds', () => {
    const full = withAnswers(...Array.from({ length: 100 }, (_, n) => `text ${n}`));
    const { change, disk } = bench({ settings: { billers: { satu: full } } });
    expect(change.addFinalAnswer('satu', 'one more')).toEqual(refused('no-such-text'));
    expect(disk.moments).toEqual([]);
  });

  it('of nobody, or that cannot be written, are not added', () => {
    const { change, disk } = bench();
    expect(change.addFinalAnswer('tiga', 'x')).toEqual(refused('no-such-biller'));
    disk.failAfter(0);
    expect(change.addFinalAnswer('satu', 'nomor salah')).toEqual(refused('file-not-written'));
    expect(finalAnswers(disk)).toEqual(['0014']);
  });
});

describe('saving the shop', () => {
  it('shows at once, and touches neither the billers nor the ledger', () => {
    const { change, counter, restarts, disk } = bench();
    const before = disk.settings();
    const shop = {
      ...plainShop,
      language: 'en',
      theme: 'dark',
      shop: { name: 'Toko', address: '' },
      slip: { logo: null, footer: 'Terima kasih', qr: 'https://example.id' },
    } as const;
    expect(change.saveShop(shop).ok).toBe(true);
    expect(disk.settings()).toEqual({ ...before, shop });
    expect(counter.state()).toMatchObject({
      language: 'en',
      theme: 'dark',
      shopName: 'Toko',
    });
    expect(restarts()).toBe(0);
  });

  it('leaves the printers as they are', () => {
    const { change, counter, printersChanged } = bench();
    const { printers } = counter.state();
    change.saveShop({ ...plainShop, theme: 'light' });
    expect(counter.state().printers).toBe(printers);
    expect(printersChanged).toEqual([]);
  });

  it('is possible while a payment is unresolved or under way', () => {
    const { change, open, pay } = bench();
    open.set('satu', sentBy('k4n4ri-user'));
    pay();
    expect(change.saveShop(plainShop).ok).toBe(true);
  });

  it('that cannot be written changes nothing on the screen', () => {
    const { change, counter, disk } = bench();
    disk.failAfter(0);
    expect(change.saveShop({ ...plainShop, language: 'en' })).toEqual(refused('file-not-written'));
    expect(counter.state()).toMatchObject({ language: 'id', revision: 0 });
  });
});

describe('saving the printers', () => {
  const speaks = { answers: 'yes', confirms: 'yes' } as const;
  const seen = [
    { id: 'till', name: 'Kasir', isScreen: false, status: 'ok', problem: null },
    { id: 'office', name: 'Kantor', isScreen: false, status: 'attention', problem: 'paper-out' },
  ] as const;

  function known() {
    const made = bench({ settings: { printerMemory: { till: speaks, office: speaks } } });
    made.counter.change({ printers: seen });
    return made;
  }

  it('stores and shows them at once, tells whoever runs them, and starts nothing anew', () => {
    const { change, counter, disk, printersChanged, restarts } = known();
    const before = disk.settings();
    const printing = twoPrinters({ receipts: 'office', reports: 'till', askAfterMinutes: 30 });
    expect(change.savePrinting(printing)).toEqual(ok(change.view()));
    expect(change.view().printing).toEqual(printing);
    expect(disk.settings()).toEqual({ ...before, printing });
    expect(counter.state()).toMatchObject({ printers: seen, receiptPrinter: 'office' });
    expect(printersChanged).toEqual([printing]);
    expect(restarts()).toBe(0);
  });

  it.each([
    ['its connection', { ...till, connection: office.connection }],
    ['what it is asked', { ...till, profile: { ...till.profile, asksStatus: false } }],
  ])('forgets what one showed where %s is another, and nothing of the others', (_what, changed) => {
    const { change, counter, disk } = known();
    change.savePrinting(twoPrinters({ printers: [changed, office] }));
    expect(disk.settings().printerMemory).toEqual({ office: speaks });
    expect(counter.state().printers).toEqual([
      { id: 'till', name: 'Kasir', isScreen: false, status: 'unknown', problem: null },
      seen[1],
    ]);
  });

  it('keeps what one showed where only its name or its paper is another', () => {
    const { change, counter, disk } = known();
    const renamed = { ...till, name: 'Depan', profile: { ...till.profile, feedLines: 7 } };
    change.savePrinting(twoPrinters({ printers: [renamed, office] }));
    expect(disk.settings().printerMemory).toEqual({ till: speaks, office: speaks });
    expect(counter.state().printers).toEqual([{ ...seen[0], name: 'Depan' }, seen[1]]);
  });

  it('forgets one that is gone, and knows nothing of one that is new', () => {
    const { change, counter, disk } = known();
    const kitchen = { ...till, id: 'kitchen', name: 'Dapur' };
    change.savePrinting(twoPrinters({ printers: [kitchen, office], receipts: 'kitchen' }));
    expect(disk.settings().printerMemory).toEqual({ office: speaks });
    expect(counter.state()).toMatchObject({
      printers: [{ id: 'kitchen', status: 'unknown', problem: null }, seen[1]],
      receiptPrinter: 'kitchen',
    });
  });

  it('is possible while a payment is unresolved or under way', () => {
    const { change, open, pay } = bench();
    open.set('satu', sentBy('k4n4ri-user'));
    pay();
    expect(change.savePrinting(twoPrinters()).ok).toBe(true);
  });

  it('that cannot be written changes nothing and tells nobody', () => {
    const { change, counter, disk, printersChanged } = known();
    const { revision } = counter.state();
    const before = disk.settings();
    disk.failAfter(0);
    expect(change.savePrinting(twoPrinters({ receipts: 'office' }))).toEqual(refused('file-not-written'));
    expect(counter.state().revision).toBe(revision);
    expect(disk.settings()).toEqual(before);
    expect(printersChanged).toEqual([]);
  });
});

describe('preferring a biller', () => {
  it('is kept and starts anew, since what is sold by whom is the same for a whole run', () => {
    const { change, disk, restarts } = bench();
    expect(change.preferBiller('dua').ok).toBe(true);
    expect(disk.settings().preferredBiller).toBe('dua');
    expect(change.preferBiller('dua').ok).toBe(true);
    expect(restarts()).toBe(1);
  });

  it('that nobody knows, or while a payment is under way, is refused', () => {
    const { change, disk, pay } = bench();
    expect(change.preferBiller('tiga')).toEqual(refused('no-such-biller'));
    pay();
    expect(change.preferBiller('dua')).toEqual(refused('payment-unresolved'));
    expect(disk.moments).toEqual([]);
  });
});

describe('setting the owner’s PIN', () => {
  it('answers the view, or why it was not set', async () => {
    expect(await bench({ hasPin: true }).change.setPin(null, '1234')).toMatchObject({
      ok: true,
      value: { hasPin: true },
    });
    for (const pinProblem of ['wrong-pin', 'pin-locked', 'file-not-written'] as const) {
      expect(await bench({ pinProblem }).change.setPin('1', '2')).toEqual(refused(pinProblem));
    }
  });
});

describe('switching the ledger', () => {
  const test = { ...standing, baseUrl: 'https://test.example/trx' };

  it.each(['sandbox', 'live'] as const)('to %s needs a biller of that kind with its credentials', (to) => {
    const satu = to === 'live' ? standing : test;
    const dua = to === 'live' ? test : standing;
    const settings = { billers: { satu, dua } };
    const nobody = bench({ ledger: 'training', settings: { billers: { dua } }, secrets: { dua: canary } });
    expect(nobody.change.switchLedger(to)).toEqual(refused('no-such-biller'));
    const keyless = bench({ ledger: 'training', settings, secrets: { dua: canary } });
    expect(keyless.change.switchLedger(to)).toEqual(refused('credentials-missing'));
    const storeless = bench({
      ledger: 'training',
      settings,
      secrets: { satu: canary },
      hasKeyStore: false,
    });
    expect(storeless.change.switchLedger(to)).toEqual(refused('no-key-store'));
    const ready = bench({ ledger: 'training', settings, secrets: { satu: canary } });
    expect(ready.change.switchLedger(to)).toEqual({ ok: true, value: undefined });
    expect(ready.disk.settings().open).toBe(to);
    expect([nobody, keyless, storeless, ready].map(({ restarts }) => restarts())).toEqual([0, 0, 0, 1]);
  });

  it('to training is always possible, and starts anew', () => {
    const { change, restarts, disk, open } = bench({ hasKeyStore: false });
    open.set('satu', sentBy('k4n4ri-user'));
    expect(change.switchLedger('training')).toEqual({ ok: true, value: undefined });
    expect(disk.settings().open).toBe('training');
    expect(restarts()).toBe(1);
  });

  it('while a payment is under way, or that cannot be written, does not start anew', () => {
    const { change, restarts, disk, pay } = bench();
    disk.failAfter(0);
    expect(change.switchLedger('training')).toEqual(refused('file-not-written'));
    pay();
    expect(change.switchLedger('training')).toEqual(refused('payment-unresolved'));
    expect(restarts()).toBe(0);
  });
});

describe('what the computer’s policy sets', () => {
  it('is changed by no request: nothing is stored, nothing restarts', async () => {
    const { change, disk, restarts } = bench({
      settings: { billers: { satu: standing, dua: { ...standing, finalAnswers: [] } } },
      allows: (next) =>
        next.shop.shop.name === plainShop.shop.name &&
        next.printing.askAfterMinutes === twoPrinters().askAfterMinutes &&
        next.preferredBiller === 'teleanjar' &&
        next.open === 'live' &&
        next.billers['satu']?.baseUrl === standing.baseUrl &&
        next.billers['satu'].finalAnswers.length === standing.finalAnswers.length,
    });
    const before = disk.settings();
    const bySetting = refused('set-by-policy');
    expect(change.saveShop({ ...plainShop, shop: { ...plainShop.shop, name: 'Lain' } })).toEqual(bySetting);
    expect(change.savePrinting({ ...twoPrinters(), askAfterMinutes: 99 })).toEqual(bySetting);
    expect(await change.saveBiller('satu', elsewhere, canary)).toEqual(bySetting);
    expect(change.preferBiller('dua')).toEqual(bySetting);
    expect(change.switchLedger('training')).toEqual(bySetting);
    expect(change.withFinalAnswer('satu', 'salah')).toEqual(bySetting);
    expect(change.addFinalAnswer('satu', 'salah')).toEqual(bySetting);
    expect(disk.settings()).toEqual(before);
    expect(disk.moments).toEqual([]);
    expect(restarts()).toBe(0);
    expect(change.saveShop({ ...plainShop, sounds: !plainShop.sounds }).ok).toBe(true);
  });
});
