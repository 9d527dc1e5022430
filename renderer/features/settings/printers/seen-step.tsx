import { sampledModes } from '../../../../shared/printing/profile-from-answers.ts';
import { rulers } from '../../../../shared/printing/test-page.ts';
import { useMessages } from '../../../store/use-counter.ts';
import { ChoiceField } from '../../../ui/form.tsx';
import type { SeenForm } from './seen-form.ts';

interface SeenStepProps {
  readonly seen: SeenForm;
  readonly onSee: (part: Partial<SeenForm>) => void;
}

/** What somebody sees on the test page, as a few large choices. */
export function SeenStep({ seen, onSee }: SeenStepProps) {
  const words = useMessages().settings.printing.setup.seen;
  return (
    <>
      <div data-first>
        <RulerField label={words.large} answers={rulers.A} value={seen.A} onChoose={(A) => onSee({ A })} />
      </div>
      <RulerField
        label={words.small}
        answers={[...rulers.B, 'no-smaller']}
        value={seen.B}
        onChoose={(B) => onSee({ B })}
      />
      <fieldset className="form-field">
        <legend>{words.samples}</legend>
        <div className="form-choices-row">
          {sampledModes.map((mode) => (
            <label key={mode} className="form-choice">
              <input
                type="checkbox"
                checked={seen.looksRight[mode]}
                onChange={(event) =>
                  onSee({ looksRight: { ...seen.looksRight, [mode]: event.currentTarget.checked } })
                }
              />
              {words.modes[mode]}
            </label>
          ))}
        </div>
        <p className="small">{words.samplesNote}</p>
      </fieldset>
      <ChoiceField
        label={words.strange}
        choices={words.strangeChoices}
        value={seen.strangeSigns ? 'yes' : 'no'}
        note={words.strangeNote}
        onChoose={(answer) => onSee({ strangeSigns: answer === 'yes' })}
      />
    </>
  );
}

interface RulerFieldProps<Answer> {
  readonly label: string;
  readonly answers: readonly Answer[];
  readonly value: Answer | null;
  readonly onChoose: (answer: Answer) => void;
}

/** The rulers by their lengths, which stand at their beginnings on the paper. */
function RulerField<Answer extends number | 'no-smaller'>({
  label,
  answers,
  value,
  onChoose,
}: RulerFieldProps<Answer>) {
  const words = useMessages().settings.printing.setup.seen;
  return (
    <ChoiceField
      label={label}
      choices={Object.fromEntries(
        answers.map((answer) => [answer, typeof answer === 'number' ? `${answer}` : words.noSmaller]),
      )}
      order={answers.map(String)}
      value={value === null ? null : String(value)}
      onChoose={(key) => {
        const chosen = answers.find((answer) => String(answer) === key);
        if (chosen !== undefined) onChoose(chosen);
      }}
    />
  );
}
