import { boundedLines } from './bounded-lines.ts';
import { isBlankLine, textOfLine, type Line, type Slip } from './document.ts';

/** `CA/user/yyyyMMddHHmmss` on a first print, `CU/…` on the biller's own reprint (*cetak ulang*). */
const printMark = /^\s*C[AU]\//;
/** 32 hexadecimal digits by rights; one of the biller's own samples has 30. */
const hash = /^\s*[0-9a-f]{30,32}\s*$/i;

const shortestHash = 30;

function lengthOfLine({ spans }: Line): number {
  let length = 0;
  for (const { text } of spans) length += text.length;
  return length;
}

const isHash = (line: Line): boolean => lengthOfLine(line) >= shortestHash && hash.test(textOfLine(line));

/** Whether a slip's words end with these two lines, one after the other. */
export const endsSlip = (line: Line | undefined, next: Line): boolean =>
  line !== undefined && isHash(next) && printMark.test(textOfLine(line));

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
 *
 * @param ends the index after the last line of each slip, rising.
 */
export function splitSlips(
  lines: readonly Line[],
  ends: readonly number[],
  expected: number,
): readonly Slip[] {
  const isSplit = ends.length === expected && ends.length > 0 && lines.slice(ends.at(-1)).every(isBlankLine);
  if (!isSplit) return [trimmed(lines)];
  return ends.map((end, index) => trimmed(lines.slice(ends[index - 1] ?? 0, end)));
}
