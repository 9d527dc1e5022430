import { useBillerInHand, useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NoticesBadge } from '../notices/notices-badge.tsx';
import { PresentPerson } from '../sign-in/present-person.tsx';
import { ConnectionLight } from './connection-light.tsx';
import { Deposit } from './deposit.tsx';
import { PrinterLight } from './printer-light.tsx';
import { ShiftLight } from './shift-light.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './top-bar.css';

/** What is always in view: whose counter, what is left to sell with, and whether the machines are well. */
export function TopBar() {
  const m = useMessages();
  const unresolvedKey = useKeyOf('unresolved');
  const settingsKey = useKeyOf('settings');
  const keysKey = useKeyOf('keys');
  const state = useCounterState();
  const commands = useCommands();
  const { unresolved, gaps } = state;
  const toSettle = [
    ...(unresolved > 0 ? [m.topBar.unresolved(unresolved)] : []),
    ...(gaps > 0 ? [m.topBar.gaps(gaps)] : []),
  ];
  const biller = useBillerInHand();
  return (
    <header className="top-bar" aria-label={m.topBar.label}>
      <h1 className="top-bar-shop">{state.shopName === '' ? m.appName : state.shopName}</h1>
      <PresentPerson />
      <ShiftLight />
      <Deposit />
      <div className="top-bar-lights">
        {biller !== undefined && <ConnectionLight biller={biller} />}
        <PrinterLight />
      </div>
      <NoticesBadge />
      {toSettle.length > 0 && (
        <Button
          className="top-bar-unresolved"
          keyCap={unresolvedKey}
          onPress={() => commands.open('unresolved')}
        >
          <Icon name="warning" size={20} />
          <span className={toSettle.length > 1 ? 'top-bar-both' : ''}>
            {toSettle.map((words) => (
              <span key={words}>{words}</span>
            ))}
          </span>
        </Button>
      )}
      <Button
        look="quiet"
        className="top-bar-place"
        keyCap={settingsKey}
        onPress={() => commands.open('settings')}
      >
        {m.topBar.settings}
      </Button>
      <Button look="quiet" className="top-bar-place" keyCap={keysKey} onPress={() => commands.open('keys')}>
        <Heard>{m.topBar.keys}</Heard>
      </Button>
    </header>
  );
}
