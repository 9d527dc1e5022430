import type { ExtraField } from '../../../shared/biller-profile.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { checkNumber, type NumberRule } from '../../../shared/products.ts';
import type { Entry } from '../../store/entry.ts';
import { readExtras } from '../../store/extras.ts';
import { numberHint, type NumberHint } from './number-hint.ts';

/** What is right and wrong of what was typed so far. */
export interface JudgedEntry {
  readonly numberFits: boolean;
  /** What is missing or wrong beside the number, in the order asked. */
  readonly wrongExtras: readonly ExtraField[];
  /** Enter was pressed on it while it could be. */
  readonly isRefused: boolean;
}

/** @param isOpen whether the number may be typed now; only then is anything refused. */
export function judgeEntry(
  { draft, service, extras, refused }: Entry,
  rule: NumberRule,
  thisYear: number,
  isOpen: boolean,
): JudgedEntry {
  const read = readExtras(service?.asks ?? [], extras, thisYear);
  return {
    numberFits: checkNumber(draft, rule).ok,
    wrongExtras: read.ok ? [] : read.error,
    isRefused: isOpen && refused,
  };
}

/** Whether Enter was pressed on something that its rule refuses. */
export const isWrong = ({ isRefused, numberFits, wrongExtras }: JudgedEntry): boolean =>
  isRefused && (!numberFits || wrongExtras.length > 0);

/** What the line under the number says: of the number, or of what was typed beside it. */
export function entryHint(
  { product, draft, extras }: Entry,
  { numberFits, wrongExtras, isRefused }: JudgedEntry,
  rule: NumberRule,
  m: Messages,
): NumberHint {
  // What was typed wrong beside the number is said at once; what is still to be typed, after Enter.
  const faulty = isRefused ? wrongExtras[0] : wrongExtras.find((name) => extras[name]);
  return faulty !== undefined && (numberFits || (draft === '' && !isRefused))
    ? { tone: 'wrong', text: m.extras.faults[faulty] }
    : numberHint(product, draft, rule, m);
}
