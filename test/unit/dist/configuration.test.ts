import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDistConfig } from '../../../scripts/dist/config.mjs';
import { fuseOrder } from '../../../scripts/dist/fuses.mjs';
import { decidedFuses } from '../../fixtures/decided-fuses.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const validate = (config: unknown): Promise<void> =>
  validateConfiguration(
    ...([config, { isEnabled: false }] as unknown as Parameters<typeof validateConfiguration>),
  );

describe('electron-builder.yml', () => {
  it('is what electron-builder’s own schema wants', async () => {
    await validate(await readDistConfig());
  });

  it('would not be, with a word that is not in the schema', async () => {
    const config = await readDistConfig();
    await expect(validate({ ...config, asarUnpacked: [] })).rejects.toThrow(/asarUnpacked/);
    await expect(validate({ ...config, nsis: { ...config.nsis, perMashine: true } })).rejects.toThrow(
      /configuration\.nsis/,
    );
  });

  it('decides every fuse that has a name', async () => {
    const { electronFuses } = await readDistConfig();
    const named = fuseOrder.filter((fuse) => typeof fuse === 'string');
    expect(Object.keys(electronFuses ?? {}).sort()).toEqual([...named].sort());
  });

  it('closes each way into the program, and lets nothing be a default', async () => {
    const { electronFuses } = await readDistConfig();
    expect(electronFuses).toEqual(decidedFuses);
  });

  it('installs for the whole PC, and an end of the program is no end of the ledger', async () => {
    const { nsis } = await readDistConfig();
    expect(nsis).toMatchObject({ perMachine: true, oneClick: true, deleteAppDataOnUninstall: false });
  });

  it('names no file that is not there', async () => {
    const { deb, linux, win, afterExtract } = await readDistConfig();
    const packed = (deb?.fpm ?? []).map((word) => word.split('=')[0] ?? '');
    const files = [deb?.afterInstall, deb?.afterRemove, linux?.icon, win?.icon, afterExtract, ...packed];
    for (const file of files) expect(fs.existsSync(path.join(root, String(file))), String(file)).toBe(true);
  });

  it('packs every part that the build makes', () => {
    const configuration = fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');
    const parts = /- out\/\{([^}]*)\}/.exec(configuration)?.[1]?.split(',') ?? [];
    const made = fs
      .readFileSync(path.join(root, 'vite.config.ts'), 'utf8')
      .matchAll(/electronSide\('([\w-]+)'/g);
    expect(parts.sort()).toEqual([...[...made].map(([, name = '']) => name), 'renderer'].sort());
  });
});
