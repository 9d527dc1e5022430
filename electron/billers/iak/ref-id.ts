import { randomBytes } from 'node:crypto';

/** Thirty-two, so that five bits of a random byte choose one evenly. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Our id for one inquiry and the payment that follows (`ref_id`): 100 random bits, since it must never come again,
 * also after the program was installed anew or its clock set back. Letters and digits only (code 03), beginning with
 * a letter, so that nobody on the way takes it for a number.
 */
export const newRefId = (): string =>
  `r${Array.from(randomBytes(20), (byte) => alphabet.charAt(byte & 31)).join('')}`;
