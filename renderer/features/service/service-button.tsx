import { asksForService, entryOfProduct } from '../../store/catalogue-choice.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { serviceKey } from '../keys/key-map.ts';
import './service-button.css';

/** Whose number it is, where a product is sold by several, and the key to change that. */
export function ServiceButton() {
  const m = useMessages();
  const commands = useCommands();
  const { product, service } = useView((view) => view.sale.entry);
  const isAsked = useView((view) => asksForService(entryOfProduct(view.catalogue ?? [], product)));
  const isOpen = useView(({ sale }) => sale.step === 'number' || sale.step === 'done');
  if (!isAsked) return null;
  const words = service?.name ?? m.service.notChosen(m.products[product].short);
  return (
    <Button
      className={`service ${service === null ? 'service-missing' : ''}`}
      keyCap={serviceKey}
      disabled={!isOpen}
      label={service === null ? words : m.service.change(words)}
      onPress={() => commands.open('services')}
    >
      {words}
    </Button>
  );
}
