/** Columns of a 58 mm receipt, which the document's receipts are composed for. */
export const paperWidth = 32;

/** `500,000`, as the gateway writes money. */
export const withCommas = (amount: number): string => amount.toString().replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** `IDPEL      : 123456789282`: label padded to `labelWidth`, the whole clipped to the paper. */
export const field = (label: string, labelWidth: number, value: string): string =>
  `${label.padEnd(labelWidth)}: ${value}`.slice(0, paperWidth);

/** Writes amounts of one receipt with commas, padded on the left so that all end in one column. */
export function amountColumn(amounts: readonly number[]): (amount: number) => string {
  const width = Math.max(...amounts.map((amount) => withCommas(amount).length));
  return (amount) => withCommas(amount).padStart(width);
}

/** The gateway parts lines by a pipe; two of them make an empty line. */
export const joinLines = (lines: readonly string[]): string => lines.join('|');
