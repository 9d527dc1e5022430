import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { GroupEdit, GroupEditor } from '../../store/group-editor.ts';
import type { Lots, LotsView } from '../../store/lots.ts';

/** The lots and the group in hand, whose place is open. */
export const LotsContext = createContext<{ readonly lots: Lots; readonly editor: GroupEditor } | null>(null);

function useBoth() {
  const both = use(LotsContext);
  if (both === null) throw new Error('no lots: this component stands outside <LotsContext>');
  return both;
}

export const useLots = (): Lots => useBoth().lots;
export const useLotsView = <T>(select: (view: LotsView) => T): T => useStore(useLots().store, select);

export const useEditor = (): GroupEditor => useBoth().editor;
export const useEdit = <T>(select: (edit: GroupEdit) => T): T => useStore(useEditor().store, select);
