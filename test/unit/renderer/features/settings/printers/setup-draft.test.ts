import { describe, expect, it } from 'vitest';
import {
  nothingSeen,
  readSeen,
  seenBefore,
} from '../../../../../../renderer/features/settings/printers/seen-form.ts';
import {
  choose,
  chooseModel,
  connectionOf,
  draftOf,
  newDraft,
  profileOf,
  setupSteps,
  stepBeside,
  stepsOf,
  type SetupDraft,
} from '../../../../../../renderer/features/settings/printers/setup-draft.ts';
import type { FoundPrinter } from '../../../../../../shared/printing/printer-connection.ts';
import { printerProfiles, printerProfileSchema } from '../../../../../../shared/printing/printer-profile.ts';
import { defaultPrinting, type PrinterSetup } from '../../../../../../shared/printing/printing-settings.ts';

const found = (name: string): FoundPrinter => ({ connection: { kind: 'queue', name }, name, detail: '' });
const port: FoundPrinter = {
  connection: { kind: 'serial', path: 'COM3', baudRate: 9600, flowControl: 'none' },
  name: 'COM3',
  detail: '',
};
const chooseFound = (draft: SetupDraft, printer: FoundPrinter) => choose(draft, { from: 'found', printer });

const kitchen: PrinterSetup = {
  id: 'queue-1',
  name: 'Dapur',
  connection: { kind: 'queue', name: 'TM-T88' },
  profile: {
    ...printerProfiles['80mm-42'],
    model: 'custom',
    cutter: 'esc-i',
    feedLines: 2,
    drawer: { pin: 5, onMs: 100, offMs: 300 },
    modes: { ...printerProfiles['80mm-42'].modes, underline: false },
  },
};

describe('setting up a printer', () => {
  it('begins with the model that its name tells', () => {
    const draft = chooseFound(newDraft(true), found('EPSON TM-U220'));
    expect(profileOf(draft)).toEqual(printerProfiles['tm-u220']);
    expect(draft.roles).toEqual({ receipts: true, reports: true });
    expect(profileOf(chooseFound(newDraft(false), found('Kasir')))).toEqual(printerProfiles['58mm']);
  });

  it('forgets what was found out about another printer, and keeps it where the same is chosen again', () => {
    const seen = { ...nothingSeen, A: 48, B: 64 } as const;
    const draft: SetupDraft = { ...chooseFound(newDraft(true), found('A')), seen, feedLines: 9 };
    expect(chooseFound(draft, found('A'))).toBe(draft);
    expect(chooseFound(draft, found('B'))).toMatchObject({ seen: nothingSeen, feedLines: null });
  });

  it('knows no way to a printer before one is chosen', () => {
    expect(connectionOf(newDraft(true))).toEqual({ ok: false, error: ['none-chosen'] });
    const typed = choose(newDraft(true), { from: 'hand', kind: 'network' });
    expect(connectionOf(typed)).toEqual({ ok: false, error: ['host'] });
  });

  it('reaches a port at the speed that was chosen for it', () => {
    const draft = chooseFound(newDraft(true), port);
    const fast = { ...draft, form: { ...draft.form, baudRate: 115_200 as const } };
    expect(connectionOf(fast)).toMatchObject({ ok: true, value: { path: 'COM3', baudRate: 115_200 } });
  });

  it('looks at no paper where none comes out', () => {
    const screen = choose(newDraft(true), { from: 'hand', kind: 'screen' });
    expect(stepsOf(screen)).toEqual(['which', 'name']);
    expect(stepBeside(screen, 'which', 1)).toBe('name');
    expect(stepBeside(screen, 'name', -1)).toBe('which');
    expect(stepsOf(newDraft(true))).toEqual(setupSteps);
    expect(stepBeside(newDraft(true), 'which', -1)).toBeUndefined();
    expect(stepBeside(newDraft(true), 'name', 1)).toBeUndefined();
  });

  it('puts the answers, the cutter and the drawer together', () => {
    const draft: SetupDraft = {
      ...chooseFound(newDraft(true), found('Kasir')),
      seen: { ...nothingSeen, A: 48, B: 64 },
      cutter: { step: 'settled', found: 'esc-i' },
      drawer: { step: 'settled', found: 2 },
      feedLines: 0,
    };
    expect(profileOf(draft)).toEqual({
      ...printerProfiles['80mm'],
      model: 'custom',
      cutter: 'esc-i',
      feedLines: 0,
      drawer: { pin: 2, onMs: 50, offMs: 500 },
    });
  });

  it('cuts and opens nothing that nobody has seen move', () => {
    const draft = chooseFound(newDraft(true), found('Kasir'));
    const asked: SetupDraft = {
      ...draft,
      cutter: { step: 'tried', value: 'gs-v', rest: [] },
      drawer: { step: 'tried', value: 2, rest: [] },
    };
    expect(profileOf(asked)).toMatchObject({ cutter: 'none', drawer: null });
  });

  it('keeps the usual cutter of a model until it is known to be missing', () => {
    const draft = chooseModel(chooseFound(newDraft(true), found('Kasir')), '80mm');
    expect(profileOf(draft)).toEqual(printerProfiles['80mm']);
    const without: SetupDraft = { ...draft, cutter: { step: 'settled', found: null } };
    expect(profileOf(without)).toMatchObject({ model: 'custom', cutter: 'none' });
  });

  it('gives profiles that main takes', () => {
    for (const draft of [
      newDraft(true),
      chooseFound(newDraft(true), port),
      draftOf(kitchen, defaultPrinting),
    ])
      expect(printerProfileSchema.safeParse(profileOf(draft)).success).toBe(true);
  });
});

describe('setting up a printer anew', () => {
  const printing = { ...defaultPrinting, printers: [kitchen], receipts: 'queue-1', reports: 'queue-1' };

  it('changes nothing that is not answered anew', () => {
    const draft = draftOf(kitchen, printing);
    expect(profileOf(draft)).toEqual(kitchen.profile);
    expect(connectionOf(draft)).toEqual({ ok: true, value: kitchen.connection });
    expect(draft).toMatchObject({ name: 'Dapur', roles: { receipts: true, reports: true } });
    expect(chooseFound(draft, found('TM-T88'))).toBe(draft);
  });

  it('shows what was answered before', () => {
    expect(seenBefore(kitchen.profile)).toEqual({
      A: 42,
      B: 56,
      looksRight: { bold: true, doubleHeight: true, doubleWidth: true, underline: false },
      strangeSigns: false,
    });
    const odd = { ...kitchen.profile, columns: { A: 35, B: 46 }, asksStatus: false };
    expect(seenBefore(odd)).toMatchObject({ A: null, B: null, strangeSigns: true });
    expect(readSeen(seenBefore(odd))).toBeNull();
  });
});
