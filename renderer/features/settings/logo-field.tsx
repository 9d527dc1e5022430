import { useEffect, useId, useRef, useState } from 'react';
import { pictureOf, type StoredPicture } from '../../../shared/printing/picture.ts';
import { reportBug } from '../../report-bug.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { readLogo, type LogoProblem } from './read-logo.ts';
import './logo-field.css';

interface LogoFieldProps {
  readonly logo: StoredPicture | null;
  readonly onChange: (logo: StoredPicture | null) => void;
}

/** The picture above every receipt: chosen from a file, shown as it is printed. */
export function LogoField({ logo, onChange }: LogoFieldProps) {
  const m = useMessages().settings.slip;
  const { kiosk: isKiosk } = useCounterState();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'reading' | LogoProblem>('idle');
  const isTrouble = state === 'unreadable' || state === 'tooBig';

  const read = async (chosen: File): Promise<void> => {
    setState('reading');
    const result = await readLogo(chosen);
    setState(result.ok ? 'idle' : result.error);
    if (result.ok) onChange(result.value);
  };

  return (
    <fieldset className="form-field logo-field">
      <legend>{m.logo}</legend>
      <div className="logo-row">
        {logo === null ? <p className="small">{m.noLogo}</p> : <Dots picture={logo} label={m.logoAlt} />}
        <div className="logo-keys">
          <input
            ref={file}
            id={id}
            type="file"
            accept="image/*"
            className="only-heard"
            // The system's own dialog of files is a way out of the window.
            disabled={isKiosk}
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              // Emptied at once, so that the same file may be chosen again.
              event.currentTarget.value = '';
              if (chosen !== undefined) {
                read(chosen).catch((fault: unknown) => {
                  setState('unreadable');
                  reportBug(fault);
                });
              }
            }}
          />
          <button type="button" className="button" disabled={isKiosk} onClick={() => file.current?.click()}>
            {logo === null ? m.choose : m.chooseOther}
          </button>
          {logo !== null && (
            <button type="button" className="button button-quiet" onClick={() => onChange(null)}>
              {m.remove}
            </button>
          )}
        </div>
      </div>
      <p role={isTrouble ? 'alert' : 'status'} className={isTrouble ? 'form-fault' : 'small'}>
        {isKiosk ? m.notInKiosk : state === 'idle' ? m.logoNote : state === 'reading' ? m.reading : m[state]}
      </p>
    </fieldset>
  );
}

/** Dots as they stand on paper. */
function Dots({ picture, label }: { readonly picture: StoredPicture; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const { widthDots, rows, bits } = pictureOf(picture);
    const drawn = context.createImageData(widthDots, rows);
    for (let dot = 0; dot < widthDots * rows; dot += 1) {
      const isBlack = (((bits[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1) === 1;
      drawn.data.set(isBlack ? [0, 0, 0, 255] : [255, 255, 255, 255], 4 * dot);
    }
    context.putImageData(drawn, 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      className="logo-dots"
      width={picture.widthDots}
      height={picture.rows}
      data-testid="logo"
    >
      {label}
    </canvas>
  );
}
