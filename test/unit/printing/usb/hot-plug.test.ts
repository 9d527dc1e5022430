import { EventEmitter } from 'node:events';
import type { Device } from 'usb';
import { describe, expect, it, vi } from 'vitest';
import { createHotPlug } from '../../../../electron/printing/transports/usb/hot-plug.ts';

const device = { deviceDescriptor: { idVendor: 1, idProduct: 2 } } as Device;

function hotPlugBench() {
  const emitter = new EventEmitter();
  const unref = vi.fn<() => void>();
  const notes: string[] = [];
  const hotPlug = createHotPlug(
    {
      on: (event, listener) => void emitter.on(event, listener),
      unrefHotplugEvents: () => {
        // Only once the wait has begun is there something to let go of.
        expect(emitter.listenerCount('attach')).toBe(1);
        expect(emitter.listenerCount('detach')).toBe(1);
        unref();
      },
    },
    { attach: () => notes.push('attach'), detach: () => notes.push('detach') },
  );
  return { emitter, unref, notes, hotPlug };
}

describe('the coming and going of USB devices', () => {
  it('is listened to once for everybody, and keeps no program alive', () => {
    const { emitter, unref, hotPlug } = hotPlugBench();
    for (let count = 0; count < 20; count += 1) hotPlug.onChange(() => undefined)();
    expect(emitter.listenerCount('detach')).toBe(1);
    expect(unref).toHaveBeenCalledTimes(1);
  });

  it('is noted at once, and told to all who listen and to nobody who has ceased to', async () => {
    const { emitter, notes, hotPlug } = hotPlugBench();
    const told: string[] = [];
    const listener = (event: string): void => void told.push(event);
    const end = hotPlug.onChange(listener);
    hotPlug.onChange(listener);
    emitter.emit('attach', device);
    expect([notes, told]).toEqual([['attach'], []]);
    await Promise.resolve();
    expect(told).toEqual(['attach', 'attach']);
    emitter.emit('detach', device);
    // Also where it is on its way already.
    end();
    await Promise.resolve();
    expect(told).toEqual(['attach', 'attach', 'detach']);
  });
});
