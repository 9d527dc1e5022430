import { billerIdSchema } from '../biller-profile.ts';
import { ledgerKinds } from '../ledger-kind.ts';
import { instantSchema, rupiahSchema } from '../primitives.ts';
import { printerProblems } from '../payment/print-job.ts';
import { printerIdSchema } from '../printing/printing-settings.ts';
import { numberRulesSchema, languages, themes } from '../settings.ts';
import { keyBindingsSchema } from '../key-bindings.ts';
import { shopDaySchema } from '../business-day.ts';
import { openShiftSchema } from '../shift/shift-figures.ts';
import { staffMemberSchema } from '../staff/staff.ts';
import { faultInFileSchema } from '../provision-fault.ts';
import { vaultTroubleSchema } from '../vault-state.ts';
import { z } from '../zod.ts';
import { retiredSchema } from './archives.ts';
import { backupProblemCodes } from './backups.ts';
import { basketSchema } from './basket.ts';
import { lotInBriefSchema } from './lots.ts';

/** Why nothing is sold until the program is started anew, the ledger is restored, or a moved counter is opened again. */
const stopReasons = [
  /** What came of a payment could not be written down. It stands on the screen and on paper only. */
  'unsaved',
  /** The disk failed while the ledger was written. */
  'ledger-fault',
  /** An entry of the ledger was edited or removed by something other than this program. */
  'ledger-altered',
  /** This counter was moved to another machine, or is being moved. */
  'retired',
  /** The owner is having another version of the program installed. */
  'updating',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** What is known of this PC's clock. Shown, never decided by. */
const clockStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ok') }).readonly(),
  /** It is behind a time that has been before: it was set back. */
  z.strictObject({ kind: z.literal('went-back'), byMs: z.int().min(0) }).readonly(),
  /** A biller's clock is ahead of it by `aheadMs`, or behind where that is negative. */
  z.strictObject({ kind: z.literal('differs'), biller: billerIdSchema, aheadMs: z.int() }).readonly(),
]);
export type ClockState = z.infer<typeof clockStateSchema>;

/** `unknown`: it was not tried, or never says. `ok` is what it says itself, or what its last paper showed. */
const printerStatusSchema = z
  .strictObject({
    id: printerIdSchema,
    name: z.string().max(40),
    /** It is the screen: what is printed there takes no paper. */
    isScreen: z.boolean(),
    status: z.enum(['ok', 'attention', 'unknown']),
    /** What is to be seen to; with `attention` and with nothing else. */
    problem: z.enum(printerProblems).nullable(),
  })
  .readonly();
export type PrinterStatus = z.infer<typeof printerStatusSchema>;

/**
 * All that is always in view, kept by main and pushed whole on every change. Under 64 kB: lists are queries.
 * The window drops a state whose revision is not above the one it has.
 */
export const counterStateSchema = z
  .strictObject({
    revision: z.int().min(0),
    ledger: z.enum(ledgerKinds),
    language: z.enum(languages),
    theme: z.enum(themes),
    shopName: z.string(),
    numberRules: numberRulesSchema,
    /** The billers that this ledger's payments go to. */
    billers: z
      .array(
        z
          .strictObject({
            id: billerIdSchema,
            name: z.string().max(40),
            /** Whether it can be asked at all: the address and the credentials are there. */
            ready: z.boolean(),
            /** What the last exchange with it showed. */
            connection: z.enum(['untried', 'up', 'down']),
            /** The deposit as its last reply gave it. */
            deposit: z.strictObject({ amount: rupiahSchema, at: instantSchema }).readonly().nullable(),
            /** Its clock less this PC's, in milliseconds, from the `Date` of its last reply; 0 until there was one. */
            clockAheadMs: z.int(),
          })
          .readonly(),
      )
      .max(10)
      .readonly(),
    /** Every printer that is set up, and how it is. */
    printers: z.array(printerStatusSchema).min(1).max(8).readonly(),
    /** The one that receipts go to. */
    receiptPrinter: printerIdSchema,
    /** Papers that a person must see to. */
    papersWaiting: z.int().min(0),
    /** Payments whose outcome is not known. */
    unresolved: z.int().min(0),
    /** Stretches of time that a restored ledger knows nothing of, and that nobody has put in order yet. */
    gaps: z.int().min(0),
    /** Why nothing is sold; `null` while it is. */
    stopped: z.enum(stopReasons).nullable(),
    /** Where and when this counter was moved; `null` where it was not. */
    retired: retiredSchema.nullable(),
    /** Why stored credentials are not open, so that payments to their billers wait; `null` where they are. */
    vault: vaultTroubleSchema.nullable(),
    clock: clockStateSchema,
    /** The newest backup that was verified, and why the last attempt made none. */
    backup: z.strictObject({ at: instantSchema.nullable(), problem: z.enum(backupProblemCodes).nullable() }),
    /** What is being waited for, since when, and when it will be given up. */
    exchange: z
      .strictObject({
        kind: z.enum(['inquiry', 'payment']),
        biller: billerIdSchema,
        phase: z.enum(['connecting', 'waiting']),
        since: instantSchema,
        deadline: instantSchema,
      })
      .nullable(),
    /** The basket of the customer at the counter; `null` where there is none. */
    basket: basketSchema.nullable(),
    /** The lot that is open; `null` where none is. */
    lot: lotInBriefSchema.nullable(),
    /** Whether people sign in here at all; where they do not, everybody may do everything. */
    signsIn: z.boolean(),
    /** Who is signed in; `null` while the counter is locked, and where nobody signs in. */
    present: staffMemberSchema.nullable(),
    /** Whether the drawer is kept: nothing is sold without a shift. */
    keepsTill: z.boolean(),
    shift: openShiftSchema.nullable(),
    /** The shop's day, in whose zone times are shown. */
    day: shopDaySchema,
    /** A deposit below this is said to be low; 0: never. */
    lowDeposit: rupiahSchema,
    sounds: z.boolean(),
    keys: keyBindingsSchema,
    /** The window holds the whole screen, until somebody leaves it by a PIN. */
    kiosk: z.boolean(),
    /** `false`: the first steps have not been gone through. */
    isIntroduced: z.boolean(),
    /** A policy of this computer that is not in force, and why. */
    policyRefused: faultInFileSchema.nullable(),
    /** Rises with every change to the ledger: whoever shows a list asks for it again. */
    ledgerRevision: z.int().min(0),
  })
  .readonly();
export type CounterState = z.infer<typeof counterStateSchema>;
