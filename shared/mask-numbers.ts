/** From six digits on it may be somebody's: a meter, a telephone, a token, an amount. */
const longNumber = /\d(?:[ .-]?\d){5,}/g;

/** A digit with three more behind it in the same number. */
const hiddenDigit = /\d(?=(?:[ .-]?\d){3})/g;

/** Blanks the digits of every long number in a text but for its last three, however it is grouped. */
export const maskNumbers = (text: string): string =>
  text.replaceAll(longNumber, (number) => number.replaceAll(hiddenDigit, '*'));
