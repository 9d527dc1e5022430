import { setTimeout as sleep } from 'node:timers/promises';
import { TransportFault } from '../../transport.ts';
import type { JobStanding, SpoolJob, SpoolQueue } from '../spooler.ts';
import type { CupsClient } from './cups-client.ts';
import { ippStatus, isSuccess, problemOfStatus } from './cups-status.ts';
import { ippTags, type IppAttribute, type IppResponse } from './ipp-message.ts';
import { groupOf, jobGroupTag, numberOf, printerGroupTag } from './ipp-values.ts';
import { jobAttributes, readJob } from './job-look.ts';
import { queueAttributes, readQueue, type QueueLook } from './queue-look.ts';

/** RFC 8011 5.4.15. */
const createJob = 0x0005;
const sendDocument = 0x0006;
const cancelJob = 0x0008;
const getJobAttributes = 0x0009;
const getJobs = 0x000a;
const getPrinterAttributes = 0x000b;

/** A long report over a slow Wi-Fi; to the socket of this PC it takes no time. */
const sendDeadlineMs = 30_000;
/** How long a job is tried to be taken back, whether or not somebody still waits for it. */
const cancelDeadlineMs = 10_000;
const cancelPauseMs = 200;

const keywords = (name: string, values: readonly string[]): IppAttribute => ({
  name,
  tag: ippTags.keyword,
  values,
});

/** Names that are no text become another, which no queue has. */
const uriOf = (queue: string): IppAttribute => ({
  name: 'printer-uri',
  tag: ippTags.uri,
  values: [`ipp://localhost/printers/${encodeURIComponent(Buffer.from(queue, 'utf8').toString('utf8'))}`],
});

function granted(response: IppResponse): IppResponse {
  if (!isSuccess(response.status)) throw new TransportFault(problemOfStatus(response.status));
  return response;
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof TransportFault && error.problem === 'unreachable';

/** @throws TransportFault where there is no such queue, or nobody answers. */
async function lookAtQueue(client: CupsClient, uri: IppAttribute, signal: AbortSignal): Promise<QueueLook> {
  const attributes = [uri, keywords('requested-attributes', queueAttributes)];
  const response = await client.ask({ operation: getPrinterAttributes, attributes }, signal);
  return readQueue(groupOf(granted(response), printerGroupTag));
}

/**
 * Whether CUPS keeps jobs that have ended: only then was a job that it does not know purged. Seen by whether it has one
 * to show; before its first, taken for no.
 */
async function keepsHistory(client: CupsClient, signal: AbortSignal): Promise<boolean> {
  const attributes: readonly IppAttribute[] = [
    { name: 'printer-uri', tag: ippTags.uri, values: ['ipp://localhost/'] },
    { name: 'limit', tag: ippTags.integer, values: [1] },
    keywords('requested-attributes', ['job-id']),
    keywords('which-jobs', ['completed']),
  ];
  const response = await client.ask({ operation: getJobs, attributes }, signal);
  return groupOf(granted(response), jobGroupTag) !== undefined;
}

function cupsJob(client: CupsClient, uri: IppAttribute, id: number): SpoolJob {
  const job: readonly IppAttribute[] = [uri, { name: 'job-id', tag: ippTags.integer, values: [id] }];

  /** A daemon that crashes loses the jobs of the last half minute: afterwards, a job that it does not know may be one. */
  let wasAway = false;

  async function ask(operation: number, more: readonly IppAttribute[], signal: AbortSignal) {
    try {
      return await client.ask({ operation, attributes: [...job, ...more] }, signal);
    } catch (error) {
      wasAway ||= isUnreachable(error);
      throw error;
    }
  }

  /** Undefined where CUPS does not know it (any more). */
  async function stand(signal: AbortSignal): Promise<JobStanding | undefined> {
    const response = await ask(getJobAttributes, [keywords('requested-attributes', jobAttributes)], signal);
    if (response.status === ippStatus.notFound) return undefined;
    return readJob(groupOf(granted(response), jobGroupTag));
  }

  /**
   * Of a job that CUPS does not know any more. Where it keeps no history, that is how a job ends; where it does, the job
   * was purged, its queue perhaps with it. Whether it had begun, nobody says any more.
   */
  async function standOfUnknown(signal: AbortSignal): Promise<JobStanding> {
    const isLost = wasAway || (await keepsHistory(client, signal));
    return { state: isLost ? 'dropped' : 'left', hasBegun: true, problem: isLost ? 'broken-off' : undefined };
  }

  async function tryToCancel(signal: AbortSignal): Promise<JobStanding> {
    const answer = await ask(cancelJob, [], signal);
    const standing = await stand(signal);
    if (standing === undefined)
      return isSuccess(answer.status)
        ? { state: 'dropped', hasBegun: true, problem: undefined }
        : standOfUnknown(signal);
    if (standing.state === 'waiting') throw new TransportFault(problemOfStatus(answer.status));
    return standing;
  }

  return {
    async send(bytes, signal) {
      const attributes: readonly IppAttribute[] = [
        ...job,
        // The bytes are the printer's own, and no filter's business.
        { name: 'document-format', tag: ippTags.mimeType, values: ['application/vnd.cups-raw'] },
        { name: 'last-document', tag: ippTags.boolean, values: [true] },
      ];
      const question = { operation: sendDocument, attributes, document: bytes };
      granted(await client.ask(question, signal, sendDeadlineMs));
    },

    async look(signal) {
      const standing = (await stand(signal)) ?? (await standOfUnknown(signal));
      if (standing.state !== 'waiting') return standing;
      return { ...standing, problem: (await lookAtQueue(client, uri, signal)).problem ?? standing.problem };
    },

    async cancel() {
      const signal = AbortSignal.timeout(cancelDeadlineMs);
      for (;;) {
        try {
          return await tryToCancel(signal);
        } catch (error) {
          // A daemon that is just being started again must not keep the job for later.
          if (signal.aborted || !isUnreachable(error)) throw error;
          await sleep(cancelPauseMs);
        }
      }
    },
  };
}

/**
 * A queue of CUPS.
 *
 * @throws TransportFault `unplugged` where there is none of that name, `faulty` where it is stopped or takes no jobs.
 */
export async function openCupsQueue(
  client: CupsClient,
  queue: string,
  title: string,
  signal: AbortSignal,
): Promise<SpoolQueue> {
  const uri = uriOf(queue);
  const { takesJobs } = await lookAtQueue(client, uri, signal);
  if (!takesJobs) throw new TransportFault('faulty');
  return {
    problem: async (asked) => (await lookAtQueue(client, uri, asked)).problem,
    async begin(asked) {
      // In two steps, so that there is always a name to take the job back by. Without a document CUPS drops it by itself.
      const attributes = [uri, { name: 'job-name', tag: ippTags.name, values: [title] }];
      // No banner page, whatever the queue adds for others.
      const job = [keywords('job-sheets', ['none', 'none'])];
      const response = granted(await client.ask({ operation: createJob, attributes, job }, asked));
      const id = numberOf(groupOf(response, jobGroupTag), 'job-id');
      if (id === undefined) throw new TransportFault('faulty');
      return cupsJob(client, uri, id);
    },
    close: async () => undefined,
  };
}
