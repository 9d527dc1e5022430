import { useState } from 'react';
import type { ArchivePreview } from '../../../shared/contract/archives.ts';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useMessages } from '../../store/use-counter.ts';
import { FormPage, TextField } from '../../ui/form.tsx';
import { useNow } from '../../ui/use-now.ts';
import { whenWords } from '../../ui/when.ts';
import { OwnerPinAlert } from '../pin/owner-pin-alert.tsx';
import type { PinRefusal } from '../pin/owner-pin-form.tsx';
import { ArchiveProblem, isArchiveProblem, type ArchiveProblemCode } from './archive-problem.tsx';

interface RestoreArchiveProps {
  readonly bridge: LoketBridge;
  readonly asksPin: boolean;
}

type Looked =
  | { readonly step: 'not-yet' | 'reading' | 'restoring' | 'broken-off' }
  | { readonly step: 'done'; readonly preview: ArchivePreview }
  | { readonly step: 'problem'; readonly code: ArchiveProblemCode };

/** The way back from an archive: which file, what opens it, what it holds, and only then the key that restores it. */
export function RestoreArchive({ bridge, asksPin }: RestoreArchiveProps) {
  const words = useMessages().settings.archive;
  const [name, setName] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [looked, setLooked] = useState<Looked>({ step: 'not-yet' });
  const onBug = (fault: unknown): void => {
    setLooked({ step: 'broken-off' });
    reportBug(fault);
  };

  const choose = async (): Promise<void> => {
    const result = await bridge.chooseArchive();
    if (!result.ok) return;
    setName(result.value.name);
    setLooked({ step: 'not-yet' });
  };

  const look = async (): Promise<void> => {
    if (name === null || passphrase === '' || looked.step === 'reading') return;
    setLooked({ step: 'reading' });
    const result = await bridge.previewArchive({ passphrase });
    if (result.ok) setPassphrase('');
    setLooked(
      result.ok ? { step: 'done', preview: result.value } : { step: 'problem', code: result.error.code },
    );
  };

  return (
    <section className="archive-half" aria-label={words.restore}>
      <h3 className="settings-part">{words.restore}</h3>
      <div className="archive-file">
        <button type="button" className="button" onClick={() => void choose().catch(onBug)}>
          {words.chooseFile}
        </button>
        <p className="archive-name">{name === null ? words.noneChosen : words.chosen(name)}</p>
      </div>
      <FormPage onSave={() => void look().catch(onBug)}>
        <TextField
          label={words.passphrase}
          type="password"
          value={passphrase}
          maxLength={200}
          disabled={name === null}
          onType={setPassphrase}
        />
        <button
          type="submit"
          className="button"
          disabled={name === null || passphrase === '' || looked.step === 'reading'}
        >
          {words.look}
        </button>
      </FormPage>
      {looked.step === 'reading' && <output>{words.reading}</output>}
      {looked.step === 'restoring' && <output>{words.restoring}</output>}
      {looked.step === 'broken-off' && <p role="alert">{words.brokenOff}</p>}
      {looked.step === 'problem' && <ArchiveProblem code={looked.code} />}
      {looked.step === 'done' && (
        <Preview
          key={looked.preview.id}
          bridge={bridge}
          asksPin={asksPin}
          preview={looked.preview}
          onProblem={(code) => setLooked({ step: 'problem', code })}
          onRestoring={() => setLooked({ step: 'restoring' })}
        />
      )}
    </section>
  );
}

interface PreviewProps extends RestoreArchiveProps {
  readonly preview: ArchivePreview;
  readonly onProblem: (code: ArchiveProblemCode) => void;
  readonly onRestoring: () => void;
}

function Preview({ preview, ...props }: PreviewProps) {
  const zone = useShopZone();
  const m = useMessages();
  const words = m.settings.archive;
  const now = instant(useNow(60_000));
  const { facts } = words;
  const { shop, kind, isOwn, ledger, madeAt, newestAt, payments, unresolved, replaces, missing } = preview;
  return (
    <section className="archive-preview" aria-label={words.preview} data-testid="archive-preview">
      <dl className="backup-facts">
        <dt>{facts.shop}</dt>
        <dd>
          {shop} ({words.ledgers[ledger]}){isOwn && `, ${words.own}`}
        </dd>
        <dt>{facts.kind}</dt>
        <dd>{words.kinds[kind]}</dd>
        <dt>{facts.madeAt}</dt>
        <dd>{whenWords(madeAt, now, zone, m)}</dd>
        <dt>{facts.newest}</dt>
        <dd>{newestAt === null ? words.empty : whenWords(newestAt, now, zone, m)}</dd>
        <dt>{facts.payments}</dt>
        <dd>{payments}</dd>
        <dt>{facts.unresolved}</dt>
        <dd>{unresolved}</dd>
        <dt>{facts.here}</dt>
        <dd>{replaces ? words.putAside(missing) : words.nothingHere}</dd>
      </dl>
      <RestoreKey preview={preview} {...props} />
    </section>
  );
}

/** Says what the archive takes the place of, and asks whoever answers for it, where this counter has such a one. */
function RestoreKey({ bridge, asksPin, preview, onProblem, onRestoring }: PreviewProps) {
  const words = useMessages().settings.archive;
  const [isAsking, setIsAsking] = useState(false);

  const restore = async (pin: string): Promise<PinRefusal | null> => {
    const result = await bridge.restoreArchive({ id: preview.id, pin: asksPin ? pin : null });
    if (result.ok) onRestoring();
    else if (isArchiveProblem(result.error.code)) onProblem(result.error.code);
    else return result.error.code;
    return null;
  };

  return (
    <OwnerPinAlert
      opener={{ label: words.restoreKey, className: 'button button-main' }}
      title={words.restoreTitle}
      what={words.restoreWhat}
      confirm={words.restoreConfirm}
      asksPin={asksPin}
      isOpen={isAsking}
      onOpenChange={setIsAsking}
      onPin={restore}
    >
      <p>
        <strong>{words.restoreAccounts}</strong>
      </p>
      <p>
        {words.restorePrinters[preview.keepsPrinters ? 'here' : 'archive']}{' '}
        {words.restoreGap[preview.leavesGap ? 'gap' : 'none']} {words.restoreKept}
      </p>
    </OwnerPinAlert>
  );
}
