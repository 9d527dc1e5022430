import type { CounterState } from '../../../shared/contract/counter-state.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';

type BillerState = CounterState['billers'][number];

/** How a machine is, in words; the dot beside them only repeats it. */
export interface LightState {
  readonly tone: 'well' | 'idle' | 'trouble';
  readonly words: string;
}

export function connectionLight(biller: Pick<BillerState, 'ready' | 'connection'>, m: Messages): LightState {
  const words = m.topBar.connection;
  if (!biller.ready) return { tone: 'idle', words: words.notReady };
  switch (biller.connection) {
    case 'untried':
      return { tone: 'idle', words: words.untried };
    case 'up':
      return { tone: 'well', words: words.up };
    case 'down':
      return { tone: 'trouble', words: words.down };
  }
}

export function printerLight(printer: CounterState['printer'], m: Messages): LightState {
  const words = m.topBar.printer;
  if (printer.problem !== null) return { tone: 'trouble', words: m.topBar.printerProblems[printer.problem] };
  if (printer.settings.kind === 'screen') return { tone: 'well', words: words.screen };
  switch (printer.status) {
    case 'ok':
      return { tone: 'well', words: words.ok };
    case 'unknown':
      return { tone: 'idle', words: words.unknown };
    case 'attention':
      return { tone: 'trouble', words: words.attention };
  }
}
