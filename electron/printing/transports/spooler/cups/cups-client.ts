import http from 'node:http';
import type { PrinterProblem } from '../../../../../shared/payment/print-job.ts';
import { TransportFault } from '../../transport.ts';
import { within } from '../../../within.ts';
import type { CupsServer } from './cups-server.ts';
import { decodeIpp, encodeIpp, ippTags, type IppAttribute, type IppResponse } from './ipp-message.ts';

/** For one request, from connecting to the last byte of the answer. */
const requestDeadlineMs = 5_000;
/** A daemon with hundreds of queues answers with less. */
const answerLimitBytes = 4 * 1024 * 1024;

export interface CupsQuestion {
  readonly operation: number;
  /** After those that every request has. */
  readonly attributes: readonly IppAttribute[];
  readonly job?: readonly IppAttribute[];
  readonly document?: Uint8Array;
}

/** Speaks to one CUPS daemon. */
export interface CupsClient {
  /**
   * Whatever the daemon answers, a refusal too.
   *
   * @throws TransportFault where it does not answer: `unreachable`, `no-access`, `faulty`; `stalled` where `signal` fired.
   */
  ask(question: CupsQuestion, signal: AbortSignal, deadlineMs?: number): Promise<IppResponse>;
}

interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

const post = (
  server: CupsServer,
  headers: http.OutgoingHttpHeaders,
  body: Buffer,
  signal: AbortSignal,
): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    // No agent: a connection that the daemon has meanwhile closed must not be taken up again.
    const options = { ...server, method: 'POST', path: '/', agent: false, headers, signal };
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > answerLimitBytes) response.destroy(new Error('the answer is too long'));
        else chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
    request.end(body);
  });

function problemOfError(error: unknown): PrinterProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM' ? 'no-access' : 'unreachable';
}

/** 401 and 403 are refusals, 426 asks for TLS. Nothing else is what a print server says. */
const problemOfHttp = (status: number): PrinterProblem =>
  [401, 403, 426].includes(status) ? 'no-access' : 'faulty';

/** @param user the name that jobs are owned by: only their owner may cancel them. */
export function cupsClient(server: CupsServer, user: string): CupsClient {
  /**
   * Who we are, vouched for by the system on its own socket (scheduler/auth.c). Only once CUPS has asked: where it does
   * not ask, it would look the name up in vain.
   */
  let credentials: http.OutgoingHttpHeaders = {};

  return {
    async ask({ operation, attributes, job, document }, signal, deadlineMs = requestDeadlineMs) {
      const common: readonly IppAttribute[] = [
        { name: 'attributes-charset', tag: ippTags.charset, values: ['utf-8'] },
        { name: 'attributes-natural-language', tag: ippTags.language, values: ['en'] },
      ];
      const asker = { name: 'requesting-user-name', tag: ippTags.name, values: [user] };
      const message = encodeIpp({
        operation,
        attributes: [...common, ...attributes, asker],
        ...(job === undefined ? {} : { job }),
      });
      const body = document === undefined ? message : Buffer.concat([message, document]);
      const send = (bounded: AbortSignal): Promise<HttpAnswer> => {
        const headers = { 'Content-Type': 'application/ipp', 'Content-Length': body.length, ...credentials };
        return post(server, headers, body, bounded);
      };
      let answer: HttpAnswer;
      try {
        answer = await within(deadlineMs, signal, async (bounded) => {
          const first = await send(bounded);
          const isRefused = first.status === 401 && credentials['Authorization'] === undefined;
          if (!isRefused || !('socketPath' in server)) return first;
          credentials = { Authorization: `PeerCred ${user}` };
          return send(bounded);
        });
      } catch (error) {
        throw new TransportFault(signal.aborted ? 'stalled' : problemOfError(error), error);
      }
      if (answer.status !== 200) throw new TransportFault(problemOfHttp(answer.status));
      try {
        return decodeIpp(answer.body);
      } catch (error) {
        throw new TransportFault('faulty', error);
      }
    },
  };
}
