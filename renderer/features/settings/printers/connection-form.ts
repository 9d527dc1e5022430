import { err, ok, type Result } from '../../../../shared/result.ts';
import {
  isPrinterPath,
  isSerialPath,
  type PrinterConnection,
  type PrinterConnectionOf,
} from '../../../../shared/printing/printer-connection.ts';

/** The ways that can be typed in. */
export const handKinds = ['network', 'serial', 'file', 'screen', 'picture'] as const;
export type HandKind = (typeof handKinds)[number];

/** What is chosen for a serial port, found or typed. */
export type SerialSettings = Pick<PrinterConnectionOf<'serial'>, 'baudRate' | 'flowControl'>;

/** A connection as it is typed: the fields of every way at once, so that changing one's mind loses nothing. */
export interface ConnectionForm extends SerialSettings {
  readonly host: string;
  readonly port: string;
  readonly serialPath: string;
  readonly path: string;
  readonly format: PrinterConnectionOf<'picture'>['format'];
  readonly folder: string;
}

export type ConnectionFault = 'host' | 'port' | 'serialPath' | 'path';

export const emptyConnectionForm: ConnectionForm = {
  host: '',
  port: '9100',
  serialPath: '',
  baudRate: 9600,
  flowControl: 'none',
  path: '',
  format: 'png',
  folder: '',
};

/** The form in which a connection stands as it was typed. */
export function connectionFormOf(connection: PrinterConnection): ConnectionForm {
  const form = emptyConnectionForm;
  switch (connection.kind) {
    case 'network':
      return { ...form, host: connection.host, port: String(connection.port) };
    case 'serial': {
      const { path: serialPath, baudRate, flowControl } = connection;
      return { ...form, serialPath, baudRate, flowControl };
    }
    case 'file':
      return { ...form, path: connection.path };
    case 'picture':
      return { ...form, format: connection.format, folder: connection.folder };
    case 'screen':
    case 'usb':
    case 'queue':
      return form;
  }
}

const portOf = (typed: string): number => (/^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0);

/** `192.168.1.50:9100` typed whole into the address. */
function splitAddress({ host, port }: ConnectionForm): { readonly host: string; readonly port: string } {
  const [, before, after] = /^([^:]+):(\d{1,5})$/.exec(host.trim()) ?? [];
  return before === undefined || after === undefined
    ? { host: host.trim(), port }
    : { host: before, port: after };
}

/** The connection that was typed, or the fields that keep it from being one. */
export function readConnectionForm(
  kind: HandKind,
  form: ConnectionForm,
): Result<PrinterConnection, readonly ConnectionFault[]> {
  switch (kind) {
    case 'screen':
      return ok({ kind });
    case 'picture':
      return ok({ kind, format: form.format, folder: form.folder.trim() });
    case 'file': {
      const path = form.path.trim();
      return isPrinterPath(path) ? ok({ kind, path }) : err(['path']);
    }
    case 'serial': {
      const path = form.serialPath.trim();
      const { baudRate, flowControl } = form;
      return isSerialPath(path) ? ok({ kind, path, baudRate, flowControl }) : err(['serialPath']);
    }
    case 'network': {
      const { host, port } = splitAddress(form);
      const faults: readonly ConnectionFault[] = [
        ...(/^[\p{L}\d._:%[\]-]+$/u.test(host) ? [] : (['host'] as const)),
        ...(portOf(port) >= 1 && portOf(port) <= 65_535 ? [] : (['port'] as const)),
      ];
      return faults.length > 0 ? err(faults) : ok({ kind, host, port: portOf(port) });
    }
  }
}

/** Whether paper comes out there: only then is there anything to look at and to try. */
export function hasPaper(connection: PrinterConnection): boolean {
  switch (connection.kind) {
    case 'screen':
    case 'picture':
      return false;
    case 'file':
      return !/\.(?:bin|prn)$/i.test(connection.path);
    case 'network':
    case 'usb':
    case 'serial':
    case 'queue':
      return true;
  }
}
