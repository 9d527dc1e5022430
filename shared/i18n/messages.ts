import type { Language } from '../settings.ts';
import { en } from './en.ts';
import { id, type Messages } from './id.ts';

export type { Messages } from './id.ts';

const languages: Readonly<Record<Language, (biller: string) => Messages>> = { id, en };

/** What a biller is called where it is not known which one. */
const anyBiller = 'Biller';

const made = new Map<string, Messages>();

/** Every text of one language as it speaks of the biller of that name. The same object for the same two. */
export function messagesFor(language: Language, billerName: string = anyBiller): Messages {
  const key = `${language} ${billerName}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const texts = languages[language](billerName);
  made.set(key, texts);
  return texts;
}
