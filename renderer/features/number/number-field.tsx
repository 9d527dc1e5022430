import { useRef } from 'react';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { entryHint } from './judge-entry.ts';
import { numberFromPaste, numberGrouping } from './number-grouping.ts';
import { useEnter, useEntry, useIsNumberOpen } from './use-entry.ts';
import { productOffered } from '../../store/product-offered.ts';

/** The field of the customer's number. */
export function NumberField({ thisYear }: { readonly thisYear: number }) {
  const m = useMessages();
  const commands = useCommands();
  const { entry, rule, judged } = useEntry(thisYear);
  const isOpen = useIsNumberOpen();
  const isAsking = useView(({ sale }) => sale.step === 'asking');
  const isOffered = useView((view) => productOffered(view) !== undefined);
  const enter = useEnter(thisYear);
  const field = useRef<HTMLInputElement>(null);
  /** A paste that is about to be typed, as it was. */
  const pasted = useRef<string | null>(null);
  const { numberFits, isRefused } = judged;
  const tone = isOffered ? 'wrong' : entryHint(entry, judged, rule, m).tone;

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
    <GroupedField
      id="customer-number"
      className="number-field"
      label={m.number.label}
      field={field}
      value={entry.draft}
      grouping={numberGrouping}
      readPaste={(text) => {
        pasted.current = text;
        return numberFromPaste(text, rule);
      }}
      readOnly={!isOpen}
      isCursor={isOpen || isAsking}
      invalid={(isRefused && !numberFits) || (isOpen && !numberFits && tone === 'wrong')}
      describedBy="number-hint"
      onType={type}
      onEnter={enter}
    />
  );
}
