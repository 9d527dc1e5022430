import { mostCounterFee, roundingSteps, type CashRounding } from '../../../shared/fees.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { useMessages } from '../../store/use-counter.ts';
import { ChoiceField, FormPage, LockNote } from '../../ui/form.tsx';
import { useLocks } from './locks.tsx';
import { productGroups, productsOf } from './product-groups.ts';
import { SettingsSave } from './settings-save.tsx';
import { readFee } from './shop-form.ts';
import type { ShopFormState } from './use-shop-form.ts';

const most = formatRupiah(mostCounterFee);

/** What the shop adds to a bill for itself, product by product, and to which coin it rounds. */
export function FeesPage({ shop }: { readonly shop: ShopFormState }) {
  const { form, change, faults, save } = shop;
  const m = useMessages();
  const words = m.settings.fees;
  const lock = useLocks();
  const lockOfAny = lock('fees');
  const areWrong = faults.includes('fees');
  return (
    <FormPage onSave={save}>
      <p>{words.words(most)}</p>
      {lockOfAny !== undefined && <LockNote id="fees-lock" lock={m.settings.someLocked(lockOfAny)} />}
      <table className="rules">
        <thead>
          <tr>
            <th scope="col">{m.settings.product}</th>
            <th scope="col">{words.fee}</th>
          </tr>
        </thead>
        {productGroups.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="colgroup" colSpan={2} className="rules-group">
                {m.settings.productGroups[group]}
              </th>
            </tr>
            {productsOf(group).map((product) => (
              <tr key={product}>
                <th scope="row">{m.products[product].name}</th>
                <td>
                  <input
                    className="form-input fees-fee"
                    inputMode="numeric"
                    autoComplete="off"
                    maxLength={8}
                    aria-label={words.feeOf(m.products[product].name)}
                    aria-invalid={areWrong && readFee(form.fees[product]) === undefined}
                    readOnly={lock(`fees.${product}`) !== undefined}
                    aria-disabled={lock(`fees.${product}`) !== undefined}
                    aria-describedby={lock(`fees.${product}`) === undefined ? undefined : 'fees-lock'}
                    value={form.fees[product]}
                    onChange={(event) =>
                      change({ fees: { ...form.fees, [product]: event.currentTarget.value } })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="form-fault" role={areWrong ? 'alert' : undefined}>
        {areWrong ? words.wrong(most) : ''}
      </p>
      <RoundingFields rounding={form.rounding} onChange={(rounding) => change({ rounding })} />
      <SettingsSave saved={shop.saved} faults={shop.faults} />
    </FormPage>
  );
}

interface RoundingFieldsProps {
  readonly rounding: CashRounding;
  readonly onChange: (rounding: CashRounding) => void;
}

/** The coin that is rounded to; and which way, where there is one. */
function RoundingFields({ rounding, onChange }: RoundingFieldsProps) {
  const words = useMessages().settings.fees;
  const lock = useLocks()('rounding');
  return (
    <>
      <h3 className="settings-part">{words.rounding}</h3>
      <ChoiceField
        label={words.step}
        lock={lock}
        choices={words.steps}
        order={['0', '100', '500', '1000']}
        value={`${rounding.step}`}
        note={words.roundingNote}
        onChoose={(chosen) => {
          const step = roundingSteps.find((each) => `${each}` === chosen);
          if (step !== undefined) onChange({ ...rounding, step });
        }}
      />
      {rounding.step !== 0 && (
        <ChoiceField
          label={words.way}
          lock={lock}
          choices={words.ways}
          value={rounding.to}
          onChoose={(to) => onChange({ ...rounding, to })}
        />
      )}
    </>
  );
}
