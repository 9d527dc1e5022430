import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './present-person.css';

/** Who is signed in, and the way out. Nothing where nobody signs in. */
export function PresentPerson() {
  const m = useMessages().signIn;
  const { present } = useCounterState();
  const commands = useCommands();
  const key = useKeyOf('lock');
  if (present === null) return null;
  return (
    <Button look="quiet" className="present-person" keyCap={key} onPress={commands.lock}>
      <span data-testid="present">{present.name}</span>
      <span className="small">{m.roles[present.role]}</span>
      <Heard>{m.lockNow}</Heard>
    </Button>
  );
}
