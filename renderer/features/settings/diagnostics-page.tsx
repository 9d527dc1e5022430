import { useCallback, useEffect, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { Diagnostics } from '../../../shared/contract/printing.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import './diagnostics-page.css';

/** What a technician asks for. Fetched when it is opened, and again by its key. */
export function DiagnosticsPage({ bridge }: { readonly bridge: LoketBridge }) {
  const words = useMessages().settings.diagnostics;
  const [diagnostics, setDiagnostics] = useState<Diagnostics | null>(null);
  const fetchAgain = useCallback(() => {
    bridge
      .diagnostics()
      .then((result) => result.ok && setDiagnostics(result.value))
      .catch(reportBug);
  }, [bridge]);
  useEffect(fetchAgain, [fetchAgain]);
  const [saved, setSaved] = useState<Saved>({ step: 'none' });
  const save = (): void => {
    setSaved({ step: 'saving' });
    bridge
      .saveDiagnostics()
      .then((result) =>
        setSaved(result.ok ? { step: 'saved', path: result.value.path } : { step: 'not-saved' }),
      )
      .catch(reportBug);
  };
  return (
    <div className="diagnostics">
      <p>{words.what}</p>
      <div className="diagnostics-head">
        <button type="button" className="button" onClick={fetchAgain}>
          {words.again}
        </button>
        <button type="button" className="button" onClick={save} disabled={saved.step === 'saving'}>
          {words.save}
        </button>
        <output>{diagnostics === null ? words.loading : `${words.version} ${diagnostics.version}`}</output>
      </div>
      <SavedWords saved={saved} />
      {diagnostics !== null && (
        <>
          <PrinterTable printers={diagnostics.printers} />
          <DroppedTable dropped={diagnostics.dropped} />
        </>
      )}
    </div>
  );
}

type Saved =
  { readonly step: 'none' | 'saving' | 'not-saved' } | { readonly step: 'saved'; readonly path: string };

/** What came of saving the file for a technician. */
function SavedWords({ saved }: { readonly saved: Saved }) {
  const words = useMessages().settings.diagnostics;
  switch (saved.step) {
    case 'none':
      return null;
    case 'saving':
      return <output>{words.saving}</output>;
    case 'saved':
      return <output data-testid="diagnostics-saved">{words.saved(saved.path)}</output>;
    case 'not-saved':
      return (
        <p role="alert" className="form-fault">
          {words.notSaved}
        </p>
      );
  }
}

/** A way that this window does not know yet stands as main calls it. */
const kindWords = (kind: string, m: Messages): string =>
  Object.entries(m.settings.diagnostics.kinds).find(([known]) => known === kind)?.[1] ?? kind;

function PrinterTable({ printers }: Pick<Diagnostics, 'printers'>) {
  const m = useMessages();
  const words = m.settings.diagnostics;
  const { columns } = words;
  return (
    <section>
      <h3 className="settings-part">{words.printers}</h3>
      <table className="diagnostics-table" aria-label={words.printers} data-testid="diagnosed-printers">
        <thead>
          <tr>
            {[columns.name, columns.kind, columns.state, columns.answers, columns.confirms].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {printers.map(({ id, name, kind, status, problem, memory }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{kindWords(kind, m)}</td>
              <td>{problem === null ? words.states[status] : m.printerProblems[problem].short}</td>
              <td>{words.answers[memory.answers]}</td>
              <td>{words.answers[memory.confirms]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">{words.memoryNote}</p>
    </section>
  );
}

function DroppedTable({ dropped }: Pick<Diagnostics, 'dropped'>) {
  const words = useMessages().settings.diagnostics;
  const columns = words.droppedColumns;
  return (
    <section>
      <h3 className="settings-part">{words.dropped}</h3>
      <p className="small">{words.droppedNote}</p>
      {dropped.length === 0 ? (
        <p data-testid="nothing-dropped">{words.droppedNone}</p>
      ) : (
        <table className="diagnostics-table" aria-label={words.dropped} data-testid="dropped">
          <thead>
            <tr>
              {[columns.biller, columns.name, columns.count, columns.receipts].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dropped.map(({ biller, name, count, receipts }) => (
              <tr key={`${biller} ${name}`}>
                <th scope="row">{biller}</th>
                <td>{name}</td>
                <td className="diagnostics-count">{count}</td>
                <td className="diagnostics-count">{receipts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
