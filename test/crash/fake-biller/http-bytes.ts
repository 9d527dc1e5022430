/** A request that came whole; HTTP by hand, so that a test's server can also do what no HTTP server would. */
export interface WholeRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** What came behind it. */
  readonly rest: Buffer;
}

/** The first request of what has come; `undefined` until it is whole. */
export function wholeRequest(pending: Buffer): WholeRequest | undefined {
  const end = pending.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = pending.subarray(0, end).toString('latin1');
  const from = end + 4;
  const until = from + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  if (pending.length < until) return undefined;
  const [method = '', path = ''] = head.split(' ');
  return {
    method,
    path,
    body: pending.subarray(from, until).toString('utf8'),
    rest: pending.subarray(until),
  };
}

/** @param at the biller's clock, in milliseconds. */
export function wholeAnswer(body: string, at: number, { status = '200 OK', type = 'application/json' } = {}) {
  const bytes = Buffer.from(body, 'utf8');
  const head = [
    `HTTP/1.1 ${status}`,
    `Date: ${new Date(at).toUTCString()}`,
    `Content-Type: ${type}`,
    `Content-Length: ${bytes.length}`,
    'Connection: close',
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]);
}
