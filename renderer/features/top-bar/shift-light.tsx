import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './shift-light.css';

/** Which shift is open, where the drawer is kept. Opens the shift. */
export function ShiftLight() {
  const m = useMessages().topBar.shift;
  const { keepsTill, shift } = useCounterState();
  const commands = useCommands();
  const key = useKeyOf('shift');
  if (!keepsTill && shift === null) return null;
  return (
    <Button
      look="quiet"
      className={`shift-light ${shift === null ? 'shift-light-none' : ''}`}
      keyCap={key}
      onPress={() => commands.open('shift')}
    >
      <span data-testid="shift">{shift === null ? m.none : m.open(shift.number)}</span>
    </Button>
  );
}
