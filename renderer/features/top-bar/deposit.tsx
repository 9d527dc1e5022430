import { isLowDeposit } from '../../../shared/low-deposit.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { formatClock } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useBillerInHand, useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import './deposit.css';

/** What is left to sell with at the biller in hand. Opens its page of the settings, where the connection is tried. */
export function Deposit() {
  const m = useMessages();
  const { billers, lowDeposit } = useCounterState();
  const commands = useCommands();
  const zone = useShopZone();
  const biller = useBillerInHand();
  const deposit = biller?.deposit ?? null;
  const isLow = deposit !== null && isLowDeposit(deposit.amount, lowDeposit);
  const what = billers.length > 1 && biller !== undefined ? m.topBar.depositOf : m.topBar.deposit;
  return (
    <button
      type="button"
      className={`deposit ${isLow ? 'deposit-low' : ''}`}
      data-testid="deposit"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => commands.open('biller-settings')}
    >
      <span className="deposit-what">
        {isLow ? m.topBar.depositLow : what}
        {deposit !== null && ` ${m.topBar.depositAt(formatClock(deposit.at, zone))}`}
      </span>
      <span className="deposit-amount">
        {deposit === null ? m.topBar.depositUnknown : formatRupiah(deposit.amount)}
      </span>
    </button>
  );
}
