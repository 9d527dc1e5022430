import type { Language } from '../../../shared/settings.ts';
import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
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
          label={m.languages[choice]}
          pressed={choice === language}
          onPress={() => commands.setLanguage(choice)}
        >
          {choice.toUpperCase()}
        </Button>
      ))}
    </fieldset>
  );
}
