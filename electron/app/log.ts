/** Where faults are told. Nothing secret may be handed in; the file behind it redacts all the same. */
export interface Log {
  /** Something went wrong that the program has dealt with or will stop for. */
  fault(what: string, cause: unknown): void;
  note(what: string): void;
}
