import type { Language } from '../../../../shared/settings.ts';

const steps: Readonly<Record<Language, readonly (readonly [from: number, words: string])[]>> = {
  id: [
    [1e9, 'M'],
    [1e6, 'jt'],
    [1e3, 'rb'],
  ],
  en: [
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'k'],
  ],
};

/** `1500000` → `1,5 jt`: for an axis, where a whole amount would not fit. */
export function shortAmount(amount: number, language: Language): string {
  const [from, words] = steps[language].find(([least]) => Math.abs(amount) >= least) ?? [1, ''];
  const shown = String(Math.round((amount / from) * 10) / 10);
  return `${language === 'id' ? shown.replace('.', ',') : shown}${words === '' ? '' : ` ${words}`}`;
}
