import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useRef, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Icon } from '../../ui/icon.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { useSettings } from '../settings/use-settings.ts';
import { firstSteps, stepAfter, stepsDone, type FirstStep } from './first-steps.ts';
import { StepPage } from './step-page.tsx';
import './first-steps.css';

/** What a new counter needs before its first sale, step by step. Esc leaves it for later. */
export function FirstStepsDialog({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages();
  const [view, setView] = useSettings(bridge);
  return (
    <PlaceDialog title={m.firstSteps.title} size="large">
      {view === null ? (
        <p className="settings-loading">{m.settings.loading}</p>
      ) : (
        <Steps bridge={bridge} view={view} onSaved={setView} />
      )}
    </PlaceDialog>
  );
}

interface StepsProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

function Steps({ bridge, view, onSaved }: StepsProps) {
  const m = useMessages().firstSteps;
  const commands = useCommands();
  const hasSold = useView(({ recent }) => (recent?.length ?? 0) > 0);
  const [step, setStep] = useState<FirstStep>('language');
  const tabs = useRef<HTMLDivElement>(null);
  const done = stepsDone(view, hasSold);
  const next = stepAfter(step);

  // The steps come after the dialog has opened and put the focus on its first key.
  useEffect(() => {
    tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);

  const finish = async (): Promise<void> => {
    const finished = await bridge.finishIntroduction();
    if (finished.ok) commands.close();
  };

  return (
    <Tabs.Root
      className="settings first-steps"
      value={step}
      orientation="vertical"
      onValueChange={(chosen: FirstStep) => setStep(chosen)}
    >
      <Tabs.List ref={tabs} className="settings-tabs" aria-label={m.title}>
        {firstSteps.map((each, index) => (
          <Tabs.Tab key={each} value={each} className="settings-tab first-step">
            <span className="first-step-mark" aria-hidden="true">
              {done[each] ? <Icon name="paid" size={20} /> : index + 1}
            </span>
            <span>
              {m.steps[each].tab} <span className="small">{done[each] ? m.done : m.later}</span>
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {firstSteps.map((each) => (
        <Tabs.Panel key={each} value={each} className="settings-page first-step-page">
          <p className="first-step-what">{m.steps[each].what}</p>
          <StepPage step={each} bridge={bridge} view={view} onSaved={onSaved} />
          <footer className="first-step-foot">
            {next === undefined ? (
              <button type="button" className="button" onClick={() => void finish().catch(reportBug)}>
                {m.finish}
              </button>
            ) : (
              <button type="button" className="button" onClick={() => setStep(next)}>
                {m.next(m.steps[next].tab)}
              </button>
            )}
          </footer>
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
