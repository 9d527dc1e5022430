import {
  billerIdSchema,
  billerProfileSchema,
  billerSecretsSchema,
  routeSettingsSchema,
} from './biller-profile.ts';
import { shopDaySchema } from './business-day.ts';
import { cashRoundingSchema, mostCounterFee } from './fees.ts';
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
import { z } from './zod.ts';

/**
 * `provision.json`: what a technician prepares for a counter (`docs/provision.md`). Every field is optional; what is
 * left out stays as it is. Lists and the printers replace what stands, all else is merged over it.
 */

const { keepsTill, lockAfterMinutes, sounds } = shopSettingsSchema.shape;
const { screen, showsToken, words } = customerDisplaySchema.unwrap().shape;
const { kiosk, startsWithSystem } = screensSettingsSchema.unwrap().shape;
const { caFile, pin, proxy, connectSeconds, firstByteSeconds, wholeSeconds } = routeSettingsSchema.shape;

const provisionedProfileSchema = z.strictObject({
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

const provisionContentSchema = z.strictObject({
  $schema: z.string().max(1000).exactOptional().describe('Where an editor finds this schema.'),
  version: z.literal(1),
  applied: z.iso
    .datetime()
    .exactOptional()
    .describe('Written by Loket when the file has been applied. Remove it to have the file applied again.'),
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
  billers: z.record(billerIdSchema, provisionedBillerSchema).exactOptional(),
  pin: pinSchema.exactOptional().describe('The first PIN of the owner; one that is set already stays.'),
});
type ProvisionContent = z.infer<typeof provisionContentSchema>;

const isWithoutSecrets = ({ pin: ownersPin, billers = {} }: ProvisionContent): boolean =>
  ownersPin === undefined && Object.values(billers).every(({ secrets }) => secrets === undefined);

export const provisionSchema = provisionContentSchema.refine(
  // Secrets in plain text that nobody will take out of the file must not lie there unnoticed.
  (content) => content.applied === undefined || isWithoutSecrets(content),
  { path: ['applied'], message: 'an applied file holds secrets' },
);
export type Provision = z.infer<typeof provisionSchema>;

/** Why a provisioning file was not applied. */
export const provisionFaultCodes = [
  /** It cannot be read, or is larger than any such file. */
  'unreadable',
  'not-json',
  /** A field is not what the schema or the biller's form wants. */
  'invalid',
  /** No biller of that name; or none is set up whose address is of the kind of ledger asked for. */
  'no-such-biller',
  'address-not-allowed',
  /** The account's secrets are missing, or some of them, or a new address comes without them. */
  'credentials-missing',
  'no-key-store',
  /** The biller still has to answer for a payment: its address and account stay until then. */
  'payment-unresolved',
  /** The counter's settings are lost, it was live once, and the file does not say what to open. */
  'was-live',
  /** Settings, vault or the file itself could not be written. */
  'file-not-written',
] as const;

/** `where` is the path of the first fault (`billers.iak.profile.baseUrl`), never a value; empty: the file itself. */
export interface ProvisionFault {
  readonly code: (typeof provisionFaultCodes)[number];
  readonly where: string;
}

/** What of a provisioning file may stand on after it was applied. */
export function appliedProvision(provision: Provision, applied: string): Provision {
  const { pin: _pin, billers, version, $schema, ...others } = provision;
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
