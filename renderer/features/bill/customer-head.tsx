import type { Customer } from '../../../shared/payment/quote.ts';
import { useMessages } from '../../store/use-counter.ts';
import './customer-head.css';

/** Letters beyond which a name is set smaller, so that it is read whole. */
const longName = 36;

interface CustomerHeadProps {
  readonly customer: Customer;
}

/** Who the bill belongs to, as large as it can be read across the counter. */
export function CustomerHead({ customer }: CustomerHeadProps) {
  const m = useMessages();
  return (
    <header className="customer" aria-live="polite">
      <h2
        className={`customer-name ${customer.name.length > longName ? 'customer-name-long' : ''}`}
        data-testid="customer-name"
        title={customer.name}
      >
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
