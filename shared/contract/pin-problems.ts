/** Why an owner's PIN was not taken. */
export const pinProblems = ['no-pin', 'wrong-pin', 'pin-locked'] as const;
export type PinProblem = (typeof pinProblems)[number];
