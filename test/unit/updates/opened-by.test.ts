import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { noteOpenedBy, versionThatOpens } from '../../../electron/updates/opened-by.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';

describe('which version opens a ledger', () => {
  it('is the one that brought it furthest, and not an older one that opened another since', () => {
    const folder = memoryFolder();
    expect(versionThatOpens(folder, 9)).toBeNull();
    noteOpenedBy(folder, { version: '1.4.0', ledgerSchema: 9 });
    expect(versionThatOpens(folder, 9)).toBe('1.4.0');
    noteOpenedBy(folder, { version: '1.3.0', ledgerSchema: 8 });
    expect(versionThatOpens(folder, 9)).toBe('1.4.0');
    expect(versionThatOpens(folder, 10)).toBeNull();
    noteOpenedBy(folder, { version: '1.3.1', ledgerSchema: 9 });
    expect(versionThatOpens(folder, 9)).toBe('1.3.1');
    expect(fs.readdirSync(folder)).toEqual(['opened-by.json']);
  });

  it('is not known where the note cannot be read, and the program goes on', () => {
    const folder = memoryFolder();
    fs.writeFileSync(path.join(folder, 'opened-by.json'), '{"version": 5}');
    expect(versionThatOpens(folder, 1)).toBeNull();
    noteOpenedBy(path.join(folder, 'none'), { version: '1.4.0', ledgerSchema: 9 });
    noteOpenedBy(folder, { version: '1.4.0', ledgerSchema: 9 });
    expect(versionThatOpens(folder, 9)).toBe('1.4.0');
  });
});
