import type { Customer } from '../../../shared/payment/quote.ts';
import { useLanguage } from '../../store/use-counter.ts';
import { detailFacts } from '../detail/detail-facts.ts';
import { DetailLine } from '../detail/detail-line.tsx';
import './customer-head.css';

/** Letters beyond which a name is set smaller, so that it is read whole. */
const longName = 36;

/** How many details stand under the name. What is beyond them scrolls with the bill. */
export const headDetails = 3;

interface CustomerHeadProps {
  readonly customer: Customer;
  /** `all`: where nothing else shows them, the rest can be scrolled to here. */
  readonly details: 'most-telling' | 'all';
}

/** Who the bill belongs to, as large as it can be read across the counter. */
export function CustomerHead({ customer, details }: CustomerHeadProps) {
  const facts = detailFacts(customer.details, useLanguage());
  return (
    <header className="customer" aria-live="polite">
      <h2
        className={`customer-name ${customer.name.length > longName ? 'customer-name-long' : ''}`}
        data-testid="customer-name"
        title={customer.name}
      >
        {customer.name}
      </h2>
      <DetailLine
        className="customer-details"
        facts={details === 'all' ? facts : facts.slice(0, headDetails)}
      />
    </header>
  );
}
