import type { FoundPrinter, PrinterConnection } from '../../../../shared/printing/printer-connection.ts';
import {
  printerProfiles,
  type Drawer,
  type PrinterProfile,
} from '../../../../shared/printing/printer-profile.ts';
import type { PrinterSetup, PrintingSettings } from '../../../../shared/printing/printing-settings.ts';
import { namedProfile, profileFromAnswers } from '../../../../shared/printing/profile-from-answers.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import {
  connectionFormOf,
  emptyConnectionForm,
  handKinds,
  hasPaper,
  readConnectionForm,
  type ConnectionFault,
  type ConnectionForm,
  type HandKind,
} from './connection-form.ts';
import { keyOfFound } from './found-printers.ts';
import { guessModel, usualModel, type KnownModel } from './guess-model.ts';
import { nothingSeen, readSeen, seenBefore, type SeenForm } from './seen-form.ts';
import { untried, type Trial } from './trial.ts';

export const setupSteps = ['which', 'page', 'seen', 'cutter', 'name'] as const;
export type SetupStep = (typeof setupSteps)[number];

type CutterCommand = Exclude<PrinterProfile['cutter'], 'none'>;
type DrawerPin = Drawer['pin'];

/** In the order in which they are tried: what is everybody's first. */
export const cutterWays: readonly [CutterCommand, CutterCommand] = ['gs-v', 'esc-i'];
export const drawerWays: readonly [DrawerPin, DrawerPin] = [2, 5];

/** The pulse that nearly every drawer opens by: 50 and 500 ms. */
const usualPulse = { onMs: 50, offMs: 500 } as const;

/** Which printer was chosen: one that was found, or a way that is typed. */
export type Chosen =
  | { readonly from: 'found'; readonly printer: FoundPrinter }
  | { readonly from: 'hand'; readonly kind: HandKind };

/** A printer while it is set up. */
export interface SetupDraft {
  readonly chosen: Chosen | null;
  readonly form: ConnectionForm;
  /** What the answers are added to: that of a model, or what the printer had. */
  readonly base: PrinterProfile;
  readonly seen: SeenForm;
  readonly cutter: Trial<CutterCommand>;
  readonly drawer: Trial<DrawerPin>;
  /** `null`: as many as its model needs. */
  readonly feedLines: number | null;
  readonly name: string;
  readonly roles: Readonly<Record<'receipts' | 'reports', boolean>>;
}

const nothingKnown = {
  seen: nothingSeen,
  cutter: untried(cutterWays),
  drawer: untried(drawerWays),
  feedLines: null,
} as const satisfies Partial<SetupDraft>;

/** A new printer. Where receipts only go to the screen so far, they will go to it. */
export function newDraft(isFirstOnPaper: boolean): SetupDraft {
  return {
    ...nothingKnown,
    chosen: null,
    form: emptyConnectionForm,
    base: printerProfiles[usualModel],
    name: '',
    roles: { receipts: isFirstOnPaper, reports: isFirstOnPaper },
  };
}

/** A printer that is set up already, to be set up anew. */
export function draftOf(setup: PrinterSetup, { receipts, reports }: PrintingSettings): SetupDraft {
  const { id, name, connection, profile } = setup;
  const hand = handKinds.find((kind) => kind === connection.kind);
  return {
    chosen:
      hand === undefined
        ? { from: 'found', printer: { connection, name, detail: '' } }
        : { from: 'hand', kind: hand },
    form: connectionFormOf(connection),
    base: profile,
    seen: seenBefore(profile),
    cutter: { step: 'settled', found: profile.cutter === 'none' ? null : profile.cutter },
    drawer: { step: 'settled', found: profile.drawer?.pin ?? null },
    feedLines: profile.feedLines,
    name,
    roles: { receipts: receipts === id, reports: reports === id },
  };
}

/** The way to the printer that is chosen, or what keeps it from being one. */
export function connectionOf({
  chosen,
  form,
}: Pick<SetupDraft, 'chosen' | 'form'>): Result<
  PrinterConnection,
  readonly (ConnectionFault | 'none-chosen')[]
> {
  if (chosen === null) return err(['none-chosen']);
  if (chosen.from === 'hand') return readConnectionForm(chosen.kind, form);
  const { connection } = chosen.printer;
  if (connection.kind !== 'serial') return ok(connection);
  return ok({ ...connection, baudRate: form.baudRate, flowControl: form.flowControl });
}

const isSame = (one: Chosen | null, other: Chosen): boolean => {
  if (one === null || one.from !== other.from) return false;
  if (one.from === 'hand') return other.from === 'hand' && one.kind === other.kind;
  return other.from === 'found' && keyOfFound(one.printer) === keyOfFound(other.printer);
};

/** Chooses a printer. What was found out about another one is not true of it. */
export function choose(draft: SetupDraft, chosen: Chosen): SetupDraft {
  if (isSame(draft.chosen, chosen)) return draft;
  const model = chosen.from === 'found' ? (guessModel(chosen.printer) ?? usualModel) : usualModel;
  const { connection } = chosen.from === 'found' ? chosen.printer : { connection: null };
  const { baudRate, flowControl } = connection?.kind === 'serial' ? connection : draft.form;
  return {
    ...draft,
    ...nothingKnown,
    chosen,
    form: { ...draft.form, baudRate, flowControl },
    base: printerProfiles[model],
  };
}

/** Takes a model's profile instead of the one that was guessed. */
export const chooseModel = (draft: SetupDraft, model: KnownModel): SetupDraft => ({
  ...draft,
  base: { ...printerProfiles[model], drawer: draft.base.drawer },
  seen: nothingSeen,
  feedLines: null,
});

/** The steps there are: where no paper comes out, nothing is looked at or tried. */
export function stepsOf(draft: SetupDraft): readonly SetupStep[] {
  const connection = connectionOf(draft);
  return connection.ok && !hasPaper(connection.value) ? ['which', 'name'] : setupSteps;
}

/** The step after `step`, or before it; `undefined` where there is none. */
export function stepBeside(draft: SetupDraft, step: SetupStep, by: 1 | -1): SetupStep | undefined {
  const steps = stepsOf(draft);
  return steps[steps.indexOf(step) + by];
}

/** The profile as far as it is known. */
export function profileOf({ base, seen, cutter, drawer, feedLines }: SetupDraft): PrinterProfile {
  const answers = readSeen(seen);
  const known = answers === null ? base : profileFromAnswers(answers, base);
  const pin = drawer.step === 'settled' ? drawer.found : (base.drawer?.pin ?? null);
  return namedProfile({
    ...known,
    cutter: cutter.step === 'settled' ? (cutter.found ?? 'none') : known.cutter,
    drawer: pin === null ? null : { ...(base.drawer ?? usualPulse), pin },
    feedLines: feedLines ?? known.feedLines,
  });
}

/** The profile with which one way of a part is tried, whatever is known of the part by then. */
export const withCutter = (profile: PrinterProfile, cutter: CutterCommand): PrinterProfile => ({
  ...profile,
  cutter,
});
export const withDrawer = (profile: PrinterProfile, pin: DrawerPin): PrinterProfile => ({
  ...profile,
  drawer: { ...(profile.drawer ?? usualPulse), pin },
});
