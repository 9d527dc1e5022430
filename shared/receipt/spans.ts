import type { Span, Style } from './document.ts';
import { sameStyle } from './print-mode.ts';

/**
 * Adds text to a line that is being built: joined to the last span where the style is the same, so that a style
 * changes exactly where one span ends. Changes `spans`; empty text adds nothing.
 */
export function appendText(spans: Span[], text: string, style: Style): void {
  if (text === '') return;
  const last = spans.at(-1);
  if (last !== undefined && sameStyle(last.style, style)) {
    spans[spans.length - 1] = { text: last.text + text, style: last.style };
  } else {
    spans.push({ text, style });
  }
}
