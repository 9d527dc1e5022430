import { useRef } from 'react';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { useNotices } from './use-notices.ts';
import './notices-dialog.css';

/** What should be mended: what it is, what it means for the money, and what mends it. */
export function NoticesDialog() {
  const m = useMessages();
  const commands = useCommands();
  const notices = useNotices();
  const first = useRef<HTMLDivElement>(null);
  return (
    <PlaceDialog title={m.notices.label} size="small" focusFirst={first}>
      <div ref={first} className="notices" tabIndex={-1}>
        {notices.length === 0 && <p>{m.notices.none}</p>}
        {notices.map(({ about, advice: { what, money, next } }) => (
          <section key={about} className="notice">
            <p className="notice-what">{what}</p>
            <p>
              {money} <strong>{next}</strong>
            </p>
            {about === 'vault' && (
              <button type="button" className="button" onClick={() => commands.open('vault')}>
                {m.vault.openHere}
              </button>
            )}
            {about === 'backup' && (
              <button type="button" className="button" onClick={() => commands.open('backups')}>
                {m.notices.backup.open}
              </button>
            )}
            {about === 'first-steps' && (
              <button type="button" className="button" onClick={() => commands.open('first-steps')}>
                {m.firstSteps.notice.open}
              </button>
            )}
          </section>
        ))}
      </div>
    </PlaceDialog>
  );
}
