import { ledgerKinds } from './ledger-kind.ts';
import { billerFormSchema, billerIdSchema, billerProfileSchema } from './biller-profile.ts';
import { shopDaySchema } from './business-day.ts';
import { cashRoundingSchema, counterFeesSchema } from './fees.ts';
import { keyBindingsSchema } from './key-bindings.ts';
import { policyViewSchema } from './policy-view.ts';
import { rupiahSchema, textSchema } from './primitives.ts';
import { productIds, widestNumberRule } from './products.ts';
import { storedPictureSchema } from './printing/picture.ts';
import { printingSettingsSchema } from './printing/printing-settings.ts';
import { screensSettingsSchema } from './screens.ts';
import { vaultStateSchema } from './vault-state.ts';
import { z } from './zod.ts';

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const lengthSchema = z.int().min(widestNumberRule.minLength).max(widestNumberRule.maxLength);

export const numberRuleSchema = z
  .strictObject({
    alphabet: z.enum(['digits', 'letters-and-digits']),
    minLength: lengthSchema,
    maxLength: lengthSchema,
  })
  .refine((rule) => rule.minLength <= rule.maxLength, 'the shortest length is above the longest');

export const numberRulesSchema = z.record(z.enum(productIds), numberRuleSchema);

export const shopSchema = z.strictObject({ name: textSchema(40), address: textSchema(80) });

/** What the shop adds to every receipt besides its name: a picture above, words and a code to scan below. */
export const slipSettingsSchema = z.strictObject({
  logo: storedPictureSchema.nullable(),
  /** Lines under the biller's words; empty for none. */
  footer: z.string().max(240),
  /** What the code says: an address, a telephone number. Empty for none. */
  qr: z.string().max(200),
});
export type SlipSettings = z.infer<typeof slipSettingsSchema>;

/** What a shop may change at the counter and anybody may read: nothing here is secret. */
export const shopSettingsSchema = z.strictObject({
  language: z.enum(languages),
  theme: z.enum(themes),
  shop: shopSchema,
  slip: slipSettingsSchema,
  numberRules: numberRulesSchema,
  /** Where pictures of receipts are saved; empty for the system's pictures folder. */
  pictureFolder: z.string().max(1000),
  /** Where the ledger is backed up every day; empty for a folder beside it. Another disk or a stick is better. */
  backupFolder: z.string().max(1000),
  /** Where the shop's day begins. */
  day: shopDaySchema,
  fees: counterFeesSchema,
  rounding: cashRoundingSchema,
  /** Whether the drawer is kept: a shift is opened with a float before anything is sold, and closed by counting. */
  keepsTill: z.boolean(),
  /** Without a touch for so many minutes somebody must sign in again; 0: never. Nothing where nobody signs in. */
  lockAfterMinutes: z.int().min(0).max(240),
  /** A deposit below this is said to be low; 0: never. Whole rupiah. */
  lowDeposit: rupiahSchema,
  /** Whether what came of a payment is also heard. */
  sounds: z.boolean(),
  /** How many inquiries of a lot are under way at once. */
  lotAsksAtOnce: z.int().min(1).max(8),
  /** Whether a slip that sums up a basket of more than one bill is printed after its receipts. */
  basketRecap: z.boolean(),
  keys: keyBindingsSchema,
});
export type ShopSettings = z.infer<typeof shopSettingsSchema>;

/** The settings screen's view: what is set, and whether credentials are there, never which. */
export const settingsViewSchema = z.strictObject({
  shop: shopSettingsSchema,
  printing: printingSettingsSchema,
  screens: screensSettingsSchema,
  /** Asked first where more than one biller sells a product. */
  preferredBiller: billerIdSchema,
  billers: z.array(
    z.strictObject({
      form: billerFormSchema,
      profile: billerProfileSchema,
      hasCredentials: z.boolean(),
      /** What payments at its address are; `null` where there is none or it must not be called. */
      kind: z.enum(ledgerKinds).nullable(),
    }),
  ),
  /** Whether an owner's PIN is set; what needs it is refused until then. */
  hasPin: z.boolean(),
  /** `false`: nothing here encrypts, or it is not open, so credentials are refused. */
  canKeepSecrets: z.boolean(),
  /** What the computer's policy sets, if there is one. */
  policy: policyViewSchema.nullable(),
  /** What they are kept by. */
  vault: vaultStateSchema,
  ledger: z.enum(ledgerKinds),
  dataFolder: z.string(),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

/** Why settings were not saved. */
export const settingsProblemCodes = [
  'no-key-store',
  /** The owner's passphrase seals them, and was not given yet. */
  'vault-locked',
  'address-not-allowed',
  'credentials-missing',
  'file-not-written',
  'payment-unresolved',
  /** No biller is set up whose address is of the kind asked for. */
  'no-such-biller',
  'wrong-pin',
  /** Too many wrong PINs: none is looked at for a while. */
  'pin-locked',
  /** Only a supervisor may change this, and none is signed in. */
  'needs-supervisor',
  /** The computer's policy sets it. */
  'set-by-policy',
] as const;
export type SettingsProblemCode = (typeof settingsProblemCodes)[number];

/** An owner's PIN as it is typed. */
export const pinSchema = z.string().regex(/^\d{4,12}$/);
