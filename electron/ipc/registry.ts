import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { lookChannel } from '../../shared/contract/look.ts';
import { requestChannel, requestNames, type RequestName } from '../../shared/contract/channels.ts';

/** Answers one request of the window. `input` is all that came with it, nothing of it checked. Rejects where it is refused. */
export type AnswerRequest = (
  name: RequestName,
  event: IpcMainInvokeEvent,
  input: readonly unknown[],
) => Promise<unknown>;

/**
 * A channel for each request of the contract. What is asked before the program stands waits for it.
 *
 * @param standing comes to who answers, once the program stands.
 * @param onAsked hears of each request, before it is answered or looked at.
 */
export function registerRequests(
  ipcMain: IpcMain,
  standing: Promise<AnswerRequest>,
  onAsked: () => void = () => undefined,
): void {
  for (const name of requestNames) {
    ipcMain.handle(requestChannel(name), async (event, ...input: unknown[]) => {
      onAsked();
      const answer = await standing;
      return answer(name, event, input);
    });
  }
}

/**
 * The channel of the look, which is answered at once, whether or not the program stands. Rejects for a foreign sender.
 *
 * @param look what the page is given, as it came from the disk: nothing in main reads it.
 */
export function registerLook(
  ipcMain: IpcMain,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
  look: () => unknown,
): void {
  ipcMain.handle(lookChannel, (event, ...input: unknown[]) => {
    if (!isTrusted(event) || input.length > 0) throw new Error('refused');
    return look();
  });
}
