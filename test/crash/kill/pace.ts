/** How long a counter waits for its billers here, in seconds: short, so that what never comes costs little. */
export const deadlines = { connectSeconds: 5, firstByteSeconds: 0.5, wholeSeconds: 0.6 } as const;

/** When an answer that is late comes, in milliseconds: after the counter has given up, and soon. */
export const lateMs = 650;
