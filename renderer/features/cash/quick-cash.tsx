import { memo } from 'react';
import { formatRupiah, type Rupiah } from '../../../shared/money.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import { suggestCash } from './suggest-cash.ts';

interface QuickCashProps {
  readonly total: Rupiah;
  readonly isPaying: boolean;
  readonly onPick: (cash: Rupiah) => void;
}

/** The exact sum and what customers are likely to hand over. Not drawn anew by every key in the cash. */
export const QuickCash = memo(function QuickCash({ total, isPaying, onPick }: QuickCashProps) {
  const m = useMessages();
  const exact = useKeyOf('exact-cash');
  return (
    <fieldset className="till-quick" aria-label={m.cash.quick}>
      <Button keyCap={exact} disabled={isPaying} onPress={() => onPick(total)}>
        {m.cash.exact}
      </Button>
      {suggestCash(total).map((sum, index) => (
        <Button key={sum} keyCap={`Alt+${index + 1}`} disabled={isPaying} onPress={() => onPick(sum)}>
          {formatRupiah(sum)}
        </Button>
      ))}
    </fieldset>
  );
});
