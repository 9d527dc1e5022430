import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes. */
const bodyLimit = 64 * 1024;

/** Beyond this the sender is not listened to any longer, in bytes. */
const patience = 1024 * 1024;

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** The client left before it had said all; there is nobody to answer. */
  | { readonly kind: 'broken-off' };

/**
 * Reads to the end even what is too large: an answer while the client still writes would be lost in a reset.
 */
export function readBody(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      if (size > patience) request.destroy();
    });
    request.once('end', () => {
      resolve(size > bodyLimit ? { kind: 'too-large' } : { kind: 'whole', bytes: Buffer.concat(chunks) });
    });
    request.once('error', () => resolve({ kind: 'broken-off' }));
    request.once('close', () => resolve({ kind: 'broken-off' }));
  });
}
