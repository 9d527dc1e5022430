import type { GoodAnswer } from '../good-answer.ts';
import type { Fields } from '../wire-forms.ts';

export const descOf = ({ fields }: GoodAnswer): Fields => fields['desc'] as Fields;

export function monthOf(good: GoodAnswer): unknown {
  const { tagihan } = descOf(good) as { readonly tagihan: { readonly detail: readonly unknown[] } };
  return tagihan.detail[0];
}

export const flat = (fields: Fields): string =>
  Object.entries(fields)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `<${name}>${String(value)}</${name}>`)
    .join('');
