import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useState } from 'react';
import type { BillerForm, PriceListEntry } from '../../../shared/biller-profile.ts';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SaleProblem } from '../../../shared/contract/sale-problem.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import {
  changeParts,
  compareWithPriceList,
  firstTakeOver,
  takeOverPriceList,
  type ChangePart,
  type KindChanges,
  type PriceListChanges,
  type TakeOver,
} from './price-list-changes.ts';
import { mostServices, type ServiceDraft } from './services-form.ts';

interface PriceListDialogProps {
  readonly bridge: LoketBridge;
  readonly form: BillerForm;
  readonly services: readonly ServiceDraft[];
  readonly onTake: (services: readonly ServiceDraft[]) => void;
  readonly onClose: () => void;
}

type Fetched =
  | { readonly step: 'loading' | 'broken-off' }
  | { readonly step: 'problem'; readonly problem: SaleProblem }
  | { readonly step: 'done'; readonly entries: readonly PriceListEntry[] };

/** The biller's price list beside the table of product codes: what it would change, and what of that to take over. */
export function PriceListDialog({ bridge, form, services, onTake, onClose }: PriceListDialogProps) {
  const m = useMessages();
  const [attempt, setAttempt] = useState(1);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="place-backdrop" />
        <Dialog.Popup className="place place-large price-list">
          <header className="place-head">
            <Dialog.Title className="place-title">
              {m.settings.biller.priceList.title(form.name)}
            </Dialog.Title>
            <Dialog.Close className="button button-quiet">
              {m.dialog.cancel} <KeyCap>Esc</KeyCap>
            </Dialog.Close>
          </header>
          <Attempt
            key={attempt}
            bridge={bridge}
            form={form}
            services={services}
            onTake={onTake}
            onAgain={() => setAttempt((before) => before + 1)}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** One fetching of the list, and what came of it. */
function Attempt({
  bridge,
  form,
  services,
  onTake,
  onAgain,
}: Omit<PriceListDialogProps, 'onClose'> & { readonly onAgain: () => void }) {
  const words = useMessages().settings.biller.priceList;
  const [fetched, setFetched] = useState<Fetched>({ step: 'loading' });
  useEffect(() => {
    let isGone = false;
    const show = (next: Fetched): void => {
      if (!isGone) setFetched(next);
    };
    bridge
      .priceList({ biller: form.id })
      .then((result) =>
        show(
          result.ok ? { step: 'done', entries: result.value } : { step: 'problem', problem: result.error },
        ),
      )
      .catch((fault: unknown) => {
        reportBug(fault);
        show({ step: 'broken-off' });
      });
    return () => {
      isGone = true;
    };
  }, [bridge, form.id]);

  if (fetched.step === 'done') {
    return <Choices form={form} services={services} entries={fetched.entries} onTake={onTake} />;
  }
  return (
    <div className="price-list-body" aria-live="polite">
      {fetched.step === 'loading' ? (
        <p>{words.loading(form.name)}</p>
      ) : (
        <>
          <Problem form={form} problem={fetched.step === 'problem' ? fetched.problem : undefined} />
          <button type="button" className="button price-list-again" onClick={onAgain}>
            {words.again}
          </button>
        </>
      )}
    </div>
  );
}

function Problem({
  form,
  problem,
}: {
  readonly form: BillerForm;
  readonly problem: SaleProblem | undefined;
}) {
  const words = useMessages().settings.biller.priceList;
  const language = useView((view) => view.counter?.language ?? 'id');
  if (problem === undefined) return <p className="form-fault">{words.failed(form.name)}</p>;
  if (problem.code === 'not-set-up') return <p className="form-fault">{words.notSetUp}</p>;
  if (problem.code !== 'refused-by-biller') return <p className="form-fault">{words.failed(form.name)}</p>;
  const said = [problem.billerCode, problem.billerText].filter((text) => text !== undefined && text !== '');
  return (
    <>
      <p className="form-fault">{words.refused(form.name)}</p>
      {problem.refusal !== undefined && (
        <p>
          {problem.refusal[language].reason}. {problem.refusal[language].next}
        </p>
      )}
      {said.length > 0 && <p className="small">{said.join(' · ')}</p>}
    </>
  );
}

interface ChoicesProps {
  readonly form: BillerForm;
  readonly services: readonly ServiceDraft[];
  readonly entries: readonly PriceListEntry[];
  readonly onTake: (services: readonly ServiceDraft[]) => void;
}

function Choices({ form, services, entries, onTake }: ChoicesProps) {
  const m = useMessages();
  const words = m.settings.biller.priceList;
  const [changes] = useState(() => compareWithPriceList(entries, services, form));
  const [takeOver, setTakeOver] = useState<TakeOver>(() => firstTakeOver(changes));
  const after = takeOverPriceList(services, changes, takeOver);
  const isTooMany = after.length > mostServices;
  const isNothing = changes.kinds.every(({ product }) => (takeOver[product] ?? []).length === 0);

  return (
    <>
      <div className="price-list-body">
        <p>{changes.kinds.length === 0 ? words.same : words.intro}</p>
        {changes.kinds.map((kind) => (
          <fieldset key={kind.product} className="price-list-kind">
            <legend>{m.products[kind.product].name}</legend>
            {changeParts
              .filter((part) => kind[part].length > 0)
              .map((part) => (
                <PartChoice
                  key={part}
                  kind={kind}
                  part={part}
                  isChosen={takeOver[kind.product]?.includes(part) === true}
                  onChoose={(isChosen) =>
                    setTakeOver((current) => ({
                      ...current,
                      [kind.product]: changeParts.filter((each) =>
                        each === part ? isChosen : current[kind.product]?.includes(each) === true,
                      ),
                    }))
                  }
                />
              ))}
          </fieldset>
        ))}
        <Unknown unknown={changes.unknown} />
      </div>
      {changes.kinds.length > 0 && (
        <div className="price-list-foot">
          <button
            type="button"
            className="button button-main"
            disabled={isTooMany || isNothing}
            onClick={() => onTake(after)}
          >
            {words.take}
          </button>
          <p role={isTooMany ? 'alert' : 'status'} className={isTooMany ? 'form-fault' : ''}>
            {isTooMany ? words.tooMany(after.length, mostServices) : words.after(after.length)}
          </p>
        </div>
      )}
    </>
  );
}

interface PartChoiceProps {
  readonly kind: KindChanges;
  readonly part: ChangePart;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function PartChoice({ kind, part, isChosen, onChoose }: PartChoiceProps) {
  const words = useMessages().settings.biller.priceList;
  const lines: readonly string[] = {
    added: kind.added.map(({ code, name }) => `${code} – ${name}`),
    renamed: kind.renamed.map(({ from, to }) => words.rename(from, to)),
    missing: kind.missing.map(({ code, name }) => `${code} – ${name}`),
  }[part];
  return (
    <div className="price-list-part">
      <label className="form-choice">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        {words.parts[part](lines.length)}
      </label>
      <details>
        <summary>{words.see}</summary>
        <ul className="small">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Unknown({ unknown }: Pick<PriceListChanges, 'unknown'>) {
  const words = useMessages().settings.biller.priceList;
  if (unknown.length === 0) return null;
  return (
    <p className="small">
      {words.unknown(unknown.map(({ type, count }) => `${type} (${count})`).join(', '))}
    </p>
  );
}
