import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsProblemCode, SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';

interface MoneyPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
}

/** Whether money moves here, the switch between the two, and where the data lies. */
export function MoneyPage({ bridge, view }: MoneyPageProps) {
  const m = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  const [answer, setAnswer] = useState<'none' | 'switching' | SettingsProblemCode>('none');
  const cancel = useRef<HTMLButtonElement>(null);
  const to = view.ledger === 'training' ? 'biller' : 'training';
  const isTrouble = answer !== 'none' && answer !== 'switching';

  const switchLedger = async (): Promise<void> => {
    setIsAsking(false);
    setAnswer('switching');
    const result = await bridge.switchLedger({ to });
    if (!result.ok) setAnswer(result.error.code);
  };

  return (
    <div className="form-page">
      <dl className="money-facts">
        <dt>{m.settings.ledger}</dt>
        <dd data-testid="ledger">{m.settings.ledgers[view.ledger]}</dd>
        <dt>{m.settings.dataFolder}</dt>
        <dd className="money-folder">{view.dataFolder}</dd>
      </dl>
      <div className="form-save">
        <AlertDialog.Root open={isAsking} onOpenChange={setIsAsking}>
          <AlertDialog.Trigger className="button" disabled={answer === 'switching'}>
            {m.settings.switchTo[to]}
          </AlertDialog.Trigger>
          <AlertDialog.Portal>
            <AlertDialog.Backdrop className="place-backdrop" />
            <AlertDialog.Popup className="place place-small" initialFocus={cancel}>
              <div className="switch">
                <AlertDialog.Title className="place-title">{m.settings.switchTitle[to]}</AlertDialog.Title>
                <AlertDialog.Description>{m.settings.switchWords[to]}</AlertDialog.Description>
                <div className="switch-keys">
                  <button
                    type="button"
                    className="button"
                    onClick={() => void switchLedger().catch(reportBug)}
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
        <p role={isTrouble ? 'alert' : 'status'} className={isTrouble ? 'form-fault' : ''}>
          {isTrouble ? m.settingsProblems[answer] : answer === 'switching' ? m.settings.switching : ''}
        </p>
      </div>
    </div>
  );
}
