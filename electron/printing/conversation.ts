import type { PrinterProblem } from '../../shared/payment/print-job.ts';
import type { PrinterMemory } from '../../shared/printing/printing-settings.ts';
import { openEar, type Ear } from './ear.ts';
import { patiently, type Watched } from './patience.ts';
import type { PrintDelivery } from './printer.ts';
import {
  confirmationQuestion,
  isConfirmation,
  isStatusAnswer,
  needsCause,
  problemIn,
  statusQuestion,
} from './status-bytes.ts';
import { TransportFault } from './transports/transport.ts';
import { neverGivenUp, within } from './within.ts';

/** What a printer has shown of itself so far, and where that is kept. */
export interface MemoryCell {
  get(): PrinterMemory;
  set(memory: PrinterMemory): void;
}

/** What is needed to ask a printer how it is. */
export interface Asking extends Watched {
  /** Whether it may be asked anything at all. */
  readonly asksStatus: boolean;
  readonly memory: MemoryCell;
}

/** What is needed to give it a job. */
export interface Conversation extends Asking {
  /** Told why a job came to grief, before only its problem is left of that. */
  readonly onFault: (fault: TransportFault) => void;
  /** Written to although it has become silent: a person wants it so. */
  readonly insists: boolean;
}

/** In milliseconds. */
const goodbyeMs = 500;

/** `silent`: it was asked and said nothing. `undefined`: it cannot be asked. */
export type Condition = PrinterProblem | 'ok' | 'silent' | undefined;

/**
 * Asks a printer how it is: in its own language only where it has answered before, since some print the question, and
 * this one is put again and again; else by what the way itself knows.
 *
 * @throws TransportFault where the question cannot leave, or the connection ends.
 */
export async function askCondition(asking: Asking): Promise<Condition> {
  const { connection, abandon, asksStatus, memory } = asking;
  if (!asksStatus) return undefined;
  const ear = memory.get().answers === 'yes' ? openEar(connection) : undefined;
  if (ear === undefined) return connection.condition?.(abandon);
  try {
    const spoken = await askByEar(ear, asking);
    // Some ways know even where the printer is silent: USB's port status.
    return spoken === 'silent' ? ((await connection.condition?.(abandon)) ?? 'silent') : spoken;
  } finally {
    ear.close();
  }
}

/** None where the printer must not be asked, or never answered. */
function earFor({ connection, asksStatus, memory }: Asking): Ear | undefined {
  return asksStatus && memory.get().answers !== 'never' ? openEar(connection) : undefined;
}

async function askByEar(
  ear: Ear,
  { connection, deadlines, memory, abandon }: Asking,
): Promise<PrinterProblem | 'ok' | 'silent'> {
  const ask = async (n: 1 | 2 | 4): Promise<number | undefined> => {
    if (abandon.aborted) return undefined;
    ear.forget();
    // A question that has left is waited for, whatever is wanted now: its late answer would be taken for the next one's.
    await within(deadlines.answer, neverGivenUp, (signal) =>
      connection.write(statusQuestion(n), signal, () => undefined),
    );
    return ear.next(isStatusAnswer, deadlines.answer, neverGivenUp);
  };
  const printer = await ask(1);
  if (printer === undefined) return 'silent';
  if (memory.get().answers !== 'yes') memory.set({ ...memory.get(), answers: 'yes' });
  const paper = await ask(4);
  const cause = needsCause(printer) ? await ask(2) : undefined;
  return problemIn({ printer, paper, cause });
}

/**
 * Prints a job on an open connection: asks how the printer is, sends, and waits for its word that all of it is on paper,
 * as far as it answers at all. Never rejects.
 */
export async function printOn(conversation: Conversation, bytes: Uint8Array): Promise<PrintDelivery> {
  const ear = earFor(conversation);
  let taken = 0;
  try {
    const before = await conditionBefore(conversation, ear);
    if (before !== 'ok' && before !== 'unknown') return { state: 'failed', problem: before };
    await send(conversation, bytes, (count) => {
      taken = count;
    });
    // Handed over whole: what goes wrong from here on may have left something, unless the way knows better.
    taken = bytes.length;
    if (ear === undefined || conversation.memory.get().confirms === 'never')
      return await finish(conversation);
    const confirmed = await confirmation(conversation, ear, bytes.length);
    if (confirmed === 'printed') {
      await sayGoodbye(conversation);
      return { state: 'printed' };
    }
    return confirmed === 'sent' ? await finish(conversation) : { state: 'uncertain', problem: confirmed };
  } catch (error) {
    return deliveryAfter(conversation, error, taken);
  } finally {
    ear?.close();
  }
}

/** What became of a pulse, and whether the line it went by is open for a job that follows it. */
export interface Pulsed {
  readonly delivery: PrintDelivery;
  readonly isLineOpen: boolean;
}

/** Sends what asks for no paper and no answer: the pulse for a drawer. Never rejects. */
export async function pulseOn(
  conversation: Conversation,
  bytes: Uint8Array,
  isFollowed: () => boolean,
): Promise<Pulsed> {
  let taken = 0;
  try {
    await send(conversation, bytes, (count) => {
      taken = count;
    });
    if (taken > 0 && isFollowed()) return { delivery: { state: 'sent' }, isLineOpen: true };
    if (taken > 0) await sayGoodbye(conversation);
    else {
      // A queue hands over whole jobs, and this is one.
      taken = bytes.length;
      await finish(conversation);
    }
    return { delivery: { state: 'sent' }, isLineOpen: false };
  } catch (error) {
    return { delivery: deliveryAfter(conversation, error, taken), isLineOpen: false };
  }
}

/**
 * @throws Error that is no TransportFault: a bug.
 */
export function deliveryAfter(
  { onFault }: Pick<Conversation, 'onFault'>,
  error: unknown,
  taken: number,
): PrintDelivery {
  if (!(error instanceof TransportFault)) throw error;
  onFault(error);
  const { problem, isNothingLeft } = error;
  return { state: taken === 0 || isNothingLeft ? 'failed' : 'uncertain', problem };
}

async function conditionBefore(
  conversation: Conversation,
  ear: Ear | undefined,
): Promise<PrinterProblem | 'ok' | 'unknown'> {
  const { connection, abandon, memory, insists, asksStatus } = conversation;
  if (!asksStatus) return 'unknown';
  const spoken = ear === undefined ? undefined : await askByEar(ear, conversation);
  if (spoken !== undefined && spoken !== 'silent') return spoken;
  const known = (await connection.condition?.(abandon)) ?? 'unknown';
  if (known !== 'ok' && known !== 'unknown') return insists ? 'unknown' : known;
  // One that has always answered and is silent now hangs, or is another printer than it was.
  if (spoken === 'silent' && memory.get().answers === 'yes' && !insists) return 'stalled';
  return known;
}

const send = (
  conversation: Conversation,
  bytes: Uint8Array,
  onTaken: (count: number) => void,
): Promise<void> =>
  patiently(conversation, (signal, onProgress) =>
    conversation.connection.write(bytes, signal, (count) => {
      onTaken(count);
      onProgress();
    }),
  );

/** Ends a line whose bytes are known to be where they belong, whatever it does now: many network printers never hang up. */
const sayGoodbye = ({ connection, abandon }: Conversation): Promise<unknown> =>
  within(goodbyeMs, abandon, (signal) => connection.finish(signal)).catch(() => undefined);

const finish = async (conversation: Conversation): Promise<PrintDelivery> => ({
  state: await patiently({ ...conversation, isPatient: true }, (signal) =>
    conversation.connection.finish(signal),
  ),
});

/**
 * Waits for the answer to `GS r`, which a printer gives once all before it is printed. `sent`: this one never gives it,
 * and says otherwise that all is well; that is remembered.
 *
 * @throws TransportFault where the connection ends meanwhile.
 */
async function confirmation(
  conversation: Conversation,
  ear: Ear,
  jobBytes: number,
): Promise<'printed' | 'sent' | PrinterProblem> {
  const { deadlines, memory, abandon, onTrouble } = conversation;
  ear.forget();
  await send(conversation, confirmationQuestion, () => undefined);
  const { answers } = memory.get();
  const until = performance.now() + deadlines.confirmation + jobBytes * deadlines.confirmationPerByte;
  const untilAtMost = performance.now() + deadlines.patience;

  for (;;) {
    const answer = await ear.next(isConfirmation, deadlines.look, abandon);
    if (answer !== undefined) {
      memory.set({ answers: 'yes', confirms: 'yes' });
      onTrouble(undefined);
      return 'printed';
    }
    // One that answered nothing before the job is not waited for at length, and not asked again.
    if (answers !== 'yes') {
      memory.set({ answers: 'never', confirms: 'never' });
      return 'sent';
    }
    const state = await askByEar(ear, conversation);
    const problem = state === 'silent' ? 'stalled' : state;
    onTrouble(problem === 'ok' ? undefined : problem);
    // Only while it says why it does not print is it waited for longer.
    const isSaid = state !== 'ok' && state !== 'silent';
    if (!abandon.aborted && performance.now() <= (isSaid ? untilAtMost : until)) continue;
    if (problem !== 'ok') return problem;
    if (abandon.aborted || memory.get().confirms === 'yes') return 'unconfirmed';
    memory.set({ ...memory.get(), confirms: 'never' });
    return 'sent';
  }
}
