import { pinSchema } from '../settings.ts';
import { screensSettingsSchema } from '../screens.ts';
import { z } from '../zod.ts';

/** Where somebody goes who leaves the kiosk: to a window, to a fresh start, or out of the program. */
export const kioskExits = ['window', 'restart', 'quit'] as const;
export type KioskExit = (typeof kioskExits)[number];

/** Why the screens' settings were not saved, or the kiosk was not left. */
const screensProblemCodes = [
  /** Nobody has a PIN that could answer for it; nor could anybody ever leave a kiosk then. */
  'no-pin',
  'wrong-pin',
  /** Too many wrong PINs: none is looked at for a while. */
  'pin-locked',
  /** A payment is being made. */
  'busy',
  'file-not-written',
  /** This user's folder of what starts with the system takes no writing. */
  'not-started-with-system',
  /** The computer's policy sets it. */
  'set-by-policy',
  /** Only a supervisor may change this, and none is signed in. */
  'needs-supervisor',
] as const;
export type ScreensProblemCode = (typeof screensProblemCodes)[number];
export const screensProblemSchema = z.strictObject({ code: z.enum(screensProblemCodes) });

/** What is set about the screens. The PIN where it loosens a kiosk that stands, else `null`. */
export const screensChangeSchema = z.strictObject({
  screens: screensSettingsSchema,
  pin: pinSchema.nullable(),
});

export const leaveKioskSchema = z.strictObject({ pin: pinSchema, to: z.enum(kioskExits) });

/** Why the kiosk was not left. */
export const leaveKioskProblemSchema = z.strictObject({
  code: z.enum(['no-pin', 'wrong-pin', 'pin-locked', 'busy']),
});
export type LeaveKioskProblemCode = z.infer<typeof leaveKioskProblemSchema>['code'];
