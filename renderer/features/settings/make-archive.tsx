import { useState } from 'react';
import {
  passphraseSchema,
  type ArchiveKind,
  type ArchiveWritten,
} from '../../../shared/contract/archives.ts';
import type { LoketBridge, RequestOutput } from '../../../shared/contract/contract.ts';
import { reportBug } from '../../report-bug.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { ChoiceField, FormPage, TextField } from '../../ui/form.tsx';
import { OwnerPinAlert } from '../pin/owner-pin-alert.tsx';
import type { PinRefusal } from '../pin/owner-pin-form.tsx';
import { ArchiveProblem, isArchiveProblem, type ArchiveProblemCode } from './archive-problem.tsx';
import { sizeWords } from './backup-size.ts';

interface MakeArchiveProps {
  readonly bridge: LoketBridge;
  readonly state: RequestOutput<'archives'>;
}

type Made =
  | { readonly step: 'not-yet' | 'writing' | 'broken-off' }
  | { readonly step: 'written'; readonly archive: ArchiveWritten }
  | { readonly step: 'problem'; readonly code: ArchiveProblemCode };

const empty = { passphrase: '', again: '' };

/** Writes an archive: what it is for, what locks it, and where it goes. */
export function MakeArchive({ bridge, state }: MakeArchiveProps) {
  const m = useMessages();
  const words = m.settings.archive;
  const [kind, setKind] = useState<ArchiveKind>('copy');
  const [form, setForm] = useState(empty);
  const [isTried, setIsTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [made, setMade] = useState<Made>(
    state.last === null ? { step: 'not-yet' } : { step: 'written', archive: state.last },
  );
  const isShort = !passphraseSchema.safeParse(form.passphrase).success;
  const isOther = form.passphrase !== form.again;
  const change = (part: Partial<typeof form>): void => {
    setForm((current) => ({ ...current, ...part }));
    setIsTried(false);
  };

  const submit = (): void => {
    setIsTried(true);
    if (isShort || isOther || made.step === 'writing') return;
    setMade({ step: 'not-yet' });
    setIsAsking(true);
  };

  const make = async (pin: string): Promise<PinRefusal | null> => {
    setMade({ step: 'writing' });
    const result = await bridge.makeArchive({
      kind,
      passphrase: form.passphrase,
      pin: state.asksPin ? pin : null,
    });
    if (result.ok) {
      setForm(empty);
      setIsTried(false);
      setMade({ step: 'written', archive: result.value });
    } else if (isArchiveProblem(result.error.code)) {
      setMade({ step: 'problem', code: result.error.code });
    } else {
      setMade({ step: 'not-yet' });
      return result.error.code;
    }
    setIsAsking(false);
    return null;
  };

  return (
    <section className="archive-half" aria-label={words.make}>
      <h3 className="settings-part">{words.make}</h3>
      <MadeWords made={made} />
      <FormPage onSave={submit}>
        <ChoiceField
          label={words.kind}
          choices={words.kinds}
          value={kind}
          onChoose={setKind}
          note={words.kindNotes[kind]}
        />
        <TextField
          label={words.passphrase}
          type="password"
          value={form.passphrase}
          note={words.passphraseNote}
          fault={isTried && isShort ? words.tooShort : undefined}
          maxLength={200}
          onType={(passphrase) => change({ passphrase })}
        />
        <TextField
          label={words.again}
          type="password"
          value={form.again}
          fault={isTried && !isShort && isOther ? words.differs : undefined}
          maxLength={200}
          onType={(again) => change({ again })}
        />
        <button type="submit" className="button button-main">
          {words.write}
        </button>
      </FormPage>
      <AskToMake
        kind={kind}
        isOpen={isAsking}
        asksPin={state.asksPin}
        isWriting={made.step === 'writing'}
        onPin={async (pin) => {
          try {
            return await make(pin);
          } catch (fault) {
            setMade({ step: 'broken-off' });
            setIsAsking(false);
            reportBug(fault);
            return null;
          }
        }}
        onClose={() => setIsAsking(false)}
      />
    </section>
  );
}

function MadeWords({ made }: { readonly made: Made }) {
  const m = useMessages();
  const words = m.settings.archive;
  switch (made.step) {
    case 'not-yet':
      return null;
    case 'writing':
      return <output>{words.writing}</output>;
    case 'broken-off':
      return <p role="alert">{words.brokenOff}</p>;
    case 'written':
      return (
        <output data-testid="archive-written" className="archive-written">
          {words.written(made.archive.path, sizeWords(made.archive.bytes, m))}
        </output>
      );
    case 'problem':
      return <ArchiveProblem code={made.code} />;
  }
}

interface AskToMakeProps {
  readonly kind: ArchiveKind;
  readonly isOpen: boolean;
  readonly asksPin: boolean;
  readonly isWriting: boolean;
  readonly onPin: (pin: string) => Promise<PinRefusal | null>;
  readonly onClose: () => void;
}

/** What will happen, before anything does: of a move also what goes along with it. */
function AskToMake({ kind, isOpen, asksPin, isWriting, onPin, onClose }: AskToMakeProps) {
  const words = useMessages().settings.archive;
  const { unresolved, shift } = useCounterState();
  return (
    <OwnerPinAlert
      title={words.makeTitle[kind]}
      what={words.makeWhat[kind]}
      confirm={words.makeConfirm[kind]}
      asksPin={asksPin}
      isOpen={isOpen}
      isHeld={isWriting}
      onOpenChange={(open) => !open && onClose()}
      onPin={onPin}
    >
      {kind === 'move' && unresolved > 0 && (
        <p>
          <strong>{words.moveUnresolved(unresolved)}</strong>
        </p>
      )}
      {kind === 'move' && shift !== null && <p>{words.moveShift}</p>}
      {isWriting && <output>{words.writing}</output>}
    </OwnerPinAlert>
  );
}
