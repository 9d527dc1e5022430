import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Reports, ReportsView } from '../../store/reports.ts';
import { useView } from '../../store/use-counter.ts';

/** The reports whose place is open. */
export const ReportsContext = createContext<Reports | null>(null);

export function useReports(): Reports {
  const reports = use(ReportsContext);
  if (reports === null) throw new Error('no reports: this component stands outside <ReportsContext>');
  return reports;
}

export const useReportsView = <T>(select: (view: ReportsView) => T): T =>
  useStore(useReports().store, select);

/** What a biller is called; its id, where it is not here any more. */
export function useBillerNames(): (id: string) => string {
  const billers = useView((view) => view.counter?.billers);
  return (id) => billers?.find((each) => each.id === id)?.name ?? id;
}
