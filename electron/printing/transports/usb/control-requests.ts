/** A question to a device, on its endpoint 0 (USB 2.0, 9.3). */
export interface ControlRequest {
  readonly type: number;
  readonly request: number;
  readonly value: number;
  readonly index: number;
  /** The most bytes that the answer may have. */
  readonly length: number;
}

const getDescriptor = 6;
const stringDescriptor = 3;
/** Everybody has it; what a device says is not for reading but for recognising. */
const englishOfTheStates = 0x0409;

export const stringRequest = (index: number): ControlRequest => ({
  type: 0x80,
  request: getDescriptor,
  value: (stringDescriptor << 8) | index,
  index: englishOfTheStates,
  length: 255,
});

const ofPrinter = 0xa1;

/** GET_DEVICE_ID of the printer class: the IEEE 1284 device id. Allowed without a claim (Linux, devio.c). */
export const deviceIdRequest = (number: number, alternate: number): ControlRequest => ({
  type: ofPrinter,
  request: 0,
  value: 0,
  index: (number << 8) | alternate,
  length: 1024,
});

/** GET_PORT_STATUS of the printer class. */
export const portStatusRequest = (number: number): ControlRequest => ({
  type: ofPrinter,
  request: 1,
  value: 0,
  index: number,
  length: 1,
});

/** Length of the request itself, which the answer comes after in the same buffer. */
export const setupBytes = 8;

/** A buffer with the request, and room for the answer. */
export function bufferFor({ type, request, value, index, length }: ControlRequest): Buffer {
  const buffer = Buffer.alloc(setupBytes + length);
  buffer.writeUInt8(type, 0);
  buffer.writeUInt8(request, 1);
  buffer.writeUInt16LE(value, 2);
  buffer.writeUInt16LE(index, 4);
  buffer.writeUInt16LE(length, 6);
  return buffer;
}
