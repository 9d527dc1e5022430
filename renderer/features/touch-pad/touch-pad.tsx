import type { RefObject } from 'react';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import { padKeys, pressPadKey, type PadKey } from './press-pad-key.ts';
import './touch-pad.css';

/** Digits for fingers. Types into the field that has the focus and leaves it there; `into`: into that field always. */
export function TouchPad({ into }: { readonly into?: RefObject<HTMLInputElement | null> }) {
  const m = useMessages();
  return (
    <fieldset className="touch-pad" aria-label={m.touchPad.label} data-testid="touch-pad">
      {padKeys.map((key) => (
        <Button
          key={key}
          className={`touch-key touch-key-${key}`}
          onPress={() => {
            into?.current?.focus();
            pressPadKey(key);
          }}
        >
          <PadFace padKey={key} />
        </Button>
      ))}
    </fieldset>
  );
}

/** What stands on a key of a pad: digits are their own name, a sign is told in words. */
export function PadFace({ padKey }: { readonly padKey: PadKey }) {
  const m = useMessages().touchPad;
  if (padKey !== 'clear' && padKey !== 'back') return padKey;
  return (
    <>
      <span aria-hidden="true">{padKey === 'clear' ? 'C' : '←'}</span>
      <Heard>{m[padKey]}</Heard>
    </>
  );
}
