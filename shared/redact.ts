/** A secret of three letters would blank half the language; nothing so short is one. */
const shortest = 4;

const blanked = '[secret]';

/**
 * Blanks whatever is secret in a text that is shown, kept or logged: as it is, URL-encoded, as a value of JSON or XML,
 * each in letters of either case, and in base64, also where the secret was only a part of what was encoded
 * (Teleanjar's `ppid` is `user|password`). Longer secrets first, so that no tail stays of one that begins with
 * another. What is blanked already stays as it is, whatever the secrets.
 *
 * @param names user names, which may be words of the language (`demo`, `loket`): in plain they are blanked only where
 * they are a word of their own.
 */
export function redactor(
  secrets: readonly string[],
  names: readonly string[] = [],
): (text: string) => string {
  const [real, realNames] = [longerFirst(secrets), longerFirst(names)];
  // The plain forms of all before base64 of any: base64 takes a neighbour along, which might be one's first letter.
  const patterns = [
    ...real.flatMap((secret) => plainForms(secret).map(escaped)),
    ...realNames.flatMap((name) => plainForms(name).map((form) => asWord(escaped(form)))),
  ].map((source) => new RegExp(`${escaped(blanked)}|${source}`, 'gi'));
  const encoded = longerFirst([...secrets, ...names])
    .flatMap(base64Forms)
    .map((source) => new RegExp(`${escaped(blanked)}|${source}`, 'g'));
  const all = [...patterns, ...encoded];
  return (text) => all.reduce((redacted, pattern) => redacted.replaceAll(pattern, blanked), text);
}

const longerFirst = (secrets: readonly string[]): readonly string[] =>
  [...new Set(secrets)].filter((secret) => secret.length >= shortest).toSorted((a, b) => b.length - a.length);

/** A secret as it may have been written by whatever made the text, longer forms first. */
function plainForms(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const asciiJson = json.replaceAll(/[^ -~]/g, (unit) => `\\u${hex(unit, 4)}`);
  const url = inUrl(secret);
  const strictUrl = url.replaceAll(/[!'()~*]/g, (unit) => `%${hex(unit, 2)}`);
  const forms = [
    secret,
    json,
    asciiJson,
    // PHP escapes the slash.
    json.replaceAll('/', '\\/'),
    asciiJson.replaceAll('/', '\\/'),
    url,
    strictUrl,
    strictUrl.replaceAll('%20', '+'),
    inXml(secret),
  ];
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}

const escaped = (form: string): string => form.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Not within a word; an escape before it is none. */
const asWord = (source: string): string =>
  String.raw`(?:(?<![\da-z])|(?<=%[\da-f]{2}|\\u[\da-f]{4}|\\[bfnrt]))${source}(?![\da-z])`;

const hex = (unit: string, digits: number): string => unit.charCodeAt(0).toString(16).padStart(digits, '0');

/** A lone half of a surrogate pair has no URL form. */
const inUrl = (secret: string): string => encodeURIComponent(secret.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));

const inXml = (secret: string): string =>
  secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

/**
 * Three bytes are four letters of base64, so a secret looks different with none, one or two bytes before it. Sought
 * are the letters that it alone decides; the ones it shares with its neighbours are blanked with them.
 */
function base64Forms(secret: string): readonly string[] {
  const bits = utf8Bits(secret);
  return [0, 1, 2].map((before) => {
    const own = bits.slice((6 - ((before * 8) % 6)) % 6);
    const letters = (own.match(/.{6}/g) ?? []).map((six) => base64Letter(Number.parseInt(six, 2))).join('');
    const shared = `(?:[A-Za-z0-9_-]|${plus}|${slash})?`;
    const isCutShort = own.length % 6 !== 0;
    return `${before === 0 ? '' : shared}${letters}${isCutShort ? shared : ''}(?:=|%3[Dd]){0,2}`;
  });
}

/** The bytes of UTF-8, eight digits each. */
const utf8Bits = (text: string): string =>
  [...inUrl(text).matchAll(/%([\dA-F]{2})|(.)/gs)]
    .map(([, byte, letter = '']) => (byte === undefined ? letter.charCodeAt(0) : Number.parseInt(byte, 16)))
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');

// Base64 has two alphabets, and its signs are escaped in URLs and, by PHP, in JSON.
const plus = String.raw`\+|%2[Bb]`;
const slash = String.raw`\\?\/|%2[Ff]`;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const base64Letter = (sextet: number): string =>
  alphabet[sextet] ?? `(?:${sextet === 62 ? `-|${plus}` : `_|${slash}`})`;
