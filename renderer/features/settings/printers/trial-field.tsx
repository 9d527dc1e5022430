import type { ReactNode } from 'react';
import { useMessages } from '../../../store/use-counter.ts';
import type { Trial } from './trial.ts';
import { TriedWords } from './tried-words.tsx';
import type { Tried } from './use-printer-tests.ts';

interface TrialFieldProps<Way> {
  readonly label: string;
  readonly trial: Trial<Way>;
  readonly tried: Tried;
  readonly words: {
    /** The key that tries: the first way, another one, and once it is settled. */
    readonly first: string;
    readonly other: string;
    readonly again: string;
    readonly question: string;
  };
  /** What it is settled as. */
  readonly settled: string;
  readonly isFirstWay: boolean;
  readonly isBusy: boolean;
  readonly testId: string;
  readonly children?: ReactNode;
  readonly onTry: () => void;
  readonly onAnswer: (hasMoved: boolean) => void;
  readonly onNone: () => void;
}

/** A part that is found out by trying: try, look, say whether it moved; and that there is none. */
export function TrialField<Way>({
  label,
  trial,
  tried,
  words,
  settled,
  isFirstWay,
  isBusy,
  testId,
  children,
  onTry,
  onAnswer,
  onNone,
}: TrialFieldProps<Way>) {
  const m = useMessages().settings.printing.setup.cutter;
  const isAsked = trial.step === 'tried';
  const isSettled = trial.step === 'settled';
  return (
    <fieldset className="form-field setup-trial" data-testid={testId} data-step={trial.step}>
      <legend>{label}</legend>
      <output>{isAsked ? <strong>{words.question}</strong> : isSettled ? settled : m.untried}</output>
      <div className="setup-try">
        {isAsked ? (
          <>
            <button type="button" className="button" onClick={() => onAnswer(true)}>
              {m.yes}
            </button>
            <button type="button" className="button" onClick={() => onAnswer(false)}>
              {m.no}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="button" aria-disabled={isBusy} onClick={onTry}>
              {isSettled ? words.again : isFirstWay ? words.first : words.other}
            </button>
            {!isSettled && (
              <button type="button" className="button button-quiet" onClick={onNone}>
                {m.none}
              </button>
            )}
          </>
        )}
      </div>
      <TriedWords tried={tried} running={m.trying} />
      {children}
    </fieldset>
  );
}
