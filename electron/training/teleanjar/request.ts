import { err, ok, type Result } from '../../../shared/result.ts';
import { formatDateTime, parseDateTime, type Instant } from '../../../shared/time.ts';
import { separatorCharacter, type Account, type Separator } from './account.ts';
import { decodeBase64 } from './base64.ts';
import { accessRefusals, missingParameter, unknownParameter, type Refusal } from './response-codes.ts';
import { signatureOf } from './signature.ts';

/** Whom the gateway lets in, and its clock. */
export interface Gate {
  readonly account: Account;
  readonly separator: Separator;
  readonly at: Instant;
}

/** How far `dtime` may be from the server's clock, in ms, either way. */
const clockTolerance = 10 * 60_000;

const required = ['uuid', 'ppid', 'udata', 'dtime', 'X-API-KEY', 'signature'] as const;
const known: ReadonlySet<string> = new Set([...required, 'ket']);

type Parameters = Readonly<Record<(typeof required)[number] | 'ket', string>>;

/**
 * The parts of `udata` of a request that passes every check; otherwise the words it is refused with.
 * Parameter names are case sensitive (document, "Overview"), so any name not in the list is refused too.
 */
export function readRequest(body: Buffer, gate: Gate): Result<readonly string[], Refusal> {
  const parameters = readParameters(body);
  if (!parameters.ok) return parameters;
  const { uuid, dtime, ket, signature, 'X-API-KEY': apiKey } = parameters.value;
  const { account } = gate;
  const separator = separatorCharacter[gate.separator];

  if (apiKey !== account.apiKey) return err(accessRefusals.wrongKey);
  if (uuid !== account.uuid) return err(accessRefusals.wrongPartner);
  const ppid = decodeBase64(parameters.value.ppid);
  if (ppid === undefined) return err(accessRefusals.badPpid);
  if (ppid !== `${account.username}${separator}${account.password}`) return err(accessRefusals.wrongLogin);
  const udata = decodeBase64(parameters.value.udata);
  if (udata === undefined) return err(accessRefusals.badUdata);
  const sentAt = readTime(dtime);
  if (sentAt === undefined) return err(accessRefusals.badTime);
  if (Math.abs(sentAt - gate.at) > clockTolerance) return err(accessRefusals.staleTime);
  if (signature !== signatureOf({ uuid, ket, dtime, ppid, udata, apiKey })) {
    return err(accessRefusals.wrongSignature);
  }
  return ok(udata.split(separator));
}

function readParameters(body: Buffer): Result<Parameters, Refusal> {
  const parsed = parseJson(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return err(accessRefusals.notJson);
  const sent = new Map<string, unknown>(Object.entries(parsed));
  const texts = { uuid: '', ppid: '', udata: '', dtime: '', 'X-API-KEY': '', signature: '', ket: '' };
  for (const name of required) {
    const value = sent.get(name);
    if (typeof value !== 'string' || value === '') return err(missingParameter(name));
    texts[name] = value;
  }
  for (const name of sent.keys()) {
    if (!known.has(name)) return err(unknownParameter(name));
  }
  const ket = sent.get('ket') ?? '';
  if (typeof ket !== 'string') return err(missingParameter('ket'));
  return ok({ ...texts, ket });
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** Only a time that reads back as it was written: `Date` would take 31 February for 3 March. */
function readTime(dtime: string): Instant | undefined {
  const at = parseDateTime(dtime, 'WIB');
  return at !== undefined && formatDateTime(at, 'WIB') === dtime ? at : undefined;
}
