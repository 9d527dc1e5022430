import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { ScreensProblemCode } from '../../../shared/contract/screens.ts';
import { loosensKiosk, type ScreensSettings } from '../../../shared/screens.ts';
import { pinSchema, type SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField, FormPage, SaveRow, TextField } from '../../ui/form.tsx';
import { useLocks } from './locks.tsx';

interface ScreensPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

const yesNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

/** The display on the customer's side, the kiosk, and whether the program starts with the computer. */
export function ScreensPage({ bridge, view, onSaved }: ScreensPageProps) {
  const messages = useMessages();
  const m = messages.settings.screens;
  const lock = useLocks();
  const { kiosk } = useCounterState();
  const { open } = useCommands();
  const [screens, setScreens] = useState(view.screens);
  const [pin, setPin] = useState('');
  const [saved, setSaved] = useState<'not-yet' | 'saved' | ScreensProblemCode>('not-yet');
  const { customer } = screens;
  const asksPin = loosensKiosk(view.screens, screens);
  const isTrouble = saved !== 'not-yet' && saved !== 'saved';

  const change = (part: Partial<ScreensSettings>): void => {
    setScreens((current) => ({ ...current, ...part }));
    setSaved('not-yet');
  };
  const changeCustomer = (part: Partial<ScreensSettings['customer']>): void =>
    change({ customer: { ...customer, ...part } });

  const save = async (): Promise<void> => {
    const typed = pinSchema.safeParse(pin);
    setPin('');
    const words = customer.words.trim();
    const result = await bridge.saveScreens({
      screens: { ...screens, customer: { ...customer, words } },
      pin: asksPin && typed.success ? typed.data : null,
    });
    setSaved(result.ok ? 'saved' : result.error.code);
    if (!result.ok) return;
    setScreens(result.value.screens);
    onSaved(result.value);
  };

  return (
    <FormPage onSave={() => void save().catch(reportBug)}>
      <h3 className="settings-part">{m.customer}</h3>
      <ChoiceField
        label={m.screen}
        lock={lock('customerDisplay.screen')}
        choices={m.screenChoices}
        value={customer.screen}
        note={m.screenNote}
        onChoose={(screen) => changeCustomer({ screen })}
      />
      <div className="form-beside">
        <TextField
          label={m.words}
          lock={lock('customerDisplay.words')}
          value={customer.words}
          note={m.wordsNote(messages.customer.welcome)}
          maxLength={80}
          onType={(words) => changeCustomer({ words })}
        />
        <ChoiceField
          label={m.token}
          lock={lock('customerDisplay.showsToken')}
          choices={m.tokenChoices}
          value={yesNo(customer.showsToken)}
          note={m.tokenNote}
          onChoose={(shows) => changeCustomer({ showsToken: shows === 'yes' })}
        />
      </div>
      <h3 className="settings-part">{m.kiosk}</h3>
      <div className="form-beside">
        <ChoiceField
          label={m.kioskMode}
          lock={lock('kiosk')}
          choices={m.onOff}
          value={yesNo(screens.kiosk)}
          note={m.kioskNote}
          onChoose={(on) => change({ kiosk: on === 'yes' })}
        />
        <ChoiceField
          label={m.starts}
          lock={lock('startsWithSystem')}
          choices={m.onOff}
          value={yesNo(screens.startsWithSystem)}
          note={m.startsNote}
          onChoose={(on) => change({ startsWithSystem: on === 'yes' })}
        />
      </div>
      {kiosk && (
        <div>
          <Button onPress={() => open('leave-kiosk')}>{m.leave}</Button>
        </div>
      )}
      {asksPin && (
        <TextField
          label={m.pin}
          value={pin}
          type="password"
          inputMode="numeric"
          maxLength={12}
          note={m.pinNote}
          onType={(typed) => setPin(typed.replaceAll(/\D/g, ''))}
        />
      )}
      <SaveRow
        label={messages.settings.save}
        note={saved === 'not-yet' ? '' : saved === 'saved' ? messages.settings.saved : m.problems[saved]}
        isTrouble={isTrouble}
      />
    </FormPage>
  );
}
