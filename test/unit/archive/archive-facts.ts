import type { ArchiveFacts } from '../../../electron/archive/archive.ts';
import { start } from '../ledger/documents.ts';

export const passphrase = 'kunci warung bu sri';

export const facts: ArchiveFacts = {
  madeAt: start,
  counter: '0a1b2c3d',
  shop: 'Warung Bu Sri',
  ledger: 'live',
  program: '0.1.0',
  schema: 12,
  kind: 'copy',
};
