import { memo } from 'react';
import { useMessages } from '../../store/use-counter.ts';
import type { ServiceDraft } from './services-form.ts';

interface ServiceLineProps {
  readonly service: ServiceDraft;
  readonly isConfirmed: boolean;
  readonly isFaulty: boolean;
  readonly onEdit: (row: number) => void;
  readonly onRemove: (row: number) => void;
}

/** Four hundred of these stand in one table: a line is drawn anew only when what it shows has changed. */
export const ServiceLine = memo(function ServiceLine({
  service,
  isConfirmed,
  isFaulty,
  onEdit,
  onRemove,
}: ServiceLineProps) {
  const messages = useMessages();
  const m = messages.settings.biller.services;
  const { row, product, code, name, asks } = service;
  return (
    <tr data-row={row} className={isFaulty ? 'service-faulty' : ''}>
      <td>{messages.products[product].short}</td>
      <td className="service-code">
        {isFaulty && '⚠ '}
        {code}
        {isConfirmed && (
          <span className="service-confirmed" title={m.confirmed}>
            <span aria-hidden="true"> ✓</span>
            <span className="only-heard">{m.confirmed}</span>
          </span>
        )}
      </td>
      <td>
        {name}
        {asks.length > 0 && (
          <span className="small service-asks">+ {asks.map((ask) => m.extraFields[ask]).join(', ')}</span>
        )}
      </td>
      <td className="service-keys">
        <button
          type="button"
          className="button service-edit"
          aria-label={`${m.edit} ${code} ${name}`}
          onClick={() => onEdit(row)}
        >
          {m.edit}
        </button>
        <button
          type="button"
          className="button"
          aria-label={`${m.remove} ${code} ${name}`}
          title={m.remove}
          onClick={() => onRemove(row)}
        >
          ✕
        </button>
      </td>
    </tr>
  );
});
