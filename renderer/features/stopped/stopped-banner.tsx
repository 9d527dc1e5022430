import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './stopped-banner.css';

/** Says over the whole width that nothing is sold, why, and what to do. It goes when that is done, and not before. */
export function StoppedBanner() {
  const m = useMessages();
  const backupsKey = useKeyOf('backups');
  const commands = useCommands();
  const { stopped } = useCounterState();
  if (stopped === null) return null;
  const { what, money, next } = m.stopped.reasons[stopped];
  return (
    <div className="stopped" role="alert" data-testid="stopped" data-reason={stopped}>
      <Icon name="refused" size={40} />
      <p>
        <strong className="stopped-title">{m.stopped.title}.</strong> {what} {money} <strong>{next}</strong>
      </p>
      {stopped !== 'unsaved' && (
        <Button className="stopped-key" keyCap={backupsKey} onPress={() => commands.open('backups')}>
          {m.stopped.backups}
        </Button>
      )}
    </div>
  );
}
