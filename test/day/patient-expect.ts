import { expect as playwrightExpect } from 'playwright/test';

/** A day waits as long as a cashier would: other programs on the machine are no fault of the counter's. */
export const expect = playwrightExpect.configure({ timeout: 30_000 });
