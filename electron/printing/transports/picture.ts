import fs from 'node:fs/promises';
import path from 'node:path';
import { TransportFault, type Transport } from './transport.ts';

export interface PicturePlace {
  readonly format: 'png' | 'pdf';
  readonly folder: string;
  /** Draws the paper that a printer would have put out. Bounded in time by whoever draws. */
  readonly draw: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Names the next file, without its ending. */
  readonly name: () => string;
}

/** Every job as a picture of its paper in a folder: for shops that send receipts and print none. */
export const pictureTransport = ({ format, folder, draw, name }: PicturePlace): Transport => ({
  staysOpen: false,
  async open() {
    await fs.mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw new TransportFault('no-access', error);
    });
    let job: Uint8Array = new Uint8Array();
    return {
      async write(bytes) {
        // Nothing leaves before the picture is drawn.
        job = Uint8Array.from([...job, ...bytes]);
      },
      async finish() {
        try {
          const picture = await draw(job);
          // Never over another: two receipts of one second are two.
          await fs.writeFile(path.join(folder, `${name()}.${format}`), picture, { flag: 'wx' });
          return 'printed';
        } catch (error) {
          throw new TransportFault('faulty', error, true);
        }
      },
      lost: new Promise(() => undefined),
      close: async () => undefined,
    };
  },
});
