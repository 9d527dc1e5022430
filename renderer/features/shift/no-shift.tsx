import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './no-shift.css';

/** Where the drawer is kept and no shift is open, nothing is sold: says so, and leads there. */
export function NoShift() {
  const { shift: words } = useMessages();
  const { keepsTill, shift } = useCounterState();
  const commands = useCommands();
  const key = useKeyOf('shift');
  // What was just tried says the same, and leads there too.
  const isSaid = useView(({ sale }) => 'problem' in sale && sale.problem?.code === 'no-shift');
  if (!keepsTill || shift !== null || isSaid) return null;
  return (
    <div className="no-shift" data-testid="no-shift">
      <output>{words.noShift}</output>
      <Button look="main" keyCap={key} onPress={() => commands.open('shift')}>
        {words.goOpen}
      </Button>
    </div>
  );
}
