import { boundedLines } from './bounded-lines.ts';
import { isBlankLine, textOfLine, type Line, type Slip } from './document.ts';

/** `CA/user/yyyyMMddHHmmss` on a first print, `CU/…` on the biller's own reprint (*cetak ulang*). */
const printMark = /^\s*C[AU]\//;
/** 32 hexadecimal digits by rights; one of the biller's own samples has 30. */
const hash = /^\s*[0-9a-f]{30,32}\s*$/i;

/** Whether a slip's words end with these two lines, one after the other. */
export const endsSlip = (line: Line | undefined, next: Line): boolean =>
  line !== undefined && printMark.test(textOfLine(line)) && hash.test(textOfLine(next));

/** Blank lines at the end go (the paper's feed stands there); at the beginning at most one stays. */
function trimmed(lines: readonly Line[]): Slip {
  const first = lines.findIndex((line) => !isBlankLine(line));
  if (first === -1) return { lines: [] };
  const last = lines.findLastIndex((line) => !isBlankLine(line));
  return { lines: boundedLines(lines.slice(Math.max(0, first - 1), last + 1)) };
}

/**
 * The slips of a receipt: one for each bill, each ending after its print mark and hash. Where the lines do not give
 * exactly `expected` slips, they are one: better a long slip than one cut in the wrong place.
 */
export function splitSlips(lines: readonly Line[], expected: number): readonly Slip[] {
  const slips: Slip[] = [];
  let from = 0;
  lines.forEach((line, index) => {
    if (!endsSlip(lines[index - 1], line)) return;
    slips.push(trimmed(lines.slice(from, index + 1)));
    from = index + 1;
  });
  const isSplit = slips.length === expected && slips.length > 0 && lines.slice(from).every(isBlankLine);
  return isSplit ? slips : [trimmed(lines)];
}
