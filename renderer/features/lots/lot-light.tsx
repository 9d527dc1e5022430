import type { LotInBrief } from '../../../shared/contract/lots.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './lot-light.css';

/** Leads to the collective payments, and tells at the counter how the open one goes. */
export function LotLight() {
  const m = useMessages();
  const { lot } = useCounterState();
  const commands = useCommands();
  const key = useKeyOf('lots');
  const words = lot === null ? '' : lightWords(lot, m);
  const isHalted = lot?.stage === 'halted';
  return (
    <>
      <Button
        look="quiet"
        className={`top-bar-place lot-light ${isHalted ? 'lot-light-halted' : ''}`}
        keyCap={key}
        onPress={() => commands.open('lots')}
      >
        <span className="lot-light-place">{m.lots.label}</span>
        {words !== '' && (
          <>
            {' '}
            <span className="lot-light-run" data-testid="lot-light" data-stage={lot?.stage}>
              {words}
            </span>
          </>
        )}
      </Button>
      {/* Every line of a run would be too much to hear; that it stopped is not. */}
      <output className="only-heard">{isHalted ? `${m.lots.label} ${words}` : ''}</output>
    </>
  );
}

function lightWords({ stage, run }: LotInBrief, m: Messages): string {
  const words = m.lots.light;
  switch (stage) {
    case 'asking':
    case 'paying':
      return words[stage](run?.done ?? 0, run?.total ?? 0);
    case 'halted':
      return words.halted;
    case 'idle':
      return words.idle;
    case 'closed':
      return '';
  }
}
