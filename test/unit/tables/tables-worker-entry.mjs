// The worker for queries as it stands, untranslated (see `worker-entry.mjs`).
import { register } from 'tsx/esm/api';

register();
await import('../../../electron/tables/tables-worker.ts');
