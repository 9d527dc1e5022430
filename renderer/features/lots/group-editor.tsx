import { useEffect, useRef } from 'react';
import { isPadShown } from '../../store/counter-view.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/form.tsx';
import { groupKeys, lotKeys } from '../keys/key-map.ts';
import { TouchPad } from '../touch-pad/touch-pad.tsx';
import { groupNoteWords } from './lot-words.ts';
import { askRemoval } from './lots-moves.ts';
import { ImportedRows } from './imported-rows.tsx';
import { MemberForm } from './member-form.tsx';
import { MemberList } from './member-list.tsx';
import { useEdit, useEditor, useLots } from './use-lots.ts';

/** A group: who collects, and whose bills. */
export function GroupEditorView() {
  const { lots: all } = useMessages();
  const words = all.group;
  const editor = useEditor();
  const name = useEdit((edit) => edit.name);
  const collector = useEdit((edit) => edit.collector);
  const isLoading = useEdit((edit) => edit.isLoading);
  const imported = useEdit((edit) => edit.imported);
  const isNameMissing = useEdit((edit) => edit.note?.kind === 'name-missing');
  const hasPad = useView(isPadShown);
  const names = useRef<HTMLElement>(null);
  const isShown = imported === null;
  useEffect(() => {
    if (isShown) names.current?.querySelector('input')?.focus();
  }, [isShown]);
  if (imported !== null) return <ImportedRows imported={imported} />;
  return (
    <>
      <div className="lots-halves lots-edit" aria-busy={isLoading}>
        <section ref={names} className="lots-part" aria-label={words.name}>
          <div className="form-pair lots-names">
            <TextField
              label={words.name}
              value={name}
              maxLength={40}
              fault={isNameMissing ? words.nameMissing : undefined}
              onType={(text) => editor.type({ name: text })}
            />
            <TextField
              label={words.collector}
              value={collector}
              maxLength={40}
              onType={(text) => editor.type({ collector: text })}
            />
          </div>
          <MemberList />
        </section>
        <section className="lots-part lots-form" aria-label={words.member} data-pad={hasPad}>
          <MemberForm />
          {hasPad && <TouchPad />}
        </section>
      </div>
      <GroupKeys />
    </>
  );
}

function GroupKeys() {
  const m = useMessages();
  const { lots: all } = m;
  const words = all.group;
  const lots = useLots();
  const editor = useEditor();
  const number = useEdit((edit) => edit.number);
  const isBusy = useEdit((edit) => edit.isBusy || edit.isLoading);
  const isChanged = useEdit((edit) => edit.isChanged);
  const note = useEdit((edit) => edit.note);
  const { words: said, isTrouble } =
    note === null || note.kind === 'name-missing' ? { words: '', isTrouble: false } : groupNoteWords(note, m);
  return (
    <div className="lots-foot">
      <p
        className={`lots-said ${isTrouble ? 'form-fault' : ''}`}
        role={isTrouble ? 'alert' : 'status'}
        title={note?.kind === 'exported' ? note.path : undefined}
        data-testid="group-said"
      >
        {said}
      </p>
      <div className="lots-keys">
        <Button
          look="main"
          keyCap={groupKeys.save.combo}
          disabled={isBusy || !isChanged}
          onPress={() => void editor.save().catch(reportBug)}
        >
          {words.save}
        </Button>
        <Button
          keyCap={groupKeys.import.combo}
          disabled={isBusy}
          onPress={() => void editor.import().catch(reportBug)}
        >
          {words.import}
        </Button>
        <Button
          keyCap={lotKeys.xlsx.combo}
          disabled={isBusy}
          onPress={() => void editor.export('xlsx').catch(reportBug)}
        >
          {words.xlsx}
        </Button>
        <Button
          keyCap={lotKeys.csv.combo}
          disabled={isBusy}
          onPress={() => void editor.export('csv').catch(reportBug)}
        >
          {words.csv}
        </Button>
        <Button
          keyCap={groupKeys.remove.combo}
          disabled={isBusy || number === null}
          onPress={() => askRemoval(lots, editor)}
        >
          {all.remove}
        </Button>
        <Button
          look="quiet"
          keyCap="Esc"
          onPress={() => {
            if (!editor.back()) lots.show({ at: 'home' });
          }}
        >
          {all.back}
        </Button>
      </div>
    </div>
  );
}
