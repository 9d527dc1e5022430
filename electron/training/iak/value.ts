/** What an answer is made of, before it is JSON or XML. */
export type Value = string | number | readonly Value[] | Fields;

/** Fields in the order in which they are sent. */
export interface Fields {
  readonly [name: string]: Value;
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
