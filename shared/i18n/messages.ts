import { keysOf, type Keys } from '../key-bindings.ts';
import type { Language } from '../settings.ts';
import { en } from './en.ts';
import { id, type Messages } from './id.ts';

export type { Messages } from './id.ts';

const languages: Readonly<Record<Language, (biller: string, keys: Keys) => Messages>> = { id, en };

/** What a biller is called where it is not known which one. */
const anyBiller = 'Biller';

const made = new WeakMap<Keys, Map<string, Messages>>();

/**
 * Every text of one language as it speaks of the biller of that name and of the shop's keys. The same object for the
 * same three.
 */
export function messagesFor(
  language: Language,
  billerName: string = anyBiller,
  keys: Keys = keysOf({}),
): Messages {
  const withKeys = made.get(keys) ?? new Map<string, Messages>();
  made.set(keys, withKeys);
  const name = `${language} ${billerName}`;
  const known = withKeys.get(name);
  if (known !== undefined) return known;
  const texts = languages[language](billerName, keys);
  withKeys.set(name, texts);
  return texts;
}
