import type { SettingsView } from '../../../shared/settings.ts';
import { printerOf } from '../../../shared/printing/printing-settings.ts';

/** What a new counter is shown, in this order. Each can be left for later, and nothing of it for good. */
export const firstSteps = ['language', 'shop', 'biller', 'printer', 'people', 'sale'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** What a counter is called until somebody gives it a name. */
const unnamed = 'Loket';

/** Whether each step is done, by what is set and sold: it is nowhere written down, so it cannot be wrong. */
export function stepsDone(
  { shop, billers, printing, hasPin, ledger }: SettingsView,
  hasSold: boolean,
): Readonly<Record<FirstStep, boolean>> {
  const receipts = printerOf(printing, printing.receipts);
  return {
    language: true,
    shop: shop.shop.name !== '' && shop.shop.name !== unnamed,
    biller: billers.some(({ hasCredentials }) => hasCredentials),
    printer: receipts !== undefined && receipts.connection.kind !== 'screen',
    people: hasPin,
    // Whoever sells for real has no need to practise.
    sale: hasSold || ledger !== 'training',
  };
}

/** The step after one; `undefined` behind the last. */
export const stepAfter = (step: FirstStep): FirstStep | undefined => firstSteps[firstSteps.indexOf(step) + 1];
