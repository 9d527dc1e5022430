import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import { printerProfiles, type PrinterProfile } from '../../../../shared/printing/printer-profile.ts';
import type { PrinterSetup, PrintingSettings } from '../../../../shared/printing/printing-settings.ts';
import type { SettingsProblemCode } from '../../../../shared/settings.ts';
import { reportBug } from '../../../report-bug.ts';
import { useMessages } from '../../../store/use-counter.ts';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { hasPaper, type ConnectionFault, type HandKind } from './connection-form.ts';
import { connectionWords } from './connection-words.ts';
import { CutterStep } from './cutter-step.tsx';
import { NameStep } from './name-step.tsx';
import { PageStep } from './page-step.tsx';
import { printerIdFor, printsOnScreenOnly, withPrinter } from './printing-form.ts';
import { nothingSeen, readSeen } from './seen-form.ts';
import { SeenStep } from './seen-step.tsx';
import {
  choose,
  chooseModel,
  connectionOf,
  draftOf,
  newDraft,
  profileOf,
  stepBeside,
  stepsOf,
  type Chosen,
  type SetupDraft,
  type SetupStep,
} from './setup-draft.ts';
import { useFoundPrinters } from './use-found-printers.ts';
import { mayHaveMoved, usePrinterTests } from './use-printer-tests.ts';
import { WhichStep } from './which-step.tsx';
import './printer-setup-dialog.css';

interface PrinterSetupDialogProps {
  readonly bridge: LoketBridge;
  readonly printing: PrintingSettings;
  /** The printer that is set up anew; `null` for a new one. */
  readonly former: PrinterSetup | null;
  /** Saves the printers with this one; answers why that was refused. */
  readonly onSave: (printing: PrintingSettings) => Promise<SettingsProblemCode | null>;
  readonly onClose: () => void;
}

/** Eight letters and digits that no printer here ever had. */
const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** What one step may not be left with. */
type Fault = ConnectionFault | 'none-chosen' | 'unanswered' | 'name';

/** Sets up a printer, step by step. Nothing is changed before the last one is saved; Esc leaves it as it was. */
export function PrinterSetupDialog({ bridge, printing, former, onSave, onClose }: PrinterSetupDialogProps) {
  const m = useMessages();
  const words = m.settings.printing.setup;
  const [draft, setDraft] = useState<SetupDraft>(() =>
    former === null ? newDraft(printsOnScreenOnly(printing)) : draftOf(former, printing),
  );
  const [step, setStep] = useState<SetupStep>('which');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [saving, setSaving] = useState<'not-yet' | 'saving' | SettingsProblemCode>('not-yet');
  const [random] = useState(randomId);
  const searched = useFoundPrinters(bridge);
  const tests = usePrinterTests(bridge);
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const onward = useRef<HTMLButtonElement>(null);

  const steps = stepsOf(draft);
  const connection = connectionOf(draft);
  const isVirtual = connection.ok && !hasPaper(connection.value);

  // What is to be done first has the focus; where nothing stands out, the step tells its name.
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>(
      `[data-step='${step}'] [data-first] :is(button, input)`,
    );
    (first ?? heading.current)?.focus();
  }, [step]);

  // The page is out: the next press of Enter goes on, and prints no second one.
  const isPageOut = mayHaveMoved(tests.of('page'));
  useEffect(() => {
    if (step === 'page' && isPageOut) onward.current?.focus();
  }, [step, isPageOut]);

  const change = (turn: (before: SetupDraft) => SetupDraft): void => {
    setDraft(turn);
    setFaults([]);
    setSaving('not-yet');
  };
  const goTo = (next: SetupStep | undefined): void => {
    setFaults([]);
    if (next !== undefined) setStep(next);
  };
  const pick = (chosen: Chosen): void => {
    tests.forget();
    change((before) => choose(before, chosen));
  };

  /** The printer as it is set up so far; `undefined` while it is not known which. */
  const setupWith = (profile: PrinterProfile): PrinterSetup | undefined => {
    if (!connection.ok) return undefined;
    const { kind } = connection.value;
    const id = printerIdFor(kind, former?.id ?? null, printing.printers, random);
    return { id, name: nameOf(draft, words.name.usual), connection: connection.value, profile };
  };
  const test = async (profile: PrinterProfile, part: 'page' | 'cut' | 'drawer'): Promise<boolean> => {
    const setup = setupWith(profile);
    return setup === undefined ? false : tests.run(setup, part);
  };

  const save = async (): Promise<void> => {
    const setup = setupWith(profileOf(draft));
    if (setup === undefined || saving === 'saving') return;
    setSaving('saving');
    const refused = await onSave(withPrinter(printing, setup, former?.id ?? null, draft.roles));
    if (refused === null) onClose();
    else setSaving(refused);
  };

  const wrong = ((): readonly Fault[] => {
    if (step === 'which') return connection.ok ? [] : connection.error;
    if (step === 'seen') return readSeen(draft.seen) === null ? ['unanswered'] : [];
    return step === 'name' && draft.name.trim() === '' ? ['name'] : [];
  })();
  const next = (): void => {
    if (wrong.length > 0) {
      setFaults(wrong);
      return;
    }
    if (step === 'name') {
      save().catch((fault: unknown) => {
        setSaving('file-not-written');
        reportBug(fault);
      });
      return;
    }
    if (step === 'which') setDraft((before) => ({ ...before, name: nameOf(before, words.name.usual) }));
    goTo(stepBeside(draft, step, 1));
  };
  /** Without the page there is nothing to look at; without a look the profile is what is usual. */
  const skip = (): void => {
    if (step === 'page') return goTo('cutter');
    change((before) => ({ ...before, seen: nothingSeen }));
    goTo(stepBeside(draft, step, 1));
  };
  const canSkip = step === 'seen' || (step === 'page' && !isPageOut);
  const back = stepBeside(draft, step, -1);

  const note = ((): { readonly text: string; readonly isTrouble: boolean } => {
    if (faults.includes('none-chosen')) return { text: words.which.chooseFirst, isTrouble: true };
    if (faults.includes('unanswered')) return { text: words.seen.unanswered, isTrouble: true };
    if (saving === 'saving') return { text: words.saving, isTrouble: false };
    if (saving !== 'not-yet') return { text: m.settingsProblems[saving], isTrouble: true };
    return { text: step === 'name' ? '' : words.nothingSaved, isTrouble: false };
  })();

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="place-backdrop" />
        <Dialog.Popup className="place place-large setup" initialFocus={heading}>
          <header className="place-head">
            <Dialog.Title className="place-title">
              {former === null ? words.titleNew : words.titleAgain(former.name)}
            </Dialog.Title>
            <Dialog.Close className="button button-quiet">
              {m.dialog.cancel} <KeyCap>Esc</KeyCap>
            </Dialog.Close>
          </header>
          <form
            ref={form}
            className="setup-form"
            onSubmit={(event) => {
              event.preventDefault();
              next();
            }}
          >
            <div className="setup-body" data-testid="setup-step" data-step={step}>
              <h2 ref={heading} className="setup-title" tabIndex={-1}>
                <span className="small">{words.step(steps.indexOf(step) + 1, steps.length)}</span>
                <span>{words[step].title}</span>
              </h2>
              {step === 'which' && (
                <WhichStep
                  {...searched}
                  chosen={draft.chosen}
                  form={draft.form}
                  faults={faults.filter((fault) => fault !== 'unanswered' && fault !== 'name')}
                  onChoose={pick}
                  onType={(part) => {
                    tests.forget();
                    change((before) => ({ ...before, form: { ...before.form, ...part } }));
                  }}
                />
              )}
              {step === 'page' && (
                <PageStep
                  base={draft.base}
                  tried={tests.of('page')}
                  onModel={(model) => change((before) => chooseModel(before, model))}
                  onPrint={() => void test(draft.base, 'page')}
                />
              )}
              {step === 'seen' && (
                <SeenStep
                  seen={draft.seen}
                  onSee={(part) => change((before) => ({ ...before, seen: { ...before.seen, ...part } }))}
                />
              )}
              {step === 'cutter' && <CutterStep draft={draft} tries={tests} onChange={change} onTry={test} />}
              {step === 'name' && (
                <NameStep
                  draft={draft}
                  keeps={{
                    receipts: former !== null && printing.receipts === former.id,
                    reports: former !== null && printing.reports === former.id,
                  }}
                  asksWidth={isVirtual}
                  way={connection.ok ? connectionWords(connection.value, m) : ''}
                  fault={faults.includes('name')}
                  onName={(name) => change((before) => ({ ...before, name }))}
                  onRoles={(roles) => change((before) => ({ ...before, roles }))}
                  onWidth={(model) => change((before) => ({ ...before, base: printerProfiles[model] }))}
                />
              )}
            </div>
            <footer className="setup-foot">
              <button
                type="button"
                className="button"
                disabled={back === undefined}
                onClick={() => goTo(back)}
              >
                {words.back}
              </button>
              <p
                role={note.isTrouble ? 'alert' : 'status'}
                className={note.isTrouble ? 'form-fault setup-note' : 'small setup-note'}
              >
                {note.text}
              </p>
              {canSkip && (
                <button type="button" className="button" onClick={skip}>
                  {words.skip}
                </button>
              )}
              {!(step === 'page' && canSkip) && (
                <button ref={onward} type="submit" className="button button-main" aria-keyshortcuts="Enter">
                  {step === 'name' ? words.save : words.next} <KeyCap>Enter</KeyCap>
                </button>
              )}
            </footer>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What was typed; else what the printer is called by itself, or such printers are. */
function nameOf({ name, chosen }: SetupDraft, usual: Readonly<Record<HandKind, string>>): string {
  const typed = name.trim();
  if (typed !== '') return typed;
  if (chosen?.from === 'hand') return usual[chosen.kind];
  return chosen?.printer.name.trim().slice(0, 40).trim() || usual.file;
}
