import { serviceCodeSchema, type BillerProfile, type Service } from '../../shared/biller-profile.ts';
import { ledgerKinds, type LedgerKind } from '../../shared/ledger-kind.ts';
import { defaultNumberRules, type ProductId } from '../../shared/products.ts';
import { usualScreens } from '../../shared/screens.ts';
import { numberRuleSchema, shopSettingsSchema } from '../../shared/settings.ts';
import { noUpdateSource } from '../../shared/update/source.ts';
import { z } from '../../shared/zod.ts';
import { formerPrinterSchema, printingOf } from './former-printer.ts';
import { settingsSchema } from './settings-schema.ts';
import type { Settings } from './settings.ts';
import { usualHabits } from './usual-habits.ts';

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

/** The shop's settings until there could be several printers; without a folder for backups even before. */
const {
  day: _day,
  fees: _fees,
  rounding: _rounding,
  keepsTill: _keepsTill,
  lockAfterMinutes: _lockAfterMinutes,
  lowDeposit: _lowDeposit,
  sounds: _sounds,
  lotAsksAtOnce: _lotAsksAtOnce,
  basketRecap: _basketRecap,
  keys: _keys,
  ...oneCashierShape
} = shopSettingsSchema.shape;
const { slip: _slip, ...shopShape } = oneCashierShape;
const formerShopSchema = z.strictObject({
  ...shopShape,
  printer: formerPrinterSchema,
  backupFolder: shopSettingsSchema.shape.backupFolder.default(''),
});

const {
  staff: _staff,
  isIntroduced: _isIntroduced,
  screens: _screens,
  counterId: _counterId,
  retired: _retired,
  updates: _updates,
  ...nobodySignsIn
} = settingsSchema.shape;
/** Settings of version 3: nobody signed in, and the drawer was not kept. */
const oneCashierSchema = z.strictObject({
  ...nobodySignsIn,
  version: z.literal(3),
  shop: z.strictObject(oneCashierShape),
});

const { printing: _printing, printerMemory: _memory, ...settingsShape } = nobodySignsIn;
/** Settings of version 2: one printer, among the shop's. */
const onePrinterSchema = z.strictObject({ ...settingsShape, version: z.literal(2), shop: formerShopSchema });

/** Settings of version 1: Teleanjar was the only biller. */
const oneBillerSchema = z.strictObject({
  version: z.literal(1),
  open: z.enum(['training', 'biller']),
  born: z.array(z.enum(ledgerKinds)),
  shop: formerShopSchema.extend({ numberRules: z.record(z.enum(formerProducts), numberRuleSchema) }),
  teleanjar: z.strictObject({
    baseUrl: z.string().max(500),
    separator: z.enum(['pipe', 'blank']),
    productCodes: z.record(z.enum(formerProducts), z.string().min(1).max(60)),
  }),
});
type FormerSettings = z.infer<typeof oneBillerSchema>;

/** What an earlier version wrote, as it is written today. @throws where it is no such file. */
export function readFormerSettings(content: unknown, biller: FormerBiller): Settings {
  const { shop, ...others } = ofOneCashier(content, biller);
  return {
    ...others,
    version: 4,
    shop: { ...shop, ...usualHabits },
    staff: [],
    screens: usualScreens,
    // A counter that has sold knows its way.
    isIntroduced: true,
    counterId: null,
    retired: null,
    updates: noUpdateSource,
  };
}

function ofOneCashier(content: unknown, biller: FormerBiller): z.infer<typeof oneCashierSchema> {
  const one = oneCashierSchema.safeParse(content);
  if (one.success) return one.data;
  const { shop, ...others } = ofOnePrinter(content, biller);
  const { printer, ...rest } = shop;
  return {
    ...others,
    version: 3,
    shop: { ...rest, slip: { logo: null, footer: '', qr: '' } },
    printing: printingOf(printer),
    printerMemory: {},
  };
}

function ofOnePrinter(content: unknown, biller: FormerBiller): z.infer<typeof onePrinterSchema> {
  const one = oneBillerSchema.safeParse(content);
  if (!one.success) return onePrinterSchema.parse(content);
  const { open, born, shop, teleanjar } = one.data;
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
