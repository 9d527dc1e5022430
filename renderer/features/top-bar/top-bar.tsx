import { formatRupiah } from '../../../shared/money.ts';
import { formatClock } from '../../../shared/time.ts';
import { shopZone } from '../../store/shop-zone.ts';
import { useBillerInHand, useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NoticesBadge } from '../notices/notices-badge.tsx';
import { connectionLight } from './lights.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Light } from './light.tsx';
import { PrinterLight } from './printer-light.tsx';
import './top-bar.css';

/** What is always in view: whose counter, what is left to sell with, and whether the machines are well. */
export function TopBar() {
  const m = useMessages();
  const state = useCounterState();
  const commands = useCommands();
  const { unresolved, gaps, billers } = state;
  const toSettle = [
    ...(unresolved > 0 ? [m.topBar.unresolved(unresolved)] : []),
    ...(gaps > 0 ? [m.topBar.gaps(gaps)] : []),
  ];
  const biller = useBillerInHand();
  const deposit = biller?.deposit ?? null;
  return (
    <header className="top-bar" aria-label={m.topBar.label}>
      <h1 className="top-bar-shop">{state.shopName === '' ? m.appName : state.shopName}</h1>
      <dl className="top-bar-deposit" data-testid="deposit">
        <dt>
          {billers.length > 1 && biller !== undefined ? m.topBar.depositOf : m.topBar.deposit}
          {deposit !== null && ` ${m.topBar.depositAt(formatClock(deposit.at, shopZone))}`}
        </dt>
        <dd>{deposit === null ? m.topBar.depositUnknown : formatRupiah(deposit.amount)}</dd>
      </dl>
      <div className="top-bar-lights">
        {biller !== undefined && <Light testId="connection" {...connectionLight(biller, m)} />}
        <PrinterLight />
      </div>
      <NoticesBadge />
      {toSettle.length > 0 && (
        <Button
          className="top-bar-unresolved"
          keyCap="Ctrl+B"
          label={toSettle.join(', ')}
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
      <LanguageSwitch />
      <Button
        look="quiet"
        className="top-bar-place"
        keyCap="Ctrl+,"
        label={m.topBar.settings}
        onPress={() => commands.open('settings')}
      >
        {m.topBar.settings}
      </Button>
      <Button
        look="quiet"
        className="top-bar-place"
        keyCap="?"
        label={m.topBar.keys}
        onPress={() => commands.open('keys')}
      >
        {''}
      </Button>
    </header>
  );
}
