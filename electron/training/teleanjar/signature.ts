import { createHash } from 'node:crypto';

/** What a request is signed over: `ppid` and `udata` before base64, `ket` empty where it is not sent. */
export interface SignedValues {
  readonly uuid: string;
  readonly ket: string;
  readonly dtime: string;
  readonly ppid: string;
  readonly udata: string;
  readonly apiKey: string;
}

/**
 * The `signature` a request must carry: md5 in lower-case hex (document, "Parameter IN").
 * The document leaves `ket` out of its formula; every client that works has it between uuid and dtime.
 */
export const signatureOf = ({ uuid, ket, dtime, ppid, udata, apiKey }: SignedValues): string =>
  createHash('md5')
    .update(`tele-android-${uuid}${ket}${dtime}${ppid}${udata}${apiKey}-indonesia`)
    .digest('hex');
