import type { PrinterConnectionOf } from '../../shared/printing/printer-connection.ts';
import type { PrinterProfile } from '../../shared/printing/printer-profile.ts';
import type { PrinterSetup } from '../../shared/printing/printing-settings.ts';
import { fileTransport } from './transports/file.ts';
import { networkTransport } from './transports/network.ts';
import { pictureTransport } from './transports/picture.ts';
import { screenTransport } from './transports/screen.ts';
import { serialTransport } from './transports/serial.ts';
import { queueTransport } from './transports/spooler/queue-transport.ts';
import type { Transport } from './transports/transport.ts';
import { usbTransport } from './transports/usb/usb-transport.ts';

/** What pictures of receipts need of the program around them. */
export interface PictureMaker {
  /** Draws what `bytes` put on the paper of `profile`. */
  draw(bytes: Uint8Array, profile: PrinterProfile, format: 'png' | 'pdf'): Promise<Uint8Array>;
  /** Where pictures go if the setting names no folder. */
  folder(): string;
  /** Names a file by the time, so that a folder of them is in their order. */
  name(): string;
}

const picture = (
  { format, folder }: PrinterConnectionOf<'picture'>,
  profile: PrinterProfile,
  maker: PictureMaker,
): Transport =>
  pictureTransport({
    format,
    folder: folder === '' ? maker.folder() : folder,
    draw: (bytes) => maker.draw(bytes, profile, format),
    name: () => maker.name(),
  });

/** The way to a printer. Cheap: nothing is opened or loaded before a job comes. */
export function transportFor({ connection, profile }: PrinterSetup, maker: PictureMaker): Transport {
  switch (connection.kind) {
    case 'screen':
      return screenTransport;
    case 'picture':
      return picture(connection, profile, maker);
    case 'file':
      return fileTransport(connection.path);
    case 'network':
      return networkTransport(connection);
    case 'usb':
      return usbTransport(connection);
    case 'serial':
      return serialTransport(connection);
    case 'queue':
      return queueTransport(connection);
  }
}
