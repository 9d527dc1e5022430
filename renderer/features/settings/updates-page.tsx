import { useCallback, useEffect, useState } from 'react';
import { businessDay, formatBusinessDay } from '../../../shared/business-day.ts';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { UpdateProblemCode, UpdatesView } from '../../../shared/contract/updates.ts';
import { instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useMessages } from '../../store/use-counter.ts';
import { useNow } from '../../ui/use-now.ts';
import { whenWords } from '../../ui/when.ts';
import { sizeWords } from './backup-size.ts';
import { ReplaceKey } from './replace-key.tsx';
import { UpdateProblem } from './update-problem.tsx';
import { UpdateSourceForm } from './update-source-form.tsx';
import './updates-page.css';

type Step =
  | { readonly step: 'none' | 'broken-off' | 'restarting' }
  /** What is being waited for: the words say which. */
  | { readonly step: 'working'; readonly words: string }
  | { readonly step: 'problem'; readonly code: UpdateProblemCode };

/** Another version of the program: from where, whether there is one, and the way back to the one before. */
export function UpdatesPage({ bridge }: { readonly bridge: LoketBridge }) {
  const words = useMessages().updates;
  const [view, setView] = useState<UpdatesView | null>(null);
  const [step, setStep] = useState<Step>({ step: 'none' });

  const refresh = useCallback(() => {
    bridge
      .updates()
      .then((result) => result.ok && setView(result.value))
      .catch(reportBug);
  }, [bridge]);
  useEffect(refresh, [refresh]);

  const during = async (
    saying: string,
    ask: () => ReturnType<LoketBridge['checkUpdate'] | LoketBridge['fetchUpdate']>,
  ): Promise<void> => {
    if (step.step === 'working') return;
    setStep({ step: 'working', words: saying });
    const result = await ask();
    if (result.ok) setView(result.value);
    setStep(result.ok ? { step: 'none' } : { step: 'problem', code: result.error.code });
  };
  const onBug = (fault: unknown): void => {
    setStep({ step: 'broken-off' });
    reportBug(fault);
  };
  const start = (...work: Parameters<typeof during>): void => void during(...work).catch(onBug);

  if (view === null) return null;
  const { version, package: kind, takesUpdates } = view;
  const replacing = {
    isBusy: step.step === 'working',
    onWork: () => setStep({ step: 'working', words: words.installing }),
    onProblem: (code: UpdateProblemCode | null) => {
      setStep(code === null ? { step: 'none' } : { step: 'problem', code });
      refresh();
    },
    onDone: () => setStep({ step: 'restarting' }),
    onBug,
  };
  return (
    <div className="updates">
      <p>{words.what}</p>
      <p className="updates-version" data-testid="running-version">
        {words.version(version, words.packages[kind])}
      </p>
      {!takesUpdates && (
        <p data-testid="takes-no-updates">
          {words.takesNone} <strong>{words.takesNoneNext}</strong>
        </p>
      )}
      {takesUpdates && (
        <>
          <StepWords step={step} />
          {step.step === 'none' && view.work !== 'none' && <output>{words.works[view.work]}</output>}
          <div className="updates-halves">
            <section aria-label={words.newerPart}>
              <h3 className="settings-part">{words.newerPart}</h3>
              <button
                type="button"
                className="button"
                disabled={view.source.kind === 'off'}
                onClick={() => start(words.checking, () => bridge.checkUpdate())}
              >
                {words.check}
              </button>
              <Checked view={view} />
              <Offered
                view={view}
                onFetch={(offered) => start(words.fetching, () => bridge.fetchUpdate({ version: offered }))}
              />
              {view.offered?.isFetched === true && view.offered.byHand === null && (
                <ReplaceKey
                  {...replacing}
                  label={words.install}
                  title={words.installTitle(view.offered.version)}
                  confirm={words.installConfirm}
                  explained={words.installWhat}
                  replace={(pin) => bridge.installUpdate({ version: view.offered?.version ?? '', pin })}
                />
              )}
            </section>
            <section aria-label={words.previousPart}>
              <h3 className="settings-part">{words.previousPart}</h3>
              <Previous view={view} />
              {view.previous.problem === null && view.previous.version !== null && (
                <ReplaceKey
                  {...replacing}
                  label={words.putBack}
                  title={words.putBackTitle(view.previous.version)}
                  confirm={words.putBackConfirm}
                  explained={words.putBackWhat}
                  replace={(pin) => bridge.putBackVersion({ version: view.previous.version ?? '', pin })}
                />
              )}
            </section>
          </div>
          <UpdateSourceForm bridge={bridge} source={view.source} onSaved={setView} />
        </>
      )}
    </div>
  );
}

function StepWords({ step }: { readonly step: Step }) {
  const words = useMessages().updates;
  switch (step.step) {
    case 'none':
      return null;
    case 'working':
      return <output>{step.words}</output>;
    case 'restarting':
      return <output>{words.restarting}</output>;
    case 'broken-off':
      return (
        <p role="alert" className="form-fault">
          {words.brokenOff}
        </p>
      );
    case 'problem':
      return <UpdateProblem code={step.code} />;
  }
}

/** What the last look at the source found. */
function Checked({ view: { source, checked, offered } }: { readonly view: UpdatesView }) {
  const m = useMessages();
  const zone = useShopZone();
  const now = instant(useNow(60_000));
  if (source.kind === 'off') return <p className="small">{m.updates.isOff}</p>;
  if (checked === null) return offered === null ? <p className="small">{m.updates.neverChecked}</p> : null;
  if (checked.problem !== null) return <UpdateProblem code={checked.problem} />;
  return offered === null ? <p>{m.updates.upToDate(whenWords(checked.at, now, zone, m))}</p> : null;
}

function Offered({
  view: { offered },
  onFetch,
}: {
  readonly view: UpdatesView;
  readonly onFetch: (version: string) => void;
}) {
  const m = useMessages();
  const zone = useShopZone();
  const words = m.updates;
  if (offered === null) return null;
  const { version, released, bytes, isFetched, byHand } = offered;
  const day = businessDay(instant(Date.parse(released)), { zone, cutMinutes: 0 });
  return (
    <div data-testid="offered-version" className="updates-offered">
      <p>{words.offered(version, formatBusinessDay(day), sizeWords(bytes, m))}</p>
      {isFetched ? (
        <p className="small">{byHand === null ? words.fetched : words.byHand}</p>
      ) : (
        <button type="button" className="button button-main" onClick={() => onFetch(version)}>
          {words.fetch}
        </button>
      )}
      {byHand !== null && <code className="updates-path">{byHand.file}</code>}
      {byHand !== null && byHand.command !== null && (
        <>
          <p className="small">{words.byHandCommand}</p>
          <code className="updates-path">{byHand.command}</code>
        </>
      )}
    </div>
  );
}

function Previous({ view: { previous } }: { readonly view: UpdatesView }) {
  const words = useMessages().updates;
  if (previous.version === null) return <p>{words.noPrevious}</p>;
  if (previous.problem !== null) {
    const { what, money, next } = words.problems[previous.problem];
    return (
      <p>
        Loket {previous.version}: {what} {money} {next}
      </p>
    );
  }
  return (
    <>
      <p data-testid="previous-version">{words.previous(previous.version)}</p>
      <p className="small">{words.previousNote}</p>
    </>
  );
}
