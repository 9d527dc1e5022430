import { useRef, useState } from 'react';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { PrinterTestResult, TestPart } from '../../../../shared/contract/printing.ts';
import type { PrinterSetup } from '../../../../shared/printing/printing-settings.ts';
import { reportBug } from '../../../report-bug.ts';

export type Tried =
  | { readonly step: 'not-yet' | 'running' | 'broken-off' }
  | { readonly step: 'done'; readonly result: PrinterTestResult };

const notYet: Tried = { step: 'not-yet' };

/** Whether anything may have come out, so that there is something to look at. */
export const mayHaveMoved = (tried: Tried): boolean =>
  tried.step === 'done' && tried.result.state !== 'failed';

/** The tries of a printer's parts, one at a time, and how the last of each went. */
export interface PrinterTries {
  readonly of: (part: TestPart) => Tried;
  readonly isRunning: boolean;
  /** Answers whether anything may have moved. Where a try is running, nothing is tried. */
  readonly run: (setup: PrinterSetup, part: TestPart) => Promise<boolean>;
  /** Another printer: what was tried was not this one. */
  readonly forget: () => void;
}

export function usePrinterTests(bridge: Pick<LoketBridge, 'testPrinter'>): PrinterTries {
  const [tries, setTries] = useState<Readonly<Partial<Record<TestPart, Tried>>>>({});
  const running = useRef(false);
  /** Rises where what is tried becomes another printer. */
  const printer = useRef(0);

  const run = async (setup: PrinterSetup, part: TestPart): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    const of = printer.current;
    const note = (tried: Tried): void => {
      if (printer.current === of) setTries((before) => ({ ...before, [part]: tried }));
    };
    note({ step: 'running' });
    try {
      const result = await bridge.testPrinter({ setup, part });
      const tried: Tried = result.ok ? { step: 'done', result: result.value } : { step: 'broken-off' };
      note(tried);
      return mayHaveMoved(tried);
    } catch (fault) {
      reportBug(fault);
      note({ step: 'broken-off' });
      return false;
    } finally {
      running.current = false;
    }
  };

  return {
    of: (part) => tries[part] ?? notYet,
    isRunning: Object.values(tries).some(({ step }) => step === 'running'),
    run,
    forget: () => {
      printer.current += 1;
      setTries({});
    },
  };
}
