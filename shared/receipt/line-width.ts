import type { Span, Style } from './document.ts';
import type { PrinterProfile } from '../printing/printer-profile.ts';

/**
 * Widths in units that make both fonts whole numbers: a line of paper with `A` and `B` columns is A × B units, a
 * character of font A takes B of them and one of font B takes A. So mixed lines are measured exactly, whatever the
 * two numbers of columns are.
 */
export const paperUnits = (paper: PrinterProfile): number => paper.columns.A * paper.columns.B;

export const characterUnits = (style: Style, paper: PrinterProfile): number =>
  (style.font === 'A' ? paper.columns.B : paper.columns.A) * (style.doubleWidth ? 2 : 1);

/** `spans` must be ASCII: one character, one cell. */
export const lineUnits = (spans: readonly Span[], paper: PrinterProfile): number =>
  spans.reduce((sum, span) => sum + span.text.length * characterUnits(span.style, paper), 0);

export const fitsOnLine = (spans: readonly Span[], paper: PrinterProfile): boolean =>
  lineUnits(spans, paper) <= paperUnits(paper);
