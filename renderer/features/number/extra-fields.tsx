import { useRef, type KeyboardEvent } from 'react';
import type { ExtraField } from '../../../shared/biller-profile.ts';
import type { Entry } from '../../store/entry.ts';
import { defaultExtra } from '../../store/extras.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { extraGroupings } from './extra-grouping.ts';

/** The element of an extra's field. */
export const extraId = (field: ExtraField): string => `extra-${field}`;

interface ExtraFieldsProps {
  readonly entry: Entry;
  readonly thisYear: number;
  /** What is missing or wrong, once Enter has been pressed on it. */
  readonly refused: readonly ExtraField[];
  readonly readOnly: boolean;
  readonly onEnter: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** What the product asks for besides the number, beside it. */
export function ExtraFields({ entry, ...rest }: ExtraFieldsProps) {
  const asks = entry.service?.asks ?? [];
  return asks.map((name) => (
    <ExtraInput key={`${entry.product} ${name}`} name={name} entry={entry} {...rest} />
  ));
}

function ExtraInput({
  name,
  entry,
  thisYear,
  refused,
  readOnly,
  onEnter,
}: ExtraFieldsProps & { readonly name: ExtraField }) {
  const m = useMessages();
  const commands = useCommands();
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
        readOnly={readOnly}
        isCursor={false}
        invalid={refused.includes(name)}
        describedBy="number-hint"
        onType={(typed) => commands.typeExtra(name, typed)}
        onEnter={onEnter}
      />
    </div>
  );
}
