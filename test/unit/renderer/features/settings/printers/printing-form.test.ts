import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  printerIdFor,
  printsOnScreenOnly,
  readMinutes,
  renamed,
  whyNotRemoved,
  withoutPrinter,
  withPrinter,
} from '../../../../../../renderer/features/settings/printers/printing-form.ts';
import { printerProfiles } from '../../../../../../shared/printing/printer-profile.ts';
import {
  defaultPrinting,
  printingSettingsSchema,
  type PrinterSetup,
  type PrintingSettings,
} from '../../../../../../shared/printing/printing-settings.ts';

const cashier: PrinterSetup = {
  id: 'network-1f',
  name: 'Kasir',
  connection: { kind: 'network', host: '192.168.1.50', port: 9100 },
  profile: printerProfiles['80mm'],
};
const none = { receipts: false, reports: false };
const all = { receipts: true, reports: true };
const two: PrintingSettings = withPrinter(defaultPrinting, cashier, null, none);
const isValid = (printing: PrintingSettings) => printingSettingsSchema.safeParse(printing).success;

describe('the printers of a counter', () => {
  it('take one more, with the work it is given', () => {
    expect(two.printers.map(({ id }) => id)).toEqual(['screen', 'network-1f']);
    expect(two).toMatchObject({ receipts: 'screen', reports: 'screen' });
    expect(withPrinter(defaultPrinting, cashier, null, { receipts: true, reports: false })).toMatchObject({
      receipts: 'network-1f',
      reports: 'screen',
    });
  });

  it('keep a printer that is set up anew in its place and at its work', () => {
    const anew = { ...cashier, name: 'Kasir depan' };
    const once = withPrinter(two, { ...anew, id: 'usb-2' }, 'screen', none);
    expect(once.printers.map(({ id }) => id)).toEqual(['usb-2', 'network-1f']);
    expect(once).toMatchObject({ receipts: 'usb-2', reports: 'usb-2' });
    expect(withPrinter(two, anew, cashier.id, none).printers[1]?.name).toBe('Kasir depan');
  });

  it('lose none that has work, nor the last', () => {
    expect(whyNotRemoved(defaultPrinting, 'screen')).toBe('last');
    expect(whyNotRemoved(two, 'screen')).toBe('in-use');
    expect(whyNotRemoved({ ...two, receipts: cashier.id }, 'screen')).toBe('in-use');
    expect(whyNotRemoved(two, cashier.id)).toBeNull();
    expect(withoutPrinter(two, 'screen')).toBe(two);
    expect(withoutPrinter(two, cashier.id)).toEqual(defaultPrinting);
  });

  it('are called what was typed, without blanks around it', () => {
    expect(renamed(two, cashier.id, ' Kasir 2 ').printers.map(({ name }) => name)).toEqual([
      'Layar',
      'Kasir 2',
    ]);
  });

  it('wait so long as is typed, and for no number of minutes that is none', () => {
    expect(readMinutes(' 30 ')).toBe(30);
    expect([readMinutes('1'), readMinutes('240')]).toEqual([1, 240]);
    for (const typed of ['', '0', '241', '1.5', '-3', 'x', '9999']) expect(readMinutes(typed)).toBeNull();
  });

  it('stay settings that main takes, whatever is added, set up anew and removed', () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom('add', 'anew', 'remove'),
        at: fc.nat(7),
        kind: fc.constantFrom('screen', 'network'),
        roles: fc.record({ receipts: fc.boolean(), reports: fc.boolean() }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, (taken) => {
        let printing: PrintingSettings = defaultPrinting;
        for (const [ordinal, { what, at, kind, roles }] of taken.entries()) {
          const former = printing.printers[at % printing.printers.length]?.id ?? 'screen';
          if (what === 'remove') printing = withoutPrinter(printing, former);
          else if (what === 'anew' || printing.printers.length < 8) {
            const instead = what === 'anew' ? former : null;
            const id = printerIdFor(kind, instead, printing.printers, `${ordinal}`);
            const connection = kind === 'screen' ? ({ kind } as const) : cashier.connection;
            printing = withPrinter(printing, { ...cashier, id, connection }, instead, roles);
          }
          expect(isValid(printing)).toBe(true);
        }
      }),
    );
  });
});

describe('the id of a printer', () => {
  it('is kept where it is set up anew, so that what waits for it comes out there', () => {
    expect(printerIdFor('usb', 'network-1f', two.printers, 'zz')).toBe('network-1f');
    expect(printerIdFor('screen', 'screen', two.printers, 'zz')).toBe('screen');
  });

  it('is one that no printer here ever had', () => {
    expect(printerIdFor('usb', null, two.printers, '2a')).toBe('usb-2a');
    expect(printerIdFor('screen', null, two.printers, '2a')).toBe('screen-2a');
    expect(printerIdFor('screen', null, [cashier], '2a')).toBe('screen');
  });
});

describe('a counter that prints on the screen', () => {
  it('is one whose receipts go there', () => {
    expect(printsOnScreenOnly(defaultPrinting)).toBe(true);
    expect(printsOnScreenOnly(two)).toBe(true);
    expect(printsOnScreenOnly(withPrinter(defaultPrinting, cashier, null, all))).toBe(false);
  });
});
