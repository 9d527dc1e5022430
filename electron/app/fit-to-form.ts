import type { BillerForm, BillerProfile, BillerSecrets } from '../../shared/biller-profile.ts';

/** What a biller's form does not know is dropped; an option whose value it does not offer stays as it is. */
export function fitProfile(form: BillerForm, standing: BillerProfile, wanted: BillerProfile): BillerProfile {
  return {
    ...wanted,
    baseUrl: wanted.baseUrl.trim(),
    options: Object.fromEntries(
      form.options.map(({ key, choices }) => {
        const value = ownValue(wanted.options, key);
        const isOffered = choices.some((choice) => choice.value === value);
        const kept = ownValue(standing.options, key) ?? ownValue(form.defaults.options, key) ?? '';
        return [key, isOffered && value !== undefined ? value : kept];
      }),
    ),
    finalAnswers: [...new Set(wanted.finalAnswers.map((text) => text.trim()))].filter((text) =>
      canBeFinal(form, text),
    ),
  };
}

/**
 * Whether the owner may take `text` for a final refusal by this biller: no code that never is one stands in it, be it
 * written together with letters (`SWT0000`).
 */
export function canBeFinal({ finalAnswers: { editable, never } }: BillerForm, text: string): boolean {
  const small = text.toLowerCase();
  const parts = new Set([...small.split(/\W+/), ...(small.match(/\d+/g) ?? [])]);
  return editable && text.trim() !== '' && !never.some((code) => parts.has(code.toLowerCase()));
}

/** The account whole, by the form's own keys; `undefined` where a part of it is missing or too long. */
export function fitSecrets({ secrets: fields }: BillerForm, given: BillerSecrets): BillerSecrets | undefined {
  const known = fields.flatMap(({ key, maxLength }) => {
    const value = ownValue(given, key);
    return value === undefined || value === '' || value.length > maxLength ? [] : [[key, value] as const];
  });
  return known.length === fields.length ? Object.fromEntries(known) : undefined;
}

const ownValue = (record: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
