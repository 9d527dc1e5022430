import type { CounterState } from '../../../shared/contract/counter-state.ts';
import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { connectionLight } from './lights.ts';
import './light.css';
import './light-button.css';

/** Whether the biller in hand is reached. Opens its page of the settings, where the connection is tried. */
export function ConnectionLight({ biller }: { readonly biller: CounterState['billers'][number] }) {
  const m = useMessages();
  const commands = useCommands();
  const { vault } = useCounterState();
  const { tone, words } = connectionLight(biller, vault !== null, m);
  return (
    <>
      <button
        type="button"
        className="light-button light-button-upper"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => commands.open('biller-settings')}
      >
        <span className={`light light-${tone}`} data-testid="connection" data-tone={tone}>
          {words}
        </span>
      </button>
      <output className="only-heard">{words}</output>
    </>
  );
}
