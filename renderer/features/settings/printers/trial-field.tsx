import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../../../store/use-counter.ts';
import type { Trial } from './trial.ts';
import { TriedWords } from './tried-words.tsx';
import { mayHaveMoved, type Tried } from './use-printer-tests.ts';

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
    <fieldset className="form-field setup-trial" data-testid={testId} data-trial={trial.step}>
      <legend>{label}</legend>
      <output>{isAsked ? <strong>{words.question}</strong> : isSettled ? settled : m.untried}</output>
      <Keys key={trial.step}>
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
      </Keys>
      {(isAsked || !mayHaveMoved(tried)) && <TriedWords tried={tried} running={m.trying} ended={m.ended} />}
      {children}
    </fieldset>
  );
}

/**
 * The keys of one step. Where they come in the place of the one that was pressed, none of them takes over its focus: a
 * second press of it would answer what nobody has looked at.
 */
function Keys({ children }: { readonly children: ReactNode }) {
  const keys = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) keys.current?.focus();
  }, []);
  return (
    <div ref={keys} className="setup-try setup-trial-keys" tabIndex={-1}>
      {children}
    </div>
  );
}
