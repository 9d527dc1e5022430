import { useMemo } from 'react';
import { formatDateTime, instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { useNow } from '../../ui/use-now.ts';
import { CustomersButton } from '../customers/customers-button.tsx';
import { ServiceButton } from '../service/service-button.tsx';
import { PadButton } from '../touch-pad/pad-button.tsx';
import { AskButton } from './ask-button.tsx';
import { ExtraFields } from './extra-fields.tsx';
import { NumberField } from './number-field.tsx';
import { NumberHintLine } from './number-hint-line.tsx';
import './number-entry.css';

/**
 * The customer's number and, under it, what is right: always at the same place, whatever the sale is at. A key in the
 * number draws the field and the line under it, and nothing else of this.
 */
export function NumberEntry() {
  const zone = useShopZone();
  const m = useMessages();
  const product = useView((view) => view.sale.entry.product);
  const now = useNow(60_000);
  const thisYear = useMemo(() => Number(formatDateTime(instant(now), zone).slice(0, 4)), [now, zone]);
  return (
    <form className="number-entry" onSubmit={(event) => event.preventDefault()}>
      <div className="number-heading">
        <label className="number-label" htmlFor="customer-number">
          {m.number.label}
          <span className="small"> {m.number.labels[product]}</span>
        </label>
        <ServiceButton />
        <span className="number-product">{m.products[product].name}</span>
      </div>
      <div className="number-line">
        <div className="number-box">
          <NumberField thisYear={thisYear} />
        </div>
        <ExtraFields thisYear={thisYear} />
        <AskButton />
        <CustomersButton />
        <PadButton />
      </div>
      <NumberHintLine thisYear={thisYear} />
    </form>
  );
}
