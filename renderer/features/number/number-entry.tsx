import { useRef, type KeyboardEvent } from 'react';
import { checkNumber } from '../../../shared/products.ts';
import { formatDateTime, instant } from '../../../shared/time.ts';
import { readExtras } from '../../store/extras.ts';
import { draftOf, productOf } from '../../store/sale.ts';
import { shopZone } from '../../store/shop-zone.ts';
import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ServiceButton } from '../service/service-button.tsx';
import { ExtraFields, extraId } from './extra-fields.tsx';
import { numberFromPaste, numberGrouping } from './number-grouping.ts';
import { numberHint, type NumberHint } from './number-hint.ts';
import './number-entry.css';

/** The customer's number and, under it, what is right: always at the same place, whatever the sale is at. */
export function NumberEntry() {
  const m = useMessages();
  const commands = useCommands();
  const { numberRules } = useCounterState();
  const sale = useView((view) => view.sale);
  const now = useNow(60_000);
  const field = useRef<HTMLInputElement>(null);

  const product = productOf(sale);
  const draft = draftOf(sale);
  const rule = numberRules[product];
  const isOpen = sale.step === 'number' || sale.step === 'done';
  const isCursor = isOpen || sale.step === 'asking';

  const thisYear = Number(formatDateTime(instant(now), shopZone).slice(0, 4));
  const extras = readExtras(sale.entry.service?.asks ?? [], sale.entry.extras, thisYear);
  const wrongExtras = extras.ok ? [] : extras.error;
  const isRefused = isOpen && sale.entry.refused;
  const numberFits = checkNumber(draft, rule).ok;
  // What was typed wrong beside the number is said at once; what is still to be typed, after Enter.
  const faulty = isRefused ? wrongExtras[0] : wrongExtras.find((name) => sale.entry.extras[name]);
  const hint: NumberHint =
    faulty !== undefined && (numberFits || (draft === '' && !isRefused))
      ? { tone: 'wrong', text: m.extras.faults[faulty] }
      : numberHint(product, draft, rule, m);
  const isWrong = isRefused && (!numberFits || wrongExtras.length > 0);

  const enter = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.repeat) return;
    // From a number that fits, Enter goes on to what has still to be typed.
    const next = numberFits
      ? wrongExtras.find((name) => extraId(name) !== event.currentTarget.id)
      : undefined;
    if (next !== undefined && (sale.entry.extras[next] ?? '') === '')
      document.querySelector<HTMLInputElement>(`#${extraId(next)}`)?.focus();
    else commands.ask();
  };

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
        <GroupedField
          id="customer-number"
          className="number-field"
          label={m.number.label}
          field={field}
          value={draft}
          grouping={numberGrouping}
          readPaste={(text) => numberFromPaste(text, rule)}
          readOnly={!isOpen}
          isCursor={isCursor}
          invalid={(isRefused && !numberFits) || (isOpen && !numberFits && hint.tone === 'wrong')}
          describedBy="number-hint"
          onType={commands.typeNumber}
          onEnter={enter}
        />
        <ExtraFields
          entry={sale.entry}
          thisYear={thisYear}
          refused={isRefused ? wrongExtras : []}
          readOnly={!isOpen}
          onEnter={enter}
        />
        <Button className="number-ask" keyCap="Enter" disabled={!isOpen} onPress={commands.ask}>
          {m.number.ask}
        </Button>
      </div>
      <p
        id="number-hint"
        className={`number-hint number-hint-${isWrong ? 'refused' : hint.tone}`}
        role={isWrong ? 'alert' : undefined}
      >
        {isOpen || sale.step === 'asking' ? hint.text : ''}
      </p>
    </form>
  );
}
