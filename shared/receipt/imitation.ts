/** Names that are a slip's own: its total and its token. */
export const imitates = (name: string): boolean => /t\W*o\W*t\W*a\W*l|bayar|token|stroom/i.test(name);

/** Twenty digits, however they are grouped. */
export const looksLikeToken = (text: string): boolean => /(?:\d[^0-9A-Za-z]*){20}/.test(text);
