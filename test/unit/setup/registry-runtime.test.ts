import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAbandoned } from '../../../scripts/setup/abandoned-parts.mjs';
import {
  checkIntegrity,
  placeOf,
  registryRuntime,
  registryRuntimePossible,
} from '../../../scripts/setup/registry-runtime.mjs';

describe('the runtime from the registry', () => {
  it('takes Electron and leaves Cypress', () => {
    expect(placeOf('Cypress/Cypress')).toBe('electron');
    expect(placeOf('Cypress/locales/id.pak')).toBe('locales/id.pak');
    expect(placeOf('Cypress/chrome-sandbox')).toBe('chrome-sandbox');
    expect(placeOf('Cypress')).toBeUndefined();
    expect(placeOf('Cypress/resources')).toBeUndefined();
    expect(placeOf('Cypress/resources/app/package.json')).toBeUndefined();
    expect(placeOf('Cypress/resources.pak')).toBe('resources.pak');
    expect(placeOf('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
    expect(placeOf('elsewhere/file')).toBeUndefined();
  });

  it('is for Linux x64 alone', () => {
    expect(registryRuntimePossible('linux', 'x64')).toBe(true);
    expect(registryRuntimePossible('linux', 'arm64')).toBe(false);
    expect(registryRuntimePossible('darwin', 'x64')).toBe(false);
  });

  it('refuses a package with another hash', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-integrity-'));
    const file = path.join(folder, 'package.tgz');
    fs.writeFileSync(file, 'hello');
    // printf hello | openssl dgst -sha512 -binary | base64 -w0
    const hello =
      'sha512-m3HSJL1i83hdltRq0+o9czGb+8KJDKra4t/3JRlnPKcjI8PZm6XBHXx6zG4UuMXaDEZjR1wuXDre9G9zvN7AQw==';
    await expect(checkIntegrity(file)).rejects.toThrow(registryRuntime.integrity);
    await expect(checkIntegrity(file, hello)).resolves.toBeUndefined();
    fs.rmSync(folder, { recursive: true });
  });

  it('clears away what a dead start left, never the work of a living one', () => {
    const mine = 'electron-33.2.1.part-my-host-123';
    const minute = 60_000;
    expect(isAbandoned(mine, 'my-host', () => false, 0)).toBe(true);
    expect(isAbandoned(mine, 'my-host', () => true, 99 * 60 * minute)).toBe(false);
    expect(isAbandoned(mine, 'other', () => false, minute)).toBe(false);
    expect(isAbandoned(mine, 'other', () => false, 7 * 60 * minute)).toBe(true);
  });
});
