import type { GoodAnswer } from '../good-answer.ts';
import type { Meaning } from '../wire-forms.ts';

/** A field a second time, with another value, in front of the first. */
export function twice(good: GoodAnswer, meaning: Meaning): string {
  const name = String(good.form.path(meaning)?.at(-1));
  return good.form.syntax === 'json'
    ? good.body.replace(`"${name}":`, `"${name}":"1","${name}":`)
    : good.body.replace(`<${name}>`, `<${name}>1</${name}><${name}>`);
}
