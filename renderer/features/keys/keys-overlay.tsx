import { Tabs } from '@base-ui/react/tabs';
import { useRef } from 'react';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { Keys } from '../../../shared/key-bindings.ts';
import type { ProductId } from '../../../shared/products.ts';
import { entryOfProduct } from '../../store/catalogue-choice.ts';
import { keysNow } from '../../store/counter-view.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { productActions } from './key-map.ts';
import { actionWords, keyParts, type KeyLine, type KeyPart } from './key-table.ts';
import './keys-overlay.css';

const parts = ['counter', 'places'] as const satisfies readonly KeyPart[];

/** Every key there is, on two pages: those of the counter, and those of the places. */
export function KeysOverlay() {
  const m = useMessages();
  const tabs = useRef<HTMLDivElement>(null);
  return (
    <PlaceDialog title={m.keys.label} size="large" focusFirst={tabs}>
      <Tabs.Root className="keys-root" defaultValue="counter">
        <Tabs.List ref={tabs} className="keys-tabs" aria-label={m.keys.label} activateOnFocus>
          {parts.map((part) => (
            <Tabs.Tab key={part} value={part} className="place-tab">
              {m.keys.parts[part]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map((part) => (
          <Tabs.Panel key={part} value={part} className="keys">
            <KeysOf part={part} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </PlaceDialog>
  );
}

function KeysOf({ part }: { readonly part: KeyPart }) {
  const m = useMessages();
  const keys = useView(keysNow);
  const catalogue = useView((view) => view.catalogue) ?? [];
  const isSold = (product: ProductId): boolean => entryOfProduct(catalogue, product) !== undefined;
  return (
    <>
      {keyParts[part].map(({ title, lines }) => (
        <section key={title} className="keys-group">
          <h3 className="keys-title">{m.keys.groups[title]}</h3>
          <dl>
            {lines
              .filter((line) => !isOfUnsold(line, isSold))
              .map((line) => wordsOf(line, keys, m))
              .map(({ key, does }) => (
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
    </>
  );
}

/** A product that is not sold here has its key, but nothing to do with it. */
function isOfUnsold(line: KeyLine, isSold: (product: ProductId) => boolean): boolean {
  if (!('action' in line)) return false;
  const product = productActions.find(([name]) => name === line.action)?.[1];
  return product !== undefined && !isSold(product);
}

function wordsOf(line: KeyLine, keys: Keys, m: Messages): { readonly key: string; readonly does: string } {
  if ('action' in line) return { key: keys[line.action], does: actionWords(line.action, m) };
  if ('key' in line) return { key: line.key, does: m.keys[line.does] };
  const { combo, words } = line.listKey;
  return {
    key: combo,
    does: 'action' in words ? m.keys.actions[words.action] : m.keys.inList[words.inList],
  };
}
