/** A name and what stands behind it. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}
