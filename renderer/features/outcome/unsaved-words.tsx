import { useMessages } from '../../store/use-counter.ts';
import { Icon } from '../../ui/icon.tsx';
import './unsaved-words.css';

/** The outcome below could not be written down: whoever stands here is the only record left. */
export function UnsavedWords() {
  const m = useMessages();
  const { title, what, next } = m.unsaved;
  return (
    <div className="unsaved" role="alert" data-testid="unsaved">
      <Icon name="warning" size={40} />
      <div>
        <p className="unsaved-title">{title}</p>
        <p>
          {what} <strong>{next}</strong>
        </p>
      </div>
    </div>
  );
}
