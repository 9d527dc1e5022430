import { serviceCodeSchema, type BillerProfile, type Service } from '../../shared/biller-profile.ts';
import { ledgerKinds, type LedgerKind } from '../../shared/ledger-kind.ts';
import { defaultNumberRules, type ProductId } from '../../shared/products.ts';
import { numberRuleSchema, shopSettingsSchema } from '../../shared/settings.ts';
import { z } from '../../shared/zod.ts';
import type { Settings } from './settings.ts';

/** What is needed of Teleanjar to read settings of the time when it was the only biller. */
export interface FormerBiller {
  readonly defaults: BillerProfile;
  /** What payments at an address are; `undefined` where it must not be called. */
  readonly kindOf: (address: string) => LedgerKind | undefined;
}

/** The only products there were; their order is that of Teleanjar's contract. */
const formerProducts = [
  'pln-postpaid',
  'pln-prepaid',
  'pln-nontaglis',
  'telkom-pstn',
] as const satisfies readonly ProductId[];

const formerSettingsSchema = z.strictObject({
  version: z.literal(1),
  open: z.enum(['training', 'biller']),
  born: z.array(z.enum(ledgerKinds)),
  shop: z.strictObject({
    ...shopSettingsSchema.shape,
    backupFolder: shopSettingsSchema.shape.backupFolder.default(''),
    numberRules: z.record(z.enum(formerProducts), numberRuleSchema),
  }),
  teleanjar: z.strictObject({
    baseUrl: z.string().max(500),
    separator: z.enum(['pipe', 'blank']),
    productCodes: z.record(z.enum(formerProducts), z.string().min(1).max(60)),
  }),
});
type FormerSettings = z.infer<typeof formerSettingsSchema>;

/** Settings of version 1 as they are written today. @throws where it is no such file. */
export function readFormerSettings(content: unknown, biller: FormerBiller): Settings {
  const { open, born, shop, teleanjar } = formerSettingsSchema.parse(content);
  return {
    version: 2,
    // An address that says nothing was taken for live: never for training.
    open: open === 'training' ? 'training' : (biller.kindOf(teleanjar.baseUrl) ?? 'live'),
    born,
    shop: { ...shop, numberRules: { ...defaultNumberRules, ...shop.numberRules } },
    preferredBiller: 'teleanjar',
    billers: { teleanjar: profileOf(teleanjar, biller.defaults) },
    pin: null,
  };
}

function profileOf(
  { baseUrl, separator, productCodes }: FormerSettings['teleanjar'],
  defaults: BillerProfile,
): BillerProfile {
  const isFormer = ({ product }: Service): boolean => formerProducts.some((each) => each === product);
  const services = formerProducts.flatMap((product): readonly Service[] => {
    const today = defaults.services.find((each) => each.product === product);
    const { data: code = today?.code } = serviceCodeSchema.safeParse(productCodes[product]);
    // A code with a blank or a `|` in it has never worked on that wire.
    return code === undefined ? [] : [{ product, code, name: today?.name ?? code, asks: today?.asks ?? [] }];
  });
  return {
    ...defaults,
    baseUrl,
    options: { ...defaults.options, separator },
    services: [...services, ...defaults.services.filter((each) => !isFormer(each))],
  };
}
