import { useId, useLayoutEffect, useRef } from 'react';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { cashGrouping } from '../cash/cash-grouping.ts';

interface MoneyFieldProps {
  readonly label: string;
  /** Digits. */
  readonly value: string;
  readonly onType: (digits: string) => void;
  readonly onEnter: () => void;
  readonly note?: string | undefined;
  readonly isFaulty?: boolean;
}

/** An amount in whole rupiah, large, with the focus when it comes. */
export function MoneyField({ label, value, onType, onEnter, note = '', isFaulty = false }: MoneyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <GroupedField
        id={id}
        className="form-input drawer-money"
        label={label}
        value={value}
        grouping={cashGrouping}
        onType={onType}
        onEnter={onEnter}
        readOnly={false}
        isCursor={false}
        describedBy={`${id}-note`}
        invalid={isFaulty}
        field={field}
        placeholder="0"
      />
      <p id={`${id}-note`} className="small">
        {note}
      </p>
    </div>
  );
}
