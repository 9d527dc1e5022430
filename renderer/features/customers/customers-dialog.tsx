import { useEffect, useId, useRef, useState } from 'react';
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
import { SearchField, SearchList, SearchRow, showActiveRow } from '../../ui/search-list.tsx';
import { keysOfPlace } from '../keys/key-map.ts';
import './customers-dialog.css';

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

  useEffect(() => showActiveRow(list.current));

  return (
    <PlaceDialog title={m.customers.label} size="medium" focusFirst={field}>
      <div className="customers">
        <SearchField
          field={field}
          list={listId}
          active={rows.length === 0 ? undefined : `${listId}-${search.at}`}
          label={m.customers.search}
          placeholder={m.customers.search}
          className="customers-field"
          longest={longestSearch}
          page={8}
          text={search.text}
          onType={commands.searchCustomers}
          onMove={commands.moveCustomer}
          onTake={() => commands.takeCustomer()}
        />
        <SearchList
          id={listId}
          label={m.customers.list}
          className="customers-list"
          frame={list}
          isBusy={!search.isCurrent}
        >
          {rows.map((customer, index) => (
            <SearchRow
              key={`${customer.product} ${customer.service} ${customer.number}`}
              id={`${listId}-${index}`}
              className="customers-row"
              isActive={index === search.at}
              onTake={() => commands.takeCustomer(index)}
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
            </SearchRow>
          ))}
        </SearchList>
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
