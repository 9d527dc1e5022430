import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import type { SettingsProblemCode, SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { LockedPart } from './locks.tsx';
import { ledgerChoices, type LedgerChoice } from './ledger-choices.ts';

interface MoneyPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
}

type Answer = 'none' | 'switching' | SettingsProblemCode;

/** Whether money moves here, the switch between the three kinds of ledger, and where the data lies. */
export function MoneyPage({ bridge, view }: MoneyPageProps) {
  const m = useMessages();
  const [answer, setAnswer] = useState<Answer>('none');
  const isTrouble = answer !== 'none' && answer !== 'switching';

  const switchLedger = async (to: LedgerKind): Promise<void> => {
    setAnswer('switching');
    const result = await bridge.switchLedger({ to });
    if (!result.ok) setAnswer(result.error.code);
  };

  return (
    <div className="form-page">
      <h3 className="biller-heading">{m.settings.ledger}</h3>
      <LockedPart field="open">
        <ul className="ledgers">
          {ledgerChoices(view).map((choice) => (
            <LedgerLine
              key={choice.kind}
              choice={choice}
              isSwitching={answer === 'switching'}
              onSwitch={() => void switchLedger(choice.kind).catch(reportBug)}
            />
          ))}
        </ul>
      </LockedPart>
      <p role={isTrouble ? 'alert' : 'status'} className={isTrouble ? 'form-fault' : ''}>
        {isTrouble ? m.settingsProblems[answer] : answer === 'switching' ? m.settings.switching : ''}
      </p>
      <dl className="money-facts">
        <dt>{m.settings.dataFolder}</dt>
        <dd className="money-folder">{view.dataFolder}</dd>
      </dl>
    </div>
  );
}

interface LedgerLineProps {
  readonly choice: LedgerChoice;
  readonly isSwitching: boolean;
  readonly onSwitch: () => void;
}

/** One kind of ledger: what it is, and the way there or what is missing for it. */
function LedgerLine({ choice, isSwitching, onSwitch }: LedgerLineProps) {
  const m = useMessages().settings;
  const { kind } = choice;
  const list = (names: readonly string[]): string => names.reduce((all, name) => m.and(all, name));
  const state = ((): string => {
    switch (choice.state) {
      case 'open':
        return m.ledgerOpen;
      case 'ready':
        return choice.billers.length === 0 ? '' : m.ledgerReady(list(choice.billers));
      case 'no-biller':
        return m.ledgerNeedsBiller[kind];
      case 'no-credentials':
        return m.ledgerNeedsSecrets(list(choice.billers));
    }
  })();
  return (
    <li
      className="ledger"
      data-kind={kind}
      data-state={choice.state}
      aria-current={choice.state === 'open' ? 'true' : undefined}
    >
      <div>
        <p className="ledger-name" data-testid={choice.state === 'open' ? 'ledger' : undefined}>
          {m.ledgers[kind]}
        </p>
        <p className="small">
          {m.ledgerNotes[kind]} {state}
        </p>
      </div>
      {choice.state !== 'open' && (
        <SwitchKey
          kind={kind}
          billers={choice.state === 'ready' && choice.billers.length > 0 ? list(choice.billers) : ''}
          disabled={choice.state !== 'ready' || isSwitching}
          onSwitch={onSwitch}
        />
      )}
    </li>
  );
}

interface SwitchKeyProps {
  readonly kind: LedgerKind;
  readonly billers: string;
  readonly disabled: boolean;
  readonly onSwitch: () => void;
}

/** Asks before it switches: the counter is closed, and what payments mean is another thing afterwards. */
function SwitchKey({ kind, billers, disabled, onSwitch }: SwitchKeyProps) {
  const m = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={isAsking} onOpenChange={setIsAsking}>
      <AlertDialog.Trigger className="button ledger-switch" disabled={disabled}>
        {m.settings.switchTo[kind]}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="place-backdrop" />
        <AlertDialog.Popup className="place place-small" initialFocus={cancel}>
          <div className="switch">
            <AlertDialog.Title className="place-title">{m.settings.switchTitle[kind]}</AlertDialog.Title>
            <AlertDialog.Description>{m.settings.switchWords[kind](billers)}</AlertDialog.Description>
            <div className="switch-keys">
              <button
                type="button"
                className="button"
                onClick={() => {
                  setIsAsking(false);
                  onSwitch();
                }}
              >
                {m.settings.switchNow}
              </button>
              <AlertDialog.Close ref={cancel} className="button button-main">
                {m.dialog.cancel} <KeyCap>Esc</KeyCap>
              </AlertDialog.Close>
            </div>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
