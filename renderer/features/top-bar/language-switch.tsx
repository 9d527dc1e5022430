import type { Language } from '../../../shared/settings.ts';
import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import './language-switch.css';

const choices = ['id', 'en'] as const satisfies readonly Language[];

/** Indonesian or English, at one touch. */
export function LanguageSwitch() {
  const m = useMessages();
  const { language } = useCounterState();
  const commands = useCommands();
  return (
    <fieldset className="language-switch" aria-label={m.topBar.language}>
      {choices.map((choice) => (
        <Button
          key={choice}
          look="quiet"
          pressed={choice === language}
          onPress={() => commands.setLanguage(choice)}
        >
          {choice.toUpperCase()}
          <Heard>{m.languages[choice]}</Heard>
        </Button>
      ))}
    </fieldset>
  );
}
