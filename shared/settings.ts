import { ledgerKinds } from './ledger-kind.ts';
import { textSchema } from './primitives.ts';
import { productIds, widestNumberRule } from './products.ts';
import { paperIds } from './receipt/paper.ts';
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

/**
 * Whether receipts may be appended to the file at `path`: a device, or a file whose name says that it holds printer
 * bytes. No other file of the user is ever written to, whatever the window asks for.
 */
export const isPrinterPath = (path: string): boolean =>
  /^\/dev\/(?!.*\.\.)[\w./-]+$/.test(path) || /^(COM|LPT)\d+$/i.test(path) || /\.(bin|prn)$/i.test(path);

/** Where receipts go. The screen is always there; a file is for trying out; `network` is a port-9100 printer. */
export const printerSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('screen'), paper: z.enum(paperIds) }),
  z.strictObject({
    kind: z.literal('file'),
    paper: z.enum(paperIds),
    path: z.string().max(1000).refine(isPrinterPath),
  }),
  z.strictObject({
    kind: z.literal('network'),
    paper: z.enum(paperIds),
    host: z.string().min(1).max(253),
    port: z.int().min(1).max(65_535),
  }),
]);
export type PrinterSettings = z.infer<typeof printerSettingsSchema>;

/** What a shop may change at the counter and anybody may read: nothing here is secret. */
export const shopSettingsSchema = z.strictObject({
  language: z.enum(languages),
  theme: z.enum(themes),
  shop: shopSchema,
  printer: printerSettingsSchema,
  numberRules: numberRulesSchema,
  /** Where pictures of receipts are saved; empty for the system's pictures folder. */
  pictureFolder: z.string().max(1000),
});
export type ShopSettings = z.infer<typeof shopSettingsSchema>;

/** Between the values in `udata` and `ppid`: real clients use `|`, the V1.4 document prints a blank. */
export const teleanjarSeparators = ['pipe', 'blank'] as const;
export type TeleanjarSeparator = (typeof teleanjarSeparators)[number];

/** How Teleanjar is reached; its secrets lie in the key store. */
export const teleanjarSettingsSchema = z.strictObject({
  /** Up to the action: `https://HOST/tele-api-v2/h2h/trx`; empty until it is set up. */
  baseUrl: z.string().max(500),
  separator: z.enum(teleanjarSeparators),
  productCodes: z.record(z.enum(productIds), z.string().min(1).max(60)),
});
export type TeleanjarSettings = z.infer<typeof teleanjarSettingsSchema>;

/** The secrets of a Teleanjar account. They enter the program once, by the settings screen, and never come out. */
export const teleanjarCredentialsSchema = z.strictObject({
  uuid: z.string().min(1).max(100),
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  apiKey: z.string().min(1).max(200),
});
export type TeleanjarCredentials = z.infer<typeof teleanjarCredentialsSchema>;

/** The settings screen's view: what is set, and whether credentials are there, never which. */
export const settingsViewSchema = z.strictObject({
  shop: shopSettingsSchema,
  teleanjar: teleanjarSettingsSchema,
  hasCredentials: z.boolean(),
  /** `false`: this system has no key store, so credentials are refused. */
  canKeepSecrets: z.boolean(),
  ledger: z.enum(ledgerKinds),
  dataFolder: z.string(),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

/** Why settings were not saved. */
export const settingsProblemCodes = [
  'no-key-store',
  'address-not-allowed',
  'credentials-missing',
  'file-not-written',
  'payment-unresolved',
] as const;
export type SettingsProblemCode = (typeof settingsProblemCodes)[number];
