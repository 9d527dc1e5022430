import { useEffect, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import {
  bind,
  keyActions,
  keysOf,
  usualKeys,
  type KeyAction,
  type KeyBindings,
} from '../../../shared/key-bindings.ts';
import type { SettingsProblemCode, SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Heard } from '../../ui/heard.tsx';
import { LockNote } from '../../ui/form.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { comboOf } from '../keys/key-map.ts';
import { actionWords } from '../keys/key-table.ts';
import { useLocks } from './locks.tsx';
import './keys-page.css';

interface KeysPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

/** What came of the last key that was pressed. */
type Said =
  | { readonly kind: 'set'; readonly action: KeyAction }
  | { readonly kind: 'taken'; readonly key: string; readonly has: KeyAction }
  | { readonly kind: 'reserved'; readonly key: string }
  | { readonly kind: 'usual' }
  | { readonly kind: 'problem'; readonly code: SettingsProblemCode };

const modifiers: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/** Every action and its key. A new one is set by pressing it, and saved at once; one that is taken is not. */
export function KeysPage({ bridge, view, onSaved }: KeysPageProps) {
  const m = useMessages();
  const words = m.keys.page;
  const lock = useLocks()('keys');
  const [listening, setListening] = useState<KeyAction | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const changed = view.shop.keys;
  const keys = keysOf(changed);

  async function save(next: KeyBindings, done: Said): Promise<void> {
    const result = await bridge.saveShopSettings({ ...view.shop, keys: next });
    setSaid(result.ok ? done : { kind: 'problem', code: result.error.code });
    if (result.ok) onSaved(result.value);
  }

  const pressed = (action: KeyAction, event: KeyboardEvent): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    const combo = comboOf({ key: event.key, ctrl, alt: event.altKey });
    const name = combo ?? `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.key}`;
    if (combo === undefined) return setSaid({ kind: 'reserved', key: name });
    const next = bind(changed, action, combo);
    if (next.ok) save(next.value, { kind: 'set', action }).catch(reportBug);
    else if (next.error.code === 'taken') setSaid({ kind: 'taken', key: name, has: next.error.has });
    else setSaid({ kind: 'reserved', key: name });
  };

  // Before everything else: the key that is pressed now is one to be set, and does nothing.
  useEffect(() => {
    if (listening === null) return;
    const down = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') return setListening(null);
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat || modifiers.has(event.key)) return;
      setListening(null);
      if (event.key !== 'Escape') pressed(listening, event);
    };
    window.addEventListener('keydown', down, { capture: true });
    return () => window.removeEventListener('keydown', down, { capture: true });
  });

  return (
    <div className="keys-page">
      <p>{words.note}</p>
      <p className="keys-page-said" role={said === null || isGood(said) ? 'status' : 'alert'}>
        {said === null ? '' : saidWords(said, keys, m)}
      </p>
      {lock !== undefined && <LockNote id="keys-lock" lock={lock} />}
      <ul className="keys-page-list" aria-label={m.settings.tabs.keys}>
        {keyActions.map((action) => (
          <li key={action} className="keys-page-line">
            <span>
              {actionWords(action, m)}
              {keys[action] !== usualKeys[action] && (
                <small className="keys-page-was">{words.usually(usualKeys[action])}</small>
              )}
            </span>
            <button
              type="button"
              className="button"
              aria-pressed={listening === action}
              aria-disabled={lock !== undefined}
              aria-describedby={lock === undefined ? undefined : 'keys-lock'}
              onClick={() => lock === undefined && setListening(action)}
              onBlur={() => setListening((current) => (current === action ? null : current))}
            >
              <Heard>{words.change(actionWords(action, m), keys[action])}</Heard>
              {listening === action ? words.listening : <KeyCap>{keys[action]}</KeyCap>}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button keys-page-usual"
        disabled={lock !== undefined || Object.keys(changed).length === 0}
        onClick={() => void save({}, { kind: 'usual' }).catch(reportBug)}
      >
        {words.usual}
      </button>
    </div>
  );
}

const isGood = ({ kind }: Said): boolean => kind === 'set' || kind === 'usual';

function saidWords(said: Said, keys: ReturnType<typeof keysOf>, m: Messages): string {
  const words = m.keys.page;
  switch (said.kind) {
    case 'set':
      return words.set(actionWords(said.action, m), keys[said.action]);
    case 'taken':
      return words.taken(said.key, actionWords(said.has, m));
    case 'reserved':
      return words.reserved(said.key);
    case 'usual':
      return words.isUsual;
    case 'problem':
      return m.settingsProblems[said.code];
  }
}
