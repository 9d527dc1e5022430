/**
 * The parts of `usb` 1.9.2 and of `escpos-usb` 3.0.0-alpha.4 that are used; neither has types of its own. A callback of
 * either must not throw: native code calls it, and the program would end.
 */
declare module 'usb' {
  /** What libusb says: `errno` is a code of libusb.h, negative for a call and positive for a transfer. */
  export interface LibusbError extends Error {
    readonly errno?: number;
  }
  export type Done = (error: LibusbError | undefined) => void;
  export type TransferDone = (error: LibusbError | undefined, buffer: Buffer, actual: number) => void;

  export interface EndpointDescriptor {
    readonly bEndpointAddress: number;
    readonly bmAttributes: number;
    readonly wMaxPacketSize: number;
  }
  export interface InterfaceDescriptor {
    readonly bInterfaceNumber: number;
    readonly bAlternateSetting: number;
    readonly bInterfaceClass: number;
    readonly bInterfaceProtocol: number;
    readonly endpoints: readonly EndpointDescriptor[];
  }
  export interface ConfigDescriptor {
    /** An interface each, and in it its alternate settings. */
    readonly interfaces: readonly (readonly InterfaceDescriptor[])[];
  }

  export class Transfer {
    constructor(device: Device, address: number, type: number, timeoutMs: number, done: TransferDone);
    /** Once: after it has thrown, the transfer is of no more use. */
    submit(buffer: Buffer): this;
    /** `false`: it has ended already. */
    cancel(): boolean;
  }
  export interface Endpoint {
    readonly address: number;
    readonly direction: 'in' | 'out';
    readonly descriptor: EndpointDescriptor;
    makeTransfer(timeoutMs: number, done: TransferDone): Transfer;
    clearHalt(done: Done): void;
  }
  export interface Interface {
    readonly altSetting: number;
    readonly interfaceNumber: number;
    /** Of the alternate setting that is set. */
    readonly endpoints: readonly Endpoint[];
    setAltSetting(alternate: number, done: Done): void;
    isKernelDriverActive(): boolean;
    detachKernelDriver(): void;
    attachKernelDriver(): void;
    claim(): void;
    release(done: Done): void;
  }
  export interface Device {
    readonly deviceDescriptor: {
      readonly idVendor: number;
      readonly idProduct: number;
      /** Of the string descriptors; 0: there is none. */
      readonly iManufacturer: number;
      readonly iProduct: number;
      readonly iSerialNumber: number;
    };
    /** Throws where it cannot be read. */
    readonly configDescriptor: ConfigDescriptor | null;
    /** While it is open. */
    readonly interfaces: readonly Interface[] | null;
    /** With `false`, without its interfaces. Does nothing where it is open: all of the program share one handle. */
    open(defaultConfig?: boolean): void;
    /** Only once for an `open` that has succeeded, and with nothing under way. */
    close(): void;
  }

  export type HotPlugEvent = 'attach' | 'detach';
  type HotPlugListener = (device: Device) => void;

  const usb: {
    readonly Transfer: typeof Transfer;
    getDeviceList(): Device[];
    on(event: HotPlugEvent, listener: HotPlugListener): void;
    removeListener(event: HotPlugEvent, listener: HotPlugListener): void;
    listeners(event: HotPlugEvent): HotPlugListener[];
    /** The wait for events does not keep the program alive; to be called anew whenever it has begun. */
    unrefHotplugEvents(): void;
  };
  export default usb;
}

declare module 'escpos-usb' {
  import type { Device, Endpoint, Interface } from 'usb';

  /** What it asks of a device and of its interfaces. */
  export interface AdapterInterface extends Pick<
    Interface,
    'altSetting' | 'endpoints' | 'setAltSetting' | 'isKernelDriverActive' | 'detachKernelDriver' | 'claim'
  > {}
  export interface AdapterDevice {
    readonly interfaces: readonly AdapterInterface[];
    open(): void;
    close(): void;
  }
  export default class UsbAdapter {
    /** Those with an interface of the printer class, in any alternate setting. */
    static findPrinter(): Device[];
    constructor(device: AdapterDevice);
    /** The first that takes bytes, once it is open. */
    readonly endpoint?: Endpoint;
    open(done: (error: Error | null) => void): this;
  }
}
