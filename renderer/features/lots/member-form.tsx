import { useEffect, useId, useRef } from 'react';
import type { ExtraField } from '../../../shared/biller-profile.ts';
import { groupNumber, isSoldInDenominations, type ProductId } from '../../../shared/products.ts';
import { formatDateTime, instant } from '../../../shared/time.ts';
import { asksForService, entryOfProduct } from '../../store/catalogue-choice.ts';
import { defaultExtra } from '../../store/extras.ts';
import { serviceOfDraft, type MemberFault } from '../../store/member-draft.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/form.tsx';
import { GroupedField } from '../../ui/grouped-field.tsx';
import type { Grouping } from '../../ui/grouped-input.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useNow } from '../../ui/use-now.ts';
import { cashGrouping } from '../cash/cash-grouping.ts';
import { extraGroupings } from '../number/extra-grouping.ts';
import { numberFromPaste, numberGrouping } from '../number/number-grouping.ts';
import { numberHint } from '../number/number-hint.ts';
import { useEdit, useEditor } from './use-lots.ts';

const none = [] as const;

/** One customer, typed by the same rules as at the counter. Enter puts them into the list, and the cursor into the next number. */
export function MemberForm() {
  const m = useMessages();
  const { lots: all } = m;
  const words = all.group;
  const editor = useEditor();
  const draft = useEdit((edit) => edit.draft);
  const editing = useEdit((edit) => edit.editing);
  const fault = useEdit((edit) => edit.fault);
  const members = useEdit((edit) => edit.members);
  const { numberRules } = useCounterState();
  const catalogue = useView((view) => view.catalogue) ?? none;
  const zone = useShopZone();
  const now = useNow(3_600_000);
  const thisYear = Number(formatDateTime(instant(now), zone).slice(0, 4));
  const number = useRef<HTMLInputElement>(null);
  const rule = numberRules[draft.product];
  const entry = entryOfProduct(catalogue, draft.product);
  const service = serviceOfDraft(draft, catalogue);
  const hint = numberHint(draft.product, draft.number, rule, m);
  const same = members.findIndex(
    (member, place) =>
      place !== editing && member.product === draft.product && member.number === draft.number,
  );
  // A member that is taken up to be changed is changed here.
  useEffect(() => {
    if (editing !== null) number.current?.focus();
  }, [editing]);

  const take = (): void => {
    if (editor.take({ catalogue, numberRules, thisYear })) number.current?.focus();
  };
  const products = Object.fromEntries(
    catalogue.map(({ product }) => [product, m.products[product].name]),
  ) as Record<ProductId, string>;

  return (
    <form
      className="lots-member-form"
      aria-label={editing === null ? words.member : words.editing(editing + 1)}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <h3 className="lots-title">{editing === null ? words.member : words.editing(editing + 1)}</h3>
      <SelectField
        label={words.product}
        choices={products}
        value={draft.product}
        onChoose={editor.chooseProduct}
        note={fault === 'product' ? words.faults.product : undefined}
      />
      {asksForService(entry) && (
        <SelectField
          label={words.service}
          choices={{
            '': words.chooseService,
            ...Object.fromEntries((entry?.services ?? none).map(({ code, name }) => [code, name])),
          }}
          value={draft.service ?? ''}
          onChoose={(code) => editor.typeMember({ service: code === '' ? null : code })}
          note={fault === 'service' ? words.faults.service : undefined}
        />
      )}
      <MemberField
        label={m.number.labels[draft.product]}
        field={number}
        value={draft.number}
        grouping={numberGrouping}
        readPaste={(text) => numberFromPaste(text, rule)}
        onType={(text) => editor.typeMember({ number: text })}
        onEnter={take}
        note={same >= 0 && draft.number !== '' ? words.again(same + 1) : hint.text}
        isFaulty={hint.tone === 'wrong' || fault === 'number'}
        inputMode={rule.alphabet === 'digits' ? 'numeric' : 'text'}
      />
      <div className="form-pair lots-extras">
        {isSoldInDenominations(draft.product) && (
          <MemberField
            label={words.denomination}
            value={draft.denomination}
            grouping={cashGrouping}
            onType={(denomination) => editor.typeMember({ denomination })}
            onEnter={take}
            note={fault === 'denomination' ? words.faults.denomination : ''}
            isFaulty={fault === 'denomination'}
          />
        )}
        {service?.asks.map((name) => (
          <MemberField
            key={name}
            label={m.extras.labels[name]}
            value={draft.extras[name] ?? ''}
            grouping={extraGroupings[name]}
            placeholder={defaultExtra(name, thisYear)}
            onType={(typed) => editor.typeMember({ extras: { ...draft.extras, [name]: typed } })}
            onEnter={take}
            note={isExtra(fault, name) ? m.extras.faults[name] : ''}
            isFaulty={isExtra(fault, name)}
            inputMode={name === 'identity-number' ? 'text' : 'numeric'}
          />
        ))}
        <TextField
          label={words.note}
          value={draft.note}
          maxLength={60}
          onType={(note) => editor.typeMember({ note })}
        />
      </div>
      <div className="lots-row">
        <button type="submit" className="button" aria-keyshortcuts="Enter">
          <span className="button-words">{editing === null ? words.add : words.replace}</span>
          <KeyCap>Enter</KeyCap>
        </button>
        {editing !== null && (
          <Button look="quiet" keyCap="Esc" onPress={editor.back}>
            {m.dialog.cancel}
          </Button>
        )}
        <output className="only-heard">
          {members.at(-1) === undefined || editing !== null
            ? ''
            : `${words.members(members.length)}: ${groupNumber(members.at(-1)?.number ?? '')}`}
        </output>
      </div>
    </form>
  );
}

const isExtra = (fault: MemberFault | null, name: ExtraField): boolean => fault === name;

interface MemberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly grouping: Grouping;
  readonly onType: (clean: string) => void;
  readonly onEnter: () => void;
  readonly note: string;
  readonly isFaulty: boolean;
  readonly field?: React.RefObject<HTMLInputElement | null>;
  readonly placeholder?: string | undefined;
  readonly inputMode?: 'numeric' | 'text';
  readonly readPaste?: (text: string) => string;
}

/** A field that groups what is typed, with its name above and its rule below. */
function MemberField({ label, onEnter, note, isFaulty, field, ...rest }: MemberFieldProps) {
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <GroupedField
        {...rest}
        id={id}
        className="form-input lots-number"
        label={label}
        field={field ?? own}
        readOnly={false}
        isCursor={false}
        invalid={isFaulty}
        describedBy={`${id}-note`}
        onEnter={(event) => {
          if (!event.repeat) onEnter();
        }}
      />
      <p id={`${id}-note`} className={isFaulty ? 'form-fault' : 'small'}>
        {note}
      </p>
    </div>
  );
}
