import type { NumberRule, ProductId } from '../../../shared/products.ts';
import { useMessages } from '../../store/use-counter.ts';
import { FormPage, LockNote } from '../../ui/form.tsx';
import { useLocks } from './locks.tsx';
import { productGroups, productsOf } from './product-groups.ts';
import { SettingsSave } from './settings-save.tsx';
import { isRuleForm, type RuleForm } from './shop-form.ts';
import type { ShopFormState } from './use-shop-form.ts';

const alphabets = ['digits', 'letters-and-digits'] as const satisfies readonly NumberRule['alphabet'][];

/** The form of each product's number, as a table. */
export function NumbersPage({ shop }: { readonly shop: ShopFormState }) {
  const { form, change, faults, save } = shop;
  const m = useMessages();
  const lock = useLocks();
  const lockOfAny = lock('numberRules');
  const changeRule = (product: ProductId, part: Partial<RuleForm>): void =>
    change({ rules: { ...form.rules, [product]: { ...form.rules[product], ...part } } });
  return (
    <FormPage onSave={save}>
      <p>{m.settings.numbersNote}</p>
      {lockOfAny !== undefined && <LockNote id="rules-lock" lock={m.settings.someLocked(lockOfAny)} />}
      <table className="rules">
        <thead>
          <tr>
            <th scope="col">{m.settings.product}</th>
            <th scope="col">{m.settings.alphabet}</th>
            <th scope="col">{m.settings.minLength}</th>
            <th scope="col">{m.settings.maxLength}</th>
          </tr>
        </thead>
        {productGroups.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="colgroup" colSpan={4} className="rules-group">
                {m.settings.productGroups[group]}
              </th>
            </tr>
            {productsOf(group).map((product) => (
              <RuleLine
                key={product}
                name={m.products[product].name}
                rule={form.rules[product]}
                isLocked={lock(`numberRules.${product}`) !== undefined}
                isFaulty={faults.includes('rules') && !isRuleForm(form.rules[product])}
                onChange={(part) => changeRule(product, part)}
              />
            ))}
          </tbody>
        ))}
      </table>
      <p className="form-fault" role={faults.includes('rules') ? 'alert' : undefined}>
        {faults.includes('rules') ? m.settings.lengthWrong : ''}
      </p>
      <SettingsSave saved={shop.saved} faults={shop.faults} />
    </FormPage>
  );
}

interface RuleLineProps {
  readonly name: string;
  readonly rule: RuleForm;
  readonly isLocked: boolean;
  readonly isFaulty: boolean;
  readonly onChange: (part: Partial<RuleForm>) => void;
}

function RuleLine({ name, rule, isLocked, isFaulty, onChange }: RuleLineProps) {
  const m = useMessages();
  const locked = { 'aria-disabled': isLocked, 'aria-describedby': isLocked ? 'rules-lock' : undefined };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <select
          className="form-input"
          aria-label={`${name}: ${m.settings.alphabet}`}
          value={rule.alphabet}
          {...locked}
          onChange={(event) => {
            const alphabet = alphabets.find((each) => each === event.currentTarget.value);
            if (alphabet !== undefined && !isLocked) onChange({ alphabet });
          }}
        >
          {alphabets.map((alphabet) => (
            <option key={alphabet} value={alphabet}>
              {m.settings.alphabets[alphabet]}
            </option>
          ))}
        </select>
      </td>
      {(['minLength', 'maxLength'] as const).map((field) => (
        <td key={field}>
          <input
            className="form-input rules-length"
            inputMode="numeric"
            maxLength={2}
            aria-label={`${name}: ${m.settings[field]}`}
            aria-invalid={isFaulty}
            value={rule[field]}
            readOnly={isLocked}
            {...locked}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        </td>
      ))}
    </tr>
  );
}
