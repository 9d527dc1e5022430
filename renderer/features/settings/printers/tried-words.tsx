import type { PrinterTestResult } from '../../../../shared/contract/printing.ts';
import { useMessages } from '../../../store/use-counter.ts';
import type { Tried } from './use-printer-tests.ts';

interface TriedWordsProps {
  readonly tried: Tried;
  /** While it is tried. */
  readonly running: string;
  /** How it went: of a page that was printed, or of a part that was to move. */
  readonly ended: Readonly<Record<PrinterTestResult['state'], string>>;
}

/** How a try of a printer went, what is wrong where it did not go, and what mends it. */
export function TriedWords({ tried, running, ended }: TriedWordsProps) {
  const m = useMessages();
  const state = tried.step === 'done' ? tried.result.state : undefined;
  const isTrouble = tried.step === 'broken-off' || state === 'failed' || state === 'uncertain';
  const said = ((): string => {
    switch (tried.step) {
      case 'not-yet':
        return '';
      case 'running':
        return running;
      case 'broken-off':
        return m.settings.printing.setup.brokenOff;
      case 'done': {
        const { problem } = tried.result;
        const advice = problem === null ? undefined : m.printerProblems[problem];
        return [ended[tried.result.state], advice?.what, advice?.mend].filter(Boolean).join(' ');
      }
    }
  })();
  return (
    <p
      role={isTrouble ? 'alert' : 'status'}
      className={`tried ${isTrouble ? 'form-fault' : ''}`}
      data-testid="tried"
      data-state={state ?? tried.step}
    >
      {said}
    </p>
  );
}
