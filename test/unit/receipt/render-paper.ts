import type { Line, Span } from '../../../shared/receipt/document.ts';
import type { PrintedItem, PrintedPaper } from '../../../shared/receipt/escpos-reader.ts';

const marks = ({ style }: Span): string => {
  const names = [
    ...(style.font === 'B' ? ['small'] : []),
    ...(style.bold ? ['bold'] : []),
    ...(style.doubleHeight ? ['high'] : []),
    ...(style.doubleWidth ? ['wide'] : []),
    ...(style.underline ? ['underlined'] : []),
  ];
  return names.length === 0 ? '' : `[${names.join(' ')}]`;
};

const alignMarks = { left: '', center: '[centre]', right: '[right]' } as const;

export const renderLine = (line: Line): string => {
  const text = line.spans.map((span) => marks(span) + span.text).join('');
  // A blank at the end is part of what is compared; an editor must not be able to lose it.
  return (text === '' ? '' : alignMarks[line.align] + text).replace(/ $/, '·');
};

const renderItem = (item: PrintedItem): string => {
  switch (item.kind) {
    case 'line':
      return renderLine(item.line);
    case 'picture':
      return `[picture of ${item.picture.widthDots} x ${item.picture.rows} dots]${alignMarks[item.align]}`;
    case 'feed':
      return `[feed ${item.amount} ${item.by}]`;
    case 'cut':
      return '-------- cut --------';
  }
};

/** What is on the paper, as a text that a person can read and a fixture can hold. */
export const renderPaper = ({ items }: PrintedPaper): string =>
  items.map((item) => `${renderItem(item)}\n`).join('');
