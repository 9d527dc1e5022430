import { useRef } from 'react';
import type { ExtraField } from '../../../shared/biller-profile.ts';
import { defaultExtra } from '../../store/extras.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { extraGroupings } from './extra-grouping.ts';
import { extraId } from './extra-id.ts';
import { useEnter, useEntry, useIsNumberOpen } from './use-entry.ts';

/** What the product asks for besides the number, beside it. */
export function ExtraFields({ thisYear }: { readonly thisYear: number }) {
  const product = useView((view) => view.sale.entry.product);
  const asks = useView((view) => view.sale.entry.service?.asks);
  return asks?.map((name) => <ExtraInput key={`${product} ${name}`} name={name} thisYear={thisYear} />);
}

function ExtraInput({ name, thisYear }: { readonly name: ExtraField; readonly thisYear: number }) {
  const m = useMessages();
  const commands = useCommands();
  const { entry, judged } = useEntry(thisYear);
  const isOpen = useIsNumberOpen();
  const enter = useEnter(thisYear);
  const field = useRef<HTMLInputElement>(null);
  const label = m.extras.labels[name];
  return (
    <div className={`extra extra-${name}`}>
      <label className="extra-label" htmlFor={extraId(name)}>
        {label}
      </label>
      <GroupedField
        id={extraId(name)}
        className="extra-field"
        label={label}
        field={field}
        value={entry.extras[name] ?? ''}
        placeholder={defaultExtra(name, thisYear)}
        grouping={extraGroupings[name]}
        inputMode={name === 'identity-number' ? 'text' : 'numeric'}
        readOnly={!isOpen}
        isCursor={false}
        invalid={judged.isRefused && judged.wrongExtras.includes(name)}
        describedBy="number-hint"
        onType={(typed) => commands.typeExtra(name, typed)}
        onEnter={enter}
      />
    </div>
  );
}
