import { useEffect, useRef } from 'react';
import { formatBusinessDay } from '../../../shared/business-day.ts';
import type { FoundPair, ReconciliationView, StatementView } from '../../../shared/contract/reports.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { statementFields, type ColumnMap } from '../../../shared/reconcile/statement.ts';
import { reportBug } from '../../report-bug.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { reportKeys } from '../keys/key-map.ts';
import { useReports, useReportsView } from './use-reports.ts';

/** Compares a biller's statement with what was sold. It shows, and decides nothing. */
export function ReconcilePage() {
  const words = useMessages().reports.reconcile;
  const reports = useReports();
  const statement = useReportsView((view) => view.statement);
  const map = useReportsView((view) => view.map);
  const comparison = useReportsView((view) => view.comparison);
  return (
    <>
      {statement === null && <p>{words.hint}</p>}
      <div className="statement-row">
        <Button
          look={statement === null ? 'main' : 'plain'}
          keyCap={reportKeys.open.combo}
          onPress={() => void reports.openStatement().catch(reportBug)}
        >
          {words.open}
        </Button>
        {statement !== null && (
          <>
            <p>{words.file(statement.name, statement.rows)}</p>
            <Button look="main" onPress={() => void reports.compare().catch(reportBug)}>
              {words.compare}
            </Button>
          </>
        )}
      </div>
      {statement !== null && map !== null && <Columns statement={statement} map={map} />}
      {comparison !== null && <Comparison comparison={comparison} />}
    </>
  );
}

interface ColumnsProps {
  readonly statement: StatementView;
  readonly map: ColumnMap;
}

function Columns({ statement, map }: ColumnsProps) {
  const words = useMessages().reports.reconcile;
  const reports = useReports();
  const of = useReportsView((view) => view.statementOf);
  const billers = useView((view) => view.counter?.billers) ?? [];
  return (
    <>
      <fieldset className="form-field statement-columns" aria-label={words.columns}>
        <label>
          {words.biller}
          <select
            className="form-input"
            value={of ?? ''}
            onChange={(event) => {
              const chosen = billers.find(({ id }) => id === event.currentTarget.value);
              if (chosen !== undefined) reports.setBiller(chosen.id);
            }}
          >
            {billers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {statementFields.map((field) => (
          <label key={field}>
            {words.fields[field]}
            <select
              className="form-input"
              value={map[field] ?? ''}
              onChange={({ currentTarget: { value } }) =>
                reports.setColumn(field, value === '' ? null : Number(value))
              }
            >
              <option value="">{words.noColumn}</option>
              {statement.columns.map((name, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- a column is its place
                <option key={at} value={at}>
                  {name === '' ? words.column(at + 1) : name}
                  {statement.sample[0]?.[at] ? ` (${statement.sample[0][at].slice(0, 20)})` : ''}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
    </>
  );
}

function Comparison({ comparison }: { readonly comparison: ReconciliationView }) {
  const m = useMessages();
  const words = m.reports.reconcile;
  const { groups, faulty, faultyCount, refusedThere, from, until } = comparison;
  const found = useRef<HTMLDivElement>(null);
  // On a small screen it would come below the columns, where nobody looks for it.
  useEffect(() => found.current?.scrollIntoView(), []);
  return (
    <div ref={found} className="found-groups" data-testid="comparison">
      <p className="small">
        {m.reports.days(formatBusinessDay(from), formatBusinessDay(until))}. {words.evidence}{' '}
        {refusedThere > 0 && words.refusedThere(refusedThere)}
      </p>
      {groups.map(({ group, count, there, here, pairs }) => (
        <details
          key={group}
          className="found-group"
          data-testid={`group-${group}`}
          data-empty={count === 0}
          data-urgent={group !== 'both' && count > 0}
          open={group !== 'both' && count > 0}
        >
          <summary>
            <span>{words.groups[group]}</span>
            <span>{count}</span>
            <span>
              {words.there} {formatRupiah(there)}
            </span>
            <span>
              {words.here} {formatRupiah(here)}
            </span>
          </summary>
          <div className="found-pairs">
            {pairs.length === 0 ? <p className="small">{words.none}</p> : <Pairs pairs={pairs} />}
            {count > pairs.length && <p className="small">{words.showing(pairs.length, count)}</p>}
          </div>
        </details>
      ))}
      {faultyCount > 0 && (
        <details className="found-group" open>
          <summary>
            <span>{words.faultyLines(faultyCount)}</span>
          </summary>
          <ul className="found-pairs">
            {faulty.map(({ line, reason, text }) => (
              <li key={`${line} ${reason}`}>
                {words.line} {line}: {words.faults[reason]}
                {text === '' ? '' : ` (${text})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly FoundPair[] }) {
  const m = useMessages();
  const words = m.reports.reconcile;
  const commands = useCommands();
  const show = (id: NonNullable<FoundPair['payment']>, state: FoundPair['state']): void => {
    // What is not certain is decided in its own place; everything else is seen at the counter.
    if (state === 'unknown') {
      commands.open('unresolved');
      commands.chooseOpen(id);
      return;
    }
    commands.close();
    commands.showPayment(id);
  };
  return (
    <table className="figures">
      <thead>
        <tr>
          {[words.line, words.fields.day, words.number, words.name].map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
          {[words.there, words.here].map((header) => (
            <th key={header} scope="col" className="figures-number">
              {header}
            </th>
          ))}
          <th scope="col">{words.state}</th>
          <th scope="col">{words.show}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ line, payment, day, number, name, there, here, state }) => (
          <tr key={`${line ?? ''} ${payment ?? ''}`}>
            <td>{line ?? '—'}</td>
            <td>{day === null ? '—' : formatBusinessDay(day)}</td>
            <th scope="row">{number}</th>
            <td>{name}</td>
            <td className="figures-number">{there === null ? '—' : formatRupiah(there)}</td>
            <td className="figures-number">{here === null ? '—' : formatRupiah(here)}</td>
            <td>{state === null ? '—' : m.states[state]}</td>
            <td>{payment !== null && <Button onPress={() => show(payment, state)}>{words.show}</Button>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
