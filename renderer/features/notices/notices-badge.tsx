import { useCommands, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import { useNotices } from './use-notices.ts';
import { useKeyOf } from '../keys/use-key-of.ts';
import './notices-badge.css';

/** What should be mended, in a few words each. Quiet: nothing of it stops a sale. */
export function NoticesBadge() {
  const m = useMessages();
  const noticesKey = useKeyOf('notices');
  const commands = useCommands();
  const notices = useNotices();
  if (notices.length === 0) return null;
  return (
    <Button className="notices-badge" keyCap={noticesKey} onPress={() => commands.open('notices')}>
      <Heard>{`${m.notices.label}:`}</Heard>
      {notices.map(({ about, short }) => (
        <span key={about} data-testid={`notice-${about}`}>
          {short}
        </span>
      ))}
    </Button>
  );
}
