import {
  billerIdSchema,
  billerProfileSchema,
  billerSecretsSchema,
  routeSettingsSchema,
} from './biller-profile.ts';
import { shopDaySchema } from './business-day.ts';
import { cashRoundingSchema, mostCounterFee } from './fees.ts';
import { filedKeysSchema } from './key-bindings.ts';
import { ledgerKinds } from './ledger-kind.ts';
import { productIds } from './products.ts';
import {
  languages,
  numberRuleSchema,
  pinSchema,
  shopSchema,
  shopSettingsSchema,
  slipSettingsSchema,
  themes,
} from './settings.ts';
import { customerDisplaySchema, screensSettingsSchema } from './screens.ts';
import { printingSettingsSchema } from './printing/printing-settings.ts';
import { mostStaff, roles, staffNameSchema } from './staff/staff.ts';
import { z } from './zod.ts';

/**
 * `provision.json`: what a technician prepares for a counter (`docs/provision.md`). Every field is optional; what is
 * left out stays as it is. Lists and the printers replace what stands, all else is merged over it.
 */

const { keepsTill, lockAfterMinutes, sounds, lotAsksAtOnce, basketRecap } = shopSettingsSchema.shape;
const { screen, showsToken, words } = customerDisplaySchema.unwrap().shape;
const { kiosk, startsWithSystem } = screensSettingsSchema.unwrap().shape;
const { caFile, pin, proxy, connectSeconds, firstByteSeconds, wholeSeconds } = routeSettingsSchema.shape;

export const provisionedProfileSchema = z.strictObject({
  baseUrl: billerProfileSchema.shape.baseUrl.exactOptional(),
  options: billerProfileSchema.shape.options.exactOptional(),
  services: billerProfileSchema.shape.services.exactOptional(),
  finalAnswers: billerProfileSchema.shape.finalAnswers.exactOptional(),
  route: z
    .strictObject({
      caFile: caFile.exactOptional(),
      pin: pin.exactOptional(),
      proxy: proxy.exactOptional(),
      connectSeconds: connectSeconds.exactOptional(),
      firstByteSeconds: firstByteSeconds.exactOptional(),
      wholeSeconds: wholeSeconds.exactOptional(),
    })
    .exactOptional(),
});
export type ProvisionedProfile = z.infer<typeof provisionedProfileSchema>;

const provisionedBillerSchema = z.strictObject({
  profile: provisionedProfileSchema.exactOptional(),
  /** All secrets of the account, by the names in the biller's form. They go into the key store and leave the file. */
  secrets: billerSecretsSchema.exactOptional(),
});

/** What a provisioning file may set once, and a policy for as long as it stands. */
export const settableFields = {
  open: z.enum(ledgerKinds).exactOptional().describe('Which ledger the counter opens.'),
  preferredBiller: billerIdSchema
    .exactOptional()
    .describe('Asked first where more than one biller sells a product.'),
  language: z.enum(languages).exactOptional(),
  theme: z.enum(themes).exactOptional(),
  shop: z
    .strictObject({
      name: shopSchema.shape.name.exactOptional(),
      address: shopSchema.shape.address.exactOptional(),
    })
    .exactOptional(),
  slip: z
    .strictObject({
      footer: slipSettingsSchema.shape.footer.exactOptional(),
      qr: slipSettingsSchema.shape.qr.exactOptional(),
    })
    .exactOptional()
    .describe('What stands under every receipt.'),
  printing: printingSettingsSchema.exactOptional(),
  numberRules: z.partialRecord(z.enum(productIds), numberRuleSchema).exactOptional(),
  pictureFolder: z.string().max(1000).exactOptional(),
  backupFolder: z.string().max(1000).exactOptional(),
  day: z
    .strictObject({
      zone: shopDaySchema.unwrap().shape.zone.exactOptional(),
      cutMinutes: shopDaySchema.unwrap().shape.cutMinutes.exactOptional(),
    })
    .exactOptional()
    .describe('By which clock the shop’s day goes, and how many minutes after midnight it begins.'),
  // Plain numbers: an amount of money is a type of the program's own, which a schema for editors cannot tell.
  fees: z
    .partialRecord(z.enum(productIds), z.int().min(0).max(mostCounterFee))
    .exactOptional()
    .describe('What the shop adds for itself to a payment of each product, in whole rupiah; 0: nothing.'),
  rounding: cashRoundingSchema
    .exactOptional()
    .describe('To which coin the sum that is paid in cash is rounded; a step of 0 rounds nothing.'),
  keepsTill: keepsTill
    .exactOptional()
    .describe('Whether the drawer is kept: nothing is sold without a shift that was opened.'),
  lockAfterMinutes: lockAfterMinutes
    .exactOptional()
    .describe('Without a touch for so many minutes the counter is locked, where cashiers sign in; 0: never.'),
  lowDeposit: z
    .int()
    .min(0)
    .exactOptional()
    .describe('A deposit below this is said to be low, in whole rupiah; 0: never.'),
  sounds: sounds.exactOptional(),
  lotAsksAtOnce: lotAsksAtOnce.exactOptional().describe('How many inquiries of a lot are under way at once.'),
  basketRecap: basketRecap
    .exactOptional()
    .describe('Whether a slip that sums up a basket is printed after its receipts.'),
  keys: filedKeysSchema
    .exactOptional()
    .describe(
      'The keys that are not the usual ones, by what they do. They replace those that were changed before; what has one of them as its usual key goes to a free one.',
    ),
  customerDisplay: z
    .strictObject({
      screen: screen.exactOptional(),
      showsToken: showsToken.exactOptional(),
      words: words.exactOptional(),
    })
    .exactOptional()
    .describe('The display on the customer’s side: on the other screen or off, and what it shows.'),
  kiosk: kiosk
    .exactOptional()
    .describe('The whole screen, left only by the PIN of the owner or of a supervisor: one must be set.'),
  startsWithSystem: startsWithSystem
    .exactOptional()
    .describe('Whether Loket starts when this user of the system signs in.'),
} as const;

export const fileHead = {
  $schema: z.string().max(1000).exactOptional().describe('Where an editor finds this schema.'),
  version: z.literal(1),
} as const;

const provisionedStaffSchema = z.strictObject({ name: staffNameSchema, role: z.enum(roles), pin: pinSchema });
export type ProvisionedStaff = z.infer<typeof provisionedStaffSchema>;

const provisionContentSchema = z.strictObject({
  ...fileHead,
  applied: z.iso
    .datetime()
    .exactOptional()
    .describe('Written by Loket when the file has been applied. Remove it to have the file applied again.'),
  ...settableFields,
  billers: z.record(billerIdSchema, provisionedBillerSchema).exactOptional(),
  pin: pinSchema.exactOptional().describe('The first PIN of the owner; one that is set already stays.'),
  staff: z
    .array(provisionedStaffSchema)
    .max(mostStaff)
    .exactOptional()
    .describe('Who sells here, with their first PINs; whoever is there by that name stays as they are.'),
});
type ProvisionContent = z.infer<typeof provisionContentSchema>;

/** Whether nothing stands in it that must not lie about in plain text. */
export const isWithoutSecrets = ({ pin: ownersPin, staff = [], billers = {} }: ProvisionContent): boolean =>
  ownersPin === undefined &&
  staff.length === 0 &&
  Object.values(billers).every(({ secrets }) => secrets === undefined);

export const provisionSchema = provisionContentSchema.refine(
  // Secrets in plain text that nobody will take out of the file must not lie there unnoticed.
  (content) => content.applied === undefined || isWithoutSecrets(content),
  { path: ['applied'], message: 'an applied file holds secrets' },
);
export type Provision = z.infer<typeof provisionSchema>;

/** What of a provisioning file may stand on after it was applied. */
export function appliedProvision(provision: Provision, applied: string): Provision {
  const { pin: _pin, staff: _staff, billers, version, $schema, ...others } = provision;
  return {
    ...($schema === undefined ? {} : { $schema }),
    version,
    ...others,
    applied,
    ...(billers === undefined
      ? {}
      : {
          billers: Object.fromEntries(
            Object.entries(billers).map(([id, { profile }]) => [
              id,
              profile === undefined ? {} : { profile },
            ]),
          ),
        }),
  };
}
