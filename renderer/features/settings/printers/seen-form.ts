import {
  sampledModes,
  type SampledMode,
  type TestPageAnswers,
} from '../../../../shared/printing/profile-from-answers.ts';
import type { PrinterProfile } from '../../../../shared/printing/printer-profile.ts';
import { rulers } from '../../../../shared/printing/test-page.ts';

/** What was seen on the test page, as far as it has been answered. */
export interface SeenForm {
  readonly A: TestPageAnswers['A'] | null;
  /** `no-smaller`: the small letters are no smaller than the large ones. */
  readonly B: NonNullable<TestPageAnswers['B']> | 'no-smaller' | null;
  readonly looksRight: TestPageAnswers['looksRight'];
  readonly strangeSigns: boolean;
}

/** Nothing was looked at; most printers do all of the samples. */
export const nothingSeen: SeenForm = {
  A: null,
  B: null,
  looksRight: Object.fromEntries(sampledModes.map((mode) => [mode, true])) as Record<SampledMode, boolean>,
  strangeSigns: false,
};

const among = <Value extends number>(values: readonly Value[], value: number): Value | null =>
  values.find((each) => each === value) ?? null;

/** What was answered when a printer was set up, as its profile shows it. */
export const seenBefore = ({ columns, modes, asksStatus }: PrinterProfile): SeenForm => ({
  A: among(rulers.A, columns.A),
  B: modes.fontB ? among(rulers.B, columns.B) : 'no-smaller',
  looksRight: {
    bold: modes.bold,
    doubleHeight: modes.doubleHeight,
    doubleWidth: modes.doubleWidth,
    underline: modes.underline,
  },
  strangeSigns: !asksStatus,
});

/** The answers, once all that must be known is. */
export const readSeen = ({ A, B, ...rest }: SeenForm): TestPageAnswers | null =>
  A === null || B === null ? null : { ...rest, A, B: B === 'no-smaller' ? null : B };
