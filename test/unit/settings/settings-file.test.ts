import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../electron/settings/settings.ts';
import { defaultSettings, openSettings } from '../../../electron/settings/settings-file.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

const newFile = (): string => path.join(tempFolder(), 'data', 'settings.json');

function opened(file: string) {
  const result = openSettings(file);
  if (!result.ok) throw new Error('unreadable');
  return result.value;
}

const changed: Settings = {
  ...defaultSettings,
  open: 'biller',
  shop: {
    ...defaultSettings.shop,
    language: 'en',
    shop: { name: 'Loket Bu Sri ☂', address: 'Jl. Nangka "1"\\2' },
    printer: { kind: 'network', paper: '80mm', host: '192.168.1.50', port: 9100 },
  },
  teleanjar: { ...defaultSettings.teleanjar, baseUrl: 'https://host.example/tele-api-v2/h2h/trx' },
};

/** Settings that the types allow an attacker, or a hand in the file, to write. */
const invalid: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['a list', []],
  ['another version', { ...defaultSettings, version: 2 }],
  ['no version', { ...defaultSettings, version: undefined }],
  ['an unknown field', { ...defaultSettings, password: 'x' }],
  ['an unknown field of the shop', { ...defaultSettings, shop: { ...defaultSettings.shop, more: 1 } }],
  ['an unknown ledger', { ...defaultSettings, open: 'live' }],
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
          pdam: { alphabet: 'digits', minLength: 4, maxLength: 5 },
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
    expect(store.get().teleanjar.baseUrl).toBe('');
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
    expect(openSettings(file)).toEqual({ ok: false, error: { file } });
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
        expect(openSettings(file).ok).toBe(false);
        expect(fs.readFileSync(file, 'utf8')).toBe(whole.slice(0, length));
      }),
    );
  });

  it('because it is a folder is named', () => {
    const file = tempFolder();
    expect(openSettings(file)).toEqual({ ok: false, error: { file } });
  });
});
