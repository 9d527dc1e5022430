import { describe, expect, it } from 'vitest';
import { electronDownloadUrl } from '../../../scripts/setup/download-check.mjs';
import { afterAsking, chooseRuntime } from '../../../scripts/setup/runtime-choice.mjs';

const hour = 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 15);
const url = 'https://mirror.example/v45.zip';
const nothing = {
  overridden: false,
  ownReady: false,
  registryPossible: true,
  registryReady: false,
  url,
  refusal: undefined,
  recheck: true,
  now,
};
const refused = (ageMs: number, of = url) => ({ url: of, reason: 'no answer', at: now - ageMs });

describe('which Electron is used', () => {
  it.each([
    [
      'the one named by hand, whatever else there is',
      { overridden: true, ownReady: true, registryReady: true },
      'override',
    ],
    ["Electron's own where it is there", { ownReady: true, registryReady: true }, 'own'],
    ['a fresh machine asks', {}, 'ask'],
    ['the registry’s, refused an hour ago', { registryReady: true, refusal: refused(hour) }, 'registry'],
    ['a day later npm start asks again', { registryReady: true, refusal: refused(25 * hour) }, 'ask'],
    [
      'a day later npm test does not',
      { registryReady: true, refusal: refused(25 * hour), recheck: false },
      'registry',
    ],
    [
      'another mirror is asked',
      { registryReady: true, refusal: refused(hour, 'https://other.example/') },
      'ask',
    ],
    ['a refusal from the future is not believed', { registryReady: true, refusal: refused(-hour) }, 'ask'],
    ['never asked before', { registryReady: true, recheck: false }, 'ask'],
    ['refused, but the registry’s is not made yet', { refusal: refused(hour) }, 'ask'],
    [
      'a cache copied from a Linux machine',
      { registryPossible: false, registryReady: true, refusal: refused(hour) },
      'ask',
    ],
  ])('%s', (_what, known, expected) => {
    expect(chooseRuntime({ ...nothing, ...known })).toBe(expected);
  });

  it('after asking: its own, or the registry’s where that can run, or none', () => {
    expect(afterAsking(true, { registryPossible: true })).toBe('own');
    expect(afterAsking(false, { registryPossible: true })).toBe('registry');
    expect(afterAsking(false, { registryPossible: false })).toBe('none');
  });
});

describe('where Electron’s own download is', () => {
  const at = (env: NodeJS.ProcessEnv) => electronDownloadUrl('45.4.1', env, 'linux', 'x64');

  it('is its releases page', () => {
    expect(at({})).toMatch(/\/electron\/releases\/download\/v45\.4\.1\/electron-v45\.4\.1-linux-x64\.zip$/);
  });

  it('is a mirror where one is set, by environment or by npm', () => {
    const mirrored = 'https://mirror.example/electron/v45.4.1/electron-v45.4.1-linux-x64.zip';
    expect(at({ ELECTRON_MIRROR: 'https://mirror.example/electron/' })).toBe(mirrored);
    expect(at({ npm_config_electron_mirror: 'https://mirror.example/electron/' })).toBe(mirrored);
  });

  it('follows the folder and file names of a mirror', () => {
    const env = {
      ELECTRON_MIRROR: 'https://mirror.example/',
      ELECTRON_CUSTOM_DIR: '{{ version }}',
      ELECTRON_CUSTOM_FILENAME: 'e.zip',
    };
    expect(at(env)).toBe('https://mirror.example/45.4.1/e.zip');
  });
});
