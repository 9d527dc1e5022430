import { useEffect, useRef } from 'react';
import { extraFields, type BillerForm } from '../../../shared/biller-profile.ts';
import { productIds } from '../../../shared/products.ts';
import { useMessages } from '../../store/use-counter.ts';
import { TextField } from '../../ui/form.tsx';
import { productGroups, productsOf } from './product-groups.ts';
import { usualAsks, type ServiceDraft, type ServiceFault } from './services-form.ts';

interface ServiceEditorProps {
  readonly service: ServiceDraft;
  readonly form: BillerForm;
  readonly faults: readonly ServiceFault[];
  readonly onChange: (service: ServiceDraft) => void;
  readonly onDone: () => void;
  readonly onRemove: () => void;
}

/** A line of the product codes while it is edited. */
export function ServiceEditor({ service, form, faults, onChange, onDone, onRemove }: ServiceEditorProps) {
  const messages = useMessages();
  const m = messages.settings.biller.services;
  const line = useRef<HTMLTableRowElement>(null);
  const code = useRef<HTMLDivElement>(null);
  useEffect(() => {
    code.current?.querySelector('input')?.focus();
    line.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const faultOf = (field: ServiceFault['field']): string | undefined => {
    const fault = faults.find((each) => each.field === field);
    return fault === undefined ? undefined : m.faults[fault.code];
  };
  return (
    <tr ref={line} data-row={service.row} className="service-open">
      <td colSpan={4} aria-label={`${m.edit} ${service.code}`}>
        <div className="service-fields">
          <label className="form-field">
            <span className="service-label">{messages.settings.product}</span>
            <select
              className="form-input"
              value={service.product}
              onChange={(event) => {
                const product = productIds.find((each) => each === event.currentTarget.value);
                if (product !== undefined) onChange({ ...service, product, asks: usualAsks(form, product) });
              }}
            >
              {productGroups.map((group) => (
                <optgroup key={group} label={messages.settings.productGroups[group]}>
                  {productsOf(group).map((product) => (
                    <option key={product} value={product}>
                      {messages.products[product].name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <div ref={code}>
            <TextField
              label={m.code}
              value={service.code}
              fault={faultOf('code')}
              maxLength={60}
              onType={(typed) => onChange({ ...service, code: typed })}
            />
          </div>
          <div className="service-name">
            <TextField
              label={m.name}
              value={service.name}
              fault={faultOf('name')}
              maxLength={60}
              onType={(name) => onChange({ ...service, name })}
            />
          </div>
        </div>
        <fieldset className="form-field service-asks-field">
          <legend>{m.asks}</legend>
          <div className="form-choices-row">
            {extraFields.map((field) => (
              <label key={field} className="form-choice">
                <input
                  type="checkbox"
                  checked={service.asks.includes(field)}
                  onChange={(event) =>
                    onChange({
                      ...service,
                      asks: extraFields.filter((each) =>
                        each === field ? event.currentTarget.checked : service.asks.includes(each),
                      ),
                    })
                  }
                />
                {m.extraFields[field]}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="service-editor-keys">
          <button type="button" className="button" onClick={onDone}>
            {m.done}
          </button>
          <button type="button" className="button button-quiet" onClick={onRemove}>
            {m.remove}
          </button>
        </div>
      </td>
    </tr>
  );
}
