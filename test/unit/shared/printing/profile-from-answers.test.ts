import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  printerProfiles,
  printerProfileSchema,
  type PrinterProfile,
} from '../../../../shared/printing/printer-profile.ts';
import {
  namedProfile,
  profileFromAnswers,
  sampledModes,
  type TestPageAnswers,
} from '../../../../shared/printing/profile-from-answers.ts';
import { rulers } from '../../../../shared/printing/test-page.ts';

const allRight = { bold: true, doubleHeight: true, doubleWidth: true, underline: true };
const known = Object.values(printerProfiles);

const answers: fc.Arbitrary<TestPageAnswers> = fc.record({
  A: fc.constantFrom(...rulers.A),
  B: fc.constantFrom(...rulers.B, null),
  looksRight: fc.record({
    bold: fc.boolean(),
    doubleHeight: fc.boolean(),
    doubleWidth: fc.boolean(),
    underline: fc.boolean(),
  }),
  strangeSigns: fc.boolean(),
});

const profiles: fc.Arbitrary<PrinterProfile> = fc.record({
  model: fc.constantFrom(...known.map(({ model }) => model), 'custom' as const),
  columns: fc.record({ A: fc.integer({ min: 16, max: 96 }), B: fc.integer({ min: 16, max: 96 }) }),
  widthDots: fc.integer({ min: 0, max: 128 }).map((bytes) => bytes * 8),
  cutter: fc.constantFrom('none', 'gs-v', 'esc-i'),
  feedLines: fc.integer({ min: 0, max: 12 }),
  codePage: fc.integer({ min: 0, max: 255 }),
  modes: fc.record({
    fontB: fc.boolean(),
    bold: fc.boolean(),
    doubleHeight: fc.boolean(),
    doubleWidth: fc.boolean(),
    underline: fc.boolean(),
  }),
  swallowsLineFeedAfterPicture: fc.boolean(),
  drawer: fc.option(
    fc.record({
      pin: fc.constantFrom(2 as const, 5 as const),
      onMs: fc.integer({ min: 10, max: 510 }),
      offMs: fc.integer({ min: 100, max: 510 }),
    }),
  ),
  asksStatus: fc.boolean(),
});
const bases = fc.oneof(fc.constantFrom(...known), profiles);

/** What somebody sees who has such a printer. */
const seenOn = ({ columns, modes }: PrinterProfile): Omit<TestPageAnswers, 'strangeSigns'> | undefined => {
  const A = rulers.A.find((columnsA) => columnsA === columns.A);
  const B = rulers.B.find((columnsB) => columnsB === columns.B);
  const { fontB, ...looksRight } = modes;
  return A === undefined || B === undefined ? undefined : { A, B: fontB ? B : null, looksRight };
};

describe('a profile from what was seen on the test page', () => {
  it('is one that the settings take, whatever was answered and whatever it began as', () => {
    fc.assert(
      fc.property(answers, bases, (seen, base) => {
        expect(printerProfileSchema.safeParse(profileFromAnswers(seen, base)).error).toBeUndefined();
      }),
    );
  });

  it('prints no wider than the ruler that stayed on one line', () => {
    fc.assert(
      fc.property(answers, bases, (seen, base) => {
        const { columns, modes } = profileFromAnswers(seen, base);
        expect(columns.A).toBe(seen.A);
        expect(modes.fontB).toBe(seen.B !== null);
        if (seen.B !== null) expect(columns.B).toBe(seen.B);
        for (const mode of sampledModes) expect(modes[mode]).toBe(seen.looksRight[mode]);
      }),
    );
  });

  it('never asks a printer again that printed the question, and asks none that was not asked', () => {
    fc.assert(
      fc.property(answers, bases, (seen, base) => {
        const { asksStatus } = profileFromAnswers(seen, base);
        expect(asksStatus).toBe(base.asksStatus && !seen.strangeSigns);
      }),
    );
  });

  it('keeps what the page does not show where the width is as it was', () => {
    fc.assert(
      fc.property(answers, bases, (seen, base) => {
        fc.pre(seen.A === base.columns.A);
        const { cutter, feedLines, codePage, drawer, widthDots } = profileFromAnswers(seen, base);
        expect({ cutter, feedLines, codePage, drawer, widthDots }).toEqual({
          cutter: base.cutter,
          feedLines: base.feedLines,
          codePage: base.codePage,
          drawer: base.drawer,
          widthDots: base.widthDots,
        });
      }),
    );
  });

  it('gives the drawer up for no answer', () => {
    fc.assert(
      fc.property(answers, bases, (seen, base) => {
        expect(profileFromAnswers(seen, base).drawer).toEqual(base.drawer);
      }),
    );
  });

  it('is the same when the same is seen again', () => {
    fc.assert(
      fc.property(answers, bases, (seen, base) => {
        const once = profileFromAnswers(seen, base);
        expect(profileFromAnswers(seen, once)).toEqual(once);
      }),
    );
  });

  it.each(known)('is $model where that is what is seen, whichever model was guessed', (profile) => {
    const seen = seenOn(profile);
    if (seen === undefined) throw new Error('no ruler is as long as its lines');
    const kept = profileFromAnswers({ ...seen, strangeSigns: false }, profile);
    expect(kept).toEqual(profile);
    for (const guess of known) {
      const found = profileFromAnswers({ ...seen, strangeSigns: false }, guess);
      expect(found.columns).toEqual(profile.columns);
      expect(found.widthDots).toBe(profile.widthDots);
      // The two of 58 mm differ in nothing that can be seen.
      expect(found.model.slice(0, 4)).toBe(profile.model.slice(0, 4));
    }
  });

  it('takes 33 large letters for an impact printer only where the small ones say so too', () => {
    const seen = { A: 33, looksRight: allRight, strangeSigns: false } as const;
    expect(profileFromAnswers({ ...seen, B: 40 }, printerProfiles['58mm']).model).toBe('tm-u220');
    const thermal = profileFromAnswers({ ...seen, B: 42 }, printerProfiles['58mm']);
    expect(thermal).toMatchObject({ model: 'custom', widthDots: 384, columns: { A: 33, B: 42 } });
  });

  it('is custom as soon as a style is not obeyed', () => {
    for (const mode of sampledModes) {
      const seen = { A: 32, B: 42, looksRight: { ...allRight, [mode]: false }, strangeSigns: false } as const;
      expect(profileFromAnswers(seen, printerProfiles['58mm']).model).toBe('custom');
    }
  });

  it('lays small letters out as large ones where they are no smaller', () => {
    const seen = { A: 48, B: null, looksRight: allRight, strangeSigns: false } as const;
    expect(profileFromAnswers(seen, printerProfiles['80mm']).columns).toEqual({ A: 48, B: 48 });
  });
});

describe('the name of a profile', () => {
  it('is that of the model it is like in everything, whatever drawer hangs on it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), profiles, (profile, { drawer }) => {
        expect(namedProfile({ ...profile, model: 'custom', drawer }).columns).toEqual(profile.columns);
        expect(namedProfile({ ...profile, drawer }).model).toBe(profile.model);
      }),
    );
  });

  it('changes nothing but the name', () => {
    fc.assert(
      fc.property(bases, (profile) => {
        expect({ ...namedProfile(profile), model: profile.model }).toEqual(profile);
      }),
    );
  });
});
