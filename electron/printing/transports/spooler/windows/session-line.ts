import { z } from '../../../../../shared/zod.ts';

/** A Win32 error; -1 where the program itself failed. */
const errorSchema = z.object({ error: z.int() });

/** The spooler's own numbers, as winspool.h names them. */
const stateSchema = z.object({
  /** PRINTER_INFO_2; absent, with `unknown`, where the spooler did not say. */
  attributes: z.int().optional(),
  status: z.int().optional(),
  unknown: z.int().optional(),
  /** JOB_INFO_1's status; `null` once the spooler knows it no more; absent where it does not say. */
  job: z.int().nullable().optional(),
  pages: z.int().optional(),
  /** Whether all bytes are with the spooler. Present exactly if there is or was a job. */
  written: z.boolean().optional(),
  /** The Win32 error that writing ended with. */
  failed: z.int().optional(),
  /** Present in the last line, where the session was told to cancel: whether the job is deleted. */
  cancelled: z.boolean().optional(),
});

const queuesSchema = z.object({
  queues: z.array(
    z.object({ name: z.string(), port: z.string().default(''), driver: z.string().default('') }),
  ),
});

export type SessionState = z.infer<typeof stateSchema>;
/** One line of a session: where things stand, or why it has ended. */
export type SessionLine = { readonly error: number } | SessionState;
export type WindowsQueue = z.infer<typeof queuesSchema>['queues'][number];

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Reads a line of a session; `undefined` for what is none, such as PowerShell's own remarks. */
export function readSessionLine(line: string): SessionLine | undefined {
  const said = parseJson(line);
  const error = errorSchema.safeParse(said);
  if (error.success) return error.data;
  const state = stateSchema.safeParse(said);
  return state.success ? state.data : undefined;
}

/** Reads what `list` answers; no queues where it is none. */
export function readQueueList(said: string): readonly WindowsQueue[] {
  const lists = said.split('\n').map((line) => queuesSchema.safeParse(parseJson(line)));
  return lists.flatMap((list) => (list.success ? list.data.queues : []));
}
