import type { BillerDefinition } from './biller.ts';
import { iak } from './iak/iak.ts';
import { teleanjar } from './teleanjar/teleanjar.ts';

/** Every biller there is: a folder beside this file, and its line here. */
export const billerDefinitions: readonly BillerDefinition[] = [teleanjar, iak];
