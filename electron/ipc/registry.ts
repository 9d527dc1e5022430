import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { requestChannel, requestNames, type RequestName } from '../../shared/contract/channels.ts';

/** Answers one request of the window. `input` is all that came with it, nothing of it checked. Rejects where it is refused. */
export type AnswerRequest = (
  name: RequestName,
  event: IpcMainInvokeEvent,
  input: readonly unknown[],
) => Promise<unknown>;

/**
 * The only user of `ipcMain`: a channel for each request of the contract. What is asked before the program stands waits for it.
 *
 * @param standing comes to who answers, once the program stands.
 */
export function registerRequests(ipcMain: IpcMain, standing: Promise<AnswerRequest>): void {
  for (const name of requestNames) {
    ipcMain.handle(requestChannel(name), async (event, ...input: unknown[]) => {
      const answer = await standing;
      return answer(name, event, input);
    });
  }
}
