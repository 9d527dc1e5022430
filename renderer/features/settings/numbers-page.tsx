import { productIds, type NumberRule, type ProductId } from '../../../shared/products.ts';
import { useMessages } from '../../store/use-counter.ts';
import { FormPage } from '../../ui/form.tsx';
import { SettingsSave } from './settings-save.tsx';
import type { RuleForm } from './shop-form.ts';
import type { ShopFormState } from './use-shop-form.ts';

const alphabets = ['digits', 'letters-and-digits'] as const satisfies readonly NumberRule['alphabet'][];

/** The form of each product's number, as a table. */
export function NumbersPage({
  shop: { form, change, faults, saved, save },
}: {
  readonly shop: ShopFormState;
}) {
  const m = useMessages();
  const changeRule = (product: ProductId, part: Partial<RuleForm>): void =>
    change({ rules: { ...form.rules, [product]: { ...form.rules[product], ...part } } });
  return (
    <FormPage onSave={save}>
      <p>{m.settings.numbersNote}</p>
      <table className="rules">
        <thead>
          <tr>
            <th scope="col">{m.settings.product}</th>
            <th scope="col">{m.settings.alphabet}</th>
            <th scope="col">{m.settings.minLength}</th>
            <th scope="col">{m.settings.maxLength}</th>
          </tr>
        </thead>
        <tbody>
          {productIds.map((product) => {
            const name = m.products[product].name;
            const rule = form.rules[product];
            return (
              <tr key={product}>
                <th scope="row">{name}</th>
                <td>
                  <select
                    className="form-input"
                    aria-label={`${name}: ${m.settings.alphabet}`}
                    value={rule.alphabet}
                    onChange={(event) => {
                      const alphabet = alphabets.find((each) => each === event.currentTarget.value);
                      if (alphabet !== undefined) changeRule(product, { alphabet });
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
                      value={rule[field]}
                      onChange={(event) => changeRule(product, { [field]: event.currentTarget.value })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="form-fault" role={faults.includes('rules') ? 'alert' : undefined}>
        {faults.includes('rules') ? m.settings.lengthWrong : ''}
      </p>
      <SettingsSave saved={saved} />
    </FormPage>
  );
}
