import type { Result } from '../../shared/result.ts';

/** `absent`: there is such a place, and no such file in it. */
export type OriginFault = 'absent' | 'source-gone' | 'source-refused';

/** A place with a manifest and files in it. */
export interface Origin {
  /** The content of a file of it. What breaks off on the way throws `BrokenOff`. Whoever stops early closes it by that. */
  open(name: string): Promise<Result<AsyncIterable<Uint8Array>, OriginFault>>;
}

/** The whole of a file that has no more than `most` bytes; `undefined` where it has. */
export async function readWhole(
  content: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
