/**
 * Blanks whatever is secret in a text that leaves the program: as it is, URL-encoded, as a value of JSON or XML, and
 * in base64, also where the secret was only a part of what was encoded (Teleanjar's `ppid` is `user|password`).
 * Longer secrets first, so that no tail stays of one that begins with another.
 */
export function redact(text: string, secrets: readonly string[]): string {
  // A secret of three letters would blank half the language; nothing so short is one.
  const real = secrets.filter((secret) => secret.length >= 4).toSorted((a, b) => b.length - a.length);
  // The plain forms of all before base64 of any: base64 takes a neighbour along, which might be one's first letter.
  return [...real.flatMap(plainForms), ...real.flatMap(base64Forms)].reduce(
    (redacted, form) => redacted.replaceAll(form, '[secret]'),
    text,
  );
}

/** A secret as it may have been written by whatever made the text, longer forms first. */
function plainForms(secret: string): readonly RegExp[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const asciiJson = json.replaceAll(/[^ -~]/g, (unit) => `\\u${hex(unit, 4)}`);
  // A lone half of a surrogate pair has no URL form.
  const url = encodeURIComponent(secret.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
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
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length).map(inEitherHex);
}

/** Hex digits of an escape may be of either case; all else is taken as it stands. */
function inEitherHex(form: string): RegExp {
  const source = form
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
    .replaceAll(/%[\dA-Fa-f]{2}|\\\\u[\dA-Fa-f]{4}/g, (escape) =>
      escape.replaceAll(/(?!u)[A-Fa-f]/g, (digit) => `[${digit.toUpperCase()}${digit.toLowerCase()}]`),
    );
  return new RegExp(source, 'g');
}

const hex = (unit: string, digits: number): string => unit.charCodeAt(0).toString(16).padStart(digits, '0');

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
function base64Forms(secret: string): readonly RegExp[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const first = Math.ceil((before * 8) / 6);
    const end = Math.floor((whole.length * 8) / 6);
    const letters = whole
      .toString('base64')
      .slice(first, end)
      .replaceAll(/[+/]/g, (sign) => (sign === '+' ? `(?:-|${plus})` : `(?:_|${slash})`));
    const shared = `(?:[A-Za-z0-9_-]|${plus}|${slash})?`;
    const isCutShort = (whole.length * 8) % 6 !== 0;
    return new RegExp(
      `${before === 0 ? '' : shared}${letters}${isCutShort ? shared : ''}(?:=|%3[Dd]){0,2}`,
      'g',
    );
  });
}

// Base64 has two alphabets, and its signs are escaped in URLs and, by PHP, in JSON.
const plus = String.raw`\+|%2[Bb]`;
const slash = String.raw`\\?\/|%2[Ff]`;
