const printableAscii = /^[\x20-\x7e]*$/;

/** Whether a text has nothing but the 95 characters of `toAscii`. */
export const isAscii = (text: string): boolean => printableAscii.test(text);

/** Signs that Unicode does not itself decompose into ASCII. */
const replacements: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '-': '‐‑‒–—―−⁃',
    "'": '‘’‚‛‹›′`´ʼ',
    '"': '“”„‟«»″',
    '*': '•·∙●▪◦‧★☆',
    '/': '⁄∕÷',
    '|': '¦│║',
    '~': '˜',
    x: '×',
    o: 'øº°',
    O: 'Ø',
    d: 'đð',
    D: 'ĐÐ',
    l: 'ł',
    L: 'Ł',
    i: 'ı',
    ss: 'ß',
    ae: 'æ',
    AE: 'Æ',
    oe: 'œ',
    OE: 'Œ',
    th: 'þ',
    Th: 'Þ',
    '->': '→',
    '<-': '←',
    '<=': '≤',
    '>=': '≥',
    '+/-': '±',
    '(c)': '©',
    '(R)': '®',
    EUR: '€',
    GBP: '£',
    JPY: '¥',
  }).flatMap(([ascii, signs]) => Array.from(signs, (sign) => [sign, ascii] as const)),
);

const combiningMarks = /\p{M}/gu;

function asciiOf(character: string): string {
  const replaced = replacements.get(character);
  if (replaced !== undefined) return replaced;
  const decomposed = character.normalize('NFKD').replaceAll(combiningMarks, '');
  if (isAscii(decomposed)) return decomposed;
  const parts = Array.from(decomposed, (part) => replacements.get(part) ?? part).join('');
  return isAscii(parts) ? parts : '?';
}

/**
 * Text in the 95 characters that every printer has in every code page (0x20 to 0x7E). Receipts of Indonesian bills
 * are ASCII already; the rest is transliterated (`é` → `e`, `–` → `-`), and what has no likeness becomes `?`.
 */
export const toAscii = (text: string): string =>
  isAscii(text)
    ? text
    : Array.from(text, (character) => (isAscii(character) ? character : asciiOf(character))).join('');
