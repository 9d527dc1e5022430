import { textSchema } from './primitives.ts';
import { z } from './zod.ts';

/** What the display on the customer's side does. */
export const customerDisplaySchema = z
  .strictObject({
    /** `other`: the screen that the counter is not on, whenever there is one. */
    screen: z.enum(['off', 'other']),
    /** Whether the digits of a token stand there once it is paid: the room may read them too. */
    showsToken: z.boolean(),
    /** What stands under the shop's name while nobody is served; empty for the usual words. */
    words: textSchema(80),
  })
  .readonly();
export type CustomerDisplaySettings = z.infer<typeof customerDisplaySchema>;

/** What is set about the screens of this counter. Nothing in it is secret. */
export const screensSettingsSchema = z
  .strictObject({
    customer: customerDisplaySchema,
    /** The whole screen, and no way out of it but by the PIN of the owner or of a supervisor. */
    kiosk: z.boolean(),
    /** Whether the program starts when this user of the system signs in. */
    startsWithSystem: z.boolean(),
  })
  .readonly();
export type ScreensSettings = z.infer<typeof screensSettingsSchema>;

export const usualScreens: ScreensSettings = {
  customer: { screen: 'off', showsToken: false, words: '' },
  kiosk: false,
  startsWithSystem: false,
};

/** Whether a change of these settings loosens a kiosk that stands: it takes the PIN that leaving it takes. */
export const loosensKiosk = (standing: ScreensSettings, wanted: ScreensSettings): boolean =>
  standing.kiosk && (!wanted.kiosk || (standing.startsWithSystem && !wanted.startsWithSystem));
