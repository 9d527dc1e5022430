import type { GoodAnswer } from './good-answer.ts';
import type { Fields } from './wire-forms.ts';

/** The one bill of a Teleanjar answer. */
export function rowOf({ fields }: GoodAnswer): Fields {
  const rows = fields['respdata'];
  return Array.isArray(rows) ? (rows[0] as Fields) : {};
}
