import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { arming, quote, start } from '../../unit/ledger/documents.ts';
import { tempFolder } from '../../unit/ledger/temp-folder.ts';
import { makeReadOnly, noMounts, smallDisk } from './mounts.ts';
import { opened } from './opened.ts';
import { named } from './why-not.ts';

describe.skipIf(noMounts !== undefined)(named('a disk that takes no writing', noMounts), () => {
  it.each(['closed', 'killed'])('is told, and a ledger that was %s stays as it is', (end) => {
    const made = path.join(tempFolder(), 'ledger.db');
    const ledger = opened(made);
    ledger.addQuote(quote(1));
    expect(ledger.arm(arming(1)).ok).toBe(true);
    if (end === 'closed') ledger.close();
    const folder = smallDisk(24);
    // While it is open its files are as a kill would leave them.
    for (const name of fs.readdirSync(path.dirname(made)).filter((each) => !each.endsWith('-shm'))) {
      fs.copyFileSync(path.join(path.dirname(made), name), path.join(folder, name));
    }
    const before = contents(folder);
    expect(before.size).toBeGreaterThan(end === 'killed' ? 1 : 0);
    makeReadOnly(folder);

    const opening = openLedger(path.join(folder, 'ledger.db'), 'training', start);
    expect(opening).toEqual({ ok: false, error: { code: 'read-only' } });
    expect(contents(folder)).toEqual(before);
  });

  it('is told where there is no ledger yet, and none is made', () => {
    const folder = smallDisk(1);
    makeReadOnly(folder);
    const opening = openLedger(path.join(folder, 'ledger.db'), 'training', start);
    expect(opening).toEqual({ ok: false, error: { code: 'read-only' } });
    expect(contents(folder).size).toBe(0);
  });
});

const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'base64')] as const),
  );
