import { useRef } from 'react';
import { formatRupiah } from '../../../shared/money.ts';
import type { OfferStep } from '../../store/sale.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { cursorHere } from '../../ui/cursor.ts';
import { CustomerHead } from '../bill/customer-head.tsx';
import { ProblemPanel } from '../outcome/problem-panel.tsx';
import { useGridArrows } from './use-grid-arrows.ts';
import './denomination-grid.css';

const columns = 3;

/** Who the token is for, and the amounts it can be bought in: a digit, the arrows and Enter, or a finger. */
export function DenominationGrid({ step: { offer, choosing, problem } }: { readonly step: OfferStep }) {
  const m = useMessages();
  const commands = useCommands();
  const grid = useRef<HTMLFieldSetElement>(null);

  useGridArrows(grid, '.denomination', columns);

  return (
    <section className="offer" aria-label={m.token.label}>
      <CustomerHead customer={offer.customer} details="all" />
      <p className="offer-label">
        {choosing === null ? m.token.label : m.token.choosing}{' '}
        <span className="small">{m.token.adminFee(formatRupiah(offer.adminFee))}</span>
      </p>
      <fieldset ref={grid} className="denominations" aria-label={m.token.label} tabIndex={-1} {...cursorHere}>
        {offer.denominations.map((amount, index) => (
          <button
            key={amount}
            type="button"
            className="denomination"
            aria-pressed={choosing?.denomination === amount}
            aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
            disabled={choosing !== null && choosing.denomination !== amount}
            onClick={() => commands.chooseDenomination(amount)}
          >
            <span className="denomination-key" aria-hidden="true">
              {index < 9 ? index + 1 : ''}
            </span>
            {formatRupiah(amount)}
          </button>
        ))}
      </fieldset>
      <div className="offer-foot">
        {problem !== null && <ProblemPanel problem={problem} isCompact />}
        <Button look="quiet" keyCap="Esc" onPress={commands.stepBack}>
          {m.token.cancel}
        </Button>
      </div>
    </section>
  );
}
