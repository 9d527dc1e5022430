import { memo, useRef } from 'react';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah, type Rupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import { cashOf, type BillStep, type PayHint, type PayingStep } from '../../store/sale.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { cashGrouping } from './cash-grouping.ts';
import { changeOf } from './change.ts';
import { PayButton } from './pay-button.tsx';
import { suggestCash } from './suggest-cash.ts';
import { useKeyOf } from '../keys/use-key-of.ts';
import './till.css';

const backWords = (step: BillStep | PayingStep, m: Messages): string => {
  if (step.step === 'bill' && step.cash !== '') return m.cash.clear;
  return step.offer === null ? m.bill.cancel : m.bill.back;
};

/** What is wrong with the cash, or why a press of pay did nothing. */
const hintOf = (step: BillStep | PayingStep): PayHint | null => {
  if (step.step === 'paying') return null;
  const { kind } = changeOf(cashOf(step.cash), amountDue(step.quote));
  return kind === 'implausible' ? 'too-much' : step.hint;
};

/** The hint, beside the cash, where the eyes are. Its line is always kept for it. */
function TillHint({ step }: { readonly step: BillStep | PayingStep }) {
  const m = useMessages();
  const hint = hintOf(step);
  if (hint === null) return <p className="till-hint" />;
  const missing = formatRupiah(amountDue(step.quote) - (cashOf(step.cash) ?? 0));
  const words = {
    'needs-cash': m.cash.needsCash,
    'needs-more': m.cash.needsMore(missing),
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

/** Cash in, change out, and the button that pays. */
export function Till({ step }: { readonly step: BillStep | PayingStep }) {
  const m = useMessages();
  const commands = useCommands();
  const field = useRef<HTMLInputElement>(null);
  const total = amountDue(step.quote);
  const isPaying = step.step === 'paying';
  const hint = hintOf(step);
  const isWrong = hint !== null && hint !== 'held';
  const change = changeOf(cashOf(step.cash), total);

  return (
    <div className="till">
      <div className="till-cash">
        <label className="till-label" htmlFor="cash">
          {m.cash.label}
        </label>
        <GroupedField
          id="cash"
          className="cash-field"
          label={m.cash.label}
          field={field}
          value={step.cash}
          grouping={cashGrouping}
          readOnly={isPaying}
          isCursor
          invalid={isWrong}
          describedBy="change"
          onType={commands.typeCash}
          onEnter={(event) => commands.pay({ by: 'key', repeat: event.repeat })}
        />
      </div>
      <div className="till-amounts">
        <TillHint step={step} />
        <QuickCash total={total} isPaying={isPaying} />
      </div>
      <div className="till-change" id="change" aria-live="polite" aria-atomic="true">
        <span className="till-label">{change.kind === 'short' ? m.cash.short : m.cash.change}</span>
        <span className="till-change-sum" data-testid="change" data-kind={change.kind}>
          {'amount' in change ? formatRupiah(change.amount) : '–'}
        </span>
      </div>
      <div className="till-keys">
        <Button look="quiet" keyCap="Esc" disabled={isPaying} onPress={commands.stepBack}>
          {backWords(step, m)}
        </Button>
        <PayButton total={total} isPaying={isPaying} isReady={change.kind === 'change'} />
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
