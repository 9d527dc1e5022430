import type { PrinterProblem } from '../../../../shared/payment/print-job.ts';

/** Without control characters and doubled blanks, which some printers fill their names up with. */
const tidied = (text: string): string => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();

/** A string descriptor's text; empty where it is none. */
export function textOf(descriptor: Uint8Array): string {
  const length = Math.min(descriptor[0] ?? 0, descriptor.length);
  return tidied(Buffer.from(descriptor.subarray(2, Math.max(length, 2))).toString('utf16le'));
}

/**
 * The IEEE 1284 device id in an answer to GET_DEVICE_ID: two bytes of length, which count themselves, high byte first;
 * some printers send the low one first, or a wrong length (CUPS, `get_device_id` of its USB backend).
 */
export function deviceIdOf(answer: Uint8Array): string {
  const bytes = Buffer.from(answer);
  if (bytes.length < 2) return '';
  const lengths = [bytes.readUInt16BE(0), bytes.readUInt16LE(0)];
  const length = lengths.find((said) => said > 2 && said <= bytes.length) ?? bytes.length;
  return tidied(bytes.toString('latin1', 2, length));
}

const paperEmpty = 0x20;
const noError = 0x08;

/** What the byte of GET_PORT_STATUS says (USB printer class 1.1, 4.2.2); undefined: there is none. */
export function conditionOf(answer: Uint8Array): PrinterProblem | 'ok' | undefined {
  const [status] = answer;
  if (status === undefined) return undefined;
  if ((status & paperEmpty) !== 0) return 'paper-out';
  return (status & noError) === 0 ? 'offline' : 'ok';
}
