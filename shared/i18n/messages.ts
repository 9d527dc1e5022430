import type { Language } from '../settings.ts';
import { en } from './en.ts';
import { id, type Messages } from './id.ts';

export type { Messages } from './id.ts';

const catalogue: Readonly<Record<Language, Messages>> = { id, en };

/** Every text of one language. */
export const messages = (language: Language): Messages => catalogue[language];
