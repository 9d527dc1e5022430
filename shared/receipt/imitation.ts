/** Names that are a slip's own: its total and its token. */
export const imitates = (name: string): boolean => /t\W*o\W*t\W*a\W*l|bayar|token|stroom/i.test(name);

/** Twenty digits, however they are grouped. */
export const looksLikeToken = (text: string): boolean => /(?:\d[^0-9A-Za-z]*){20}/.test(text);

/** A text that could be taken for a token, cut to its two ends, of eight characters each; any other stays. */
export const withoutToken = (text: string): string =>
  looksLikeToken(text) ? `${text.slice(0, 8)}...${text.slice(-8)}` : text;
