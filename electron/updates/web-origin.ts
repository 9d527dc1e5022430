import http from 'node:http';
import https from 'node:https';
import { err, ok } from '../../shared/result.ts';
import { BrokenOff } from './broken-off.ts';
import type { Origin } from './origin.ts';

/** How long an address may take, in milliseconds: to begin, between two pieces of a file, and for all of it. */
export interface Patience {
  readonly begin: number;
  readonly silence: number;
  readonly whole: number;
}

const usualPatience: Patience = { begin: 20_000, silence: 30_000, whole: 3 * 3_600_000 };

/**
 * Files below an address, by Node's own https as the billers are called: one fresh connection each, no redirect followed, no
 * cookie, nothing sent but the name. Who answers need not be believed, since the manifest is signed.
 */
export function webOrigin(folder: URL, patience = usualPatience, ca?: string): Origin {
  return {
    async open(name) {
      const address = new URL(folder);
      address.pathname += encodeURIComponent(name);
      const { request, response } = ask(address, patience, ca);
      const answered = await response;
      if (answered === undefined) return err('source-gone');
      if (answered.statusCode === 200) return ok(contentOf(request, answered, patience.silence));
      request.destroy();
      return err(answered.statusCode === 404 || answered.statusCode === 410 ? 'absent' : 'source-refused');
    },
  };
}

function ask(
  address: URL,
  { begin, whole }: Patience,
  ca: string | undefined,
): {
  readonly request: http.ClientRequest;
  readonly response: Promise<http.IncomingMessage | undefined>;
} {
  const options = {
    agent: false,
    headers: { accept: '*/*', 'accept-encoding': 'identity', connection: 'close' },
  } as const;
  const request =
    address.protocol === 'https:'
      ? https.get(address, { ...options, rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) })
      : http.get(address, options);
  const late = setTimeout(() => request.destroy(new Error('no answer in time')), begin);
  const end = setTimeout(() => request.destroy(new Error('not all of it in time')), whole);
  late.unref();
  end.unref();
  request.once('close', () => {
    clearTimeout(late);
    clearTimeout(end);
  });
  const response = new Promise<http.IncomingMessage | undefined>((resolve) => {
    request.once('response', (answer) => {
      clearTimeout(late);
      resolve(answer);
    });
    // It stays: an error may come after the answer, and one that nobody listens to ends the program.
    request.on('error', () => resolve(undefined));
  });
  return { request, response };
}

async function* contentOf(
  request: http.ClientRequest,
  response: http.IncomingMessage,
  silence: number,
): AsyncGenerator<Uint8Array> {
  const fallSilent = (): void => void request.destroy(new Error('it fell silent'));
  let timer = setTimeout(fallSilent, silence);
  try {
    for await (const chunk of response) {
      clearTimeout(timer);
      yield chunk as Uint8Array;
      timer = setTimeout(fallSilent, silence);
    }
    if (!response.complete) throw new Error('it was cut off');
  } catch (error) {
    throw new BrokenOff(error);
  } finally {
    clearTimeout(timer);
    request.destroy();
  }
}
