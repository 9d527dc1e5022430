import { createHash } from 'node:crypto';
import { formatDateTime, type Instant } from '../../../shared/time.ts';
import type { TeleanjarCredentials } from './account.ts';

/** The request body of a call (H2H document V1.4, "Parameter IN"). */
export interface SignedRequest {
  /** The JSON to send. Holds secrets: to the wire and nowhere else. */
  readonly body: string;
  /** The same with every secret blanked, for the ledger. */
  readonly redacted: string;
}

/** Between the values in `udata` and `ppid`: real clients use `|`, the V1.4 document prints a blank. */
export const separators = { pipe: '|', blank: ' ' } as const;
export type Separator = keyof typeof separators;

const blanked = '[secret]';

/**
 * Builds and signs a request. The signature runs over the values before base64:
 * `md5("tele-android-" + uuid + ket + dtime + ppid + udata + key + "-indonesia")`. The document leaves `ket`
 * out, real clients have it between `uuid` and `dtime`; empty, as here, both agree. `dtime` is WIB.
 */
export function signRequest(
  credentials: TeleanjarCredentials,
  separator: Separator,
  values: readonly string[],
  at: Instant,
): SignedRequest {
  const join = separators[separator];
  const ppid = `${credentials.username}${join}${credentials.password}`;
  const udata = values.join(join);
  const dtime = formatDateTime(at, 'WIB');
  const ket = '';
  const signature = createHash('md5')
    .update(`tele-android-${credentials.uuid}${ket}${dtime}${ppid}${udata}${credentials.apiKey}-indonesia`)
    .digest('hex');
  const fields = {
    uuid: credentials.uuid,
    ppid: base64(ppid),
    udata: base64(udata),
    dtime,
    ket,
    'X-API-KEY': credentials.apiKey,
    signature,
  };
  return {
    body: JSON.stringify(fields),
    redacted: JSON.stringify({
      ...fields,
      uuid: blanked,
      ppid: blanked,
      'X-API-KEY': blanked,
      signature: blanked,
    }),
  };
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
