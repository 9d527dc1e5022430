import type { Customer } from '../../../shared/payment/quote.ts';
import { useMessages } from '../../store/use-counter.ts';
import './customer-head.css';

interface CustomerHeadProps {
  readonly customer: Customer;
}

/** Who the bill belongs to, as large as it can be read across the counter. */
export function CustomerHead({ customer }: CustomerHeadProps) {
  const m = useMessages();
  return (
    <header className="customer" aria-live="polite">
      <h2 className="customer-name" data-testid="customer-name">
        {customer.name}
      </h2>
      <dl className="customer-details">
        {customer.details.map(({ label, value }) => (
          <div key={label}>
            <dt>{m.details[label]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
