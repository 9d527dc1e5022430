import type { InterfaceDescriptor } from 'usb';
import { describe, expect, it } from 'vitest';
import { printerInterfaceOf } from '../../../../electron/printing/transports/usb/printer-interface.ts';

const bulk = 2;
const interrupt = 3;

const endpoint = (bEndpointAddress: number, bmAttributes = bulk) => ({
  bEndpointAddress,
  bmAttributes,
  wMaxPacketSize: 64,
});

interface Setting {
  readonly number?: number;
  readonly alternate?: number;
  readonly kind?: number;
  readonly protocol?: number;
  readonly endpoints?: InterfaceDescriptor['endpoints'];
}

const setting = ({
  number = 0,
  alternate = 0,
  kind = 7,
  protocol = 2,
  endpoints = [endpoint(0x01), endpoint(0x82)],
}: Setting): InterfaceDescriptor => ({
  bInterfaceNumber: number,
  bAlternateSetting: alternate,
  bInterfaceClass: kind,
  bInterfaceProtocol: protocol,
  endpoints,
});

const chosen = (...interfaces: (readonly Setting[])[]) =>
  printerInterfaceOf({ interfaces: interfaces.map((settings) => settings.map(setting)) });

describe('the interface that is printed by', () => {
  it('is of the printer class, wherever it stands and whatever the others take', () => {
    const others = [{ kind: 3 }, { kind: 8 }, { kind: 255 }];
    for (const other of others) {
      expect(chosen([other], [{ number: 1, endpoints: [endpoint(0x03), endpoint(0x84)] }])).toEqual({
        number: 1,
        alternate: 0,
        out: 0x03,
        in: 0x84,
      });
      expect(chosen([other])).toBeUndefined();
    }
  });

  it('is bidirectional where there is a choice, and deaf where it can only take', () => {
    const plain = { protocol: 1, endpoints: [endpoint(0x01)] };
    const answers = { alternate: 1, protocol: 2 };
    expect(chosen([plain, answers])).toEqual({ number: 0, alternate: 1, out: 0x01, in: 0x82 });
    expect(chosen([plain])).toEqual({ number: 0, alternate: 0, out: 0x01, in: undefined });
    // Also with an endpoint that its protocol has no use for.
    expect(chosen([{ protocol: 1 }])?.in).toBeUndefined();
  });

  it('speaks packets of IEEE 1284.4 only where nothing plainer is there, and never IPP', () => {
    const packets = { alternate: 1, protocol: 3 };
    expect(chosen([packets, { protocol: 1 }])?.alternate).toBe(0);
    expect(chosen([{ ...packets, alternate: 0 }])?.alternate).toBe(0);
    expect(chosen([{ protocol: 4 }])).toBeUndefined();
    expect(chosen([{ protocol: 4 }, { alternate: 1, protocol: 1 }])?.alternate).toBe(1);
  });

  it('may have a protocol of its own, as some clones have', () => {
    expect(chosen([{ protocol: 0 }])).toMatchObject({ out: 0x01, in: 0x82 });
    expect(chosen([{ protocol: 255 }, { alternate: 1, protocol: 1 }])?.alternate).toBe(1);
  });

  it('takes bytes in bulk', () => {
    expect(chosen([{ endpoints: [endpoint(0x01, interrupt), endpoint(0x82)] }])).toBeUndefined();
    expect(chosen([{ endpoints: [endpoint(0x81, interrupt), endpoint(0x02)] }])).toMatchObject({
      out: 0x02,
      in: undefined,
    });
    expect(chosen([{ endpoints: [] }])).toBeUndefined();
  });

  it('is numbered by its place, for the library takes the one for the other', () => {
    expect(chosen([{ kind: 3 }], [{ number: 2 }])).toBeUndefined();
  });

  it('is none where nothing is known of the device', () => {
    expect(printerInterfaceOf(null)).toBeUndefined();
    expect(chosen()).toBeUndefined();
    expect(chosen([])).toBeUndefined();
  });
});
