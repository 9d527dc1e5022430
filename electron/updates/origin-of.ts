import { err, ok, type Result } from '../../shared/result.ts';
import type { UpdateSource } from '../../shared/update/source.ts';
import { folderOrigin } from './folder-origin.ts';
import type { Origin } from './origin.ts';
import { updateAddress } from './update-address.ts';
import { webOrigin, type Patience } from './web-origin.ts';

/** Nothing may be read from a source that is off, or whose address must not be called. */
export function originOf(
  source: UpdateSource,
  patience?: Patience,
  ca?: string,
): Result<Origin, 'source-gone' | 'address-not-allowed'> {
  if (source.kind === 'off') return err('source-gone');
  if (source.kind === 'folder') return ok(folderOrigin(source.path));
  const address = updateAddress(source.url);
  return address === undefined ? err('address-not-allowed') : ok(webOrigin(address, patience, ca));
}
