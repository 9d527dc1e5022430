/** All in milliseconds. */
export interface UsbDeadlines {
  /** Until a printer is found, opened and claimed. */
  readonly open: number;
  /** Of one slice of bytes: then it is asked how far it has got. It says nothing about the printer. */
  readonly transfer: number;
  /** Of one question to the device itself. */
  readonly control: number;
  /** How long a cancelled transfer may take to end. */
  readonly cancel: number;
  /** How long after a broken transfer the system may take to notice that the cable was pulled. */
  readonly unplugNotice: number;
  /** Between two reads of a printer that answers at once with nothing. */
  readonly pause: number;
  /** Until everything under way has ended and the device is given back. */
  readonly close: number;
}

export const usbDeadlines: UsbDeadlines = {
  open: 5_000,
  transfer: 1_000,
  control: 500,
  cancel: 1_000,
  unplugNotice: 1_000,
  pause: 100,
  close: 1_500,
};
