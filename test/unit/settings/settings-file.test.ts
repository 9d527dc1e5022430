import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../electron/settings/settings.ts';
import { form } from '../../../electron/billers/teleanjar/form.ts';
import type { FormerBiller } from '../../../electron/settings/former-settings.ts';
import { defaultSettings, openSettings } from '../../../electron/settings/settings-file.ts';
import { billerProfileSchema } from '../../../shared/biller-profile.ts';
import { defaultNumberRules } from '../../../shared/products.ts';
import { defaultProfile } from '../app/billers-to-set-up.ts';
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
    printer: { kind: 'network', paper: '80mm', host: '192.168.1.50', port: 9100 },
  },
  preferredBiller: 'iak',
  billers: {
    iak: { ...defaultProfile, baseUrl: 'https://host.example' },
    'a-biller-of-tomorrow': { ...defaultProfile, options: { colour: 'green' } },
  },
  pin: { salt: 'A'.repeat(24), hash: 'B'.repeat(44), cost: 16_384, failures: 2 },
};

/** Settings that the types allow an attacker, or a hand in the file, to write. */
const invalid: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['a list', []],
  ['another version', { ...defaultSettings, version: 3 }],
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
  [
    'a printer without its port',
    {
      ...defaultSettings,
      shop: { ...defaultSettings.shop, printer: { kind: 'network', paper: '58mm', host: 'h' } },
    },
  ],
  [
    'a port that is none',
    {
      ...defaultSettings,
      shop: { ...defaultSettings.shop, printer: { kind: 'network', paper: '58mm', host: 'h', port: 65_536 } },
    },
  ],
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
    expect(store.get()).toMatchObject({ open: 'training', shop: { printer: { kind: 'screen' } } });
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
    shop: { ...changed.shop, numberRules: formerRules },
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

  const readFormer = (content: unknown) => {
    const file = path.join(tempFolder(), 'settings.json');
    fs.writeFileSync(file, JSON.stringify(content));
    return { file, result: openSettings(file, former) };
  };

  function migrated(over: object = {}) {
    const { file, result } = readFormer({ ...formerSettings, ...over });
    if (!result.ok) throw new Error('unreadable');
    return { file, store: result.value };
  }

  it('are understood, and the file stays as it is until something is changed', () => {
    const { file, store } = migrated();
    expect(store.existed).toBe(true);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(formerSettings);
    store.save({ ...store.get(), preferredBiller: 'iak' });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ version: 2, preferredBiller: 'iak' });
    expect(opened(file).get()).toEqual(store.get());
  });

  it('keep the shop, the ledgers and the rules of numbers, and have the rules that came since', () => {
    const { store } = migrated();
    expect(store.get()).toMatchObject({ version: 2, born: ['training', 'live'], pin: null });
    expect(store.get().shop).toEqual({
      ...changed.shop,
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
