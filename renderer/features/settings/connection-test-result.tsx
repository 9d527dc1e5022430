import type { ConnectionTest } from '../../../shared/biller-profile.ts';
import { useMessages } from '../../store/use-counter.ts';
import { clockDrift } from './clock-drift.ts';
import type { BillerEditing } from './use-biller-drafts.ts';
import { useWords } from './use-words.ts';

/** What the last test of the connection showed, and who can mend it. */
export function ConnectionTestResult({ editing }: { readonly editing: BillerEditing }) {
  const m = useMessages().settings.biller.test;
  const { test, stored } = editing;
  return (
    <section aria-live="polite" aria-label={m.result}>
      {test.step === 'testing' && <p className="test-result">{m.testing(stored.form.name)}</p>}
      {test.step === 'broken-off' && <p className="test-result form-fault">{m.failed}</p>}
      {test.step === 'done' && <Verdict test={test.test} editing={editing} />}
    </section>
  );
}

function Verdict({ test, editing }: { readonly test: ConnectionTest; readonly editing: BillerEditing }) {
  const { spans, settings } = useMessages();
  const m = settings.biller.test;
  const { what, next } = m.verdicts(editing.stored.form.name)[test.verdict];
  const drift = clockDrift(test.clockAheadSeconds);
  return (
    <div className="test-result" data-testid="connection-test" data-verdict={test.verdict}>
      <div className="test-result-words">
        <p className="test-result-what">
          {test.verdict === 'ok' ? '✓ ' : '⚠ '}
          {what}
        </p>
        <p>{next}</p>
        {drift !== undefined && <p>{m.clock[drift.direction](spans[drift.unit](drift.amount))}</p>}
        {test.better !== undefined && <Better better={test.better} editing={editing} />}
        {test.detail !== undefined && test.detail !== '' && (
          <p className="small test-result-detail">
            {m.detail}: {test.detail}
          </p>
        )}
      </div>
      <button type="button" className="button button-quiet" aria-label={m.close} onClick={editing.closeTest}>
        ✕
      </button>
    </div>
  );
}

/** A choice that the biller took where it did not take the one that is set. */
function Better({
  better,
  editing,
}: {
  readonly better: NonNullable<ConnectionTest['better']>;
  readonly editing: BillerEditing;
}) {
  const m = useMessages().settings.biller.test;
  const words = useWords();
  const { stored, draft, change, openSection } = editing;
  const option = stored.form.options.find(({ key }) => key === better.option);
  const choice = option?.choices.find(({ value }) => value === better.value);
  if (option === undefined || choice === undefined || draft.options[better.option] === better.value) {
    return null;
  }
  return (
    <p className="test-result-better">
      {m.better(words(option.label), words(choice.label))}
      <button
        type="button"
        className="button"
        onClick={() => {
          change({ options: { ...draft.options, [better.option]: better.value } });
          openSection('account');
        }}
      >
        {m.takeBetter(words(choice.label))}
      </button>
    </p>
  );
}
