import { useCommands, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';

/** Opens the list of customers. */
export function CustomersButton() {
  const m = useMessages();
  const commands = useCommands();
  const key = useKeyOf('customers');
  return (
    <Button className="number-customers" keyCap={key} onPress={() => commands.open('customers')}>
      <Icon name="person" size={20} />
      <span className="number-customers-word">{m.customers.label}</span>
    </Button>
  );
}
