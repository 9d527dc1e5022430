import { isPadShown } from '../../store/counter-view.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';

/** Shows the pad and hides it, whatever was pointed with last. */
export function PadButton() {
  const m = useMessages();
  const commands = useCommands();
  const isShown = useView(isPadShown);
  const isFixed = useView((view) => view.counter?.kiosk === true);
  if (isFixed) return null;
  return (
    <Button className="number-pad" pressed={isShown} onPress={commands.togglePad}>
      123 <Heard>{isShown ? m.touchPad.hide : m.touchPad.show}</Heard>
    </Button>
  );
}
