import assert from 'node:assert/strict';
import type { DaySummary } from './day-summary.ts';

/** The four books of a day agree to the rupiah. @throws AssertionError where they do not. */
export function assertAgreement({ sales, billers, ledger, drawer }: DaySummary): void {
  assert.equal(ledger.open, 0, 'nothing is left that nobody knows');
  assert.equal(ledger.paid, sales, 'the ledger has every sale');
  assert.equal(billers.paid, sales, 'the billers have every sale, and none twice');
  assert.equal(ledger.billed, billers.charged, 'the ledger and the billers agree');
  assert.equal(ledger.z.sold, ledger.due, 'the Z report and the ledger agree');
  assert.equal(ledger.z.expected, drawer.expected, 'the Z report and the drawer agree');
  assert.equal(drawer.counted, drawer.expected, 'what was counted is what was taken');
  assert.equal(drawer.difference, 0, 'the shift closes without a difference');
}
