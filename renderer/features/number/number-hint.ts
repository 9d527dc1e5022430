import type { Messages } from '../../../shared/i18n/messages.ts';
import { checkNumber, type NumberRule, type ProductId } from '../../../shared/products.ts';

/** The line under the number field: `rule` before anything is typed, then how far it is, or what is wrong. */
export interface NumberHint {
  readonly tone: 'rule' | 'short' | 'wrong' | 'fits';
  readonly text: string;
}

export function numberHint(product: ProductId, draft: string, rule: NumberRule, m: Messages): NumberHint {
  const ruleText = m.number.rule(product, rule);
  if (draft === '') return { tone: 'rule', text: ruleText };
  const checked = checkNumber(draft, rule);
  if (checked.ok) return { tone: 'fits', text: `${ruleText}, ${m.number.fits}` };
  switch (checked.error.code) {
    case 'bad-character':
      return { tone: 'wrong', text: m.number.badCharacter(ruleText, checked.error.character) };
    case 'too-short':
      return { tone: 'short', text: m.number.soFar(ruleText, checked.error.length) };
    case 'too-long':
      return { tone: 'wrong', text: m.number.tooLong(ruleText, checked.error.length) };
  }
}
