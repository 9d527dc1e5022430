import type { Diagnostics } from '../../shared/contract/printing.ts';
import type { PrintingSettings } from '../../shared/printing/printing-settings.ts';
import type { Counter } from './counter.ts';
import type { DroppedControls } from './dropped-controls.ts';
import type { MemoryOfPrinters } from './printer-memory.ts';

export interface DiagnosticsParts {
  /** The program's. */
  readonly version: string;
  readonly printing: () => PrintingSettings;
  readonly counter: Counter;
  readonly memory: Pick<MemoryOfPrinters, 'get'>;
  readonly dropped: Pick<DroppedControls, 'view'>;
}

/** What a technician asks for, at this moment. */
export const createDiagnostics =
  ({ version, printing, counter, memory, dropped }: DiagnosticsParts) =>
  (): Diagnostics => ({
    version,
    printers: printing().printers.map(({ id, name, connection }) => {
      const seen = counter.state().printers.find((printer) => printer.id === id);
      return {
        id,
        name,
        kind: connection.kind,
        status: seen?.status ?? 'unknown',
        problem: seen?.problem ?? null,
        memory: memory.get(id),
      };
    }),
    dropped: dropped.view(),
  });
