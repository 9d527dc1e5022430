import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conditionOf,
  deviceIdOf,
  textOf,
} from '../../../../electron/printing/transports/usb/read-answers.ts';
import {
  bufferFor,
  deviceIdRequest,
  portStatusRequest,
  stringRequest,
} from '../../../../electron/printing/transports/usb/control-requests.ts';

const descriptor = (text: string): Buffer => {
  const words = Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from([words.length + 2, 3]), words]);
};

const id = 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;';
const withLength = (high: number, low: number): Buffer =>
  Buffer.concat([Buffer.from([high, low]), Buffer.from(id, 'latin1')]);

describe('what a printer says of itself', () => {
  it('is the text of its descriptor, and not what lies behind it', () => {
    expect(textOf(descriptor('TM-T88V'))).toBe('TM-T88V');
    expect(textOf(Buffer.concat([descriptor('POS58'), Buffer.from('rest')]))).toBe('POS58');
    expect(textOf(descriptor('  Thermal\u0000\u0000 Printer\n'))).toBe('Thermal Printer');
    expect(textOf(new Uint8Array())).toBe('');
    expect(textOf(Buffer.from([0, 3, 65, 0]))).toBe('');
  });

  it('is its device id, with the length before it either way round, or wrong', () => {
    const length = id.length + 2;
    expect(deviceIdOf(withLength(0, length))).toBe(id);
    expect(deviceIdOf(withLength(length, 0))).toBe(id);
    expect(deviceIdOf(withLength(0xff, 0xff))).toBe(id);
    expect(deviceIdOf(withLength(0, 0))).toBe(id);
    expect(deviceIdOf(Buffer.concat([withLength(0, length), Buffer.from('rest')]))).toBe(id);
    expect(deviceIdOf(Buffer.from([0]))).toBe('');
  });

  it('is a line of text, whatever it sends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1100 }), (bytes) => {
        for (const text of [textOf(bytes), deviceIdOf(bytes)]) {
          expect(text).toBe(text.trim());
          expect(text).not.toMatch(/[\p{C}\n]/u);
        }
      }),
    );
  });

  it('is out of paper by one bit, and in order only without an error', () => {
    expect(conditionOf(Uint8Array.of(0x18))).toBe('ok');
    expect(conditionOf(Uint8Array.of(0x20))).toBe('paper-out');
    expect(conditionOf(Uint8Array.of(0x38))).toBe('paper-out');
    expect(conditionOf(Uint8Array.of(0x00))).toBe('offline');
    expect(conditionOf(Uint8Array.of(0x10))).toBe('offline');
    expect(conditionOf(new Uint8Array())).toBeUndefined();
  });
});

describe('what a printer is asked', () => {
  const setup = (buffer: Buffer): string => buffer.subarray(0, 8).toString('hex');

  it('stands on the wire as USB writes it', () => {
    expect(setup(bufferFor(stringRequest(3)))).toBe('800603030904ff00');
    expect(setup(bufferFor(deviceIdRequest(1, 2)))).toBe('a100000002010004');
    expect(setup(bufferFor(portStatusRequest(1)))).toBe('a101000001000100');
    expect(bufferFor(portStatusRequest(0))).toHaveLength(9);
  });
});
