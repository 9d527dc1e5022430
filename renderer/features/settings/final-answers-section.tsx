import { useId, useRef, useState } from 'react';
import { useMessages } from '../../store/use-counter.ts';
import { addFinalAnswer, longestFinalAnswer, type FinalAnswerProblem } from './final-answers-form.ts';
import type { BillerEditing } from './use-biller-drafts.ts';

interface FinalAnswersSectionProps {
  readonly editing: BillerEditing;
  /** With an owner's PIN answers are only taken away here: a new one frees unknown payments. */
  readonly hasPin: boolean;
}

/** The answers to a payment that are believed to be final, and what believing wrongly costs. */
export function FinalAnswersSection({ editing, hasPin }: FinalAnswersSectionProps) {
  const m = useMessages().settings.biller.finalAnswers;
  const { stored, draft, change, faults } = editing;
  const [problem, setProblem] = useState<FinalAnswerProblem | null>(null);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focusField = (): void => (field.current ?? heading.current)?.focus();
  const shown = problem ?? faults.find((fault) => fault.section === 'final-answers')?.code;

  const add = (): void => {
    const added = addFinalAnswer(draft.finalAnswers, draft.nextAnswer, stored.form.finalAnswers);
    setProblem(added.ok ? null : added.error);
    if (added.ok) change({ finalAnswers: added.value, nextAnswer: '' });
    focusField();
  };

  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="biller-heading">
        {m.title}
      </h3>
      <p>{m.note(stored.form.name)}</p>
      <p>{m.otherwise}</p>
      {hasPin ? (
        <p>
          <strong>{m.onlyByPin}</strong>
        </p>
      ) : (
        <div className="final-answers-next">
          <div className="form-field">
            <label htmlFor={id}>{m.next}</label>
            <input
              ref={field}
              id={id}
              className="form-input"
              autoComplete="off"
              spellCheck={false}
              value={draft.nextAnswer}
              maxLength={longestFinalAnswer}
              aria-invalid={shown !== undefined}
              aria-describedby={`${id}-note`}
              onChange={(event) => {
                setProblem(null);
                change({ nextAnswer: event.currentTarget.value });
              }}
              onKeyDown={(event) => {
                // Enter adds what is typed; anywhere else in the form, and here once it is empty, it saves.
                if (event.key !== 'Enter' || draft.nextAnswer.trim() === '') return;
                event.preventDefault();
                add();
              }}
            />
            <p id={`${id}-note`} className="form-fault" role={shown === undefined ? undefined : 'alert'}>
              {shown === undefined ? '' : m.faults[shown]}
            </p>
          </div>
          <button type="button" className="button" onClick={add}>
            {m.add}
          </button>
        </div>
      )}
      {draft.finalAnswers.length === 0 ? (
        <p className="small">{m.none}</p>
      ) : (
        <ul className="final-answers" aria-label={m.title}>
          {draft.finalAnswers.map((answer) => (
            <li key={answer}>
              <span>{answer}</span>
              <button
                type="button"
                className="button"
                aria-label={`${m.remove} ${answer}`}
                onClick={() => {
                  change({ finalAnswers: draft.finalAnswers.filter((each) => each !== answer) });
                  focusField();
                }}
              >
                {m.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
