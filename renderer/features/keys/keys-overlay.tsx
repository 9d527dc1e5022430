import { entryOfProduct } from '../../store/catalogue-choice.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { otherProductsKey, productKeys, serviceKey } from './key-map.ts';
import './keys-overlay.css';

/** Every key of the counter on one page. */
export function KeysOverlay() {
  const m = useMessages();
  const catalogue = useView((view) => view.catalogue) ?? [];
  const sold = productKeys.filter(([, product]) => entryOfProduct(catalogue, product) !== undefined);
  const groups: readonly {
    readonly title: string;
    readonly keys: readonly (readonly [key: string, does: string])[];
  }[] = [
    {
      title: m.keys.groups.product,
      keys: [
        ...sold.map(([key, product]) => [key, m.products[product].name] as const),
        [otherProductsKey, m.keys.others],
        [serviceKey, m.keys.service],
      ],
    },
    {
      title: m.keys.groups.sale,
      keys: [
        ['Enter', m.keys.ask],
        ['Tab', m.keys.extras],
        ['1 – 9', m.keys.denomination],
        ['← ↑ ↓ →', m.keys.arrows],
        ['P', m.keys.exact],
        ['Alt+1 … 4', m.keys.quick],
        ['Enter', m.keys.pay],
        ['Ctrl+I', m.keys.insist],
        ['Esc', m.keys.escape],
      ],
    },
    {
      title: m.keys.groups.receipt,
      keys: [
        ['Ctrl+P', m.keys.print],
        ['Ctrl+U', m.keys.cameOut],
        ['Ctrl+K', m.keys.copy],
        ['Ctrl+S', m.keys.picture],
        ['Ctrl+F', m.keys.pdf],
        ['Ctrl+E', m.keys.interim],
        ['Ctrl+P', m.keys.printList],
      ],
    },
    {
      title: m.keys.groups.places,
      keys: [
        ['Ctrl+B', m.keys.unresolved],
        ['Ctrl+T', m.keys.check],
        ['Ctrl+L', m.keys.look],
        ['Ctrl+D', m.keys.decide],
        ['Ctrl+H', m.keys.printers],
        ['Ctrl+M', m.notices.label],
        ['Ctrl+G', m.settings.tabs.backups],
        ['Ctrl+,', m.keys.settings],
        ['?', m.keys.keys],
      ],
    },
  ];
  return (
    <PlaceDialog title={m.keys.label} size="medium">
      <div className="keys">
        {groups.map(({ title, keys }) => (
          <section key={title} className="keys-group">
            <h3 className="keys-title">{title}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={does} className="keys-line">
                  <dt>
                    <KeyCap>{key}</KeyCap>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </PlaceDialog>
  );
}
