import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Drawer, DrawerView } from '../../store/shift.ts';

/** The drawer whose place is open. */
export const DrawerContext = createContext<Drawer | null>(null);

export function useDrawer(): Drawer {
  const drawer = use(DrawerContext);
  if (drawer === null) throw new Error('no drawer: this component stands outside <DrawerContext>');
  return drawer;
}

export const useDrawerView = <T>(select: (view: DrawerView) => T): T => useStore(useDrawer().store, select);
