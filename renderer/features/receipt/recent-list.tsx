import type { PaymentSummary } from '../../../shared/contract/payment-view.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { formatRupiah } from '../../../shared/money.ts';
import type { PaymentState } from '../../../shared/payment/states.ts';
import { formatClock } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Heard } from '../../ui/heard.tsx';
import './recent-list.css';

/** What people decided bears an `m` (manual): the biller has not certified it. */
const signs: Readonly<Record<PaymentState, string>> = {
  quoted: '',
  expired: '',
  sent: '…',
  paid: '✓',
  rejected: '✕',
  unknown: '?',
  'paid-by-hand': '✓m',
  'rejected-by-hand': '✕m',
};

/** "Tadi": the last sales. One of them chosen shows its receipt again. */
export function RecentList({ shown }: { readonly shown: QuoteId | null }) {
  const m = useMessages();
  const recent = useView((view) => view.recent);
  const settled = useView((view) => view.settledLate);
  return (
    <section className="recent">
      <h2 className="recent-label" id="recent-label">
        {m.recent.label}
      </h2>
      {recent === null || recent.length === 0 ? (
        <p className="small recent-empty">{recent === null ? m.recent.loading : m.recent.empty}</p>
      ) : (
        <ul className="recent-list" aria-labelledby="recent-label">
          {recent.map((entry) => (
            <RecentEntry
              key={entry.id}
              entry={entry}
              isShown={entry.id === shown}
              isNews={settled.some((told) => told.quote.id === entry.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RecentEntryProps {
  readonly entry: PaymentSummary;
  readonly isShown: boolean;
  /** It was settled late, and nobody has said yet that they read so. */
  readonly isNews: boolean;
}

function RecentEntry({ entry, isShown, isNews }: RecentEntryProps) {
  const zone = useShopZone();
  const m = useMessages();
  const commands = useCommands();
  const clock = formatClock(entry.sentAt, zone);
  const total = formatRupiah(entry.total);
  return (
    <li>
      <button
        type="button"
        className={`recent-entry recent-${entry.state} ${isNews ? 'recent-news' : ''}`}
        aria-current={isShown}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => commands.showPayment(entry.id)}
      >
        <span className="recent-clock">{clock}</span>
        <span className="recent-name">{entry.name}</span>
        <span className="recent-total">{total}</span>
        <span className="recent-sign" aria-hidden="true">
          {signs[entry.state]}
        </span>
        <Heard>{m.states[entry.state]}</Heard>
      </button>
    </li>
  );
}
