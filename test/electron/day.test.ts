import { expect, it } from 'vitest';
import { assertAgreement } from '../day/agree.ts';
import { keyboardDay } from '../day/keyboard-day.ts';
import { touchDay } from '../day/touch-day.ts';
import { describeWhere } from '../devices/describe-where.ts';
import { whyNoKeyStore } from './key-store.ts';

describeWhere(whyNoKeyStore(), 'a day at the counter', () => {
  it('goes by keyboard alone from the first PIN to the Z report, and all four books agree', async () => {
    const summary = await keyboardDay(() => undefined);
    expect(() => assertAgreement(summary), JSON.stringify(summary)).not.toThrow();
    expect(summary.sales).toBeGreaterThanOrEqual(70);
  }, 600_000);

  it('goes by touch alone on a small screen, and all four books agree', async () => {
    const summary = await touchDay(() => undefined);
    expect(() => assertAgreement(summary), JSON.stringify(summary)).not.toThrow();
  }, 600_000);
});
