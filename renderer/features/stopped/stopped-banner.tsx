import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import { useNow } from '../../ui/use-now.ts';
import { whenWords } from '../../ui/when.ts';
import { ReopenKey } from './reopen-key.tsx';
import './stopped-banner.css';

/** Says over the whole width that nothing is sold, why, and what to do. It goes when that is done, and not before. */
export function StoppedBanner({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages();
  const backupsKey = useKeyOf('backups');
  const commands = useCommands();
  const { stopped, retired } = useCounterState();
  const zone = useShopZone();
  const now = instant(useNow(60_000));
  if (stopped === null) return null;
  const { what, money, next } = m.stopped.reasons[stopped];
  return (
    <div className="stopped" role="alert" data-testid="stopped" data-reason={stopped}>
      <Icon name="refused" size={40} />
      <p>
        <strong className="stopped-title">{m.stopped.title}.</strong> {what}{' '}
        {retired !== null && m.stopped.retiredTo(whenWords(retired.at, now, zone, m), retired.archive)}{' '}
        {money} <strong>{next}</strong>
      </p>
      {retired !== null && <ReopenKey bridge={bridge} />}
      {!['unsaved', 'retired', 'updating'].includes(stopped) && (
        <Button className="stopped-key" keyCap={backupsKey} onPress={() => commands.open('backups')}>
          {m.stopped.backups}
        </Button>
      )}
    </div>
  );
}
