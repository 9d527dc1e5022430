/** The response codes of PLN and Telkom for which the counter has words of its own. */
export const refusalCodes = [
  '0001',
  '0005',
  '0013',
  '0014',
  '0015',
  '0016',
  '0031',
  '0032',
  '0033',
  '0041',
  '0042',
  '0047',
  '0048',
  '0063',
  '0068',
  '0077',
  '0088',
  '0089',
  '0090',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The code we have words for in what a biller gave (`SWT:0014` and `0014` are the same), or `undefined`. */
export function refusalCodeOf(billerCode: string | undefined): RefusalCode | undefined {
  const digits = /^(?:SWT:)?(\d{4})$/.exec(billerCode?.trim() ?? '')?.[1];
  return refusalCodes.find((code) => code === digits);
}
