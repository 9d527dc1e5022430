import type { Gap } from '../../../shared/contract/backups.ts';
import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { momentWords } from '../../ui/when.ts';
import { keysOfPlace } from '../keys/key-map.ts';

/** A stretch of time that a restored ledger knows nothing of, and what to do about it. */
export function GapDetail({ gap: { from, until } }: { readonly gap: Gap }) {
  const zone = useShopZone();
  const m = useMessages();
  const commands = useCommands();
  const now = instant(useNow(60_000));
  return (
    <section className="open-payment" aria-label={m.gaps.title} data-testid="gap">
      <div className="open-payment-body">
        <h3 className="gap-title">{m.gaps.title}</h3>
        <p>{m.gaps.what(momentWords(from, now, zone), momentWords(until, now, zone))}</p>
        <p>
          <strong>{m.gaps.money}</strong>
        </p>
        <p>{m.gaps.next}</p>
      </div>
      <div className="open-payment-keys">
        <Button keyCap={keysOfPlace.unresolved.decide.combo} onPress={commands.decide}>
          {m.gaps.close}
        </Button>
      </div>
    </section>
  );
}
