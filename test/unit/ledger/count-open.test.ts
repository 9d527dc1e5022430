import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countOpenIn } from '../../../electron/ledger/count-open.ts';
import { arming, quote, settlement, unknown } from './documents.ts';
import { newLedger } from './open-ledger.ts';
import { tempFolder } from './temp-folder.ts';

describe('the open payments of a ledger that this run has not opened', () => {
  it('are those of the biller that are sent and unknown', () => {
    const { file, ledger } = newLedger();
    expect(countOpenIn(file, 'teleanjar')).toBe(0);
    for (const n of [1, 2]) {
      ledger.addQuote(quote(n));
      ledger.arm(arming(n));
    }
    ledger.settle(settlement(1, unknown));
    expect(countOpenIn(file, 'teleanjar')).toBe(2);
    expect(countOpenIn(file, 'iak')).toBe(0);
  });

  it('are none where there is no ledger, and not known where there is no reading it', () => {
    const file = path.join(tempFolder(), 'ledger.db');
    expect(countOpenIn(file, 'teleanjar')).toBe(0);
    fs.writeFileSync(file, 'not a database at all, and long enough to be looked at as one'.repeat(20));
    expect(() => countOpenIn(file, 'teleanjar')).toThrow();
  });
});
