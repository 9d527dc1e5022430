import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readElectronSupport, supportFault } from '../../../scripts/release/electron-support.mjs';
import { z } from '../../../shared/zod.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const manifest = z
  .object({ devDependencies: z.object({ electron: z.string() }) })
  .parse(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')));
const pinned = manifest.devDependencies.electron;

describe('the Electron that users get', () => {
  it('16: is a line of which it is known until when it is mended', () => {
    const support = readElectronSupport(root);
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
    expect(support.supportedUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(supportFault({ ownElectron: pinned, support, today: '2026-01-01' })).toBeUndefined();
  });

  it('is not taken for supported by what is known of another line', () => {
    const support = { line: 45, supportedUntil: '2027-05-04' };
    expect(supportFault({ ownElectron: '46.0.0', support, today: '2026-11-28' })).toContain('46.0.0');
  });

  it('is supported up to its last day and not after', () => {
    const on = (today: string) =>
      supportFault({ ownElectron: '45.4.1', support: { line: 45, supportedUntil: '2027-05-04' }, today });
    expect([on('2026-11-28'), on('2027-05-04')]).toEqual([undefined, undefined]);
    expect(on('2027-05-05')).toContain('2027-05-04');
  });
});
