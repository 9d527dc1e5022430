import { fileConnection } from './file/file-connection.ts';
import { openFile, type OpenFile } from './file/open-file.ts';
import { openWithin } from './give-up.ts';
import type { Transport } from './transport.ts';

/** In milliseconds; a network share may hang in any call. */
export interface FileDeadlines {
  readonly open: number;
  readonly close: number;
}

const fileDeadlines: FileDeadlines = { open: 10_000, close: 2_000 };

/**
 * Appends each receipt to a file, which with its folders is made: `printed` once it is on the disk. Also serves a pipe
 * and a printer's device file such as `/dev/usb/lp0`, which must be there, and then answers `sent`.
 */
export const fileTransport = (target: string, deadlines: FileDeadlines = fileDeadlines): Transport => ({
  staysOpen: false,
  async open(signal) {
    const ends = {
      deadlineMs: deadlines.open,
      signal,
      closeLate: ({ handle }: OpenFile) => void handle.close().catch(() => undefined),
    };
    const opened = await openWithin(ends, () => openFile(target));
    return fileConnection(opened, deadlines.close);
  },
});
