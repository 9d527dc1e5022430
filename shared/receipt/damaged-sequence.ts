/**
 * Twelve characters of text in a row, with the styles that are set before them. The data of an image, a logo or a
 * barcode seldom has so many by chance, and a receipt has hardly a line without.
 */
const textRun = /(?:\u001b@|\u001b[!\-EMa][^]|\u001d![^]){0,8}[\t\n\r -~]{12}/;

/**
 * Where a sequence ends that claims more codes than there are: before the first twelve characters of text in a row
 * between `from` and `limit`, or else at `limit`. It is damaged or a lie, and stray characters on paper are better than
 * a receipt that is gone.
 */
export function endOfDamaged(text: string, from: number, limit: number): number {
  const run = text.slice(from, limit).search(textRun);
  return run === -1 ? limit : from + run;
}
