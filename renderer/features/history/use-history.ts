import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { History, HistoryView } from '../../store/history.ts';

/** The history whose place is open. */
export const HistoryContext = createContext<History | null>(null);

export function useHistory(): History {
  const history = use(HistoryContext);
  if (history === null) throw new Error('no history: this component stands outside <HistoryContext>');
  return history;
}

export const useHistoryView = <T>(select: (view: HistoryView) => T): T =>
  useStore(useHistory().store, select);
