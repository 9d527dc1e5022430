import { useEffect } from 'react';
import type { CustomerView } from '../../../shared/customer-display/customer-view.ts';
import { messagesFor, type Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { Icon } from '../../ui/icon.tsx';
import { groupToken } from '../outcome/outcome-shown.ts';
import './customer-screen.css';

type Shown = CustomerView['shown'];
type Bill = Exclude<Shown, { readonly kind: 'idle' }>;

/** The whole screen on the customer's side. It shows what it is told and has nothing to press. */
export function CustomerScreen({ view }: { readonly view: CustomerView }) {
  const { language, theme, shown } = view;
  const messages = messagesFor(language);
  const banner = messages.banners[view.ledger];

  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = language;
    if (theme === 'system') delete documentElement.dataset.theme;
    else documentElement.dataset.theme = theme;
  }, [theme, language]);

  return (
    <div className="customer" data-testid="customer" data-kind={shown.kind}>
      {banner !== null && <header className="customer-banner">{banner}</header>}
      {shown.kind === 'idle' ? (
        <Idle view={view} messages={messages} />
      ) : (
        <Sale shown={shown} shopName={view.shopName} messages={messages} />
      )}
    </div>
  );
}

interface Worded {
  readonly messages: Messages;
}

function Idle({ view, messages }: Worded & { readonly view: CustomerView }) {
  const m = messages.customer;
  return (
    <main className="customer-idle">
      <h1 className="customer-shop">{view.shopName === '' ? messages.appName : view.shopName}</h1>
      <p className="customer-words">{view.words === '' ? m.welcome : view.words}</p>
    </main>
  );
}

function Sale({ shown, shopName, messages }: Worded & { readonly shown: Bill; readonly shopName: string }) {
  const m = messages.customer;
  const product = messages.products[shown.product].name;
  return (
    <main className="customer-sale">
      <header className="customer-head">
        <p className="customer-at">{shopName}</p>
        <h1 className="customer-name">{shown.name}</h1>
        <p className="customer-what">
          <span>{shown.service === product ? product : `${product} · ${shown.service}`}</span>{' '}
          <span className="customer-number">{shown.number}</span>
        </p>
      </header>
      <dl className="customer-sums">
        <Sum kind="amount" label={m.amount} amount={shown.amount} />
        {shown.cash !== null && (
          <>
            <Sum kind="cash" label={m.cash} amount={shown.cash.given} />
            <Sum kind="change" label={m.change} amount={shown.cash.change} />
          </>
        )}
      </dl>
      {shown.kind === 'paid' && shown.token !== null && (
        <p className="customer-token" aria-label={m.token}>
          {groupToken(shown.token).map((digits, at) => (
            // The same four digits may stand in a token twice.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at}>{digits}</span>
          ))}
        </p>
      )}
      <output className="customer-state">
        {shown.kind === 'paid' && <Icon name="paid" size={48} />}
        {m.states[shown.kind]}
      </output>
    </main>
  );
}

function Sum({
  kind,
  label,
  amount,
}: {
  readonly kind: 'amount' | 'cash' | 'change';
  readonly label: string;
  readonly amount: number;
}) {
  return (
    <div className={`customer-sum customer-${kind}`}>
      <dt>{label}</dt>
      <dd>Rp {formatRupiah(amount)}</dd>
    </div>
  );
}
