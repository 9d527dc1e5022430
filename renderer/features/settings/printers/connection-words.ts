import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { PrinterConnection } from '../../../../shared/printing/printer-connection.ts';

const hex = (number: number): string => number.toString(16).padStart(4, '0');

/** How a printer is reached, in words. */
export function connectionWords(connection: PrinterConnection, m: Messages): string {
  const words = m.settings.printing.connections;
  switch (connection.kind) {
    case 'screen':
      return words.screen;
    case 'picture': {
      const { formats } = m.settings.printing.setup.which;
      return words.picture(formats[connection.format], connection.folder);
    }
    case 'file':
      return words.file(connection.path);
    case 'network':
      return words.network(`${connection.host}:${connection.port}`);
    case 'usb':
      return words.usb(`${hex(connection.vendorId)}:${hex(connection.productId)}`);
    case 'serial':
      return words.serial(connection.path, connection.baudRate);
    case 'queue':
      return words.queue(connection.name);
  }
}
