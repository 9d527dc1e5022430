/** A number or a reference as one word: letters and digits, in small letters, as the ledger folds what it is found by. */
export const foldedMark = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
