import type { Device, Transfer, TransferDone } from 'usb';
import { describe, expect, it } from 'vitest';
import { portStatusRequest } from '../../../../electron/printing/transports/usb/control-requests.ts';
import { isInUse, openDevice } from '../../../../electron/printing/transports/usb/open-device.ts';
import { usbDeadlines } from '../../../../electron/printing/transports/usb/usb-deadlines.ts';

/** A device that tells what was done with it, and whose transfers end when they are told to. */
function fakeDevice(overrides: Partial<Device> = {}) {
  const steps: string[] = [];
  const underWay: (() => void)[] = [];
  const device: Device = {
    deviceDescriptor: { idVendor: 1, idProduct: 2, iManufacturer: 0, iProduct: 0, iSerialNumber: 0 },
    configDescriptor: null,
    interfaces: [],
    open: () => void steps.push('open'),
    close: () => void steps.push('close'),
    ...overrides,
  };
  class FakeTransfer implements Transfer {
    readonly done: TransferDone;
    constructor(_device: Device, _address: number, _type: number, _timeoutMs: number, done: TransferDone) {
      this.done = done;
    }
    submit(buffer: Buffer): this {
      underWay.push(() => this.done(undefined, buffer, 1));
      return this;
    }
    cancel(): boolean {
      return true;
    }
  }
  return { device, steps, underWay, library: { Transfer: FakeTransfer } };
}

const patient = { ...usbDeadlines, close: 60_000 };

describe('an open USB device', () => {
  it('is closed only once nothing is under way, and then what was claimed is given back first', async () => {
    const { device, steps, underWay, library } = fakeDevice();
    const opened = openDevice(library, device, patient);
    expect(isInUse(device)).toBe(true);
    const asking = opened.ask(portStatusRequest(0), []);
    const closing = opened.close(() => Promise.resolve(void steps.push('give back')));
    await new Promise((resolve) => setImmediate(resolve));
    expect(steps).toEqual(['open', 'open']);
    underWay[0]?.();
    await Promise.all([asking, closing]);
    expect(steps).toEqual(['open', 'open', 'give back', 'close']);
    expect(isInUse(device)).toBe(false);
  });

  it('is not waited for longer than a time of its own, stays in use until then, and is closed when it can be', async () => {
    const { device, steps, underWay, library } = fakeDevice();
    const opened = openDevice(library, device, { ...usbDeadlines, close: 10 });
    void opened.ask(portStatusRequest(0), []);
    await opened.close();
    expect(isInUse(device)).toBe(true);
    underWay[0]?.();
    await expect.poll(() => steps.at(-1)).toBe('close');
    expect(isInUse(device)).toBe(false);
  });

  it('is closed and free again although what was claimed cannot be given back, or it cannot be closed', async () => {
    const { device, steps, library } = fakeDevice();
    await openDevice(library, device, patient).close(() => Promise.reject(new Error('it does not go')));
    expect(steps.at(-1)).toBe('close');
    expect(isInUse(device)).toBe(false);

    const stubborn = fakeDevice({
      close: () => {
        throw new Error('it stays open');
      },
    });
    await openDevice(stubborn.library, stubborn.device, patient).close();
    expect(isInUse(stubborn.device)).toBe(false);
  });

  it('that was not opened is not closed, and one whose interfaces cannot be read is', () => {
    const refused = fakeDevice({
      open: () => {
        throw new Error('no access');
      },
    });
    expect(() => openDevice(refused.library, refused.device, patient)).toThrow('no access');
    expect(refused.steps).toEqual([]);
    const garbled = fakeDevice({
      open: (defaultConfig) => {
        if (defaultConfig !== false) throw new Error('no interfaces');
      },
    });
    expect(() => openDevice(garbled.library, garbled.device, patient)).toThrow('no interfaces');
    expect(garbled.steps).toEqual(['close']);
    expect([refused, garbled].map(({ device }) => isInUse(device))).toEqual([false, false]);
  });
});
