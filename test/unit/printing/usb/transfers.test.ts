import type { Transfer, TransferDone } from 'usb';
import { describe, expect, it, vi } from 'vitest';
import { callFault, transferFault } from '../../../../electron/printing/transports/usb/libusb-codes.ts';
import { createTransfers, endOf } from '../../../../electron/printing/transports/usb/transfers.ts';

const fault = (errno: number): Error => Object.assign(new Error('libusb'), { errno });

/** A transfer that ends when it is told to. */
function manualTransfer(submit: () => void = () => undefined) {
  let done: TransferDone | undefined;
  let cancels = 0;
  const transfer: Transfer = {
    submit() {
      submit();
      return transfer;
    },
    cancel() {
      cancels += 1;
      return true;
    },
  };
  return {
    make: (given: TransferDone): Transfer => {
      done = given;
      return transfer;
    },
    end: (error: Error | undefined, actual: number) => done?.(error, Buffer.alloc(0), actual),
    cancels: () => cancels,
  };
}

const never = new AbortController().signal;
const bytes = Buffer.alloc(100);

describe('a USB transfer', () => {
  it('tells exactly what has moved where the system knows, and at most everything where it does not', () => {
    const { timedOut, cancelled, stall, error, noDevice } = transferFault;
    for (const code of [undefined, timedOut, cancelled, stall])
      expect(endOf(code, 40, 100)).toEqual({ code, moved: 40, mayHaveMoved: 40 });
    for (const code of [error, noDevice])
      expect(endOf(code, 40, 100)).toEqual({ code, moved: 40, mayHaveMoved: 100 });
  });

  it('that could not be submitted has moved nothing', async () => {
    const transfers = createTransfers(1000);
    const { make } = manualTransfer(() => {
      throw fault(callFault.noDevice);
    });
    expect(await transfers.run(make, bytes, [never])).toEqual({
      code: callFault.noDevice,
      moved: 0,
      mayHaveMoved: 0,
    });
    await transfers.idle();
  });

  it('is cancelled by any of its signals, and not even made after', async () => {
    const transfers = createTransfers(60_000);
    const stop = new AbortController();
    const transfer = manualTransfer();
    const running = transfers.run(transfer.make, bytes, [never, stop.signal]);
    stop.abort();
    await vi.waitFor(() => expect(transfer.cancels()).toBe(1));
    transfer.end(fault(transferFault.cancelled), 64);
    expect(await running).toEqual({ code: transferFault.cancelled, moved: 64, mayHaveMoved: 64 });
    const make = vi.fn<() => Transfer>();
    expect(await transfers.run(make, bytes, [stop.signal])).toMatchObject({ mayHaveMoved: 0 });
    expect(make).not.toHaveBeenCalled();
  });

  it('that does not end when it is cancelled is answered for without knowledge, and still keeps the device', async () => {
    const transfers = createTransfers(10);
    const stop = new AbortController();
    const transfer = manualTransfer();
    const running = transfers.run(transfer.make, bytes, [stop.signal]);
    stop.abort();
    expect(await running).toEqual({ code: transferFault.cancelled, moved: 0, mayHaveMoved: 100 });
    let isIdle = false;
    const idle = transfers.idle().then(() => (isIdle = true));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isIdle).toBe(false);
    transfer.end(fault(transferFault.cancelled), 0);
    await idle;
  });

  it('is waited for like every other call', async () => {
    const transfers = createTransfers(10);
    const failing = transfers.call(() => {
      throw fault(callFault.io);
    });
    expect(await failing).toMatchObject({ errno: callFault.io });
    let finish: () => void = () => undefined;
    void transfers.call((done) => (finish = () => done(undefined)));
    let isIdle = false;
    const idle = transfers.idle().then(() => (isIdle = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isIdle).toBe(false);
    finish();
    await idle;
  });
});
