import { useEffect, useRef, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { ProductId } from '../../../shared/products.ts';
import { useMessages } from '../../store/use-counter.ts';
import { lineFaults } from './biller-form.ts';
import { PriceListDialog } from './price-list-dialog.tsx';
import { ServiceEditor } from './service-editor.tsx';
import { ServiceLine } from './service-line.tsx';
import { addServices, filterServices, mostServices, usualAsks, type ServiceDraft } from './services-form.ts';
import type { BillerEditing } from './use-biller-drafts.ts';

interface ServicesSectionProps {
  readonly bridge: LoketBridge;
  readonly editing: BillerEditing;
}

const firstProduct: ProductId = 'pln-postpaid';

/** What the biller sells, by its own codes. One line at a time is open for editing. */
export function ServicesSection({ bridge, editing }: ServicesSectionProps) {
  const messages = useMessages();
  const m = messages.settings.biller;
  const { stored, draft, change, openRow, open, faults } = editing;
  const { form } = stored;
  const { services } = draft;
  const [sought, setSought] = useState('');
  const [price, setPrice] = useState<'closed' | 'open' | 'unsaved' | 'taken'>('closed');
  const filter = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLTableElement>(null);
  /** The line whose key gets the cursor once it is drawn. */
  const focusRow = useRef<number | null>(null);
  useEffect(() => {
    if (focusRow.current === null) return;
    const key = table.current?.querySelector<HTMLElement>(`[data-row="${focusRow.current}"] .service-edit`);
    focusRow.current = null;
    (key ?? filter.current)?.focus();
  });

  const productName = (product: ProductId): string => messages.products[product].name;
  const confirmed = new Set(form.confirmedCodes);
  const ofLines = lineFaults(faults);
  const faulty = new Set(ofLines.map(({ row }) => row));
  // A line that is open, or has to be mended, is in view whatever is sought.
  const found = new Set(filterServices(services, sought, productName).map(({ row }) => row));
  const shown = services.filter(({ row }) => found.has(row) || row === openRow || faulty.has(row));
  const isFull = services.length >= mostServices;

  const set = (next: readonly ServiceDraft[]): void => change({ services: next });
  const add = (): void => {
    const product = services.at(-1)?.product ?? firstProduct;
    const added = addServices(services, [{ product, code: '', name: '', asks: usualAsks(form, product) }]);
    set(added);
    open(added.at(-1)?.row ?? null);
  };
  const remove = (row: number): void => {
    const at = shown.findIndex((service) => service.row === row);
    focusRow.current = (shown[at + 1] ?? shown[at - 1])?.row ?? -1;
    set(services.filter((service) => service.row !== row));
    if (openRow === row) open(null);
  };

  return (
    <>
      <p className="small">
        {form.hasPriceList ? m.services.noteWithList(form.name) : m.services.note(form.name)}
      </p>
      <div className="services-tools">
        <input
          ref={filter}
          type="search"
          className="form-input"
          placeholder={m.services.filter}
          aria-label={m.services.filter}
          value={sought}
          maxLength={60}
          onChange={(event) => setSought(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter here seeks, which is done already; it does not save.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        <button type="button" className="button" aria-disabled={isFull} onClick={() => !isFull && add()}>
          {m.services.add}
        </button>
        {form.hasPriceList && (
          <button
            type="button"
            className="button"
            onClick={() => setPrice(editing.isChanged ? 'unsaved' : 'open')}
          >
            {m.priceList.fill}
          </button>
        )}
      </div>
      <output className="small services-count">
        {m.services.count(shown.length, services.length)}
        {isFull && ` ${m.services.full(mostServices)}`}
        {price === 'unsaved' && editing.isChanged && ` ${m.priceList.saveFirst}`}
        {price === 'taken' && editing.isChanged && ` ${m.priceList.taken}`}
      </output>
      {faults.some((fault) => fault.section === 'services' && fault.field === 'table') && (
        <p className="form-fault" role="alert">
          {m.services.full(mostServices)}
        </p>
      )}
      {shown.length === 0 ? (
        <p>{services.length === 0 ? m.services.none : m.services.noneFound}</p>
      ) : (
        <table ref={table} className="services">
          <thead>
            <tr>
              <th scope="col">{messages.settings.product}</th>
              <th scope="col">{m.services.code}</th>
              <th scope="col">{m.services.name}</th>
              <th scope="col">
                <span className="only-heard">{m.services.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((service) =>
              service.row === openRow ? (
                <ServiceEditor
                  key={service.row}
                  service={service}
                  form={form}
                  faults={ofLines.filter(({ row }) => row === service.row)}
                  onChange={(next) => set(services.map((each) => (each.row === service.row ? next : each)))}
                  onDone={() => {
                    focusRow.current = service.row;
                    open(null);
                  }}
                  onRemove={() => remove(service.row)}
                />
              ) : (
                <ServiceLine
                  key={service.row}
                  service={service}
                  isConfirmed={confirmed.has(service.code)}
                  isFaulty={faulty.has(service.row)}
                  onEdit={open}
                  onRemove={remove}
                />
              ),
            )}
          </tbody>
        </table>
      )}
      {price === 'open' && (
        <PriceListDialog
          bridge={bridge}
          form={form}
          services={services}
          onTake={(next) => {
            set(next);
            setPrice('taken');
          }}
          onClose={() => setPrice('closed')}
        />
      )}
    </>
  );
}
