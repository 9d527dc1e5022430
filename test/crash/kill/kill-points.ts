/** Where a counter can be killed on its way through a payment, in the order of that way. */
export const killPoints = [
  /** The connection stands; nothing is in the ledger. */
  'after-connect',
  'before-journal',
  /** The payment is in the ledger, nothing was sent. */
  'after-journal',
  /** `send` has returned. Node hands the bytes over a moment later, so that mostly none has left. */
  'after-send',
  /** The last byte was handed to the system. */
  'after-last-byte',
  /** The answer is there, in memory alone. */
  'after-reply',
  /** The answer is in the ledger as it came, and nobody has read it. */
  'after-raw-reply',
  'before-commit',
  'after-commit',
  'before-print',
  /** On paper, and the ledger does not know. */
  'after-print',
] as const;
export type KillPoint = (typeof killPoints)[number];

/** The points that also the start of a program comes by, where it puts in order what the last one left. */
export const startPoints = [
  'before-commit',
  'after-commit',
  'before-print',
  'after-print',
] as const satisfies readonly KillPoint[];
