import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { problemOfErrno } from './file/errno.ts';
import { openWithin, orGivenUp, throwIfGivenUp } from './give-up.ts';
import { TransportFault, type Transport } from './transport.ts';

export interface PicturePlace {
  readonly format: 'png' | 'pdf';
  readonly folder: string;
  /** Draws the paper that a printer would have put out. Bounded in time by whoever draws. */
  readonly draw: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Names the next file, without its ending. */
  readonly name: () => string;
}

/** To reach the folder, which may be a share that hangs. In milliseconds. */
const openMs = 10_000;

/**
 * Every job as a picture of its paper in a folder, which is made: for shops that send receipts and print none. A file
 * with a picture's name is a whole picture, and is on the disk.
 */
export const pictureTransport = ({ format, folder, draw, name }: PicturePlace): Transport => ({
  staysOpen: false,
  async open(signal) {
    await openWithin({ deadlineMs: openMs, signal, closeLate: () => undefined }, () =>
      fs.mkdir(folder, { recursive: true }).catch((error: unknown) => {
        throw new TransportFault(problemOfErrno(error, 'disk', 'unreachable'), error);
      }),
    );
    const chunks: Uint8Array[] = [];
    return {
      async write(bytes, givenUp) {
        throwIfGivenUp(givenUp);
        // Nothing leaves before the picture is drawn. The caller may use its buffer again.
        chunks.push(Uint8Array.from(bytes));
      },
      async finish(givenUp) {
        const picture = await drawn(() => draw(Buffer.concat(chunks)), givenUp);
        await orGivenUp(putPicture(path.join(folder, `${name()}.${format}`), picture, givenUp), {
          signal: givenUp,
        });
        return 'printed';
      },
      lost: new Promise(() => undefined),
      close: async () => undefined,
    };
  },
});

async function drawn(draw: () => Promise<Uint8Array>, signal: AbortSignal): Promise<Uint8Array> {
  try {
    throwIfGivenUp(signal);
    return await orGivenUp(draw(), { signal });
  } catch (error) {
    throw TransportFault.withNothingLeft(error instanceof TransportFault ? error.problem : 'faulty', error);
  }
}

/**
 * Puts a picture under its name, whole or not at all, and never over another: two receipts of one moment are two.
 *
 * @throws TransportFault with nothing left.
 */
async function putPicture(target: string, picture: Uint8Array, signal: AbortSignal): Promise<void> {
  const part = path.join(path.dirname(target), `.${randomUUID()}.part`);
  try {
    await fs.writeFile(part, picture, { flag: 'wx', flush: true });
    throwIfGivenUp(signal);
    // The name is taken first, since renaming would go over whatever has it.
    await (await fs.open(target, 'wx')).close();
    await fs.rename(part, target).catch(async (error: unknown) => {
      await fs.rm(target, { force: true });
      throw error;
    });
  } catch (error) {
    await fs.rm(part, { force: true }).catch(() => undefined);
    if (error instanceof TransportFault) throw TransportFault.withNothingLeft(error.problem, error);
    throw TransportFault.withNothingLeft(problemOfErrno(error, 'disk', 'faulty'), error);
  }
}
