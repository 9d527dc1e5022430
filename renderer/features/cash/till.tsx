import { memo, useRef } from 'react';
import { formatRupiah, type Rupiah } from '../../../shared/money.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { cashDigits, changeNow, missingCash, payHint, wayBack } from './bill-in-hand.ts';
import { cashGrouping } from './cash-grouping.ts';
import { PayButton } from './pay-button.tsx';
import { suggestCash } from './suggest-cash.ts';
import { useKeyOf } from '../keys/use-key-of.ts';
import './till.css';

/** The hint, beside the cash, where the eyes are. Its line is always kept for it. */
function TillHint() {
  const m = useMessages();
  const hint = useView(payHint);
  const missing = useView((view) => (payHint(view) === 'needs-more' ? missingCash(view) : 0));
  if (hint === null) return <p className="till-hint" />;
  const words = {
    'needs-cash': m.cash.needsCash,
    'needs-more': m.cash.needsMore(formatRupiah(missing)),
    'too-much': m.cash.tooMuch,
    scanned: m.cash.scanned,
    held: m.cash.held,
  }[hint];
  return (
    <p className="till-hint" role="alert">
      <span>{words}</span>
    </p>
  );
}

function CashField({ isPaying }: { readonly isPaying: boolean }) {
  const m = useMessages();
  const commands = useCommands();
  const field = useRef<HTMLInputElement>(null);
  const cash = useView(cashDigits);
  const hint = useView(payHint);
  return (
    <GroupedField
      id="cash"
      className="cash-field"
      label={m.cash.label}
      field={field}
      value={cash}
      grouping={cashGrouping}
      readOnly={isPaying}
      isCursor
      invalid={hint !== null && hint !== 'held'}
      describedBy="change"
      onType={commands.typeCash}
      onEnter={(event) => commands.pay({ by: 'key', repeat: event.repeat })}
    />
  );
}

/** What goes back to the customer, or what is missing. */
function TillChange() {
  const m = useMessages();
  const kind = useView((view) => changeNow(view).kind);
  const amount = useView((view) => {
    const change = changeNow(view);
    return 'amount' in change ? change.amount : null;
  });
  return (
    <div className="till-change" id="change" aria-live="polite" aria-atomic="true">
      <span className="till-change-label">
        <span className="till-label">{kind === 'short' ? m.cash.short : m.cash.change}</span>
      </span>
      <span className="till-change-sum" data-testid="change" data-kind={kind}>
        {amount === null ? '–' : formatRupiah(amount)}
      </span>
    </div>
  );
}

function BackButton({ isPaying }: { readonly isPaying: boolean }) {
  const m = useMessages();
  const commands = useCommands();
  const way = useView(wayBack);
  const words = { clear: m.cash.clear, cancel: m.bill.cancel, offer: m.bill.back }[way];
  return (
    <Button className="till-back" look="quiet" keyCap="Esc" disabled={isPaying} onPress={commands.stepBack}>
      <span>{words}</span>
    </Button>
  );
}

/** Cash in, change out, and the button that pays. A key in the cash draws what it changes, and nothing else of this. */
export function Till({ total }: { readonly total: Rupiah }) {
  const m = useMessages();
  const isPaying = useView(({ sale }) => sale.step === 'paying');
  const isReady = useView((view) => changeNow(view).kind === 'change');
  return (
    <div className="till">
      <div className="till-cash">
        <label className="till-label" htmlFor="cash">
          {m.cash.label}
        </label>
        <CashField isPaying={isPaying} />
      </div>
      <div className="till-amounts">
        <TillHint />
        <QuickCash total={total} isPaying={isPaying} />
      </div>
      <TillChange />
      <div className="till-keys">
        <BackButton isPaying={isPaying} />
        <PayButton total={total} isPaying={isPaying} isReady={isReady} />
      </div>
    </div>
  );
}

/** The exact sum and what customers are likely to hand over. Not drawn anew by every key in the cash. */
const QuickCash = memo(function QuickCash({
  total,
  isPaying,
}: {
  readonly total: Rupiah;
  readonly isPaying: boolean;
}) {
  const m = useMessages();
  const commands = useCommands();
  const exact = useKeyOf('exact-cash');
  return (
    <fieldset className="till-quick" aria-label={m.cash.quick}>
      <Button keyCap={exact} disabled={isPaying} onPress={() => commands.typeCash(String(total))}>
        {m.cash.exact}
      </Button>
      {suggestCash(total).map((sum, index) => (
        <Button
          key={sum}
          keyCap={`Alt+${index + 1}`}
          disabled={isPaying}
          onPress={() => commands.typeCash(String(sum))}
        >
          {formatRupiah(sum)}
        </Button>
      ))}
    </fieldset>
  );
});
