// The ledger's worker as it stands, untranslated: Node 20 gives a worker's first file to no loader but its own.
import { register } from 'tsx/esm/api';

register();
await import('../../../electron/ledger/ledger-worker.ts');
