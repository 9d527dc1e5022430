import { useRef } from 'react';
import { draftOf, productOf } from '../../store/sale.ts';
import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { numberFromPaste, numberGrouping } from './number-grouping.ts';
import { numberHint } from './number-hint.ts';
import './number-entry.css';

/** The customer's number and, under it, what is right: always at the same place, whatever the sale is at. */
export function NumberEntry() {
  const m = useMessages();
  const commands = useCommands();
  const { numberRules } = useCounterState();
  const sale = useView((view) => view.sale);
  const field = useRef<HTMLInputElement>(null);

  const product = productOf(sale);
  const draft = draftOf(sale);
  const rule = numberRules[product];
  const hint = numberHint(product, draft, rule, m);
  const isOpen = sale.step === 'number' || sale.step === 'done';
  const isCursor = isOpen || sale.step === 'asking';
  const isRefused = isOpen && sale.entry.refused && hint.tone !== 'fits';

  return (
    <form className="number-entry" onSubmit={(event) => event.preventDefault()}>
      <label className="number-label" htmlFor="customer-number">
        {m.number.label}
        <span className="small"> {m.number.labels[product]}</span>
      </label>
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
          invalid={isRefused || (isOpen && hint.tone === 'wrong')}
          describedBy="number-hint"
          onType={commands.typeNumber}
          onEnter={(event) => {
            if (!event.repeat) commands.ask();
          }}
        />
        <Button keyCap="Enter" disabled={!isOpen} onPress={commands.ask}>
          {m.number.ask}
        </Button>
      </div>
      <p
        id="number-hint"
        className={`number-hint number-hint-${isRefused ? 'refused' : hint.tone}`}
        role={isRefused ? 'alert' : undefined}
      >
        {isOpen || sale.step === 'asking' ? hint.text : ''}
      </p>
    </form>
  );
}
