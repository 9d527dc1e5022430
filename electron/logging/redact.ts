/**
 * Blanks whatever is secret in a text that leaves the program: as it is, as a value of JSON, in base64 and
 * URL-encoded. Longer forms first, so that no tail stays of one that begins with another.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap(formsOf)
    .toSorted((a, b) => b.length - a.length)
    .reduce((redacted, form) => redacted.replaceAll(form, () => '[secret]'), text);
}

/** A secret of three letters would blank half the language; nothing so short is one. */
const formsOf = (secret: string): readonly string[] =>
  secret.length < 4
    ? []
    : [
        secret,
        JSON.stringify(secret).slice(1, -1),
        Buffer.from(secret, 'utf8').toString('base64'),
        // A lone half of a surrogate pair has no URL form.
        encodeURIComponent(secret.replaceAll(/\p{Surrogate}/gu, '\uFFFD')),
      ];
