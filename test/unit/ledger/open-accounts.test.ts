import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAccountsIn } from '../../../electron/ledger/open-accounts.ts';
import { arming, quote, settlement, unknown } from './documents.ts';
import { newLedger } from './open-ledger.ts';
import { tempFolder } from './temp-folder.ts';

describe('the open payments of a ledger that this run has not opened', () => {
  it('are those of the biller that are sent and unknown', () => {
    const { file, ledger } = newLedger();
    expect(openAccountsIn(file, 'teleanjar')).toEqual([]);
    for (const n of [1, 2]) {
      ledger.addQuote(quote(n));
      ledger.arm(arming(n));
    }
    ledger.settle(settlement(1, unknown));
    expect(openAccountsIn(file, 'teleanjar')).toEqual([{ host: '127.0.0.1:1', account: 'fingerprint' }]);
    expect(openAccountsIn(file, 'iak')).toEqual([]);
  });

  it('are none where there is no ledger, and not known where there is no reading it', () => {
    const file = path.join(tempFolder(), 'ledger.db');
    expect(openAccountsIn(file, 'teleanjar')).toEqual([]);
    fs.writeFileSync(file, 'not a database at all, and long enough to be looked at as one'.repeat(20));
    expect(() => openAccountsIn(file, 'teleanjar')).toThrow();
  });
});
