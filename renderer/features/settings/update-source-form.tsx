import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { UpdateProblemCode, UpdatesView } from '../../../shared/contract/updates.ts';
import type { UpdateSource } from '../../../shared/update/source.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { ChoiceField, FormPage, SaveRow, TextField } from '../../ui/form.tsx';

interface UpdateSourceFormProps {
  readonly bridge: LoketBridge;
  readonly source: UpdateSource;
  readonly onSaved: (view: UpdatesView) => void;
}

/** Where updates are looked for: nowhere, until somebody says otherwise. */
export function UpdateSourceForm({ bridge, source, onSaved }: UpdateSourceFormProps) {
  const m = useMessages();
  const words = m.updates;
  const [kind, setKind] = useState(source.kind);
  const [path, setPath] = useState(source.kind === 'folder' ? source.path : '');
  const [url, setUrl] = useState(source.kind === 'address' ? source.url : '');
  const [saved, setSaved] = useState<'not-yet' | 'saved' | 'missing' | UpdateProblemCode>('not-yet');
  const isTrouble = saved !== 'not-yet' && saved !== 'saved';
  const typed = (set: () => void): void => {
    set();
    setSaved('not-yet');
  };

  const wanted = (): UpdateSource | undefined => {
    if (kind === 'off') return { kind };
    const text = (kind === 'folder' ? path : url).trim();
    if (text === '') return undefined;
    return kind === 'folder' ? { kind, path: text } : { kind, url: text };
  };

  const save = async (): Promise<void> => {
    const next = wanted();
    if (next === undefined) return setSaved('missing');
    const result = await bridge.saveUpdateSource({ source: next });
    setSaved(result.ok ? 'saved' : result.error.code);
    if (result.ok) onSaved(result.value);
  };

  const choose = async (): Promise<void> => {
    const chosen = await bridge.chooseUpdateFolder();
    if (chosen.ok) typed(() => setPath(chosen.value.path));
  };

  const noteOf = (): string => {
    if (saved === 'not-yet' || saved === 'missing') return '';
    if (saved === 'saved') return m.settings.saved;
    const { what, next } = words.problems[saved];
    return `${what} ${next}`;
  };

  return (
    <FormPage onSave={() => void save().catch(reportBug)}>
      <ChoiceField
        label={words.source}
        choices={words.sources}
        value={kind}
        note={words.sourceNote}
        onChoose={(next) => typed(() => setKind(next))}
      />
      {kind === 'folder' && (
        <div className="updates-folder">
          <TextField
            label={words.folder}
            value={path}
            note={words.folderNote}
            fault={saved === 'missing' ? words.missing : undefined}
            maxLength={1000}
            onType={(next) => typed(() => setPath(next))}
          />
          <button type="button" className="button" onClick={() => void choose().catch(reportBug)}>
            {words.choose}
          </button>
        </div>
      )}
      {kind === 'address' && (
        <TextField
          label={words.url}
          value={url}
          note={words.urlNote}
          fault={saved === 'missing' ? words.missing : undefined}
          maxLength={500}
          inputMode="url"
          onType={(next) => typed(() => setUrl(next))}
        />
      )}
      <SaveRow label={m.settings.save} note={noteOf()} isTrouble={isTrouble} />
    </FormPage>
  );
}
