import type { RequestHandlers } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/result.ts';
import type { Archives } from './archives.ts';

/** The requests about the whole of the counter in one file. */
export function createArchiveRequests(
  archives: Archives,
): Pick<
  RequestHandlers,
  'archives' | 'makeArchive' | 'chooseArchive' | 'previewArchive' | 'restoreArchive' | 'reopenCounter'
> {
  return {
    archives: () => ok(archives.state()),
    makeArchive: (order) => archives.make(order),
    chooseArchive: () => archives.choose(),
    previewArchive: ({ passphrase }) => archives.preview(passphrase),
    restoreArchive: ({ id, pin }) => archives.restore(id, pin),
    reopenCounter: ({ pin }) => archives.reopen(pin),
  };
}
