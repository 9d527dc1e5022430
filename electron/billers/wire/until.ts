import type { EventEmitter } from 'node:events';
import type net from 'node:net';
import { err, ok, type Result } from '../../../shared/result.ts';
import { errorCode } from './error-code.ts';

/**
 * Waits until `emitter` emits `event` and gives what came with it, unless `socket` breaks or `giveUp` says
 * otherwise first; the error is a code, `giveUp`'s being its reason. Whoever gets an error destroys the socket.
 */
export function until<T extends unknown[]>(
  emitter: EventEmitter,
  event: string,
  socket: net.Socket,
  giveUp: AbortSignal,
): Promise<Result<T, string>> {
  return new Promise((resolve) => {
    const settle = (result: Result<T, string>): void => {
      emitter.off(event, onEvent);
      emitter.off('error', onError);
      socket.off('error', onError);
      socket.off('close', onClose);
      giveUp.removeEventListener('abort', onGiveUp);
      // An error may come after the end of the wait, and one that nobody listens to ends the program.
      emitter.on('error', ignore);
      socket.on('error', ignore);
      resolve(result);
    };
    const onEvent = (...values: unknown[]): void => settle(ok(values as T));
    const onError = (error: unknown): void => settle(err(errorCode(error)));
    const onClose = (): void => settle(err('ECONNRESET'));
    const onGiveUp = (): void => settle(err(String(giveUp.reason)));
    emitter.once(event, onEvent);
    emitter.once('error', onError);
    socket.once('error', onError);
    socket.once('close', onClose);
    giveUp.addEventListener('abort', onGiveUp);
    if (giveUp.aborted) onGiveUp();
    else if (socket.destroyed) onClose();
  });
}

const ignore = (): void => undefined;
