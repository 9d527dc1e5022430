import type { Messages } from '../../../shared/i18n/messages.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { padKeys, pressPadKey, type PadKey } from './press-pad-key.ts';
import './touch-pad.css';

/** Digits for fingers. Types into the field that has the focus and leaves it there. */
export function TouchPad() {
  const m = useMessages();
  return (
    <fieldset className="touch-pad" aria-label={m.touchPad.label} data-testid="touch-pad">
      {padKeys.map((key) => (
        <Button
          key={key}
          className={`touch-key touch-key-${key}`}
          label={labelOf(key, m)}
          onPress={() => pressPadKey(key)}
        >
          {faces[key] ?? key}
        </Button>
      ))}
    </fieldset>
  );
}

const faces: Readonly<Partial<Record<PadKey, string>>> = { clear: 'C', back: '←' };

const labelOf = (key: PadKey, m: Messages): string =>
  key === 'clear' ? m.touchPad.clear : key === 'back' ? m.touchPad.back : key;
