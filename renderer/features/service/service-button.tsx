import { asksForService, entryOfProduct } from '../../store/catalogue-choice.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './service-button.css';

/** Whose number it is, where a product is sold by several, and the key to change that. */
export function ServiceButton() {
  const m = useMessages();
  const companiesKey = useKeyOf('companies');
  const commands = useCommands();
  const product = useView((view) => view.sale.entry.product);
  const service = useView((view) => view.sale.entry.service);
  const isAsked = useView((view) => asksForService(entryOfProduct(view.catalogue ?? [], product)));
  const isOpen = useView(({ sale }) => sale.step === 'number' || sale.step === 'done');
  if (!isAsked) return null;
  const words = service?.name ?? m.service.notChosen(m.products[product].short);
  return (
    <Button
      className={`service ${service === null ? 'service-missing' : ''}`}
      keyCap={companiesKey}
      disabled={!isOpen}
      onPress={() => commands.open('services')}
    >
      {service !== null && <Heard>{m.service.change}</Heard>} {words}
    </Button>
  );
}
