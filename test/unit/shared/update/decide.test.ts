import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err } from '../../../../shared/result.ts';
import {
  judgePutBack,
  judgeUpdate,
  ownFile,
  previousOf,
  worthKeeping,
  type RunningProgram,
} from '../../../../shared/update/decide.ts';
import { updateFileNameSchema, type UpdateManifest } from '../../../../shared/update/manifest.ts';
import { compareVersions, versionSchema } from '../../../../shared/update/version.ts';

const running: RunningProgram = {
  version: '1.2.0',
  ledgerSchema: 7,
  settingsVersion: 4,
  package: 'deb',
  arch: 'x64',
};
const file = { package: 'deb', arch: 'x64', name: 'loket.deb', bytes: 5, sha256: 'a'.repeat(64) };
const manifest = (over: Partial<UpdateManifest> = {}): UpdateManifest => ({
  format: 1,
  program: 'loket',
  version: '1.3.0',
  released: '2026-11-01T00:00:00.000Z',
  ledgerSchema: 7,
  settingsVersion: 4,
  minimum: '1.0.0',
  files: [file],
  ...over,
});

const versions = fc.tuple(fc.nat(99_999), fc.nat(99_999), fc.nat(99_999)).map((numbers) => numbers.join('.'));
const manifests = fc.record({
  version: versions,
  ledgerSchema: fc.integer({ min: 1, max: 20 }),
  settingsVersion: fc.integer({ min: 1, max: 8 }),
  minimum: versions,
});

describe('versions', () => {
  it('are compared by their numbers and not by their letters', () => {
    expect(compareVersions('1.10.0', '1.9.0')).toBeGreaterThan(0);
    expect(compareVersions('2.0.0', '10.0.0')).toBeLessThan(0);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
  });

  it('have one order, the same from both sides', () => {
    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each(['1.2', '1.2.3-rc1', '01.2.3', '1.2.3.4', 'v1.2.3', '1.2.3 ', '1.2.123456', ''])(
    'of another form (%s) are none',
    (text) => expect(versionSchema.safeParse(text).success).toBe(false),
  );
});

describe('what a manifest offers', () => {
  it('is an update where it is newer, knows the ledger, and has a file for this machine', () => {
    expect(judgeUpdate(manifest(), running)).toEqual({ ok: true, value: file });
  });

  it.each([
    ['the version that runs', { version: '1.2.0' }, 'not-newer'],
    ['an older one', { version: '1.1.9' }, 'not-newer'],
    ['one that knows an older ledger only', { ledgerSchema: 6 }, 'schema-downgrade'],
    ['one that knows older settings only', { settingsVersion: 3 }, 'schema-downgrade'],
    ['one that wants a step in between', { minimum: '1.2.1' }, 'needs-step'],
    ['one for another system', { files: [{ ...file, package: 'nsis' }] }, 'not-for-this-machine'],
    ['one for another processor', { files: [{ ...file, arch: 'arm64' }] }, 'not-for-this-machine'],
  ] as const)('is none where it is %s', (_, over, code) => {
    expect(judgeUpdate(manifest(over), running)).toEqual(err(code));
  });

  it('never is an older program, and never one that the ledger would be closed to', () => {
    fc.assert(
      fc.property(manifests, manifests, (offered, of) => {
        const judged = judgeUpdate(manifest(offered), { ...running, ...of });
        if (!judged.ok) return;
        expect(compareVersions(offered.version, of.version)).toBeGreaterThan(0);
        expect(offered.ledgerSchema).toBeGreaterThanOrEqual(of.ledgerSchema);
        expect(offered.settingsVersion).toBeGreaterThanOrEqual(of.settingsVersion);
      }),
    );
  });
});

describe('the version before', () => {
  const kept = ['1.1.0', '1.0.0', '1.2.0', '1.4.0'].map((version) => manifest({ version }));

  it('is the newest of the older ones that are kept', () => {
    expect(previousOf(kept, running)?.version).toBe('1.1.0');
    expect(previousOf([], running)).toBeUndefined();
    expect(previousOf([manifest({ version: '1.2.0' })], running)).toBeUndefined();
  });

  it('is put back only while it knows the ledger and the settings of now', () => {
    const before = manifest({ version: '1.1.0' });
    expect(judgePutBack(before, running)).toEqual({ ok: true, value: { manifest: before, file } });
    expect(judgePutBack({ ...before, ledgerSchema: 6 }, running)).toEqual(err('ledger-moved-on'));
    expect(judgePutBack({ ...before, settingsVersion: 3 }, running)).toEqual(err('settings-moved-on'));
    expect(judgePutBack({ ...before, files: [] }, running)).toEqual(err('nothing-kept'));
    expect(judgePutBack(undefined, running)).toEqual(err('nothing-kept'));
  });

  it('never is one whose ledger is older than the one that is open', () => {
    fc.assert(
      fc.property(manifests, manifests, (before, of) => {
        const judged = judgePutBack(manifest(before), { ...running, ...of });
        if (judged.ok) expect(judged.value.manifest.ledgerSchema).toBeGreaterThanOrEqual(of.ledgerSchema);
      }),
    );
  });

  it('of now is kept from where it is, and no other by that name', () => {
    expect(ownFile(manifest({ version: '1.2.0' }), running)).toEqual(file);
    expect(ownFile(manifest({ version: '1.2.0', ledgerSchema: 6 }), running)).toBeUndefined();
    expect(ownFile(manifest({ version: '1.1.0' }), running)).toBeUndefined();
  });
});

describe('what is kept', () => {
  it('is the version that runs, the one before and the newest after', () => {
    expect(worthKeeping(['1.0.0', '2.0.0', '1.2.0', '1.1.0', '1.3.0'], '1.2.0')).toEqual([
      '1.1.0',
      '1.2.0',
      '2.0.0',
    ]);
    expect(worthKeeping(['1.0.0'], '1.2.0')).toEqual(['1.0.0']);
  });
});

describe('the name of a file', () => {
  it.each(['Loket Setup 1.3.0.exe', 'loket_1.3.0_amd64.deb', 'Loket-1.3.0.AppImage', 'a'])(
    'may be %s',
    (name) => expect(updateFileNameSchema.safeParse(name).success).toBe(true),
  );

  it.each([
    '../loket.deb',
    'a/b.deb',
    String.raw`a\b.exe`,
    '.hidden',
    '..',
    'C:loket.exe',
    'loket.deb ',
    'loket.',
    'loket-update.json',
    'LOKET-UPDATE.json.sig',
    '',
    'nul\0',
    'ø.deb',
    'x'.repeat(121),
  ])('is never %j', (name) => expect(updateFileNameSchema.safeParse(name).success).toBe(false));

  it('leads nowhere, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        if (updateFileNameSchema.safeParse(name).success) expect(name).not.toMatch(/[/\\:\0]|^\./);
      }),
    );
  });
});
