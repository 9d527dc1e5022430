import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printerFaults, printerFaultsFile } from '../../../scripts/printer-faults.ts';

describe('docs/printer-faults.md', () => {
  it('is the table that the device tests try today (npm run docs)', async () => {
    expect(fs.readFileSync(printerFaultsFile, 'utf8')).toBe(await printerFaults());
  });
});
