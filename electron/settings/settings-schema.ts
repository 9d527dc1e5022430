import { billerIdSchema, billerProfileSchema } from '../../shared/biller-profile.ts';
import { counterIdSchema, retiredSchema } from '../../shared/contract/archives.ts';
import { filedKeysSchema } from '../../shared/key-bindings.ts';
import { ledgerKinds } from '../../shared/ledger-kind.ts';
import {
  printerIdSchema,
  printerMemorySchema,
  printingSettingsSchema,
} from '../../shared/printing/printing-settings.ts';
import { screensSettingsSchema, usualScreens } from '../../shared/screens.ts';
import { shopSettingsSchema } from '../../shared/settings.ts';
import { mostStaff, staffMemberSchema } from '../../shared/staff/staff.ts';
import { noUpdateSource, updateSourceSchema } from '../../shared/update/source.ts';
import { z } from '../../shared/zod.ts';
import { usualHabits } from './usual-habits.ts';

const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));

const { lotAsksAtOnce, basketRecap } = shopSettingsSchema.shape;

const pinHashSchema = z.strictObject({
  salt: z.base64().min(16).max(200),
  hash: z.base64().min(16).max(200),
  /** Bounded, so that no file makes a check take forever or too little. */
  cost: z
    .int()
    .min(2 ** 14)
    .max(2 ** 18)
    .refine(isPowerOfTwo),
  failures: z.int().min(0),
});

/** What `settings.json` holds. A biller that this version does not know is kept as it is. */
export const settingsSchema = z.strictObject({
  version: z.literal(4),
  open: z.enum(ledgerKinds),
  born: z.array(z.enum(ledgerKinds)),
  shop: shopSettingsSchema.extend({
    // Files of this version from before there were lots do not have these.
    lotAsksAtOnce: lotAsksAtOnce.default(usualHabits.lotAsksAtOnce),
    basketRecap: basketRecap.default(usualHabits.basketRecap),
    keys: filedKeysSchema,
  }),
  printing: printingSettingsSchema,
  /** Settings of the time before there were any say nothing of them. */
  screens: screensSettingsSchema.default(usualScreens),
  /** What each printer has shown of itself; one that is not here is untried. */
  printerMemory: z.record(printerIdSchema, printerMemorySchema),
  preferredBiller: billerIdSchema,
  billers: z.record(billerIdSchema, billerProfileSchema),
  pin: pinHashSchema.nullable(),
  /** Who sells here; empty where nobody signs in. */
  staff: z.array(z.strictObject({ ...staffMemberSchema.unwrap().shape, pin: pinHashSchema })).max(mostStaff),
  /** Whether the first steps have been gone through, or put off for good. */
  isIntroduced: z.boolean(),
  // Files of this version from before there were archives have neither.
  counterId: counterIdSchema.nullable().default(null),
  retired: retiredSchema.nullable().default(null),
  // Nor, from before there were updates, this.
  updates: updateSourceSchema.default(noUpdateSource),
});
