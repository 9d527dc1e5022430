/** The ways in which a text may carry a secret, so that it can be looked for; told apart from how the program blanks it. */
export function formsOf(secret: string): ReadonlyMap<string, string> {
  const bytes = Buffer.from(secret, 'utf8');
  const url = encodeURIComponent(secret);
  const forms: readonly (readonly [name: string, form: string])[] = [
    ['as it is', secret],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in PHP’s JSON', JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
    ['in XML', inXml(secret)],
    ['in a URL', url],
    ['in a form', url.replaceAll('%20', '+')],
    ['in hex', bytes.toString('hex')],
    ...[0, 1, 2].flatMap((before): readonly (readonly [string, string])[] => {
      const letters = innerBase64(bytes, before);
      return [
        [`in base64 behind ${before} bytes`, letters],
        [`in base64 of URLs behind ${before} bytes`, letters.replaceAll('+', '-').replaceAll('/', '_')],
      ];
    }),
  ];
  return new Map(forms);
}

/** The letters of base64 that `bytes` alone decide, with `before` bytes in front and any behind. */
function innerBase64(bytes: Buffer, before: number): string {
  const letters = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const first = Math.ceil((before * 8) / 6);
  const end = Math.floor(((before + bytes.length) * 8) / 6);
  return letters.slice(first, end);
}

const inXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
