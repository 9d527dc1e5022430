import { printerProfiles, type PrinterModel, type PrinterProfile } from './printer-profile.ts';
import type { rulers } from './test-page.ts';

/** What somebody saw on the test page. */
export interface TestPageAnswers {
  /** The longest ruler of the large letters that stayed on one line. */
  readonly A: (typeof rulers.A)[number];
  /** The same of the small letters; `null` where they were no smaller: the printer has only one font. */
  readonly B: (typeof rulers.B)[number] | null;
  /** The samples that looked as they should. */
  readonly looksRight: Readonly<Record<SampledMode, boolean>>;
  /** Signs stood at the top that belong to no text: the printer prints what it should answer. */
  readonly strangeSigns: boolean;
}

/** The ways to print that the test page shows a sample of. */
export const sampledModes = ['bold', 'doubleHeight', 'doubleWidth', 'underline'] as const;
export type SampledMode = (typeof sampledModes)[number];

type KnownProfile = (typeof printerProfiles)[keyof typeof printerProfiles];

/** A thermal head of 33 columns prints more than 40 small letters; the impact printer prints exactly those. */
function knownWith({ A, B }: TestPageAnswers): KnownProfile {
  switch (A) {
    case 32:
      return printerProfiles['58mm'];
    case 33:
      return printerProfiles[B === null || B === 40 ? 'tm-u220' : '58mm'];
    case 42:
      return printerProfiles['80mm-42'];
    case 48:
      return printerProfiles['80mm'];
  }
}

/** Everything of a profile that its model says; a drawer is the shop's. */
const ofModel = (profile: PrinterProfile): string =>
  JSON.stringify(sorted({ ...profile, drawer: null, model: 'custom' }));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, part]) => [key, sorted(part)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** The same profile under the name of the model it is like, whatever drawer hangs on it; `custom` where it is like none. */
export function namedProfile(profile: PrinterProfile): PrinterProfile {
  const models = Object.keys(printerProfiles) as readonly Exclude<PrinterModel, 'custom'>[];
  const own = models.filter((model) => model === profile.model);
  const like = [...own, ...models].find((model) => ofModel(printerProfiles[model]) === ofModel(profile));
  return { ...profile, model: like ?? 'custom' };
}

/**
 * The profile of a printer by what its test page showed. What the page does not show (cutter, feed, code page, drawer)
 * stays as it is in `base`; where the paper turned out to be of another width, it becomes what is usual at that width.
 */
export function profileFromAnswers(answers: TestPageAnswers, base: PrinterProfile): PrinterProfile {
  const { A, B, looksRight, strangeSigns } = answers;
  const known = A === base.columns.A ? base : { ...knownWith(answers), drawer: base.drawer };
  return namedProfile({
    ...known,
    columns: { A, B: B ?? A },
    modes: { fontB: B !== null, ...looksRight },
    // Asked about only while the printer was asked: one that is not asked any more shows nothing.
    asksStatus: base.asksStatus && !strangeSigns,
  });
}
