import { useEffect, useRef } from 'react';
import type { Imported } from '../../../shared/contract/lots.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useEditor } from './use-lots.ts';

/** What an import came to: how many rows were taken, and each that was not, with its line and why. */
export function ImportedRows({ imported }: { readonly imported: Imported }) {
  const { lots: all } = useMessages();
  const words = all.group;
  const editor = useEditor();
  const { added, bad, badRows } = imported;
  const keys = useRef<HTMLDivElement>(null);
  useEffect(() => keys.current?.querySelector('button')?.focus(), []);
  return (
    <section className="lots-part lots-imported" aria-label={words.import} data-testid="imported">
      <output className="lots-title">
        {words.imported(added)} {badRows > 0 && words.bad(badRows)}
      </output>
      {bad.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
        <ul className="lots-list" tabIndex={0} aria-label={words.bad(badRows)}>
          {bad.map(({ line, code, text }) => (
            <li key={`${line} ${code}`} className="lots-bad">
              <strong>{words.badLine(line)}</strong>
              <span>
                {words.badRows[code]}
                {text !== '' && <span className="small"> “{text}”</span>}
              </span>
            </li>
          ))}
          {badRows > bad.length && <li className="lots-bad">{words.badMore(badRows - bad.length)}</li>}
        </ul>
      )}
      <div ref={keys} className="lots-row">
        <Button look="main" keyCap="Esc" onPress={editor.seenImport}>
          {words.goOn}
        </Button>
      </div>
    </section>
  );
}
