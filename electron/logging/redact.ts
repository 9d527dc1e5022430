/** Blanks whatever is secret in a text that leaves the program: as it is, in base64 and URL-encoded. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, Buffer.from(secret, 'utf8').toString('base64'), encodeURIComponent(secret)])
    .reduce((redacted, form) => redacted.replaceAll(form, '[secret]'), text);
}
