import path from 'node:path';

/** The project's folder: the one that holds package.json. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');
