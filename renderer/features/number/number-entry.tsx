import { useMemo, useRef, type KeyboardEvent } from 'react';
import { checkNumber } from '../../../shared/products.ts';
import { formatDateTime, instant } from '../../../shared/time.ts';
import { readExtras } from '../../store/extras.ts';
import { productOffered } from '../../store/product-offered.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CustomersButton } from '../customers/customers-button.tsx';
import { ServiceButton } from '../service/service-button.tsx';
import { PadButton } from '../touch-pad/pad-button.tsx';
import { ExtraFields, extraId } from './extra-fields.tsx';
import { numberFromPaste, numberGrouping } from './number-grouping.ts';
import { numberHint, type NumberHint } from './number-hint.ts';
import './number-entry.css';

/** The customer's number and, under it, what is right: always at the same place, whatever the sale is at. */
export function NumberEntry() {
  const zone = useShopZone();
  const m = useMessages();
  const commands = useCommands();
  const { numberRules } = useCounterState();
  const step = useView((view) => view.sale.step);
  const entry = useView((view) => view.sale.entry);
  const now = useNow(60_000);
  const field = useRef<HTMLInputElement>(null);
  const offered = useView(productOffered);
  /** A paste that is about to be typed, as it was. */
  const pasted = useRef<string | null>(null);

  const { product, draft } = entry;
  const rule = numberRules[product];
  const isOpen = step === 'number' || step === 'done';
  const isCursor = isOpen || step === 'asking';

  const thisYear = useMemo(() => Number(formatDateTime(instant(now), zone).slice(0, 4)), [now, zone]);
  const extras = readExtras(entry.service?.asks ?? [], entry.extras, thisYear);
  const wrongExtras = extras.ok ? [] : extras.error;
  const isRefused = isOpen && entry.refused;
  const numberFits = checkNumber(draft, rule).ok;
  // What was typed wrong beside the number is said at once; what is still to be typed, after Enter.
  const faulty = isRefused ? wrongExtras[0] : wrongExtras.find((name) => entry.extras[name]);
  const ownHint: NumberHint =
    faulty !== undefined && (numberFits || (draft === '' && !isRefused))
      ? { tone: 'wrong', text: m.extras.faults[faulty] }
      : numberHint(product, draft, rule, m);
  const hint: NumberHint =
    offered === undefined
      ? ownHint
      : { tone: 'wrong', text: `${ownHint.text}. ${m.number.offer(m.products[offered].name)}` };
  const isWrong = isRefused && (!numberFits || wrongExtras.length > 0);

  const enter = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.repeat) return;
    // From a number that fits, Enter goes on to what has still to be typed.
    const next = numberFits
      ? wrongExtras.find((name) => extraId(name) !== event.currentTarget.id)
      : undefined;
    if (next !== undefined && (entry.extras[next] ?? '') === '')
      document.querySelector<HTMLInputElement>(`#${extraId(next)}`)?.focus();
    else commands.ask();
  };

  // Letters in a number of digits are a name: it is looked for.
  const type = (typed: string): void => {
    const text = pasted.current ?? typed;
    const came = pasted.current === null ? 'typed' : 'pasted';
    pasted.current = null;
    const isName = rule.alphabet === 'digits' && /\p{L}/u.test(typed);
    if (isName) commands.searchCustomers(text.trim());
    else commands.typeNumber(typed, came);
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
        <div className="number-box">
          <GroupedField
            id="customer-number"
            className="number-field"
            label={m.number.label}
            field={field}
            value={draft}
            grouping={numberGrouping}
            readPaste={(text) => {
              pasted.current = text;
              return numberFromPaste(text, rule);
            }}
            readOnly={!isOpen}
            isCursor={isCursor}
            invalid={(isRefused && !numberFits) || (isOpen && !numberFits && hint.tone === 'wrong')}
            describedBy="number-hint"
            onType={type}
            onEnter={enter}
          />
        </div>
        <ExtraFields
          entry={entry}
          thisYear={thisYear}
          refused={isRefused ? wrongExtras : []}
          readOnly={!isOpen}
          onEnter={enter}
        />
        <Button className="number-ask" keyCap="Enter" disabled={!isOpen} onPress={commands.ask}>
          {offered === undefined ? m.number.ask : m.products[offered].short}
        </Button>
        <CustomersButton />
        <PadButton />
      </div>
      <p
        id="number-hint"
        className={`number-hint number-hint-${isWrong ? 'refused' : hint.tone}`}
        role={isWrong ? 'alert' : undefined}
      >
        <span className="number-hint-words">{isOpen || step === 'asking' ? hint.text : ''}</span>
      </p>
    </form>
  );
}
