import type { Connection, TransportFault } from './transports/transport.ts';

/** Hears what a printer says while it is spoken to. */
export interface Ear {
  /**
   * The next byte that is meant; others are let pass. `undefined`: none came in `ms`, or before `abandon` fired.
   *
   * @throws TransportFault where the connection ends by itself.
   */
  next(isMeant: (byte: number) => boolean, ms: number, abandon: AbortSignal): Promise<number | undefined>;
  /** Forgets what was heard and not asked for. */
  forget(): void;
  close(): void;
}

/** `undefined` where the printer cannot be heard on this connection. */
export function openEar({ listen, lost }: Connection): Ear | undefined {
  if (listen === undefined) return undefined;
  let heard: number[] = [];
  let fault: TransportFault | undefined;
  let wake = (): void => undefined;
  const stop = listen((bytes) => {
    heard.push(...bytes.subarray(-longestMemory));
    heard = heard.slice(-longestMemory);
    wake();
  });
  void lost.then((ended) => {
    fault = ended;
    wake();
  });

  const take = (isMeant: (byte: number) => boolean): number | undefined => {
    const at = heard.findIndex(isMeant);
    if (at < 0) return undefined;
    const byte = heard[at];
    heard = heard.slice(at + 1);
    return byte;
  };

  return {
    next: (isMeant, ms, abandon) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer);
          abandon.removeEventListener('abort', giveUp);
          wake = () => undefined;
        };
        const giveUp = (): void => {
          end();
          resolve(take(isMeant));
        };
        const timer = setTimeout(giveUp, ms);
        abandon.addEventListener('abort', giveUp, { once: true });
        wake = () => {
          const byte = take(isMeant);
          if (byte === undefined && fault === undefined) return;
          end();
          if (byte === undefined) reject(fault);
          else resolve(byte);
        };
        if (abandon.aborted) giveUp();
        else wake();
      }),
    forget() {
      heard = [];
    },
    close: stop,
  };
}

/** A printer that sends its state unasked, or echoes, must not fill the memory. */
const longestMemory = 64;
