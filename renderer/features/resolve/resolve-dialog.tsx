import { useRef, useState } from 'react';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import { handReasons } from '../../../shared/payment/hand-decision.ts';
import { groupNumber } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessagesOf, useView } from '../../store/use-counter.ts';
import { formatDayAndClock } from '../../ui/clock.ts';
import { ChoiceField, LongTextField, TextField } from '../../ui/form.tsx';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { OwnerPinDialog } from '../pin/owner-pin-dialog.tsx';
import {
  asksToken,
  emptyDecision,
  longestReference,
  mostEvidence,
  readDecision,
  tokenGrouping,
  type DecisionForm,
} from './decision-form.ts';
import './resolve-dialog.css';

/** The owner decides what became of the uncertain payment that is looked at. */
export function ResolveDialog() {
  const payment = useView((view) => view.chosen);
  return payment === null ? null : <Decide payment={payment} />;
}

function Decide({ payment }: { readonly payment: PaymentView }) {
  const zone = useShopZone();
  const { quote, sentAt } = payment;
  const m = useMessagesOf(quote.biller);
  const words = m.resolve;
  const { resolveByHand } = useCommands();
  const [form, setForm] = useState(emptyDecision);
  const change = (part: Partial<DecisionForm>): void => setForm((before) => ({ ...before, ...part }));
  const now = instant(useNow(60_000));
  const read = readDecision(form, quote.product);
  return (
    <OwnerPinDialog
      title={`${words.title}: ${quote.customer.name} ${formatRupiah(amountDue(quote))}`}
      size="medium"
      confirm={words.confirm[form.verdict ?? 'none']}
      missing={read.ok ? null : words.missing(read.error.map((part) => words.parts[part]))}
      onPin={(pin) => (read.ok ? resolveByHand(read.value, pin) : Promise.resolve('not-unknown'))}
    >
      <p className="resolve-payment">
        {m.products[quote.product].short} {groupNumber(quote.customerNumber)},{' '}
        {formatDayAndClock(sentAt, now, zone)} {zone}
      </p>
      <div className="resolve">
        <div className="resolve-half">
          <ChoiceField
            label={words.verdict}
            choices={words.verdicts}
            value={form.verdict}
            onChoose={(verdict) => change({ verdict })}
          />
          {form.verdict === 'paid' && (
            <TextField
              label={words.reference}
              value={form.reference}
              maxLength={longestReference}
              onType={(reference) => change({ reference })}
            />
          )}
          {form.verdict === 'paid' && asksToken(quote.product) && (
            <TokenField
              label={words.token}
              note={words.tokenLength(form.token.length)}
              value={form.token}
              onType={(token) => change({ token })}
            />
          )}
        </div>
        <div className="resolve-half">
          <ChoiceField
            label={words.reason}
            choices={m.handReasons}
            order={handReasons}
            value={form.reason}
            onChoose={(reason) => change({ reason })}
          />
          <LongTextField
            label={words.evidence}
            note={words.evidenceNote}
            value={form.evidence}
            maxLength={mostEvidence}
            onType={(evidence) => change({ evidence })}
          />
        </div>
      </div>
      <p className={`resolve-consequence resolve-${form.verdict ?? 'open'}`} data-testid="consequence">
        {form.verdict === null ? (
          words.choose
        ) : (
          <>
            <strong>{form.verdict === 'paid' ? words.willBePaid : words.willBeRejected}</strong>{' '}
            {words.reopens}
          </>
        )}
      </p>
    </OwnerPinDialog>
  );
}

interface TokenFieldProps {
  readonly label: string;
  readonly note: string;
  readonly value: string;
  readonly onType: (digits: string) => void;
}

/** The 20 digits, grouped as they are typed, with how many there are so far below. */
function TokenField({ label, note, value, onType }: TokenFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="form-field">
      <label htmlFor="resolve-token">{label}</label>
      <GroupedField
        id="resolve-token"
        className="form-input resolve-token"
        label={label}
        field={field}
        value={value}
        grouping={tokenGrouping}
        readOnly={false}
        isCursor={false}
        invalid={value.length > 20}
        describedBy="resolve-token-note"
        onType={onType}
        onEnter={() => undefined}
      />
      <p id="resolve-token-note" className="small">
        {note}
      </p>
    </div>
  );
}
