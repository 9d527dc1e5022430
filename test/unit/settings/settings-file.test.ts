import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../electron/settings/settings.ts';
import { form } from '../../../electron/billers/teleanjar/form.ts';
import type { FormerBiller } from '../../../electron/settings/former-settings.ts';
import { defaultSettings, openSettings } from '../../../electron/settings/settings-file.ts';
import { billerProfileSchema } from '../../../shared/biller-profile.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { defaultNumberRules } from '../../../shared/products.ts';
import { usualScreens } from '../../../shared/screens.ts';
import { defaultProfile } from '../app/billers-to-set-up.ts';
import { office, till, twoPrinters } from '../app/two-printers.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

const newFile = (): string => path.join(tempFolder(), 'data', 'settings.json');

/** Teleanjar's definition, as main hands it in. */
const former: FormerBiller = {
  defaults: {
    ...defaultProfile,
    options: { separator: 'pipe', statusCall: 'off' },
    services: [
      { product: 'pln-postpaid', code: 'TODAY-POST', name: 'PLN pascabayar', asks: [] },
      { product: 'pln-prepaid', code: 'TODAY-PRE', name: 'Token listrik', asks: [] },
      { product: 'pdam', code: 'TODAY-PDAM', name: 'PDAM', asks: [] },
    ],
  },
  kindOf: (address) =>
    address.includes('/trxdev') ? 'sandbox' : address.startsWith('https://') ? 'live' : undefined,
};

function opened(file: string) {
  const result = openSettings(file, former);
  if (!result.ok) throw new Error('unreadable');
  return result.value;
}

const changed: Settings = {
  ...defaultSettings,
  open: 'live',
  born: ['training', 'live'],
  shop: {
    ...defaultSettings.shop,
    language: 'en',
    shop: { name: 'Loket Bu Sri ☂', address: 'Jl. Nangka "1"\\2' },
    slip: { logo: { widthDots: 8, rows: 1, bits: 'gA==' }, footer: 'Terima kasih', qr: 'https://x.id' },
  },
  printing: twoPrinters(),
  printerMemory: { till: { answers: 'yes', confirms: 'never' } },
  preferredBiller: 'iak',
  billers: {
    iak: { ...defaultProfile, baseUrl: 'https://host.example' },
    'a-biller-of-tomorrow': { ...defaultProfile, options: { colour: 'green' } },
  },
  pin: { salt: 'A'.repeat(24), hash: 'B'.repeat(44), cost: 16_384, failures: 2 },
};

const formerScreen = { kind: 'screen', paper: '58mm' };
const hotDrawer = { pin: 2, onMs: 5_000, offMs: 200 };
const withPrinting = (over: object) => ({ ...changed, printing: { ...twoPrinters(), ...over } });
const withTill = (over: object) => withPrinting({ printers: [{ ...till, ...over }, office] });

/** Settings that the types allow an attacker, or a hand in the file, to write. */
const invalid: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['a list', []],
  ['another version', { ...defaultSettings, version: 5 }],
  ['no version', { ...defaultSettings, version: undefined }],
  ['an unknown field', { ...defaultSettings, password: 'x' }],
  ['an unknown field of the shop', { ...defaultSettings, shop: { ...defaultSettings.shop, more: 1 } }],
  ['an unknown ledger', { ...defaultSettings, open: 'biller' }],
  ['secrets among the settings', { ...changed, billers: { iak: { ...defaultProfile, secrets: {} } } }],
  ['a biller whose name is none', { ...changed, billers: { 'I.A.K': defaultProfile } }],
  ['a PIN as it is typed', { ...changed, pin: '4711' }],
  ['a PIN that is checked for nothing', { ...changed, pin: { ...changed.pin, cost: 2 } }],
  ['a PIN that is checked forever', { ...changed, pin: { ...changed.pin, cost: 2 ** 30 } }],
  ['a PIN whose cost is none', { ...changed, pin: { ...changed.pin, cost: 16_385 } }],
  ['the printer of before', { ...defaultSettings, shop: { ...defaultSettings.shop, printer: formerScreen } }],
  ['no printer', { ...changed, printing: { ...twoPrinters(), printers: [] } }],
  ['a printer without its port', withTill({ connection: { kind: 'network', host: 'h' } })],
  ['a port that is none', withTill({ connection: { kind: 'network', host: 'h', port: 65_536 } })],
  ['a file that is none of a printer', withTill({ connection: { kind: 'file', path: '/etc/passwd' } })],
  ['a queue whose name is an option', withTill({ connection: { kind: 'queue', name: '-o raw' } })],
  ['a printer of an unknown kind', withTill({ connection: { kind: 'fax' } })],
  ['a pulse that burns a drawer’s coil', withTill({ profile: { ...till.profile, drawer: hotDrawer } })],
  ['two printers of one name for themselves', withPrinting({ printers: [till, till] })],
  ['receipts that go to no printer', withPrinting({ receipts: 'gone' })],
  ['lists that go to no printer', withPrinting({ reports: 'gone' })],
  ['a memory that is none', { ...changed, printerMemory: { till: { answers: 'maybe', confirms: 'yes' } } }],
  [
    'a rule for a product that is not sold',
    {
      ...defaultSettings,
      shop: {
        ...defaultSettings.shop,
        numberRules: {
          ...defaultSettings.shop.numberRules,
          pulsa: { alphabet: 'digits', minLength: 4, maxLength: 5 },
        },
      },
    },
  ],
  ['a missing rule', { ...defaultSettings, shop: { ...defaultSettings.shop, numberRules: {} } }],
  [
    'a rule nobody can fit',
    {
      ...defaultSettings,
      shop: {
        ...defaultSettings.shop,
        numberRules: {
          ...defaultSettings.shop.numberRules,
          'pln-postpaid': { alphabet: 'digits', minLength: 13, maxLength: 12 },
        },
      },
    },
  ],
  [
    'a shop name longer than its line',
    { ...defaultSettings, shop: { ...defaultSettings.shop, shop: { name: 'x'.repeat(41), address: '' } } },
  ],
];

describe('the settings of a fresh counter', () => {
  it('train, on the screen, and nothing is written before somebody saves', () => {
    const file = newFile();
    const store = opened(file);
    expect(store.existed).toBe(false);
    expect(store.get()).toEqual(defaultSettings);
    expect(store.get()).toMatchObject({
      open: 'training',
      printing: { printers: [{ connection: { kind: 'screen' } }] },
    });
    expect(store.get()).toMatchObject({ preferredBiller: 'teleanjar', billers: {}, pin: null });
    expect(fs.existsSync(path.dirname(file))).toBe(false);
  });

  it('are themselves settings that may be saved', () => {
    const file = newFile();
    opened(file).save(defaultSettings);
    expect(opened(file).get()).toEqual(defaultSettings);
    expect(opened(file).existed).toBe(true);
  });
});

describe('keys that a shop set before there was a basket', () => {
  it('stay, and are written with the next change; what came later is on a free key', () => {
    const file = newFile();
    const older = { ...changed, shop: { ...changed.shop, keys: { reprint: 'F10' } } };
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(older));
    const store = opened(file);
    const keys = { reprint: 'F10', basket: 'F9' };
    expect(store.get()).toEqual({ ...changed, shop: { ...changed.shop, keys } });
    store.save({ ...store.get(), isIntroduced: true });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ shop: { keys } });
  });
});

describe('saving settings', () => {
  it('keeps them for this run and for the next', () => {
    const file = newFile();
    const store = opened(file);
    store.save(changed);
    expect(store.get()).toEqual(changed);
    expect(opened(file).get()).toEqual(changed);
  });

  it.skipIf(process.platform === 'win32')(
    'makes a file only its owner can read, also over an open one',
    () => {
      const file = newFile();
      opened(file).save(defaultSettings);
      expect(fs.statSync(file).mode & 0o777).toBe(0o600);
      fs.chmodSync(file, 0o644);
      opened(file).save(changed);
      expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    },
  );

  it('leaves no other file beside it', () => {
    const file = newFile();
    opened(file).save(changed);
    opened(file).save(defaultSettings);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['settings.json']);
  });

  it.each(invalid)('of %s is refused, and what was set stays set', (_what, settings) => {
    const file = newFile();
    const store = opened(file);
    store.save(changed);
    const before = fs.readFileSync(file, 'utf8');
    expect(() => store.save(settings as Settings)).toThrow();
    expect(store.get()).toEqual(changed);
    expect(fs.readFileSync(file, 'utf8')).toBe(before);
  });

  it('throws where the folder cannot be made, and what was set stays set', () => {
    const folder = tempFolder();
    fs.writeFileSync(path.join(folder, 'data'), 'a file where the folder should be');
    const store = opened(path.join(folder, 'data', 'settings.json'));
    expect(() => store.save(changed)).toThrow();
    expect(store.get()).toEqual(defaultSettings);
  });
});

describe('a settings file that cannot be understood', () => {
  const refused = (content: string | Uint8Array): void => {
    const file = path.join(tempFolder(), 'settings.json');
    fs.writeFileSync(file, content);
    expect(openSettings(file, former)).toEqual({ ok: false, error: { file } });
    expect(fs.readFileSync(file).equals(Buffer.from(content))).toBe(true);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['settings.json']);
  };

  it.each([
    ['empty', ''],
    ['cut short', JSON.stringify(defaultSettings).slice(0, -1)],
    ['null', 'null'],
    ['of NULs, as a crash leaves it', '\0'.repeat(600)],
    ['of another program', '{"version":1}'],
  ])('because it is %s is named and left alone, byte for byte', (_why, content) => refused(content));

  it.each(invalid.slice(1))('because it holds %s is named and left alone', (_why, settings) =>
    refused(JSON.stringify(settings)),
  );

  it('is never taken for settings, wherever the file was cut', () => {
    const whole = `${JSON.stringify(changed, null, 2)}\n`;
    const folder = tempFolder();
    const file = path.join(folder, 'settings.json');
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 3 }), (length) => {
        fs.writeFileSync(file, whole.slice(0, length));
        expect(openSettings(file, former).ok).toBe(false);
        expect(fs.readFileSync(file, 'utf8')).toBe(whole.slice(0, length));
      }),
    );
  });

  it('because it is a folder is named', () => {
    const file = tempFolder();
    expect(openSettings(file, former)).toEqual({ ok: false, error: { file } });
  });
});

const formerNetwork = { kind: 'network', paper: '80mm', host: '192.168.1.50', port: 9100 };
/** The shop's settings while one printer was among them. */
const formerShop = (() => {
  const {
    slip: _slip,
    day: _day,
    fees: _fees,
    rounding: _rounding,
    keepsTill: _keepsTill,
    lockAfterMinutes: _lockAfterMinutes,
    lowDeposit: _lowDeposit,
    sounds: _sounds,
    lotAsksAtOnce: _lotAsksAtOnce,
    basketRecap: _basketRecap,
    keys: _keys,
    ...shop
  } = changed.shop;
  return { ...shop, printer: formerNetwork };
})();

function readFormer(content: unknown) {
  const file = path.join(tempFolder(), 'settings.json');
  fs.writeFileSync(file, JSON.stringify(content));
  return { file, result: openSettings(file, former) };
}

/** A file of an earlier version, as it is read today. */
function read(content: unknown) {
  const { file, result } = readFormer(content);
  if (!result.ok) throw new Error('unreadable');
  return { file, store: result.value };
}

/** One printer for everything, of which nothing is known yet. */
const onlyPrinter = (id: string, name: string, connection: object, model: '58mm' | '80mm') => ({
  printing: {
    printers: [{ id, name, connection, profile: printerProfiles[model] }],
    receipts: id,
    reports: id,
    askAfterMinutes: 10,
  },
  printerMemory: {},
});

/** What the one printer could be, and what it is today. */
const formerPrinters = [
  [formerScreen, onlyPrinter('screen', 'Layar', { kind: 'screen' }, '58mm')],
  [{ kind: 'screen', paper: '80mm' }, onlyPrinter('screen', 'Layar', { kind: 'screen' }, '80mm')],
  [
    { kind: 'file', paper: '58mm', path: '/dev/usb/lp0' },
    onlyPrinter('file', 'Berkas', { kind: 'file', path: '/dev/usb/lp0' }, '58mm'),
  ],
  [
    formerNetwork,
    onlyPrinter('network', 'Printer jaringan', { kind: 'network', host: '192.168.1.50', port: 9100 }, '80mm'),
  ],
] as const;

/** What no version has written for a printer, or written in one of its fields. */
const brokenPrinters: readonly (readonly [string, unknown])[] = [
  ['none', undefined],
  ['null', null],
  ['one of today', till],
  ['one of no kind', { paper: '58mm' }],
  ['one of a kind of today', { kind: 'usb', paper: '58mm', vendorId: 1, productId: 1, serialNumber: '' }],
  ['one of an unknown paper', { kind: 'screen', paper: '57mm' }],
  ['one with an unknown field', { ...formerNetwork, colour: 'red' }],
  ['one with another kind’s field', { kind: 'screen', paper: '58mm', port: 9100 }],
  ['one without its host', { kind: 'network', paper: '58mm', port: 9100 }],
  ['one with a port that is none', { ...formerNetwork, port: 0 }],
  ['one with a port in words', { ...formerNetwork, port: '9100' }],
  ['one that would write over a file of somebody', { kind: 'file', paper: '58mm', path: '/home/x/a.txt' }],
  ['one that would write outside of devices', { kind: 'file', paper: '58mm', path: '/dev/../etc/passwd' }],
];

/** Everything of today but who signs in, what its screens do, which counter it is, and whether anybody was shown around. */
const {
  staff: _staff,
  isIntroduced: _isIntroduced,
  screens: _screens,
  counterId: _counterId,
  retired: _retired,
  updates: _updates,
  ...oneCashier
} = changed;

describe('settings of the time when nobody signed in', () => {
  const { printer: _printer, ...shop } = formerShop;
  const content = { ...oneCashier, version: 3, shop: { ...shop, slip: changed.shop.slip } };

  it('are understood: everything works as before, and nobody is shown around', () => {
    const { file, store } = read(content);
    expect(store.get()).toEqual({ ...changed, isIntroduced: true });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(content);
    expect(() => store.save(store.get())).not.toThrow();
  });

  it.each([
    ['staff of today', { staff: [] }],
    ['screens of today', { screens: usualScreens }],
    ['a fee of today', { shop: { ...content.shop, fees: {} } }],
    ['a missing part', { printing: undefined }],
  ])('that hold %s are named and left alone', (_what, over) => {
    const { result } = readFormer({ ...content, ...over });
    expect(result.ok).toBe(false);
  });
});

describe('settings of the time when there was one printer', () => {
  const { printing: _printing, printerMemory: _memory, ...others } = oneCashier;
  const onePrinter = (over: object = {}) => ({ ...others, version: 2, shop: formerShop, ...over });

  it('are understood, and the file stays as it is until something is changed', () => {
    const { file, store } = read(onePrinter());
    expect(store.existed).toBe(true);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(onePrinter());
    store.save({ ...store.get(), preferredBiller: 'teleanjar' });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ version: 4, printerMemory: {} });
    expect(opened(file).get()).toEqual(store.get());
  });

  it.each(formerPrinters)('have %j as the only printer, for everything', (printer, today) => {
    const { store } = read(onePrinter({ shop: { ...formerShop, printer } }));
    expect(store.get()).toEqual({
      ...changed,
      ...today,
      shop: { ...changed.shop, slip: { logo: null, footer: '', qr: '' } },
      isIntroduced: true,
    });
    // What was understood may be saved.
    expect(() => store.save(store.get())).not.toThrow();
  });

  it('may be of before there were backups', () => {
    const { backupFolder: _folder, ...shop } = formerShop;
    expect(read(onePrinter({ shop })).store.get().shop.backupFolder).toBe('');
  });

  const broken = [
    ...brokenPrinters.map(([what, printer]) => [what, { shop: { ...formerShop, printer } }] as const),
    ['an unknown field', { more: 1 }],
    ['an unknown field of the shop', { shop: { ...formerShop, more: 1 } }],
    ['printers of today', { printing: twoPrinters() }],
    ['the slip of today', { shop: { ...formerShop, slip: changed.shop.slip } }],
    ['a missing part', { billers: undefined }],
    ['a version between', { version: 2.5 }],
  ] as const;
  it.each(broken)('that hold %s are named and left alone', (_what, over) => {
    const content = onePrinter(over);
    const { file, result } = readFormer(content);
    expect(result).toEqual({ ok: false, error: { file } });
    expect(fs.readFileSync(file, 'utf8')).toBe(JSON.stringify(content));
    expect(fs.readdirSync(path.dirname(file))).toEqual(['settings.json']);
  });
});

describe('settings of the time when Teleanjar was the only biller', () => {
  const rule = { alphabet: 'digits', minLength: 10, maxLength: 12 } as const;
  const formerRules = {
    'pln-postpaid': rule,
    'pln-prepaid': rule,
    'pln-nontaglis': rule,
    'telkom-pstn': rule,
  };
  const formerSettings = {
    version: 1,
    open: 'biller',
    born: ['training', 'live'],
    shop: { ...formerShop, numberRules: formerRules },
    teleanjar: {
      baseUrl: 'https://host.example/tele-api-v2/h2h/trx',
      separator: 'blank',
      productCodes: {
        'pln-postpaid': 'OURS-POST',
        'pln-prepaid': 'no code | at all',
        'pln-nontaglis': 'OURS-NONTAG',
        'telkom-pstn': 'OURS-TELKOM',
      },
    },
  };

  const migrated = (over: object = {}) => read({ ...formerSettings, ...over });

  it('are understood, and the file stays as it is until something is changed', () => {
    const { file, store } = migrated();
    expect(store.existed).toBe(true);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(formerSettings);
    store.save({ ...store.get(), preferredBiller: 'iak' });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ version: 4, preferredBiller: 'iak' });
    expect(opened(file).get()).toEqual(store.get());
  });

  it('keep the shop, the ledgers and the rules of numbers, and have the rules that came since', () => {
    const { store } = migrated();
    expect(store.get()).toMatchObject({ version: 4, born: ['training', 'live'], pin: null });
    expect(store.get().shop).toEqual({
      ...changed.shop,
      slip: { logo: null, footer: '', qr: '' },
      numberRules: { ...defaultNumberRules, ...formerRules },
    });
  });

  it.each([
    ['training', 'https://host.example/trx', 'training'],
    ['biller', 'https://host.example/trx', 'live'],
    ['biller', 'https://host.example/trxdev', 'sandbox'],
    ['biller', 'an address that says nothing', 'live'],
  ])('that open %s at %s open %s', (open, baseUrl, kind) => {
    const { store } = migrated({ open, teleanjar: { ...formerSettings.teleanjar, baseUrl } });
    expect(store.get().open).toBe(kind);
  });

  it('have Teleanjar’s profile: its address, its separator, and its codes under today’s names', () => {
    const { store } = migrated();
    const profile = store.get().billers['teleanjar'];
    expect(store.get().preferredBiller).toBe('teleanjar');
    expect(billerProfileSchema.parse(profile)).toEqual({
      ...former.defaults,
      baseUrl: 'https://host.example/tele-api-v2/h2h/trx',
      options: { separator: 'blank', statusCall: 'off' },
      services: [
        { product: 'pln-postpaid', code: 'OURS-POST', name: 'PLN pascabayar', asks: [] },
        { product: 'pln-prepaid', code: 'TODAY-PRE', name: 'Token listrik', asks: [] },
        { product: 'pln-nontaglis', code: 'OURS-NONTAG', name: 'OURS-NONTAG', asks: [] },
        { product: 'telkom-pstn', code: 'OURS-TELKOM', name: 'OURS-TELKOM', asks: [] },
        { product: 'pdam', code: 'TODAY-PDAM', name: 'PDAM', asks: [] },
      ],
    });
  });

  it.each(formerPrinters)('have %j as the only printer, for everything', (printer, today) => {
    const { store } = migrated({ shop: { ...formerSettings.shop, printer } });
    expect(store.get()).toMatchObject(today);
    expect(store.get().shop).not.toHaveProperty('printer');
  });

  it.each(brokenPrinters)('whose printer is %s are named and left alone', (_what, printer) => {
    const content = { ...formerSettings, shop: { ...formerSettings.shop, printer } };
    const { file, result } = readFormer(content);
    expect(result).toEqual({ ok: false, error: { file } });
    expect(fs.readFileSync(file, 'utf8')).toBe(JSON.stringify(content));
  });

  it('choose nothing that Teleanjar’s form of today does not offer', () => {
    const file = path.join(tempFolder(), 'settings.json');
    fs.writeFileSync(file, JSON.stringify(formerSettings));
    const result = openSettings(file, { ...former, defaults: form.defaults });
    const { options = {} } = (result.ok && result.value.get().billers[form.id]) || {};
    expect(Object.keys(options)).toContain('separator');
    for (const [key, value] of Object.entries(options)) {
      const offered = form.options.find((option) => option.key === key)?.choices ?? [];
      expect(offered.map((choice) => choice.value)).toContain(value);
    }
  });

  it.each([
    ['an unknown field', { ...formerSettings, more: 1 }],
    ['a missing part', { ...formerSettings, teleanjar: undefined }],
    ['a ledger of today', { ...formerSettings, open: 'live' }],
  ])('that hold %s are named and left alone', (_what, content) => {
    const { file, result } = readFormer(content);
    expect(result).toEqual({ ok: false, error: { file } });
    expect(fs.readFileSync(file, 'utf8')).toBe(JSON.stringify(content));
  });
});
