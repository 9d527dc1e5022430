import { paymentStates, type PaymentState } from '../../../shared/payment/states.ts';
import { productIds } from '../../../shared/products.ts';
import { reportBug } from '../../report-bug.ts';
import { dayChoices, type HistoryFilters } from '../../store/history.ts';
import { useMessages } from '../../store/use-counter.ts';
import { useHistory, useHistoryView } from './use-history.ts';

type SoldState = Exclude<PaymentState, 'quoted' | 'expired'>;

/** What was never sent is not looked for. */
const soldStates = paymentStates.filter(
  (state): state is SoldState => state !== 'quoted' && state !== 'expired',
);

/** Which day, who sold it, what became of it, and which product: one row. */
export function HistoryFilterRow() {
  const m = useMessages();
  const { history: words } = m;
  const history = useHistory();
  const filters = useHistoryView((view) => view.filters);
  const cashiers = useHistoryView((view) => view.cashiers);
  const set = (part: Partial<Omit<HistoryFilters, 'text'>>): void =>
    void history.filter(part).catch(reportBug);
  return (
    <fieldset className="history-filters" aria-label={words.filters}>
      <Choice
        label={words.day}
        value={filters.day}
        choices={dayChoices.map((day) => [day, words.days[day]] as const)}
        onChoose={(day) => set({ day })}
      />
      {filters.day === 'range' && (
        <>
          <DateField label={words.from} value={filters.from} onChange={(from) => set({ from })} />
          <DateField label={words.until} value={filters.until} onChange={(until) => set({ until })} />
        </>
      )}
      {cashiers.length > 0 && (
        <Choice
          label={words.cashier}
          value={filters.cashier}
          choices={[[null, words.anyCashier], ...cashiers.map((name) => [name, name] as const)]}
          onChoose={(cashier) => set({ cashier })}
        />
      )}
      <Choice
        label={words.state}
        value={filters.state}
        choices={[[null, words.anyState], ...soldStates.map((state) => [state, m.states[state]] as const)]}
        onChoose={(state) => set({ state })}
      />
      <Choice
        label={words.product}
        value={filters.product}
        choices={[
          [null, words.anyProduct],
          ...productIds.map((product) => [product, m.products[product].name] as const),
        ]}
        onChoose={(product) => set({ product })}
      />
    </fieldset>
  );
}

interface ChoiceProps<Value extends string | null> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, words: string])[];
  readonly onChoose: (value: Value) => void;
}

/** By their places: a cashier may be called anything. */
export function Choice<Value extends string | null>({ label, value, choices, onChoose }: ChoiceProps<Value>) {
  return (
    <select
      className="form-input history-choice"
      aria-label={label}
      data-chosen={value !== choices[0]?.[0]}
      value={choices.findIndex(([each]) => each === value)}
      onChange={(event) => {
        const chosen = choices[Number(event.currentTarget.value)];
        if (chosen !== undefined) onChoose(chosen[0]);
      }}
    >
      {choices.map(([each, words], place) => (
        <option key={each ?? ''} value={place}>
          {words}
        </option>
      ))}
    </select>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <input
      type="date"
      className="form-input history-date"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
