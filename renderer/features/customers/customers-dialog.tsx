import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { groupNumber } from '../../../shared/products.ts';
import {
  customerAt,
  customerOnScreen,
  longestSearch,
  type CustomerNote,
  type CustomerOnScreen,
  type CustomerSearch,
} from '../../store/customers.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { keysOfPlace } from '../keys/key-map.ts';
import './customers-dialog.css';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Who has bought here before: found as one types, taken by Enter or a finger, saved under the shop's own name for them. */
export function CustomersDialog() {
  const m = useMessages();
  const commands = useCommands();
  const search = useView((view) => view.customers);
  const sale = useView((view) => view.sale);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const onScreen = customerOnScreen({ sale });
  const rows = search.found ?? [];
  const current = customerAt(search);

  // After every drawing: whatever changed, the row that Enter would take is in view.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const keyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step !== undefined) commands.moveCustomer(step);
    else if (!event.repeat) commands.takeCustomer();
  };

  return (
    <PlaceDialog title={m.customers.label} size="medium" focusFirst={field}>
      <div className="customers">
        <input
          ref={field}
          className="form-input customers-field"
          role="combobox"
          aria-label={m.customers.search}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={rows.length === 0 ? undefined : `${listId}-${search.at}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={m.customers.search}
          maxLength={longestSearch}
          value={search.text}
          onKeyDown={keyDown}
          onChange={(event) => commands.searchCustomers(event.currentTarget.value)}
        />
        <div
          ref={list}
          id={listId}
          className="customers-list"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be searched in by typing
          role="listbox"
          aria-label={m.customers.list}
          aria-busy={!search.isCurrent}
        >
          {rows.map((customer, index) => (
            <button
              key={`${customer.product} ${customer.service} ${customer.number}`}
              id={`${listId}-${index}`}
              type="button"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option outside a select is not drawn
              role="option"
              tabIndex={-1}
              className="customers-row"
              aria-selected={index === search.at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => commands.takeCustomer(index)}
            >
              <span className="customers-name">
                {customer.label === '' ? customer.name : customer.label}
                {customer.label !== '' && <span className="small customers-also"> {customer.name}</span>}
              </span>
              <span className="customers-number">{groupNumber(customer.number)}</span>
              <span className="small customers-product">
                {m.products[customer.product].short}
                {customer.label !== '' && ` · ${m.customers.saved}`}
              </span>
            </button>
          ))}
        </div>
        <output className="customers-none">{emptyWords(search, m)}</output>
        <div className="customers-foot">
          {onScreen !== null && <SavePart customer={onScreen} />}
          <Button
            keyCap={keysOfPlace.customers.forget.combo}
            disabled={current === null || current.label === ''}
            onPress={commands.forgetCustomer}
          >
            {m.customers.forget}
          </Button>
        </div>
        <p
          className="customers-note"
          role={search.isFaulty || search.note?.kind === 'not-written' ? 'alert' : 'status'}
        >
          {search.note === null ? (search.isFaulty ? m.customers.faulty : '') : noteWords(search.note, m)}
        </p>
      </div>
    </PlaceDialog>
  );
}

function emptyWords({ found, text, isFaulty }: CustomerSearch, m: Messages): string {
  if (isFaulty && (found === null || found.length === 0)) return m.customers.faulty;
  if (found === null) return m.customers.searching;
  if (found.length > 0) return '';
  return text === '' ? m.customers.empty : m.customers.none;
}

function noteWords(note: CustomerNote, m: Messages): string {
  switch (note.kind) {
    case 'saved':
      return m.customers.savedNow(note.label);
    case 'forgotten':
      return m.customers.forgotten;
    case 'not-written':
      return m.customers.notWritten;
  }
}

/** Saves whose bill or outcome is on the screen; the biller's name for them is where one begins. */
function SavePart({ customer }: { readonly customer: CustomerOnScreen }) {
  const m = useMessages();
  const commands = useCommands();
  const id = useId();
  const [label, setLabel] = useState(() => customer.name.slice(0, 40));
  return (
    <form
      className="customers-save"
      aria-label={m.customers.savePart}
      onSubmit={(event) => {
        event.preventDefault();
        commands.saveCustomer(label);
      }}
    >
      <label className="small" htmlFor={id}>
        {m.customers.savePart} <span>{groupNumber(customer.number)}</span>
      </label>
      <div className="customers-save-line">
        <input
          id={id}
          className="form-input"
          aria-label={m.customers.saveLabel}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <button type="submit" className="button">
          {m.customers.save}
        </button>
      </div>
    </form>
  );
}
