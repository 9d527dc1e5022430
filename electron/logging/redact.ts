/** Blanks whatever is secret in a text that leaves the program: as it is, in base64 and URL-encoded. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.flatMap(formsOf).reduce((redacted, form) => redacted.replaceAll(form, '[secret]'), text);
}

/** A secret of three letters would blank half the language; nothing so short is one. */
const formsOf = (secret: string): readonly string[] =>
  secret.length < 4
    ? []
    : [secret, Buffer.from(secret, 'utf8').toString('base64'), encodeURIComponent(secret)];
