import { productOffered } from '../../store/product-offered.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useIsNumberOpen } from './use-entry.ts';

/** Asks for the bill, or goes over to the product that the number is certainly of. */
export function AskButton() {
  const m = useMessages();
  const commands = useCommands();
  const isOpen = useIsNumberOpen();
  const offered = useView(productOffered);
  return (
    <Button className="number-ask" keyCap="Enter" disabled={!isOpen} onPress={commands.ask}>
      {offered === undefined ? m.number.ask : m.products[offered].short}
    </Button>
  );
}
