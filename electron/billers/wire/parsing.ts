/** How every answer's head is read. Said aloud, so that no environment variable makes it laxer. */
export const parsing = { insecureHTTPParser: false, maxHeaderSize: 16_384 } as const;
