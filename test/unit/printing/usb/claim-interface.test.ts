import usb, { type Endpoint, type Interface } from 'usb';
import UsbAdapter from 'escpos-usb';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { claimInterface } from '../../../../electron/printing/transports/usb/claim-interface.ts';
import { callFault } from '../../../../electron/printing/transports/usb/libusb-codes.ts';

const fault = (errno: number): Error => Object.assign(new Error('libusb'), { errno });

const endpointThat = (direction: 'in' | 'out'): Endpoint => ({
  address: direction === 'in' ? 0x82 : 0x01,
  direction,
  descriptor: { bEndpointAddress: 0, bmAttributes: 2, wMaxPacketSize: 64 },
  makeTransfer: () => {
    throw new Error('nothing is sent here');
  },
  clearHalt: () => undefined,
});

/** An interface that tells what was done with it. */
function fakeInterface(overrides: Partial<Interface> = {}) {
  const steps: string[] = [];
  const step = (name: string) => (): void => void steps.push(name);
  const whole: Interface = {
    altSetting: 0,
    interfaceNumber: 0,
    endpoints: [endpointThat('in'), endpointThat('out')],
    // Before the claim it is refused, and nobody minds.
    setAltSetting: (_, done) => setImmediate(done, fault(callFault.notFound)),
    isKernelDriverActive: () => true,
    detachKernelDriver: step('detach'),
    attachKernelDriver: step('attach'),
    claim: step('claim'),
    release(done) {
      steps.push('release');
      setImmediate(done, undefined);
    },
    ...overrides,
  };
  return { whole, steps };
}

const throwing = (errno: number) => () => {
  throw fault(errno);
};

describe('an interface claimed by escpos-usb', () => {
  let complaints: MockInstance;
  beforeEach(() => {
    complaints = vi.spyOn(console, 'error');
  });
  afterEach(() => {
    // What the library has to say of its troubles is for nobody.
    expect(complaints).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    expect(usb.listeners('detach')).toEqual([]);
  });

  it('is taken from the driver of the system, printed by, and given back', async () => {
    const { whole, steps } = fakeInterface();
    const { endpoint, giveBack } = await claimInterface(usb, UsbAdapter, whole);
    expect(endpoint?.direction).toBe('out');
    await giveBack();
    expect(steps).toEqual(['detach', 'claim', 'release', 'attach']);
  });

  it('is not given to a driver that it was not taken from', async () => {
    const { whole, steps } = fakeInterface({ isKernelDriverActive: () => false });
    await (await claimInterface(usb, UsbAdapter, whole)).giveBack();
    expect(steps).toEqual(['claim', 'release']);
  });

  it('is claimed where the system knows no drivers to take it from', async () => {
    const { whole } = fakeInterface({ isKernelDriverActive: throwing(callFault.notSupported) });
    await expect(claimInterface(usb, UsbAdapter, whole)).resolves.toMatchObject({});
  });

  it('that somebody else holds is left as it was, and the library says why', async () => {
    const { whole, steps } = fakeInterface({ claim: throwing(callFault.busy) });
    await expect(claimInterface(usb, UsbAdapter, whole)).rejects.toMatchObject({ errno: callFault.busy });
    expect(steps).toEqual(['detach', 'attach']);
  });

  it('whose driver does not go is not given to it', async () => {
    const { whole, steps } = fakeInterface({
      detachKernelDriver: throwing(callFault.access),
      claim: throwing(callFault.busy),
    });
    await expect(claimInterface(usb, UsbAdapter, whole)).rejects.toMatchObject({ errno: callFault.busy });
    expect(steps).toEqual([]);
  });

  it('by which nothing can be sent is given back', async () => {
    const { whole, steps } = fakeInterface({ endpoints: [endpointThat('in')] });
    await expect(claimInterface(usb, UsbAdapter, whole)).rejects.toThrow();
    expect(steps).toEqual(['detach', 'claim', 'release', 'attach']);
  });

  it('of a device that was pulled out fails, and so does giving it back, without a word', async () => {
    const { whole: gone } = fakeInterface({ setAltSetting: throwing(callFault.noDevice) });
    await expect(claimInterface(usb, UsbAdapter, gone)).rejects.toMatchObject({ errno: callFault.noDevice });
    const { whole } = fakeInterface({
      release: throwing(callFault.noDevice),
      attachKernelDriver: throwing(callFault.noDevice),
    });
    const { giveBack } = await claimInterface(usb, UsbAdapter, whole);
    await giveBack();
  });
});
