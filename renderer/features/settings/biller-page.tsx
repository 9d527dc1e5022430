import { Tabs } from '@base-ui/react/tabs';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { useMessages } from '../../store/use-counter.ts';
import { FormPage } from '../../ui/form.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { sectionsOf, type BillerSection } from './biller-form.ts';
import { AccountSection } from './account-section.tsx';
import { ConnectionTestResult } from './connection-test-result.tsx';
import { FinalAnswersSection } from './final-answers-section.tsx';
import { LockedPart } from './locks.tsx';
import { RouteSection } from './route-section.tsx';
import { ServicesSection } from './services-section.tsx';
import type { BillerEditing } from './use-biller-drafts.ts';
import './biller-page.css';

export interface BillerPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly editing: BillerEditing;
  readonly onSaved: (view: SettingsView) => void;
}

/** One biller's settings, drawn from its form: its sections, and below them always save and the connection test. */
export function BillerPage(props: BillerPageProps) {
  const m = useMessages().settings.biller;
  const { editing } = props;
  const { form } = editing.stored;
  return (
    <FormPage onSave={editing.save}>
      <Tabs.Root
        className="biller-sections"
        value={editing.section}
        onValueChange={(section: BillerSection) => editing.openSection(section)}
      >
        <Tabs.List className="biller-section-tabs" aria-label={form.name}>
          {sectionsOf(form).map((section) => (
            <Tabs.Tab key={section} value={section} className="biller-section-tab">
              {m.sections[section]}
              {editing.faults.some((fault) => fault.section === section) && (
                <>
                  <span aria-hidden="true">⚠</span>
                  <span className="only-heard">{m.hasFault}</span>
                </>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sectionsOf(form).map((section) => (
          <Tabs.Panel key={section} value={section} className="biller-section">
            <Section section={section} {...props} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
      <BillerFoot editing={editing} ledger={props.view.ledger} />
    </FormPage>
  );
}

function Section({ section, bridge, view, editing, onSaved }: BillerPageProps & { section: BillerSection }) {
  const profile = `billers.${editing.stored.form.id}.profile`;
  switch (section) {
    case 'account':
      return <AccountSection bridge={bridge} view={view} editing={editing} onSaved={onSaved} />;
    case 'services':
      return (
        <LockedPart field={`${profile}.services`}>
          <ServicesSection bridge={bridge} editing={editing} />
        </LockedPart>
      );
    case 'final-answers':
      return (
        <LockedPart field={`${profile}.finalAnswers`}>
          <FinalAnswersSection editing={editing} hasPin={view.hasPin} />
        </LockedPart>
      );
    case 'route':
      return <RouteSection editing={editing} />;
  }
}

/** Save, test, and what came of either. */
function BillerFoot({ editing, ledger }: { readonly editing: BillerEditing; readonly ledger: LedgerKind }) {
  const messages = useMessages();
  const m = messages.settings;
  const { saved, test } = editing;
  const trouble = ((): string | undefined => {
    if (editing.faults.length > 0) return m.faulty;
    if (saved !== 'not-yet' && saved !== 'saved' && saved !== 'faults')
      return messages.settingsProblems[saved];
    return test.step === 'unsaved' && editing.isChanged ? m.biller.test.saveFirst : undefined;
  })();
  // What is sold and by whom is the same for a whole run of the program.
  const isSelling = ledger !== 'training' && editing.stored.kind === ledger;
  const unsaved = isSelling ? m.biller.unsavedRestarts : m.unsaved;
  const note = editing.isChanged ? unsaved : saved === 'saved' ? m.saved : '';
  return (
    <div className="biller-foot">
      <ConnectionTestResult editing={editing} />
      <div className="form-save">
        <button type="submit" className="button button-main" aria-keyshortcuts="Enter">
          {m.save} <KeyCap>Enter</KeyCap>
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={test.step === 'testing'}
          onClick={editing.testConnection}
        >
          {m.biller.test.label}
        </button>
        <p
          role={trouble === undefined ? 'status' : 'alert'}
          className={trouble === undefined ? '' : 'form-fault'}
        >
          {trouble ?? note}
        </p>
      </div>
    </div>
  );
}
