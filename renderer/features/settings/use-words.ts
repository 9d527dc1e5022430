import type { Words } from '../../../shared/biller-profile.ts';
import { useView } from '../../store/use-counter.ts';

/** Picks what a biller's form says in the language in use. */
export function useWords(): (words: Words) => string {
  const language = useView((view) => view.counter?.language ?? 'id');
  return (words) => words[language];
}
