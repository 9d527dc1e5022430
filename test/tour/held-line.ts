import type { CounterApp } from '../electron/counter-driver.ts';

/**
 * The line to the training billers, which run in the program itself: `hold` keeps every answer back, so that a wait
 * can be looked at; `release` lets them go; `cut` closes the billers for good.
 */
export async function onLine(event: string, { app }: CounterApp): Promise<void> {
  await app.evaluate((_electron, what) => {
    interface Held {
      readonly held: (() => void)[];
      isHeld: boolean;
    }
    const all = globalThis as unknown as { line?: Held };
    const http = process.getBuiltinModule('node:http');
    if (all.line === undefined) {
      const line: Held = { held: [], isHeld: false };
      // oxlint-disable-next-line typescript/unbound-method -- it is called on the answer that it is taken from
      const { end } = http.ServerResponse.prototype;
      http.ServerResponse.prototype.end = function later(
        this: InstanceType<typeof http.ServerResponse>,
        ...args: never[]
      ) {
        const send = (): unknown => (end as (...given: never[]) => unknown).apply(this, args);
        if (line.isHeld) line.held.push(send);
        else send();
        return this;
      } as typeof end;
      all.line = line;
    }
    all.line.isHeld = what === 'hold';
    if (what === 'release') for (const send of all.line.held.splice(0)) send();
    if (what === 'cut') {
      const { _getActiveHandles: handles } = process as unknown as { _getActiveHandles: () => object[] };
      for (const handle of handles.call(process)) {
        if (!(handle instanceof http.Server)) continue;
        handle.close();
        handle.closeAllConnections();
      }
    }
  }, event);
}
