import type { JobStanding } from '../spooler.ts';
import type { IppGroup } from './ipp-message.ts';
import { numberOf } from './ipp-values.ts';

/** What is asked about a job, to be read by `readJob`. */
export const jobAttributes = ['job-state', 'time-at-processing'] as const;

/** RFC 8011 5.3.7. */
const processing = 5;
const processingStopped = 6;
const canceled = 7;
const aborted = 8;
const completed = 9;

/**
 * Reads a job's own account. CUPS sets `time-at-processing` before it starts the first program for a job, and never
 * takes it back (scheduler/job.c): without it no byte has gone anywhere.
 */
export function readJob(job: IppGroup | undefined): JobStanding {
  const state = numberOf(job, 'job-state');
  const hasBegun =
    numberOf(job, 'time-at-processing') !== undefined ||
    state === undefined ||
    [processing, processingStopped, completed].includes(state);
  if (state === completed) return { state: 'left', hasBegun, problem: undefined };
  if (state === canceled) return { state: 'dropped', hasBegun, problem: 'broken-off' };
  if (state === aborted) return { state: 'dropped', hasBegun, problem: 'faulty' };
  return { state: 'waiting', hasBegun, problem: state === processingStopped ? 'faulty' : undefined };
}
